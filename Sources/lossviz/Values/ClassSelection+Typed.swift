import LossLab

extension ClassSelection {
  /// `6`, or names with commas between them: `0,3,8`.
  ///
  /// - Throws: `ValueProblem` for fewer than two classes or a name given twice.
  init(parsing text: String) throws(ValueProblem) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingSpaces()
    }
    let allowed = "a number from 2, or at least two names with commas between them"
    if names.count == 1 {
      guard let count = Int(names[0]), count >= 2 else { throw ValueProblem(expected: allowed) }
      self = .first(count)
      return
    }
    var known: Set<String> = []
    for name in names {
      guard !name.isEmpty, known.insert(name).inserted else {
        throw ValueProblem(expected: name.isEmpty ? allowed : "'\(name)' is there twice")
      }
    }
    self = .named(names)
  }
}

extension Substring {
  fileprivate func trimmingSpaces() -> String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
