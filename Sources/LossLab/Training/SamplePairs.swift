/// The angles between samples, two by two: those of one class, and those of two.
public struct SamplePairs: Sendable {
  /// Radians, pairs of one class.
  public let positive: [Double]
  /// Radians, pairs of two classes.
  public let negative: [Double]

  /// - Parameter limit: at most so many samples are compared, evenly picked.
  public init(_ features: Matrix<Double>, labels: [Int], limit: Int = 600) {
    let picked = evenly(Array(labels.indices), limit)
    let rows = picked.map { features.row($0) }
    var positive: [Double] = []
    var negative: [Double] = []
    for second in rows.indices {
      for first in 0..<second {
        let angle = angleBetween(rows[first], rows[second]).radians
        if labels[picked[first]] == labels[picked[second]] {
          positive.append(angle)
        } else {
          negative.append(angle)
        }
      }
    }
    self.positive = positive
    self.negative = negative
  }

  /// The area that both histograms share, of 2° bins: 0 for kinds that a threshold tells apart.
  public var overlap: Double {
    let (first, second) = (shares(positive), shares(negative))
    var area = 0.0
    for index in first.indices { area += min(first[index], second[index]) }
    return area
  }

  private func shares(_ angles: [Double]) -> [Double] {
    var shares = Array(repeating: 0.0, count: 90)
    for angle in angles {
      shares[min(89, Int(angle / .pi * 90))] += 1 / Double(angles.count)
    }
    return shares
  }
}

/// For each class the largest angle between two of its samples; 0 for fewer than two.
///
/// - Parameter limit: at most so many samples of a class are compared, evenly picked.
public func largestAngles(
  _ features: Matrix<Double>, labels: [Int], classes: Int, limit: Int = 400
) -> [Double] {
  (0..<classes).map { index in
    let rows = evenly(labels.indices.filter { labels[$0] == index }, limit)
      .map { features.row($0) }
    var largest = 0.0
    for (place, row) in rows.enumerated() {
      for other in rows[..<place] { largest = max(largest, angleBetween(row, other).radians) }
    }
    return largest
  }
}
