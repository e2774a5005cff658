import LossLab
import LossPlot

extension Recipe {
  /// What the files of this recipe are called, without folder and ending.
  ///
  /// - Parameter template: `nil` for the standard one.
  /// - Throws: `UsageError` for a template with something unknown in it.
  func fileName(template: String?, usualClasses: Int?) throws(UsageError) -> String {
    let text = template ?? NameTemplate.standard
    var name = ""
    do throws(ValueProblem) {
      let names = Command.train.options.map { $0.name }
      name = try NameTemplate(text, names: names).name {
        nameText($0, usualClasses: usualClasses)
      }
    } catch {
      throw .badValue(
        label: "--name", value: text, expected: error.expected, nearest: error.nearest)
    }
    guard !name.isEmpty else {
      throw .badValue(
        label: "--name", value: text, expected: "a template that leaves a name", nearest: [])
    }
    return name
  }

  /// The text of an option in a name; `nil` where there is none.
  ///
  /// `data` is `nil` for what is trained on by default, and says which classes it has where these
  /// are not the usual ones: `digits`, `identities-8`, `digits-0-3-8`.
  ///
  /// - Parameter usualClasses: how many classes the data have when nobody chooses; `nil` where that
  ///   is not known.
  func nameText(_ option: String, usualClasses: Int?) -> String? {
    guard option == "data" else { return self[option].map(Self.text) }
    guard let data = self["data"].map(Self.text) else { return nil }
    let usual = usualClasses.map { Value.number(Double($0)) }
    let classes = self["classes"] == usual ? nil : self["classes"].map(Self.text)
    if let classes { return "\(data)-\(classes)" }
    return data == DataRequest().data ? nil : data
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .number(let number): numberText(number)
    case .word(let word): word
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let values): values.map(text).joined(separator: "-")
    }
  }
}
