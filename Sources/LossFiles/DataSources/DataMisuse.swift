/// What was asked of data, or of the file that they are to become, and does not go with them.
package struct DataMisuse: Error, Equatable, CustomStringConvertible {
  /// One lower-case clause without a full stop.
  package let description: String
  /// What to do next.
  package let hint: String

  package init(_ description: String, hint: String) {
    self.description = description
    self.hint = hint
  }
}
