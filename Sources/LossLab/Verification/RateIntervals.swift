/// How sure the rates of verification are.
///
/// Pairs share people, so that a thousand pairs of three people say less than a thousand pairs of a
/// thousand. People are drawn anew, with replacement, a thousand times, each with all of their
/// pairs; an interval is what the middle 95 % of the draws give at the threshold that was found (the
/// subsets bootstrap of Bolle, Ratha and Pankanti 2004). A pair of two people counts by the first
/// order of its two weights, w₁ + w₂ − 1. With fewer than ten people, or where all of them have one
/// rate, draws say nothing: the interval is Wilson's, of as many trials as there are people.
package struct RateIntervals: Sendable {
  /// Of the true accept rate at each operating point.
  package let trueAccept: [ClosedRange<Double>?]
  package let equalError: ClosedRange<Double>?
  package let method: Method
  /// People with pairs of their own.
  package let people: Int
  /// What each draw gave, for differences: the true accept rates, then the equal error rate.
  private let draws: [[Double]]
  private let tallied: [Double]

  package enum Method: String, Sendable {
    case bootstrap = "bootstrap over identities"
    case wilson = "Wilson over identities"
  }

  package static let draws = 1000
  /// Fewer people than these are too few to draw from.
  package static let fewest = 10
}

extension RateIntervals {
  /// - Returns: `nil` where one kind of pair is missing.
  init?(_ counts: PersonCounts, _ verification: Verification, parallel: ParallelFor) {
    guard let error = verification.equalError else { return nil }
    let people = counts.pairs.filter { $0 > 0 }.count
    let points = verification.operatingPoints.map { $0.flatMap { counts.place(of: $0.likeness) } }
    let draws = counts.draws(Self.draws, at: points, parallel)
    self.people = people
    self.draws = draws
    tallied = verification.operatingPoints.map { $0?.trueAccept ?? .nan } + [error.rate]
    let isBootstrap = people >= Self.fewest
    method = isBootstrap ? .bootstrap : .wilson
    trueAccept = points.enumerated().map { index, place in
      guard place != nil, let point = verification.operatingPoints[index] else { return nil }
      return Self.interval(draws.map { $0[index] }, about: point.trueAccept, people, isBootstrap)
    }
    equalError = Self.interval(
      draws.map { $0[points.count] }, about: error.rate, people, isBootstrap)
  }

  private static func interval(
    _ values: [Double], about rate: Double, _ people: Int, _ isBootstrap: Bool
  ) -> ClosedRange<Double> {
    let usable = values.filter { !$0.isNaN }
    if isBootstrap, !usable.isEmpty {
      let (low, high) = (percentile(2.5, of: usable), percentile(97.5, of: usable))
      if high > low { return min(low, rate)...max(high, rate) }
    }
    return wilsonInterval(rate, of: max(1, people))
  }

  /// The difference of another's rates less these, at each operating point, then of the equal error.
  ///
  /// Where both were measured on the same people, the draws are the same, so that what the people do
  /// to both falls out. `nil` where one of them is not measured.
  package func differences(of other: RateIntervals) -> [ClosedRange<Double>?] {
    tallied.indices.map { index in
      let middle = other.tallied[index] - tallied[index]
      guard !middle.isNaN, method == .bootstrap, other.method == .bootstrap else { return nil }
      let all = zip(other.draws, draws).map { $0[index] - $1[index] }.filter { !$0.isNaN }
      guard !all.isEmpty else { return nil }
      return min(middle, percentile(2.5, of: all))...max(middle, percentile(97.5, of: all))
    }
  }
}

/// Of a rate of so many trials, at 95 % (Wilson 1927).
func wilsonInterval(_ rate: Double, of trials: Int) -> ClosedRange<Double> {
  let (n, z) = (Double(trials), 1.959_963_984_540_054)
  let middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
  let half =
    z / (1 + z * z / n) * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
  return max(0, middle - half)...min(1, middle + half)
}
