/// How the lines of a list of pairs are meant, as its first lines show.
enum PairForm: Equatable {
  /// `name 1 4` and `name 1 other 2`, samples counted from 1 within their class.
  case numbered
  /// Two samples and then whether they are of one class: `a.jpg b.jpg 1`.
  case judged(Sample)
  /// Two samples; their labels say whether they are of one class.
  case listed(Sample)

  enum Sample: Equatable {
    /// The place of its row, from 0.
    case row
    /// What a column of names calls it.
    case name
  }

  /// - Parameter lines: their fields, without a header.
  init(_ lines: [[String]], classNames: [String]) {
    let isJudged = lines.allSatisfy { $0.count == 3 && Self.verdict($0[2]) != nil }
    let isListed = lines.allSatisfy { $0.count == 2 }
    let areNumbers = lines.allSatisfy { $0.prefix(2).allSatisfy { Int($0) != nil } }
    guard isJudged || isListed else {
      self = .numbered
      return
    }
    let sample = areNumbers ? Sample.row : .name
    guard isJudged else {
      self = .listed(sample)
      return
    }
    // `anna 1 4` has three fields, too: a number of 0 or a word is a verdict, and so is what stands
    // behind two samples that are no class with a number.
    let names = Set(classNames)
    let isNumbered = lines.allSatisfy { names.contains($0[0]) && (Int($0[1]) ?? 0) > 0 }
    let isSure = lines.contains { (Int($0[2]) ?? 0) < 1 }
    self = isNumbered && !isSure ? .numbered : .judged(sample)
  }

  /// Whether a field says that a pair is of one class, in the usual words.
  static func verdict(_ field: String) -> Bool? {
    switch field.lowercased() {
    case "1", "1.0", "true", "same", "yes", "genuine", "positive", "match": true
    case "0", "0.0", "-1", "false", "different", "no", "impostor", "negative", "mismatch", "diff":
      false
    default: nil
    }
  }
}
