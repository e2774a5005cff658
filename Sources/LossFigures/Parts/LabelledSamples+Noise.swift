extension LabelledSamples {
  /// With noise of so many standard deviations of the inputs added, drawn together again to the
  /// contrast that they had.
  func withNoise(_ level: Double, seed: UInt64) -> LabelledSamples {
    var matrix =
      switch samples {
      case .floats(let matrix): matrix
      case .bytes(let matrix):
        Matrix<Float>(
          rows: matrix.rows, columns: matrix.columns,
          elements: matrix.elements.map { Float($0) / 255 })
      }
    let count = Float(max(1, matrix.rows))
    let middles = (0..<matrix.columns).map { column in
      (0..<matrix.rows).reduce(Float(0)) { $0 + matrix[$1, column] } / count
    }
    var square = 0.0
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        let off = Double(matrix[row, column] - middles[column])
        square += off * off
      }
    }
    let deviation = (square / Double(max(1, matrix.elements.count))).squareRoot()
    let shrink = 1 / (1 + level * level).squareRoot()
    var generator = SplitMix64(seed: seed ^ 0x6E6F_6973)
    for row in 0..<matrix.rows {
      let noise = generator.normals(matrix.columns)
      for column in 0..<matrix.columns {
        let off = Double(matrix[row, column] - middles[column])
        matrix[row, column] =
          middles[column] + Float(shrink * (off + level * deviation * noise[column]))
      }
    }
    return LabelledSamples(samples: .floats(matrix), labels: labels)
  }
}
