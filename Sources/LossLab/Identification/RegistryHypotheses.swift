/// What there is to try of one loss.
struct RegistryHypotheses {
  let entry: LossEntry
  let observation: Observation
  let count: Int
  let norms: [Double]

  init(_ entry: LossEntry, _ observation: Observation) {
    self.entry = entry
    self.observation = observation
    count = observation.labels.count
    norms = (0..<count).map { norm(ofRow: $0, in: observation.features) }
  }

  var all: [Hypothesis] {
    let classes = observation.weights?.rows ?? 0
    guard entry.kind == .metric || entry.name == "center" || classes > 0 else { return [] }
    switch entry.name {
    case "center": return center
    case "ohem": return (1..<min(65, max(2, count))).map { hardest($0) }
    case "elasticface": return elastic
    case "subcenter-arcface":
      return (2...max(2, min(20, classes))).filter { classes % $0 == 0 }.flatMap { k in
        hypotheses(fixed: [.init(name: "k", value: Double(k))])
      }
    case "lsoftmax", "sphereface":
      return (1...8).flatMap { m in
        [[], [Unknown.positive("lambda", [0.5, 5, 100])]].flatMap { annealing in
          hypotheses(fixed: [.init(name: "m", value: Double(m))], annealing)
        }
      }
    case "adacos": return classes < 3 ? [] : adacos
    // Only h/σ is seen: h of the paper.
    case "adaface": return hypotheses(fixed: [.init(name: "h", value: 0.333)])
    case "magface": return magface
    default: return hypotheses(unknowns)
    }
  }

  private func hypotheses(
    fixed: [Observation.StatedNumber] = [], _ open: [Unknown]? = nil
  ) -> [Hypothesis] {
    let open = open ?? unknowns
    return wordings.map {
      stated($0, fixed: fixed, open, starts: starts(open), isCoupled: entry.kind == .metric)
    }
  }

  /// - Parameter reductions: mean and sum where they are not named.
  private func stated(
    _ words: [Hypothesis.Word], fixed: [Observation.StatedNumber] = [], _ open: [Unknown],
    starts: [[Double]] = [], isCoupled: Bool = false, reductions: [Reduction]? = nil
  ) -> Hypothesis {
    var hypothesis = Hypothesis.stated(entry, words, fixed: fixed, open)
    hypothesis.starts = starts
    hypothesis.isCoupled = isCoupled
    hypothesis.reductions = reductions ?? (count > 1 ? [.mean, .sum(count)] : [.mean])
    return hypothesis
  }

  /// Every combination of its words.
  private var wordings: [[Hypothesis.Word]] {
    var all: [[Hypothesis.Word]] = [[]]
    let hasGradients = observation.results.contains { $0.kind != .value && $0.kind != .perSample }
    for option in entry.options {
      guard case .words(let words, _) = option.values else { continue }
      var name = option.name
      var values = words
      switch name {
      case "gradient": values = hasGradients && changesSlope ? words : ["exact"]
      case "mining":
        name = "variant"
        values = TripletRule.allCases.map { $0.rawValue }
      default: break
      }
      all = all.flatMap { one in values.map { one + [.init(name: name, value: $0)] } }
    }
    // The margin in the cosine has no branch, and its slope is that of cos θ.
    return all.filter { words in
      !words.contains(.init(name: "target", value: "cosface"))
        || words.allSatisfy {
          ($0.name != "variant" || $0.value == "strict") && $0.value != "detached"
        }
    }
  }

  private var changesSlope: Bool {
    !["cosface", "uniface", "lsoftmax", "sphereface"].contains(entry.name)
      || entry.isAnnealed
  }

  private var adacos: [Hypothesis] {
    [
      stated([.init(name: "variant", value: "fixed")], []),
      stated([.init(name: "variant", value: "dynamic")], [.scale()], isCoupled: true),
    ]
  }

  /// Where no feature is shorter than l_a, every l_a with its l_m is as good as another: those of the
  /// papers first.
  private var magface: [Hypothesis] {
    let shortest = norms.min() ?? 1
    let others = unknowns.filter { $0.name != "la" }
    return [1, 10, shortest / 2].filter { $0 <= shortest }.prefix(1).flatMap { la in
      hypotheses(fixed: [.init(name: "la", value: la)], others)
    } + hypotheses()
  }

  private func hardest(_ kept: Int) -> Hypothesis {
    stated(
      [],
      fixed: [
        .init(name: "gamma", value: 0),
        .init(name: "keep", value: Double(kept) / Double(max(1, count))),
      ], [], isCoupled: true, reductions: [.mean, .sum(kept)])
  }

  /// One margin a sample.
  private var elastic: [Hypothesis] {
    guard count <= Identifier.sampleCount else { return [] }
    let margins = (0..<count).map { Unknown.number("margins[\($0)]", [0.3], from: -1, to: 3) }
    return wordings.map { stated($0, [.scale()] + margins) }
  }

  private var center: [Hypothesis] {
    guard observation.centers != nil else { return [] }
    func reduced(_ word: String, _ open: [Unknown], _ reductions: [Reduction]) -> Hypothesis {
      stated([.init(name: "reduction", value: word)], open, isCoupled: true, reductions: reductions)
    }
    if observation.weights != nil {
      return ["mean", "sum"].map { reduced($0, [.positive("lambda", [0.003, 1])], [.mean]) }
    }
    let (batch, dimensions) = (Double(count), Double(observation.features.columns))
    return [
      reduced(
        "mean", [],
        [
          .sum(count), .mean,
          Reduction(name: "sum", factor: 2 * batch, sampleFactor: 2, mistakes: [.noHalf]),
          Reduction(name: "mean", factor: 2, sampleFactor: 2, mistakes: [.noHalf]),
          Reduction(
            name: "mean", factor: 2 / dimensions, mistakes: [.noHalf, .meanOverDimensions]),
          Reduction(name: "mean", factor: 1 / dimensions, mistakes: [.meanOverDimensions]),
        ])
    ]
  }
}
