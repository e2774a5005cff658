/// In which order the rows of class weights without names stand.
package struct WeightsOrder: Sendable, Equatable {
  /// `nil` for what fits the features best, said where that is not the usual one.
  package var sequence: Sequence?
  /// Whether the classes are the columns; `nil` for what the shape says or, where it says nothing,
  /// for what fits.
  package var isTransposed: Bool?

  /// Looks at the features, and says what it did.
  package static let automatic = WeightsOrder()

  package enum Sequence: String, CaseIterable, Sendable {
    /// By number, also by those within names: c2 before c10.
    case natural
    /// As programs sort texts: 10 before 2.
    case bytes
    /// As the labels come in their file.
    case appearance
    /// The row after the one that a class would have: labels from 0 and a first row for no class.
    case rowAfter = "row-after"
    /// The row before: labels from 1 and rows from 0.
    case rowBefore = "row-before"
  }

  package static let transposedWord = "transposed"
  package static let words = Sequence.allCases.map { $0.rawValue } + [transposedWord]

  /// What a person types for it; `auto` for neither.
  package var text: String {
    let words =
      (isTransposed == true ? [Self.transposedWord] : []) + (sequence.map { [$0.rawValue] } ?? [])
    return words.isEmpty ? "auto" : words.joined(separator: ",")
  }

  package init() {}

  package init(_ sequence: Sequence?, isTransposed: Bool? = nil) {
    self.sequence = sequence
    self.isTransposed = isTransposed
  }

  /// One of `words`, or `transposed` and another with a comma between; `auto`.
  ///
  /// - Returns: `nil` for other texts.
  package init?(_ text: String) {
    if text.lowercased() == "auto" { return }
    for word in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
      if word == Self.transposedWord, isTransposed == nil {
        isTransposed = true
      } else if let sequence = Sequence(rawValue: String(word)), self.sequence == nil {
        self.sequence = sequence
      } else {
        return nil
      }
    }
    // Whoever names an order alone has one row a class.
    if isTransposed == true, sequence == nil { return }
    isTransposed = isTransposed ?? false
  }
}
