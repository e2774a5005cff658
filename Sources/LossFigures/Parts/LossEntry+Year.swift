extension LossEntry {
  /// Of the paper: the first year of its citation; softmax is older than any paper that is cited.
  package var year: Int? {
    guard name != LossEntry.softmax.name else { return nil }
    return citation.split { !$0.isNumber }.first { $0.count == 4 && $0.hasPrefix("20") }.flatMap {
      Int($0)
    }
  }
}
