import LossPlot

/// What the settings of a study are called, in file names that sort as the settings do.
struct SettingNames {
  /// One for each setting, all different.
  let names: [String]

  /// - Throws: `UsageError` for a template that is none, or gives two settings one name.
  init(_ study: Study) throws(UsageError) {
    let template = study.values.wanted.output.name ?? Self.template(study)
    let widths = study.numberWidths
    var names: [String] = []
    var known: Set<String> = []
    for setting in study.settings {
      let name = try setting.recipe.fileName(
        template: template, usualClasses: setting.plans[0].usualClasses, widths: widths)
      guard known.insert(name).inserted else {
        let missing = study.swept.filter { !template.contains("{\($0)}") }.map { "{\($0)}" }
        throw .badValue(
          label: "--name", value: template,
          expected: "a name for each setting, and two settings become '\(name)'",
          nearest: missing)
      }
      names.append(name)
    }
    self.names = names
  }

  /// The standard one without the seed, if there are several, and with all that is swept.
  private static func template(_ study: Study) -> String {
    var template = NameTemplate.standard
    if study.seeds.count > 1 { template = template.replacing("_seed{seed}", with: "") }
    for name in study.swept where !template.contains("{\(name)}") {
      template += "_\(name){\(name)}"
    }
    return template
  }
}

extension Study {
  /// Of each swept option that is a number.
  var numberWidths: [String: NumberWidth] {
    var widths: [String: NumberWidth] = [:]
    for option in swept {
      let numbers = settings.compactMap { $0.recipe.number(option) }
      if !numbers.isEmpty { widths[option] = NumberWidth(numbers) }
    }
    return widths
  }
}
