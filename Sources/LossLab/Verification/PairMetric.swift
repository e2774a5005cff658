/// By what two features are compared.
public enum PairMetric: String, Sendable, CaseIterable {
  /// The angle between them: lengths do not count.
  case cosine
  /// ‖x − y‖, as dlib and OpenFace compare.
  case euclidean
}

/// What the likeness of a pair stands for.
///
/// All pairs are told apart by one number s from −1 to 1, larger for what is more alike: the cosine,
/// or, by distance, 1 − ‖x − y‖² / 2R² with R the largest distance from the mean, which falls as the
/// distance grows. Their separation is the angle, or the distance in such units that 2R is π.
public struct PairScale: Sendable, Equatable {
  public let metric: PairMetric
  /// 2R, in the units of the file; not used for angles.
  public let diameter: Double

  public static let angles = PairScale(metric: .cosine, diameter: 2)

  /// From 0 to π.
  public func separation(ofLikeness s: Double) -> Double {
    switch metric {
    case .cosine: acos(min(1, max(-1, s)))
    case .euclidean: .pi * (max(0, 1 - s) / 2).squareRoot()
    }
  }

  /// The number that people know it by: an angle in degrees, or a distance.
  public func value(ofSeparation separation: Double) -> Double {
    switch metric {
    case .cosine: separation * 180 / .pi
    case .euclidean: separation / .pi * diameter
    }
  }
}

extension FeatureRows {
  /// The same rows, to be compared by distance: about a mean, in units of the longest.
  ///
  /// - Parameter others: whose mean and longest count; `nil` for those of these rows.
  public func comparedByDistance(as others: FeatureRows? = nil) -> FeatureRows {
    let frame = DistanceFrame(others ?? self)
    var about = doubles
    let factor = scaled(1 / frame.radius, by: commonExponent - frame.exponent)
    for row in 0..<count {
      for column in 0..<columns {
        about[row, column] =
          (about[row, column] - scaled(frame.center[column], by: frame.exponent - commonExponent))
          * factor
      }
    }
    return FeatureRows(
      distances: about, of: self,
      PairScale(metric: .euclidean, diameter: scaled(2 * frame.radius, by: frame.exponent)))
  }

  /// Two rows: how alike they are, and their separation with the digits that the likeness lost.
  func compared(_ first: Int, _ second: Int) -> (likeness: Double, separation: Double) {
    let (a, b) = (unit(first), unit(second))
    guard scale.metric == .euclidean else {
      let angle = angleBetween(a, b)
      return (angle.cosine, angle.radians)
    }
    let square = squaredDistance(a, b)
    return (1 - square / 2, .pi / 2 * square.squareRoot())
  }
}

/// Where distances are measured from, and what the longest is, times a power of two.
private struct DistanceFrame {
  let exponent: Int
  private(set) var center: [Double]
  private(set) var radius = 0.0

  init(_ rows: FeatureRows) {
    let all = rows.doubles
    exponent = rows.commonExponent
    center = Array(repeating: 0, count: all.columns)
    for row in 0..<all.rows {
      for column in 0..<all.columns { center[column] += all[row, column] / Double(all.rows) }
    }
    for row in 0..<all.rows {
      var square = 0.0
      for column in 0..<all.columns {
        square += (all[row, column] - center[column]) * (all[row, column] - center[column])
      }
      radius = max(radius, square.squareRoot())
    }
    // All in one place: every distance is 0.
    if radius == 0 { radius = 1 }
  }
}

private func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      guard let left = a.baseAddress, let right = b.baseAddress else { return 0 }
      return squaredDistance(left, right, count: a.count)
    }
  }
}

/// Σ (a − b)² of eight sums, added up at the end.
func squaredDistance(
  _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int
) -> Double {
  var sums = SIMD8<Double>(repeating: 0)
  var index = 0
  while index + 8 <= count {
    let difference =
      UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self)
      - UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Double>.self)
    sums += difference * difference
    index += 8
  }
  var sum = sums.sum()
  while index < count {
    sum += (a[index] - b[index]) * (a[index] - b[index])
    index += 1
  }
  return sum
}
