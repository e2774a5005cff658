/// How well a threshold on the angle tells pairs of one class from pairs of two.
package struct Verification: Sendable {
  package let positive: PairAngles
  package let negative: PairAngles
  /// Whether all numbers are exact; else within about 1e-6, from 2²⁰ bins.
  package let isExact: Bool
  /// The area under the ROC curve; `nil` where one kind of pair is missing, as all that follows.
  package let areaUnderCurve: Double?
  package let equalError: EqualError?
  package let acceptance: [Acceptance]
  /// From (0, 0) to (1, 1), thinned out to what a picture shows.
  package let curve: [RatePoint]
  package let accuracy: FoldAccuracy?
  /// One a false accept rate of 10⁻¹ … 10⁻⁶; `nil` where it cannot be measured.
  package let operatingPoints: [OperatingPoint?]
  /// What likeness and separation of pairs stand for.
  package let scale: PairScale

  /// The most lenient threshold that keeps a false accept rate.
  ///
  /// With fewer than three pairs of two classes to be accepted, nothing is said: had none of N been
  /// accepted, the rate could still be 3 / N (the rule of three, at 95 %).
  package struct OperatingPoint: Sendable, Equatable {
    /// −3 for a false accept rate of 10⁻³.
    package let exponent: Int
    /// Pairs at least so alike are accepted.
    package let likeness: Double
    /// The false accept rate that it has, and how many pairs these are.
    package let achieved: Double
    package let falseAccepts: Int
    package let trueAccept: Double
  }

  /// Where a single point is looked at: at a false accept rate of 10⁻³, or the lowest above it that
  /// can be measured.
  package var usualPoint: OperatingPoint? { operatingPoints.prefix(3).compactMap { $0 }.last }

  /// How far the two kinds of pairs are from one another, |μ₊ − μ₋| / √((σ₊² + σ₋²) / 2) of their
  /// angles or distances: decidability, d′ (Daugman 2000); NaN where neither varies.
  package var decidability: Double {
    let spread = positive.deviation * positive.deviation + negative.deviation * negative.deviation
    return spread > 0 ? abs(positive.mean - negative.mean) / (spread / 2).squareRoot() : .nan
  }

  /// Where as many pairs of one class are refused as pairs of two are taken for one.
  package struct EqualError: Sendable, Equatable {
    package let rate: Double
    /// The angle at which that happens, radians; any separation, where distances count.
    package let angle: Double
    /// The same as likeness.
    package let likeness: Double
  }

  /// The share of positive pairs that pass a threshold which at most so many negative ones pass.
  package struct Acceptance: Sendable, Equatable {
    /// −1 for a false accept rate of 10⁻¹.
    package let exponent: Int
    /// `nil` where there are not enough negative pairs for one of them to pass.
    package let rate: Double?
    /// How many negative pairs that share is, rounded down.
    package let falseAccepts: Int
  }

  package struct RatePoint: Sendable, Equatable {
    package var falseAccept: Double
    package var trueAccept: Double

    /// On the way from the point before, where as many are refused as taken: the share of the way,
    /// and the rate.
    func equalError(after last: RatePoint) -> (share: Double, rate: Double) {
      let before = 1 - last.trueAccept - last.falseAccept
      let after = 1 - trueAccept - falseAccept
      let share = before > after ? before / (before - after) : 1
      return (share, last.falseAccept + share * (falseAccept - last.falseAccept))
    }
  }

  /// Accuracy at the threshold that was best on the other nine folds, as LFW is measured.
  package struct FoldAccuracy: Sendable, Equatable {
    package let mean: Double
    /// Between folds.
    package let deviation: Double
    package let folds: Int
    /// The mean of the thresholds, as an angle in radians or another separation.
    package let threshold: Double
  }

  /// - Parameter isBalanced: whether both kinds count alike in the accuracy, however many there
  ///   are; with all pairs, nearly all are negative.
  package init(_ tally: PairTally, isBalanced: Bool) {
    positive = tally.positive
    negative = tally.negative
    isExact = tally.isExact
    scale = tally.scale
    guard positive.count > 0, negative.count > 0 else {
      areaUnderCurve = nil
      equalError = nil
      acceptance = Self.falseAcceptRates.indices.map {
        Acceptance(exponent: -$0 - 1, rate: nil, falseAccepts: 0)
      }
      curve = []
      accuracy = nil
      operatingPoints = Self.falseAcceptRates.map { _ in nil }
      return
    }
    var sweep = RateSweep(tally)
    tally.forEachGroup { sweep.add(cosine: $0, positive: $1, negative: $2) }
    areaUnderCurve = sweep.area
    equalError = sweep.equalError
    acceptance = sweep.acceptance
    curve = sweep.curve
    operatingPoints = sweep.operatingPoints
    accuracy = foldAccuracy(tally, isBalanced: isBalanced)
  }
}

extension Verification {
  /// 10⁻¹, 10⁻² … 10⁻⁶: where true accept rates are given.
  static let falseAcceptRates = (1...6).reduce(into: []) { rates, _ in
    rates.append((rates.last ?? 1.0) / 10)
  }
}

/// The first stretch of thresholds with the highest score, from the strictest on.
private struct Plateau {
  var value: Double
  var start = 1.0
  var end: Double?

  mutating func meet(_ next: Double, at cosine: Double) {
    if next > value {
      (value, start, end) = (next, cosine, nil)
    } else if end == nil, next < value {
      end = cosine
    }
  }

  var middle: Double { (start + (end ?? -1)) / 2 }
}

/// For each fold: the threshold that is best on the others, and how it does on this one.
private func foldAccuracy(
  _ tally: PairTally, isBalanced: Bool
) -> Verification.FoldAccuracy? {
  let folds = FoldCounts(tally, isBalanced: isBalanced)
  let thresholds = folds.thresholds(tally)
  let result = folds.scores(tally, at: thresholds)
  let used = thresholds.indices.filter { folds.totals[2 * $0] + folds.totals[2 * $0 + 1] > 0 }
  guard used.count > 1 else { return nil }
  let values = used.map { result[$0] }
  return .init(
    mean: mean(values), deviation: deviation(of: values), folds: used.count,
    threshold: mean(used.map { tally.scale.separation(ofLikeness: thresholds[$0]) }))
}

/// The pairs of each fold, positive and negative in turn.
private struct FoldCounts {
  let totals: [Int]
  private let isBalanced: Bool
  private let positives: Int
  private let negatives: Int

  private static let folds = PairTally.foldCount

  init(_ tally: PairTally, isBalanced: Bool) {
    var totals = Array(repeating: 0, count: 2 * Self.folds)
    tally.forEachFoldGroup { _, counts in
      for index in counts.indices { totals[index] += counts[index] }
    }
    positives = (0..<Self.folds).reduce(0) { $0 + totals[2 * $1] }
    negatives = (0..<Self.folds).reduce(0) { $0 + totals[2 * $1 + 1] }
    self.totals = totals
    self.isBalanced = isBalanced
  }

  /// Of `right` positive and `wrong` negative pairs that pass, out of so many.
  private func score(_ right: Int, _ wrong: Int, of same: Int, _ other: Int) -> Double {
    if isBalanced && same > 0 && other > 0 {
      return (Double(right) / Double(same) + 1 - Double(wrong) / Double(other)) / 2
    }
    return Double(right + other - wrong) / Double(max(1, same + other))
  }

  /// The likeness that is best on all folds but one.
  func thresholds(_ tally: PairTally) -> [Double] {
    // Before the first pair passes, everything is refused.
    var best = (0..<Self.folds).map { fold in
      Plateau(
        value: score(0, 0, of: positives - totals[2 * fold], negatives - totals[2 * fold + 1]))
    }
    var passed = Array(repeating: 0, count: 2 * Self.folds)
    var (right, wrong) = (0, 0)
    tally.forEachFoldGroup { cosine, counts in
      for index in counts.indices { passed[index] += counts[index] }
      for fold in 0..<Self.folds {
        right += counts[2 * fold]
        wrong += counts[2 * fold + 1]
      }
      for fold in 0..<Self.folds {
        let value = score(
          right - passed[2 * fold], wrong - passed[2 * fold + 1],
          of: positives - totals[2 * fold], negatives - totals[2 * fold + 1])
        best[fold].meet(value, at: cosine)
      }
    }
    return best.map { $0.middle }
  }

  /// How each fold does at its threshold.
  func scores(_ tally: PairTally, at thresholds: [Double]) -> [Double] {
    var accepted = Array(repeating: 0, count: 2 * Self.folds)
    tally.forEachFoldGroup { cosine, counts in
      for fold in 0..<Self.folds where cosine >= thresholds[fold] {
        accepted[2 * fold] += counts[2 * fold]
        accepted[2 * fold + 1] += counts[2 * fold + 1]
      }
    }
    return (0..<Self.folds).map { fold in
      score(accepted[2 * fold], accepted[2 * fold + 1], of: totals[2 * fold], totals[2 * fold + 1])
    }
  }
}
