extension Identifier {
  /// What came nearest, where nothing agrees.
  func none(_ fits: [Fit], _ tried: Int, _ isUndetermined: Bool) -> IdentifiedLoss {
    let ranked = fits.filter { !isOfSample($0.hypothesis) }.sorted { $0.cost < $1.cost }
    var nearest: Fit?
    var differing = Array(observation.labels.indices)
    for fit in candidates(ranked) {
      for candidate in onSomeSamples(fit) {
        let rows = whole.differing(candidate)
        guard rows.count < differing.count else { continue }
        (nearest, differing) = (candidate, rows)
      }
    }
    // A few samples agree with anything.
    if observation.labels.count - differing.count < 4 { nearest = nil }
    let other = ranked.lazy.compactMap { fit in
      whole.judged(fit.hypothesis, fit.reduction, fit.numbers)
    }.first
    let chosen = nearest ?? other
    return IdentifiedLoss(
      answer: nil, nearest: chosen.map { .init($0, of: observation) },
      differing: chosen.map { whole.differing($0) } ?? [], same: [], tried: tried,
      isUndetermined: isUndetermined)
  }

  /// What comes nearest of each plain loss, then whatever else comes near.
  private func candidates(_ ranked: [Fit]) -> [Fit] {
    var plain: [Fit] = []
    for fit in ranked where fit.hypothesis.mistakes.isEmpty && fit.numbers.count <= 2 {
      let isKnown = plain.contains { $0.hypothesis.loss == fit.hypothesis.loss }
      if !isKnown && fit.reduction == .mean && plain.count < 8 { plain.append(fit) }
    }
    return plain + ranked.prefix(4)
  }

  /// The hypothesis solved on a few samples at a time, so that those which differ do not count.
  private func onSomeSamples(_ fit: Fit) -> [Fit] {
    guard !fit.hypothesis.isCoupled else { return [] }
    let count = observation.labels.count
    return (0..<8).compactMap { turn in
      let samples = (0..<3).map { (turn * 3 + $0 * (1 + turn % 3)) % count }
      let distinct = samples.indices.filter { !samples[..<$0].contains(samples[$0]) }
      guard let few = observation.reduced(to: 3, of: distinct.map { samples[$0] }) else {
        return nil
      }
      return Fitter(few).fit(fit.hypothesis, fit.reduction, tries: 1).fit.flatMap {
        whole.judged($0.hypothesis, $0.reduction, $0.numbers)
      }
    }
  }
}
