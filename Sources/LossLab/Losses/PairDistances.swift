/// The distances of all pairs of a batch, and the way back from ∂value/∂distance to the features.
struct PairDistances {
  let count: Int
  let metric: Metric
  let normalizes: Bool
  /// What is compared: x, or x / ‖x‖; `count × dimensions`.
  let points: Matrix<Double>
  let norms: [Double]
  /// `count × count`.
  let values: [Double]

  init(_ features: Matrix<Double>, metric: Metric, normalizes: Bool) {
    count = features.rows
    self.metric = metric
    self.normalizes = normalizes
    norms = (0..<count).map { max(norm(ofRow: $0, in: features), smallestNorm) }
    let points = normalizes ? features.dividing(rowsBy: norms) : features
    self.points = points
    var values = Array(repeating: 0.0, count: count * count)
    for i in 0..<count {
      for j in 0..<i {
        var square = 0.0
        for k in 0..<points.columns {
          let difference = points[i, k] - points[j, k]
          square += difference * difference
        }
        let distance = metric == .squared ? square : square.squareRoot()
        values[i * count + j] = distance
        values[j * count + i] = distance
      }
    }
    self.values = values
  }

  @inline(__always)
  subscript(_ i: Int, _ j: Int) -> Double { values[i * count + j] }

  /// Adds ∂value/∂x.
  ///
  /// - Parameter slopes: ∂value/∂distance of the ordered pairs (i, j), `count × count`.
  func addGradient(of slopes: [Double], to gradient: inout Matrix<Double>) {
    let columns = points.columns
    var pull = Array(repeating: 0.0, count: columns)
    for i in 0..<count {
      for k in 0..<columns { pull[k] = 0 }
      for j in 0..<count {
        let slope = slopes[i * count + j] + slopes[j * count + i]
        guard slope != 0 else { continue }
        // A distance of 0 has no direction: 0 is as good a slope there as any.
        let factor = metric == .squared ? 2 : self[i, j] > 0 ? 1 / self[i, j] : 0
        for k in 0..<columns { pull[k] += slope * factor * (points[i, k] - points[j, k]) }
      }
      var radial = 0.0
      if normalizes { for k in 0..<columns { radial += pull[k] * points[i, k] } }
      for k in 0..<columns {
        gradient[i, k] +=
          normalizes ? (pull[k] - radial * points[i, k]) / norms[i] : pull[k]
      }
    }
  }
}
