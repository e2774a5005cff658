/// By what two features are compared.
package enum PairMetric: String, Sendable, CaseIterable {
  /// The angle between them: lengths do not count.
  case cosine
  /// ‖x − y‖, as dlib and OpenFace compare.
  case euclidean
}

/// What the likeness of a pair stands for.
///
/// All pairs are told apart by one number s, larger for what is more alike: the cosine, or by distance
/// d = ‖x − y‖ with reach D, 1 − 2d/D down to −1 and, for the few pairs beyond, D/d − 2. Their
/// separation is the angle, or the distance in such units that D is π.
package struct PairScale: Sendable, Equatable {
  package let metric: PairMetric
  /// D, in the units of the file; not used for angles.
  ///
  /// Twice the largest distance from the mean, rows far away from all others left out.
  package let reach: Double

  package static let angles = PairScale(metric: .cosine, reach: 2)

  /// The likeness of what is nothing like.
  var least: Double { metric == .cosine ? -1 : -2 }

  /// From 0 to π; larger where a distance is beyond reach.
  package func separation(ofLikeness s: Double) -> Double {
    switch metric {
    case .cosine: acos(min(1, max(-1, s)))
    case .euclidean: s >= -1 ? .pi / 2 * max(0, 1 - s) : .pi / max(s + 2, 1e-300)
    }
  }

  /// - Parameter distance: in such units that the reach is 2.
  static func likeness(ofDistance distance: Double) -> Double {
    distance <= 2 ? 1 - distance : 2 / distance - 2
  }

  /// The number that people know it by: an angle in degrees, or a distance.
  package func value(ofSeparation separation: Double) -> Double {
    switch metric {
    case .cosine: separation * 180 / .pi
    case .euclidean: separation / .pi * reach
    }
  }
}

extension FeatureRows {
  /// The same rows, to be compared by distance: about a mean, in units of half the reach.
  ///
  /// Rows beyond 10¹⁵ of them are brought there, so that `Float` products of them are numbers.
  ///
  /// - Parameter others: whose mean and reach count; `nil` for those of these rows.
  package func comparedByDistance(as others: FeatureRows? = nil) -> FeatureRows {
    let frame = DistanceFrame(others ?? self)
    var about = doubles
    let factor = scaled(1 / frame.radius, by: commonExponent - frame.exponent)
    let center = frame.center.map { scaled($0, by: frame.exponent - commonExponent) }
    for row in 0..<count {
      for column in 0..<columns {
        about[row, column] = (about[row, column] - center[column]) * factor
      }
      about.limit(row: row, to: 1e15)
    }
    return FeatureRows(
      distances: about, of: self,
      PairScale(metric: .euclidean, reach: scaled(2 * frame.radius, by: frame.exponent)))
  }

  /// Two rows: how alike they are, and their separation with the digits that the likeness lost.
  func compared(_ first: Int, _ second: Int) -> (likeness: Double, separation: Double) {
    let (a, b) = (unit(first), unit(second))
    guard scale.metric == .euclidean else {
      let angle = angleBetween(a, b)
      return (angle.cosine, angle.radians)
    }
    let distance = squaredDistance(a, b, count: a.count).squareRoot()
    return (PairScale.likeness(ofDistance: distance), .pi / 2 * distance)
  }
}

extension Matrix<Double> {
  /// Shortens a row to a length, where it is longer.
  fileprivate mutating func limit(row: Int, to length: Double) {
    let own = norm(ofRow: row, in: self)
    guard !(own <= length) else { return }
    let largest = (0..<columns).reduce(0) { max($0, self[row, $1].magnitude) }
    let limit = Double.greatestFiniteMagnitude
    var square = 0.0
    for column in 0..<columns {
      self[row, column] = min(limit, max(-limit, self[row, column])) / min(limit, largest)
      square += self[row, column] * self[row, column]
    }
    for column in 0..<columns { self[row, column] *= length / square.squareRoot() }
  }
}

/// Where distances are measured from, and half of what they reach, times a power of two.
private struct DistanceFrame {
  let exponent: Int
  private(set) var center: [Double]
  private(set) var radius = 0.0

  /// How often the median distance a row may lie away: what a few broken rows are must not decide on
  /// the digits of all others.
  private static let largestRatio = 16.0

  init(_ rows: FeatureRows) {
    let all = rows.doubles
    exponent = rows.commonExponent
    center = []
    var kept = Self.near(rows.relativeNorms)
    // Without the far ones the mean lies elsewhere, and so do distances from it.
    for _ in 0..<4 {
      center = all.mean(ofRows: kept)
      let distances = (0..<all.rows).map { row in
        (0..<all.columns).reduce(0) { sum, column in
          let difference = all[row, column] - center[column]
          return sum + difference * difference
        }.squareRoot()
      }
      let near = Self.near(distances)
      radius = near.reduce(0) { max($0, distances[$1]) }
      if near == kept { break }
      kept = near
    }
    // All in one place: every distance is 0.
    if radius == 0 { radius = 1 }
  }

  /// The places of the lengths that are no more than so many medians.
  private static func near(_ lengths: [Double]) -> [Int] {
    let median = lengths.sorted()[lengths.count / 2]
    let limit = median > 0 ? largestRatio * median : .infinity
    return lengths.indices.filter { lengths[$0] <= limit }
  }
}

extension Matrix<Double> {
  fileprivate func mean(ofRows rows: [Int]) -> [Double] {
    var sums = Array(repeating: 0.0, count: columns)
    for row in rows {
      for column in 0..<columns { sums[column] += self[row, column] / Double(rows.count) }
    }
    return sums
  }
}
