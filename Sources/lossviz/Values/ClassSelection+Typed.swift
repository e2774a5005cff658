import LossLab

extension ClassSelection {
  /// `6`, or names with commas between them: `0,3,8`.
  ///
  /// - Throws: `ValueProblem` for fewer than two classes or a name given twice.
  init(parsing text: String) throws(ValueProblem) {
    let allowed = "a number from 2, or at least two names with commas between them"
    guard let names = TypedText.list(text) else { throw ValueProblem(expected: allowed) }
    if names.count == 1 {
      guard let count = Int(names[0]), count >= 2 else { throw ValueProblem(expected: allowed) }
      self = .first(count)
      return
    }
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      throw ValueProblem(expected: "'\(name)' is there twice")
    }
    self = .named(names)
  }
}
