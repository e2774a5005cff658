import LossPlot

extension Recipe {
  /// What the files of this recipe are called, without folder and ending.
  ///
  /// - Parameters:
  ///   - template: `nil` for the standard one.
  ///   - widths: of the numbers that must be as long as others.
  /// - Throws: `UsageError` for a template with something unknown in it.
  func fileName(
    template: String?, usualClasses: Int?, widths: [String: NumberWidth] = [:]
  ) throws(UsageError) -> String {
    let text = template ?? NameTemplate.standard
    do throws(ValueProblem) {
      let names = Command.train.options.map(\.name)
      let name = try NameTemplate(text, names: names).name { option in
        if let number = number(option), let width = widths[option] { return width.text(number) }
        return nameText(option, usualClasses: usualClasses)
      }
      guard !name.isEmpty else { throw ValueProblem(expected: "a template that leaves a name") }
      return name
    } catch {
      throw .badValue("--name", text, error)
    }
  }

  /// The text of an option in a name; `nil` where there is none.
  ///
  /// `data` is `nil` for what is trained on by default, and says which classes it has where these
  /// are not the usual ones: `digits`, `identities-8`, `digits-0-3-8`.
  ///
  /// - Parameter usualClasses: how many classes the data have when nobody chooses; `nil` where that
  ///   is not known.
  func nameText(_ option: String, usualClasses: Int?) -> String? {
    guard option == "data" else { return self[option]?.text(separator: "-") }
    guard let data = self["data"]?.text(separator: "-") else { return nil }
    let usual = usualClasses.map { Value.number(Double($0)) }
    let classes = self["classes"] == usual ? nil : self["classes"]?.text(separator: "-")
    if let classes { return "\(data)-\(classes)" }
    return data == DataRequest().data ? nil : data
  }

  /// The value of an option that is a number; `nil` for another one, or none.
  func number(_ option: String) -> Double? {
    guard case .number(let number) = self[option] else { return nil }
    return number
  }
}

extension Recipe.Value {
  /// - Parameter separator: between the values of a list.
  func text(separator: String) -> String {
    switch self {
    case .number(let number): numberText(number)
    case .word(let word): word
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let values):
      values.map { $0.text(separator: separator) }.joined(separator: separator)
    }
  }
}
