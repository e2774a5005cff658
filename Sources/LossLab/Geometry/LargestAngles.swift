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
