/// Numbers as a file has them, so that reading takes no more memory than the file.
package enum NumericMatrix: Sendable, Equatable {
  /// `uint8`, as images are.
  case bytes(Matrix<UInt8>)
  /// What fits into `Float` without loss: float32, float16, integers of up to 16 bits.
  case floats(Matrix<Float>)
  case doubles(Matrix<Double>)
  /// float16 and integers of one or two bytes, where the reader was asked to keep their width.
  case coded(CodedMatrix)

  package var rows: Int {
    switch self {
    case .bytes(let matrix): matrix.rows
    case .floats(let matrix): matrix.rows
    case .doubles(let matrix): matrix.rows
    case .coded(let matrix): matrix.rows
    }
  }

  package var columns: Int {
    switch self {
    case .bytes(let matrix): matrix.columns
    case .floats(let matrix): matrix.columns
    case .doubles(let matrix): matrix.columns
    case .coded(let matrix): matrix.columns
    }
  }

  /// In double precision.
  package var doubles: Matrix<Double> {
    switch self {
    case .bytes(let matrix):
      Matrix(rows: rows, columns: columns, elements: matrix.elements.map(Double.init))
    case .floats(let matrix): Matrix(matrix)
    case .doubles(let matrix): matrix
    case .coded(let matrix):
      Matrix(rows: rows, columns: columns, elements: matrix.floats(0..<rows).map(Double.init))
    }
  }

  /// As training takes them: bytes stay bytes, which count as p / 255 there.
  var samples: Samples {
    switch self {
    case .bytes(let matrix): .bytes(matrix)
    case .floats(let matrix): .floats(matrix)
    case .doubles(let matrix): .floats(Matrix<Float>(matrix))
    case .coded(let matrix):
      .floats(Matrix(rows: rows, columns: columns, elements: matrix.floats(0..<rows)))
    }
  }
}
