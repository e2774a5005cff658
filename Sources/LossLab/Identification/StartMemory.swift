/// Where the search for a loss ended, so that its other variants start there.
struct StartMemory {
  private var known: [String: [[Double]]] = [:]

  private func name(_ hypothesis: Hypothesis) -> String {
    let words = hypothesis.words.filter { $0.name != "variant" && $0.name != "gradient" }
    return hypothesis.loss + words.map { " \($0.value)" }.joined()
      + hypothesis.fixed.map { " \($0.name) \($0.value)" }.joined()
      + hypothesis.unknowns.map { " \($0.name)" }.joined()
      + hypothesis.mistakes.filter { $0 != .detachedGradient && $0 != .easyMargin }
      .map { " \($0.rawValue)" }.joined()
  }

  subscript(hypothesis: Hypothesis) -> [[Double]]? {
    // Another m of SphereFace-R is another variant.
    // cos(θ + m) comes round again, where its variants do not.
    let comesRound = hypothesis.words.contains { $0.value == "strict" }
    guard hypothesis.unknowns.count > 1, hypothesis.loss != "sphereface-r",
      !(comesRound && hypothesis.unknowns.count == 2)
    else { return nil }
    return known[name(hypothesis)]
  }

  /// Keeps those of the first variant that has any.
  mutating func keep(_ starts: [[Double]], for hypothesis: Hypothesis) {
    let name = name(hypothesis)
    if !starts.isEmpty, known[name] == nil { known[name] = starts }
  }
}
