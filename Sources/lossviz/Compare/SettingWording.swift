import LossPlot

/// How options and their values are called where a person reads them.
struct SettingWording: Sendable {
  private let study: Study
  private let widths: [String: NumberWidth]

  init(_ study: Study) {
    self.study = study
    widths = study.numberWidths
  }

  /// What differs between the settings: the loss, then the values of the swept options.
  func labels(of setting: StudySetting) -> [StudyOutcome.Label] {
    var names = study.swept
    // Losses whose own defaults differ are told apart by these, too.
    if names == ["loss"], setting.entry.option(named: "m") != nil { names.append("m") }
    return names.compactMap { name in
      setting.recipe[name].map { value in
        .init(option: name, text: text(name, value, in: setting))
      }
    }
  }

  private func text(
    _ option: String, _ value: Recipe.Value, in setting: StudySetting
  ) -> RichText {
    switch (option, value) {
    case ("loss", _): return RichText(plain: setting.entry.title)
    case ("noise", .number(let share)):
      return
        "noise \(decimalText(100 * share, places: share * 100 == (share * 100).rounded() ? 0 : 1)) %"
    case (_, .number(let number)):
      let symbol = symbol(option, setting.entry)
      return symbol + " = \(self.value(number, of: option))"
    default:
      return "\(option) \(study.settings[0].recipe.nameText(option, usualClasses: nil) ?? "")"
    }
  }

  /// As it stands in a formula: γ for `gamma`.
  func symbol(_ option: String, _ entry: LossEntry? = nil) -> RichText {
    let entries = entry.map { [$0] } ?? study.settings.map(\.entry)
    for entry in entries {
      if let own = entry.option(named: option) { return RichText(formula: own.symbol) }
    }
    return RichText(plain: option)
  }

  /// A number with as many decimals as its fellows have.
  func value(_ number: Double, of option: String) -> String {
    guard let width = widths[option], !numberText(number).contains("e") else {
      return numberText(number)
    }
    return decimalText(number, places: width.places)
  }
}
