/// The search for the loss that numbers were computed with: what is right first, then what is
/// mistaken, each by as few open numbers as do.
package struct Identifier: Sendable {
  /// So many samples are enough to search with.
  static let sampleCount = 8

  let observation: Observation
  let whole: Fitter
  private let sample: Observation?
  private let part: Fitter

  private init(_ observation: Observation) {
    self.observation = observation
    whole = Fitter(observation)
    sample = observation.reduced(to: Self.sampleCount)
    part = sample.map { Fitter($0) } ?? whole
  }

  /// - Throws: `LabError.badData` for less than two samples or nothing that was computed.
  package static func identify(_ observation: Observation) throws(LabError) -> IdentifiedLoss {
    guard observation.labels.count > 1 else {
      throw .badData(.oneSample)
    }
    guard !observation.results.isEmpty else {
      throw .badData(.noResults)
    }
    return Identifier(observation).found
  }

  private var found: IdentifiedLoss {
    var tried = 0
    var all: [Fit] = []
    var isUndetermined = false
    for stage in Stage.allCases {
      if stage == .degrees || stage == .factors {
        // A last resort, for arrays alone.
        guard observation.results.contains(where: { $0.kind != .value }) else { continue }
      }
      let stageFits = fits(hypotheses(stage), tries: stage == .degrees ? 1 : 2)
      tried += stageFits.count
      let within = stageFits.filter { $0.isWithin }
      let sure = within.filter { evidence($0) - log10(Double(tried)) >= 2 }
      isUndetermined = isUndetermined || !within.isEmpty
      if let best = best(of: sure) {
        return answer(best, among: sure, tried)
      }
      all += stageFits
    }
    let (round, count) = roundFits
    tried += count
    if let best = best(of: round) { return answer(best, among: round, tried) }
    return none(all, tried, isUndetermined)
  }

  private enum Stage: CaseIterable {
    case simple, mistaken, rich, mistakenRich, pairs, degrees, factors
  }

  private func hypotheses(_ stage: Stage) -> [Hypothesis] {
    let registry = Hypothesis.registry(observation)
    let hasWeights = observation.weights != nil
    func isMetric(_ hypothesis: Hypothesis) -> Bool {
      LossEntry.all.first { $0.name == hypothesis.loss }?.kind == .metric
    }
    switch stage {
    case .simple:
      return registry.filter { $0.unknowns.count <= 2 && !(hasWeights && isMetric($0)) }
    case .mistaken: return Hypothesis.mistaken(observation).filter { $0.unknowns.count <= 2 }
    case .rich:
      let few = sample.map { Hypothesis.registry($0) } ?? []
      return registry.filter { $0.unknowns.count > 2 }
        + few.filter { $0.loss == "elasticface" }
    case .mistakenRich:
      return Hypothesis.mistaken(observation).filter { $0.unknowns.count > 2 }
    case .pairs: return hasWeights ? registry.filter(isMetric) : []
    case .degrees: return hasWeights ? degrees : []
    case .factors:
      return registry.filter { $0.unknowns.count <= 2 && !isMetric($0) }.map { $0.withFactor }
    }
  }

  /// ArcFace whose fallback takes m · sin m of an m in degrees, which does not come round.
  private var degrees: [Hypothesis] {
    (20...900).map { tenths in
      var hypothesis = Hypothesis.stated(
        .arcface, [.init(name: "variant", value: "monotone")],
        fixed: [.init(name: "m", value: Double(tenths) / 10)], [.scale()])
      hypothesis.reductions = [.mean]
      return hypothesis
    }
  }

  /// Means first; sums and others where no mean fits.
  private func fits(_ hypotheses: [Hypothesis], tries: Int) -> [Fit] {
    var all: [Fit] = []
    for number in 0..<(hypotheses.map { $0.reductions.count }.max() ?? 0) {
      var starts = StartMemory()
      var found: String?
      for hypothesis in hypotheses where number < hypothesis.reductions.count {
        // Many open numbers take long, and one loss with them is enough.
        if let found, found != hypothesis.loss, hypothesis.unknowns.count > 2 { continue }
        guard let fit = fit(hypothesis, hypothesis.reductions[number], tries, &starts) else {
          continue
        }
        all.append(fit)
        if fit.isWithin && fit.leastDigits > 7 { found = found ?? hypothesis.loss }
      }
      if number == 0 && all.contains(where: { $0.isWithin }) { break }
    }
    return all
  }

  private func fit(
    _ hypothesis: Hypothesis, _ reduction: Reduction, _ tries: Int, _ starts: inout StartMemory
  ) -> Fit? {
    let fitter = hypothesis.isCoupled ? whole : part
    // What has a number for each sample is known for these samples alone.
    let isPartial = isOfSample(hypothesis)
    let (fit, ends) = fitter.fit(hypothesis, reduction, from: starts[hypothesis], tries: tries)
    starts.keep(ends, for: hypothesis)
    guard let fit, !hypothesis.isCoupled, sample != nil, fit.isWithin, !isPartial else {
      return fit
    }
    return whole.fit(hypothesis, reduction, from: [fit.numbers], tries: 1).fit
  }

  /// How many digits say so, beyond those that went into the open numbers.
  private func evidence(_ fit: Fit) -> Double {
    var sum = 0.0
    for (result, digits) in zip(judges(fit).results, fit.digits) {
      sum += Double(result.informativeCount) * digits
    }
    return sum - Double(fit.numbers.count) * (fit.digits.max() ?? 0)
  }

  private func log10(_ number: Double) -> Double { log(max(1, number)) / log(10) }

  /// The one with the fewest open numbers among those that agree in as many digits as any.
  private func best(of fits: [Fit]) -> Fit? {
    equals(of: fits).enumerated().min {
      let (first, second) = (rank($0.element), rank($1.element))
      return first != second ? first < second : $0.offset < $1.offset
    }?.element
  }

  private func equals(of fits: [Fit]) -> [Fit] {
    let most = min(9, fits.map { $0.leastDigits }.max() ?? 0)
    return fits.filter { $0.leastDigits >= most - 0.7 }
  }

  private func rank(_ fit: Fit) -> Int {
    10 * fit.numbers.count + fit.hypothesis.mistakes.count + fit.reduction.mistakes.count
  }

  private func answer(_ best: Fit, among fits: [Fit], _ tried: Int) -> IdentifiedLoss {
    let others = equals(of: fits).filter {
      $0.numbers.count == best.numbers.count
        && ($0.hypothesis.loss != best.hypothesis.loss
          || $0.hypothesis.words != best.hypothesis.words
          || $0.hypothesis.mistakes != best.hypothesis.mistakes)
    }
    return IdentifiedLoss(
      answer: .init(best, of: judges(best), open: openNumbers(best)), nearest: nil, differing: [],
      same: others.map { .init($0, of: judges($0)) }, tried: tried, isUndetermined: false)
  }

  /// Numbers that may be others without a difference in any result.
  private func openNumbers(_ fit: Fit) -> [String] {
    let fitter = isOfSample(fit.hypothesis) ? part : whole
    var names = fit.hypothesis.unknowns.indices.filter { index in
      var numbers = fit.numbers
      numbers[index] += numbers[index] == 0 ? 0.05 : 0.05 * numbers[index]
      return fitter.judged(fit.hypothesis, fit.reduction, numbers)?.isWithin ?? false
    }.map { fit.hypothesis.unknowns[$0].name }
    let fixed = fit.hypothesis.fixed.map { $0.name }
    if fixed.contains("h") { names.append("h") }
    if fixed.contains("la") { names += ["la", "lm"].filter { !names.contains($0) } }
    return names
  }

  /// Whether it has a number for each of the samples that are searched with.
  func isOfSample(_ hypothesis: Hypothesis) -> Bool {
    sample != nil && hypothesis.unknowns.contains { $0.name == "margins[0]" }
  }

  private func judges(_ fit: Fit) -> Observation {
    isOfSample(fit.hypothesis) ? sample ?? observation : observation
  }

  /// Where there are fewer numbers than open ones: those that people use.
  private var roundFits: (fits: [Fit], tried: Int) {
    guard observation.results.reduce(0, { $0 + $1.informativeCount }) <= 3 else { return ([], 0) }
    var fits: [Fit] = []
    var tried = 0
    for hypothesis in Hypothesis.registry(observation) where hypothesis.unknowns.count <= 2 {
      guard let points = hypothesis.roundPoints(observation.stated) else { continue }
      for reduction in hypothesis.reductions {
        for point in points {
          tried += 1
          guard let fit = whole.judged(hypothesis, reduction, point), fit.isWithin else { continue }
          fits.append(fit)
        }
      }
    }
    let needed = log10(Double(tried)) + 2
    return (fits.filter { $0.digits.reduce(0, +) >= needed }, tried)
  }
}
