import LossLab

extension LossChoice {
  /// The hyper-parameters for so many classes: what was given, else the defaults of the loss.
  ///
  /// - Throws: `UsageError` for an option that the loss does not have or a value out of its range.
  func settings(classes: Int) throws(UsageError) -> LossSettings {
    var settings = entry.settings(classes: classes)
    for given in given {
      guard let option = entry.option(named: given.option) else {
        throw .lacking(given.value.label, entry) { $0.option(named: given.option) != nil }
      }
      try Self.set(option, to: given.value, in: &settings, classes: classes)
    }
    entry.complete(&settings, classes: classes, given: chosen)
    do throws(LabError) {
      try entry.check(settings)
    } catch {
      throw .conflict(error.description, hint: error.hint)
    }
    if let annealing, !entry.isAnnealed {
      throw .lacking(annealing.label, entry, whereas: \.isAnnealed)
    }
    return settings
  }

  /// The same for those data.
  func settings(for data: Dataset, dimensions: Int) throws(UsageError) -> LossSettings {
    var settings = try settings(classes: data.classCount)
    entry.complete(&settings, for: data, dimensions: dimensions, given: chosen)
    return settings
  }

  /// The options that somebody gave a value.
  private var chosen: [String] {
    given.filter { $0.value.text.lowercased() != "auto" }.map(\.option)
  }

  private static func set(
    _ option: LossOption, to given: GivenText, in settings: inout LossSettings, classes: Int
  ) throws(UsageError) {
    let text = given.text.lowercased()
    do throws(LabError) {
      switch option.values {
      case .number where text == "auto": option.setDefault(in: &settings, classes: classes)
      case .number:
        let number =
          option.unit == .radians ? TypedText.angle(text) : TypedText.number(text)
        // What is no number is out of every range.
        try option.set(number ?? .nan, in: &settings)
      case .words: try option.set(text, in: &settings)
      }
    } catch {
      throw .badValue(
        label: given.label, value: given.text, expected: option.allowed,
        nearest: nearestWords(to: text, in: option.words))
    }
  }
}
