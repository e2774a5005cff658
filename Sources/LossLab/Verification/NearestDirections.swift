/// How each sample lies between class directions: the angle to its own one, and the nearest other.
package struct NearestDirections: Sendable {
  /// Radians, one a sample; NaN where the own class has no direction.
  package private(set) var own: [Double]
  /// Radians, one a sample; π where there is no other class.
  package private(set) var other: [Double]
  /// The class of `other`.
  package private(set) var otherClass: [Int]
  /// The largest value of ‖W_j‖ cos θ_j over other classes, where lengths were given.
  private(set) var largestProduct: [Double]

  /// Whether rows were compared with other classes than their own.
  var hasOthers: Bool { !otherClass.isEmpty || own.isEmpty }

  /// The angles to the own directions alone, which takes no comparison of all with all.
  init(own rows: FeatureRows, labels: [Int], directions: Matrix<Double>, isPresent: [Bool]) {
    own = labels.enumerated().map { row, label in
      isPresent[label] ? angleBetween(rows.unit(row), directions.row(label)).radians : .nan
    }
    other = []
    otherClass = []
    largestProduct = []
  }

  /// - Parameters:
  ///   - labels: which direction is a row's own.
  ///   - lengths: one a direction, to be multiplied with the cosines; empty for none.
  init(
    _ rows: UnitRows, labels: [Int], directions: UnitRows, isPresent: [Bool],
    lengths: [Double] = [], parallel: ParallelFor
  ) {
    let found = parallel.flatMap(of: rows.count, size: CosineBlock.leftRows) { lines in
      var found = Array(repeating: Nearest(), count: lines.count)
      var block = CosineBlock()
      block.forEachPair(rows, lines, directions) { row, column, value in
        guard isPresent[column] else { return }
        let cosine = min(1, max(-1, value))
        if column == labels[row] {
          found[row - lines.lowerBound].own = rows.angle(row, directions, column, cosine: cosine)
        } else {
          found[row - lines.lowerBound].meet(
            column, cosine, length: lengths.isEmpty ? nil : lengths[column])
        }
      }
      for row in lines {
        let nearest = found[row - lines.lowerBound]
        guard nearest.cosine >= -1 else { continue }
        found[row - lines.lowerBound].other = rows.angle(
          row, directions, nearest.otherClass, cosine: nearest.cosine)
      }
      return found
    }
    own = found.map { $0.own }
    other = found.map { $0.other }
    otherClass = found.map { $0.otherClass }
    largestProduct = lengths.isEmpty ? [] : found.map { $0.largestProduct }
  }

  /// What is known of one sample.
  private struct Nearest {
    var own = Double.nan
    var other = Double.pi
    var otherClass = 0
    /// Of the angle to that class.
    var cosine = -2.0
    var largestProduct = -Double.infinity

    mutating func meet(_ index: Int, _ cosine: Double, length: Double?) {
      if cosine > self.cosine { (self.cosine, otherClass) = (cosine, index) }
      if let length { largestProduct = max(largestProduct, length * cosine) }
    }
  }
}

extension UnitRows {
  /// The angle between two rows whose cosine is known, radians.
  ///
  /// A cosine near 1 has lost half of the digits of its angle: the chord has them.
  func angle(_ first: Int, _ others: UnitRows, _ second: Int, cosine: Double) -> Double {
    if scale.metric == .euclidean, case .singles = storage {
      return scale.separation(ofLikeness: cosine)
    }
    guard abs(cosine) > 0.999 || scale.metric == .euclidean, case .doubles(let a) = storage,
      case .doubles(let b) = others.storage
    else { return acos(min(1, max(-1, cosine))) }
    var square = 0.0
    let sign: Double = cosine > 0 || scale.metric == .euclidean ? 1 : -1
    for k in 0..<a.columns {
      let difference =
        a.elements[first * a.columns + k] - sign * b.elements[second * b.columns + k]
      square += difference * difference
    }
    if scale.metric == .euclidean { return .pi / 2 * square.squareRoot() }
    let half = square.squareRoot() / 2
    let angle = 2 * atan2(half, max(0, 1 - half * half).squareRoot())
    return cosine > 0 ? angle : .pi - angle
  }
}
