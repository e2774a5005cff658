extension [String] {
  /// `light, dark or both`.
  package func joined(by separator: String = ", ", last: String) -> String {
    guard count > 1, let end = self.last else { return first ?? "" }
    return dropLast().joined(separator: separator) + last + end
  }
}
