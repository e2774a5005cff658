/// Directions in single precision: rows as they are in whatever width, with one over the length of
/// each.
struct SingleRows: Sendable {
  private(set) var source: Source
  private(set) var scales: [Float]
  /// ‖x‖², where distances count; empty for cosines.
  private(set) var squares: [Float] = []

  enum Source: Sendable {
    case floats(Matrix<Float>)
    case coded(CodedMatrix)
    /// Made `Float` at length 1, a few rows at a time: the scales are 1.
    case doubles(Matrix<Double>, norms: [Double])
  }

  var count: Int { scales.count }

  var columns: Int {
    switch source {
    case .floats(let matrix): matrix.columns
    case .coded(let matrix): matrix.columns
    case .doubles(let matrix, _): matrix.columns
    }
  }

  init(_ rows: FeatureRows) {
    scales = rows.norms.map { Float(1 / $0) }
    switch rows.storage {
    case .floats(let matrix): source = .floats(matrix)
    case .coded(let matrix): source = .coded(matrix)
    case .doubles(let matrix):
      source = .doubles(matrix, norms: rows.norms)
      scales = Array(repeating: 1, count: matrix.rows)
      guard rows.scale.metric == .euclidean else { return }
      squares = (0..<matrix.rows).map { row in
        let length = norm(ofRow: row, in: matrix)
        return Float(length * length)
      }
    }
  }

  /// Directions of length 1 or 0.
  init(directions: Matrix<Double>) {
    source = .floats(Matrix<Float>(directions))
    scales = Array(repeating: 1, count: directions.rows)
  }

  /// Some of the rows, copied.
  func rows(at places: [Int]) -> SingleRows {
    var copy = self
    switch source {
    case .floats(let matrix): copy.source = .floats(matrix.rows(at: places))
    case .coded(let matrix): copy.source = .coded(matrix.rows(at: places))
    case .doubles(let matrix, let norms):
      copy.source = .doubles(matrix.rows(at: places), norms: places.map { norms[$0] })
    }
    copy.scales = places.map { scales[$0] }
    if !squares.isEmpty { copy.squares = places.map { squares[$0] } }
    return copy
  }

  /// Gives some rows as `Float` one after another, where they lie or in `scratch`.
  func withFloats(
    of rows: Range<Int>, scratch: inout [Float], _ body: (UnsafePointer<Float>) -> Void
  ) {
    switch source {
    case .floats(let matrix):
      matrix.elements.withUnsafeBufferPointer { buffer in
        if let base = buffer.baseAddress { body(base + rows.lowerBound * matrix.columns) }
      }
      return
    case .coded(let matrix): matrix.read(rows, into: &scratch)
    case .doubles(let matrix, let norms):
      let count = rows.count * matrix.columns
      if scratch.count < count { scratch = Array(repeating: 0, count: count) }
      for row in rows {
        let (start, target) = (row * matrix.columns, (row - rows.lowerBound) * matrix.columns)
        for column in 0..<matrix.columns {
          scratch[target + column] = Float(matrix.elements[start + column] / norms[row])
        }
      }
    }
    scratch.withUnsafeBufferPointer { buffer in if let base = buffer.baseAddress { body(base) } }
  }
}
