/// How each sample lies between class directions: the angle to its own one, and the nearest other.
public struct NearestDirections: Sendable {
  /// Radians, one a sample; NaN where the own class has no direction.
  public private(set) var own: [Double]
  /// Radians, one a sample; π where there is no other class.
  public private(set) var other: [Double]
  /// The class of `other`.
  public private(set) var otherClass: [Int]
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
    let count = rows.count
    own = Array(repeating: .nan, count: count)
    other = Array(repeating: .pi, count: count)
    otherClass = Array(repeating: 0, count: count)
    largestProduct = Array(repeating: -.infinity, count: lengths.isEmpty ? 0 : count)
    let size = CosineBlock.leftRows
    own.withUnsafeMutableBufferPointer { own in
      other.withUnsafeMutableBufferPointer { other in
        otherClass.withUnsafeMutableBufferPointer { otherClass in
          largestProduct.withUnsafeMutableBufferPointer { products in
            parallel.run((count + size - 1) / size) { task in
              var block = CosineBlock()
              let lines = task * size..<min(count, (task + 1) * size)
              var best = Array(repeating: -2.0, count: lines.count)
              for start in stride(from: 0, to: directions.count, by: CosineBlock.rightRows) {
                let columns = start..<min(directions.count, start + CosineBlock.rightRows)
                block.fill(rows, lines, directions, columns)
                for row in lines {
                  let line = row - lines.lowerBound
                  let label = labels[row]
                  for column in columns where isPresent[column] {
                    let cosine = min(
                      1, max(-1, block.values[line * columns.count + column - start]))
                    if column == label {
                      own[row] = rows.angle(row, directions, column, cosine: cosine)
                      continue
                    }
                    if cosine > best[line] {
                      best[line] = cosine
                      otherClass[row] = column
                    }
                    if !lengths.isEmpty {
                      products[row] = max(products[row], lengths[column] * cosine)
                    }
                  }
                }
              }
              for row in lines where best[row - lines.lowerBound] >= -1 {
                other[row] = rows.angle(
                  row, directions, otherClass[row], cosine: best[row - lines.lowerBound])
              }
            }
          }
        }
      }
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
