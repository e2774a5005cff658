extension Option {
  /// Whether its value is the path of a file or folder, or may be one.
  ///
  /// Recipes and documents may be a stranger's: no such value of theirs is followed unseen.
  var takesPath: Bool {
    guard let placeholder else { return false }
    return ["FILE", "PATH", "DIR"].contains { placeholder.contains($0) }
  }

  /// Whether its value may be several, with commas between them or given again.
  var takesSeveral: Bool { isRepeatable || isOfLosses || placeholder?.contains(",") == true }
}
