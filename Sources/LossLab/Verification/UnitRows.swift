/// Directions whose cosines are wanted, in single or double precision.
struct UnitRows: Sendable {
  enum Storage: Sendable {
    /// At length 1.
    case doubles(Matrix<Double>)
    case singles(SingleRows)
  }

  private(set) var storage: Storage
  let scale: PairScale

  var count: Int {
    switch storage {
    case .doubles(let matrix): matrix.rows
    case .singles(let rows): rows.count
    }
  }

  /// - Parameter isExact: whether cosines are wanted to the last digits of a `Double`.
  init(_ rows: FeatureRows, isExact: Bool) {
    scale = rows.scale
    storage = isExact ? .doubles(rows.unitDoubles) : .singles(SingleRows(rows))
  }

  /// Directions of length 1 or 0.
  init(directions: Matrix<Double>, isExact: Bool) {
    scale = .angles
    storage = isExact ? .doubles(directions) : .singles(SingleRows(directions: directions))
  }

  /// Some of the rows, copied.
  func rows(at places: [Int]) -> UnitRows {
    var copy = self
    switch storage {
    case .doubles(let matrix): copy.storage = .doubles(matrix.rows(at: places))
    case .singles(let rows): copy.storage = .singles(rows.rows(at: places))
    }
    return copy
  }
}

/// Cosines of some rows with some others, and the memory to compute them.
struct CosineBlock {
  /// Rows of the left and of the right that one block takes: the right ones stay in the cache.
  static let leftRows = 64
  static let rightRows = 256

  /// `left × right`, row-major, after `fill`.
  private(set) var values: [Double] = []
  private var singles = FloatBlock()

  mutating func fill(
    _ left: UnitRows, _ rows: Range<Int>, _ right: UnitRows, _ columns: Range<Int>
  ) {
    let count = rows.count * columns.count
    if values.count < count { values = Array(repeating: 0, count: count) }
    switch (left.storage, right.storage) {
    case (.doubles(let a), .doubles(let b)):
      fill(a, rows, b, columns, byDistance: left.scale.metric == .euclidean)
    case (.singles(let a), .singles(let b)):
      singles.pack(b, columns)
      singles.multiply(a, rows, columns: columns.count)
      for row in 0..<rows.count {
        let scale = a.scales[rows.lowerBound + row]
        for column in 0..<columns.count {
          let place = row * columns.count + column
          let other = columns.lowerBound + column
          let product = Double(singles.products[place] * (scale * b.scales[other]))
          if a.squares.isEmpty {
            values[place] = product
          } else {
            let square = Double(a.squares[rows.lowerBound + row]) + Double(b.squares[other])
            values[place] = PairScale.likeness(
              ofDistance: max(0, square - 2 * product).squareRoot())
          }
        }
      }
    case (.doubles, .singles), (.singles, .doubles):
      preconditionFailure("rows of two precisions")
    }
  }

  private mutating func fill(
    _ a: Matrix<Double>, _ rows: Range<Int>, _ b: Matrix<Double>, _ columns: Range<Int>,
    byDistance: Bool
  ) {
    let depth = a.columns
    a.elements.withUnsafeBufferPointer { left in
      b.elements.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return }
        var place = 0
        for row in rows {
          for column in columns {
            let (one, other) = (left + row * depth, right + column * depth)
            values[place] =
              byDistance
              ? PairScale.likeness(
                ofDistance: squaredDistance(one, other, count: depth).squareRoot())
              : dot(one, other, count: depth)
            place += 1
          }
        }
      }
    }
  }
}

/// Products of `Float` rows by the kernels of training.
struct FloatBlock {
  /// `left × right`, row-major, after `multiply`.
  private(set) var products: [Float] = []
  private var panels: [Float] = []
  private var scratch: [Float] = []
  private let kernels = Kernels.fastest

  /// Lays the right rows out as the kernels want them.
  mutating func pack(_ right: SingleRows, _ columns: Range<Int>) {
    let depth = right.columns
    let count = kernels.panelSize(rows: depth, columns: columns.count)
    if panels.count < count { panels = Array(repeating: 0, count: count) }
    right.withFloats(of: columns, scratch: &scratch) { source in
      panels.withUnsafeMutableBufferPointer { target in
        guard let target = target.baseAddress else { return }
        kernels.packTransposed(
          source, rows: depth, columns: columns.count, stride: depth, into: target)
      }
    }
  }

  /// The products of some left rows with the packed right ones.
  mutating func multiply(_ left: SingleRows, _ rows: Range<Int>, columns: Int) {
    let count = rows.count * columns
    if products.count < count { products = Array(repeating: 0, count: count) }
    let depth = left.columns
    left.withFloats(of: rows, scratch: &scratch) { source in
      panels.withUnsafeBufferPointer { right in
        products.withUnsafeMutableBufferPointer { target in
          guard let right = right.baseAddress, let target = target.baseAddress else { return }
          kernels.multiply(
            Product(
              rows: rows.count, columns: columns, depth: .init(inner: depth),
              left: .init(base: source, row: depth, inner: 1),
              right: .panels(right, rows: depth, kernels),
              target: .init(base: target, row: columns)))
        }
      }
    }
  }
}
