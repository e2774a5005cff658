/// Which triplets (anchor, positive, negative) of a batch count, and how they are averaged.
enum TripletRule: String, CaseIterable, Sendable {
  /// All; mean over those with a loss.
  case batchAllPositive = "batch_all_positive"
  /// All; mean over all.
  case batchAllMean = "batch_all_mean"
  /// The farthest positive and the nearest negative of each anchor.
  case batchHard = "batch_hard"
  /// The same with ln(1 + exp) in place of the hinge.
  case batchHardSoft = "batch_hard_soft"
  /// Those with d_ap < d_an ≤ d_ap + margin; mean over those with a loss.
  case semiHardAll = "semi_hard_all"
  /// For each anchor and positive the nearest negative beyond d_ap, or else the farthest.
  case semiHardOne = "semi_hard_one"
}

/// Σ [d(a, p) − d(a, n) + m]₊ over triplets of anchor, positive and negative.
///
/// Schroff, Kalenichenko and Philbin, "FaceNet", CVPR 2015, arXiv:1503.03832, eq. 3, with squared
/// distances of normalised features.
struct TripletLoss: Sendable {
  let rule: TripletRule
  let metric: Metric
  let normalizes: Bool
  let margin: Double
  /// Whether `batchHard` takes the farthest negative for the hardest, as is seen in code.
  var mistakesNegatives = false

  var loss: Loss {
    Loss { input, output in
      let distances = PairDistances(input.features, metric: metric, normalizes: normalizes)
      var sum = TripletSum(count: distances.count)
      for anchor in 0..<distances.count {
        switch rule {
        case .batchAllPositive, .batchAllMean, .semiHardAll:
          addAll(anchor, input.labels, distances, &sum)
        case .batchHard, .batchHardSoft: addHardest(anchor, input.labels, distances, &sum)
        case .semiHardOne: addSemiHard(anchor, input.labels, distances, &sum)
        }
      }
      let countsAll = rule != .batchAllPositive && rule != .semiHardAll
      let divisor = Double(max(1, countsAll ? sum.triplets : sum.active))
      output.value += sum.value / divisor
      for index in sum.slopes.indices { sum.slopes[index] /= divisor }
      distances.addGradient(of: sum.slopes, to: &output.featureGradient)
    }
  }

  private func addAll(
    _ anchor: Int, _ labels: [Int], _ distances: PairDistances, _ sum: inout TripletSum
  ) {
    let count = distances.count
    for positive in 0..<count where labels[positive] == labels[anchor] && positive != anchor {
      let near = distances[anchor, positive]
      var active = 0.0
      for negative in 0..<count where labels[negative] != labels[anchor] {
        let far = distances[anchor, negative]
        if rule == .semiHardAll && !(near < far && far <= near + margin) { continue }
        sum.triplets += 1
        let hinge = near - far + margin
        guard hinge > 0 else { continue }
        sum.active += 1
        sum.value += hinge
        active += 1
        sum.slopes[anchor * count + negative] -= 1
      }
      sum.slopes[anchor * count + positive] += active
    }
  }

  private func addHardest(
    _ anchor: Int, _ labels: [Int], _ distances: PairDistances, _ sum: inout TripletSum
  ) {
    var positive: Int?
    var negative: Int?
    for other in 0..<distances.count where other != anchor {
      let distance = distances[anchor, other]
      if labels[other] == labels[anchor] {
        if positive.map({ distance > distances[anchor, $0] }) ?? true { positive = other }
      } else if negative.map({
        mistakesNegatives ? distance > distances[anchor, $0] : distance < distances[anchor, $0]
      }) ?? true {
        negative = other
      }
    }
    guard let positive, let negative else { return }
    sum.triplets += 1
    let difference = distances[anchor, positive] - distances[anchor, negative]
    let (value, slope) =
      rule == .batchHardSoft
      ? (softplus(difference), logistic(difference))
      : (max(0, difference + margin), difference + margin > 0 ? 1 : 0)
    sum.value += value
    sum.slopes[anchor * distances.count + positive] += slope
    sum.slopes[anchor * distances.count + negative] -= slope
  }

  /// One pass over the negatives: each is noted with the farthest positive that it lies beyond, and
  /// every positive then takes the nearest of those noted with it or with a farther one.
  private func addSemiHard(
    _ anchor: Int, _ labels: [Int], _ distances: PairDistances, _ sum: inout TripletSum
  ) {
    let (count, label) = (distances.count, labels[anchor])
    let row = anchor * count
    var positives = (0..<count).filter { labels[$0] == label && $0 != anchor }
    positives.sort { distances[anchor, $0] < distances[anchor, $1] }
    let near = positives.map { distances[anchor, $0] }
    var nearest = Array(repeating: -1, count: near.count)
    var farthest = -1
    for negative in 0..<count where labels[negative] != label {
      let far = distances[anchor, negative]
      if farthest < 0 || far >= distances[anchor, farthest] { farthest = negative }
      let nearer = firstPlace(below: near.count) { !(near[$0] < far) }
      guard nearer > 0 else { continue }
      let noted = nearest[nearer - 1]
      if noted < 0 || far < distances[anchor, noted] { nearest[nearer - 1] = negative }
    }
    guard farthest >= 0 else { return }
    var best = -1
    for place in near.indices.reversed() {
      let noted = nearest[place]
      if noted >= 0 {
        let own = distances[anchor, noted]
        let least = best < 0 ? .infinity : distances[anchor, best]
        // Of equals the first in the batch.
        if own < least || (own == least && noted < best) { best = noted }
      }
      let negative = best < 0 ? farthest : best
      sum.triplets += 1
      let hinge = near[place] - distances[anchor, negative] + margin
      guard hinge > 0 else { continue }
      sum.value += hinge
      sum.slopes[row + positives[place]] += 1
      sum.slopes[row + negative] -= 1
    }
  }
}

/// What the triplets of a batch add up to.
private struct TripletSum {
  var value = 0.0
  var triplets = 0
  /// Triplets with a loss.
  var active = 0
  /// ∂value/∂d of ordered pairs, `count × count`.
  var slopes: [Double]

  init(count: Int) { slopes = Array(repeating: 0, count: count * count) }
}

extension TripletLoss {
  fileprivate init(_ settings: LossSettings, _ rule: TripletRule) {
    self.init(
      rule: rule, metric: settings[LossEntry.metric], normalizes: settings[.normalize],
      margin: settings[LossEntry.tripletMargin])
  }
}

extension Mining {
  fileprivate var rule: TripletRule {
    switch self {
    case .batchAll: .batchAllPositive
    case .batchHard: .batchHard
    case .semiHard: .semiHardOne
    }
  }
}

extension StatedParameters {
  /// By `variant` as in reference files, or by `mining` as in our options.
  fileprivate func tripletRule() throws(LabError) -> TripletRule {
    if isStated("variant") {
      let word = try word("variant", of: TripletRule.allCases.map { $0.rawValue })
      return TripletRule(rawValue: word) ?? .semiHardOne
    }
    let word = try word("mining", of: ["semi-hard", "batch-all", "batch-hard"])
    return (Mining(rawValue: word) ?? .semiHard).rule
  }
}

extension LossEntry {
  fileprivate static let tripletMargin = Hyperparameter.m(
    "margin between the distances", range: .between(0, 4, text: "0 ≤ m ≤ 4"),
    default: .fixed(0.2))
  private static let mining = Hyperparameter<Mining>.choice(
    "mining", "which triplets of a batch count", default: .semiHard)
  static let metric = Hyperparameter<Metric>.choice(
    "metric", "the distance that is compared", default: .squared)

  /// [d(a, p) − d(a, n) + m]₊: Schroff et al., 2015, arXiv:1503.03832, formula 3.
  public static let triplet = LossEntry(
    name: "triplet", title: "Triplet loss",
    summary: "a positive must be nearer than a negative, by m",
    formula: "[d(a, p) − d(a, n) + m]_+",
    boundary:
      "none of its own: there is no class layer, so features are judged by the nearest class mean"
      + " direction",
    citation: "Schroff et al. 2015, \"FaceNet\", arXiv:1503.03832, eq. 3", kind: .metric,
    options: [
      tripletMargin.option, mining.option, metric.option, Hyperparameter.normalize.option,
    ]
  ) { settings in
    TripletLoss(settings, settings[mining].rule).loss
  }.stated { stated throws(LabError) in
    var settings = LossSettings()
    for option in [tripletMargin.option, metric.option, Hyperparameter.normalize.option] {
      try stated.set(option, in: &settings)
    }
    return TripletLoss(settings, try stated.tripletRule()).loss
  }
  // The more samples a batch has, the likelier a stray one of another class lies within each
  // class, and is then the semi-hard negative of all its members: classes side by side stop
  // pushing each other apart (MNIST, 20 to 28 rounds: test accuracy 0.94 with batches of 512, 0.957
  // of 128, 0.967 of 64).
  .trained(UsualTraining(rounds: 20, batch: 64)).known(as: "facenet").teaching(
    "A stranger must be farther than a friend, by m.", zh: "比较样本：异类须比同类远 m。")
}
