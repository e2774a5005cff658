/// The features of samples as their file has them, with their lengths.
///
/// Rows without a direction are left out: what is not finite, zeros, and numbers so large or small
/// that `Float` products of them would not be numbers. So are rows without a label.
public struct FeatureRows: Sendable {
  /// `samples × dimensions`, in the precision of the file.
  public private(set) var storage: Storage
  /// One a row.
  public private(set) var norms: [Double]
  /// For each row the row of the file, from 0.
  public private(set) var places: [Int]
  public let leftOut: [LeftOut]

  public enum Storage: Sendable {
    case floats(Matrix<Float>)
    case doubles(Matrix<Double>)
    /// Of one or two bytes.
    case coded(CodedMatrix)
  }

  /// A row of the file that has no direction or no label.
  public struct LeftOut: Sendable, Equatable {
    /// From 0.
    public let row: Int
    public let reason: Reason

    public enum Reason: String, Sendable, CaseIterable {
      case notFinite = "not finite"
      case zero = "all zeros"
      case extreme = "beyond 1e15"
      case unlabelled = "no label"
    }
  }

  public var count: Int { norms.count }

  public var columns: Int {
    switch storage {
    case .floats(let matrix): matrix.columns
    case .doubles(let matrix): matrix.columns
    case .coded(let matrix): matrix.columns
    }
  }

  /// - Parameter isLabelled: whether a row has a label; `nil` where all have.
  public init(_ matrix: consuming Matrix<Float>, isLabelled: [Bool]? = nil) {
    var lengths = RowLengths(rows: matrix.rows, isLabelled)
    for row in 0..<matrix.rows {
      var square = 0.0
      for index in row * matrix.columns..<(row + 1) * matrix.columns {
        square += Double(matrix.elements[index]) * Double(matrix.elements[index])
      }
      lengths.add(row, square.squareRoot())
    }
    if !lengths.leftOut.isEmpty { matrix = matrix.keeping(lengths.places) }
    self.init(.floats(matrix), lengths)
  }

  public init(_ matrix: consuming Matrix<Double>, isLabelled: [Bool]? = nil) {
    var lengths = RowLengths(rows: matrix.rows, isLabelled)
    for row in 0..<matrix.rows { lengths.add(row, norm(ofRow: row, in: matrix)) }
    if !lengths.leftOut.isEmpty { matrix = matrix.keeping(lengths.places) }
    self.init(.doubles(matrix), lengths)
  }

  public init(_ matrix: consuming CodedMatrix, isLabelled: [Bool]? = nil) {
    var lengths = RowLengths(rows: matrix.rows, isLabelled)
    for row in 0..<matrix.rows {
      var square = 0.0
      for number in matrix.floats(row..<row + 1) { square += Double(number) * Double(number) }
      lengths.add(row, square.squareRoot())
    }
    if !lengths.leftOut.isEmpty { matrix.keep(lengths.places) }
    self.init(.coded(matrix), lengths)
  }

  private init(_ storage: Storage, _ lengths: RowLengths) {
    self.storage = storage
    norms = lengths.norms
    places = lengths.places
    leftOut = lengths.leftOut
  }

  /// Some of the rows, ascending.
  public func rows(at rows: [Int]) -> FeatureRows {
    var copy = self
    copy.norms = rows.map { norms[$0] }
    copy.places = rows.map { places[$0] }
    switch storage {
    case .floats(let matrix): copy.storage = .floats(matrix.rows(at: rows))
    case .doubles(let matrix): copy.storage = .doubles(matrix.rows(at: rows))
    case .coded(let matrix): copy.storage = .coded(matrix.rows(at: rows))
    }
    return copy
  }

  /// All rows at length 1, in double precision.
  public var unitDoubles: Matrix<Double> {
    var elements: [Double] = []
    elements.reserveCapacity(count * columns)
    for row in 0..<count { elements += unit(row) }
    return Matrix(rows: count, columns: columns, elements: elements)
  }

  /// One row at length 1.
  public func unit(_ row: Int) -> [Double] {
    let length = norms[row]
    return switch storage {
    case .floats(let matrix): matrix.row(row).map { Double($0) / length }
    case .doubles(let matrix): matrix.row(row).map { $0 / length }
    case .coded(let matrix): matrix.floats(row..<row + 1).map { Double($0) / length }
    }
  }

  /// All rows as they are, in double precision.
  public var doubles: Matrix<Double> {
    switch storage {
    case .floats(let matrix): Matrix<Double>(matrix)
    case .doubles(let matrix): matrix
    case .coded(let matrix):
      Matrix(
        rows: count, columns: columns, elements: matrix.floats(0..<count).map { Double($0) })
    }
  }
}

/// The lengths of rows as they are met, and which of them have a direction.
private struct RowLengths {
  private(set) var norms: [Double] = []
  private(set) var places: [Int] = []
  private(set) var leftOut: [FeatureRows.LeftOut] = []
  private let isLabelled: [Bool]?

  init(rows: Int, _ isLabelled: [Bool]?) {
    self.isLabelled = isLabelled
    norms.reserveCapacity(rows)
    places.reserveCapacity(rows)
  }

  mutating func add(_ row: Int, _ length: Double) {
    if isLabelled?[row] == false {
      leftOut.append(.init(row: row, reason: .unlabelled))
    } else if length >= 1e-15 && length <= 1e15 {
      norms.append(length)
      places.append(row)
    } else {
      leftOut.append(
        .init(
          row: row, reason: !length.isFinite ? .notFinite : length == 0 ? .zero : .extreme))
    }
  }
}

extension Matrix {
  /// The matrix of these rows, ascending, in the memory it has.
  consuming func keeping(_ places: [Int]) -> Matrix {
    let columns = columns
    var elements = elements
    self = Matrix(rows: 0, columns: columns, elements: [])
    for (target, source) in places.enumerated() where target != source {
      for column in 0..<columns {
        elements[target * columns + column] = elements[source * columns + column]
      }
    }
    elements.removeLast(elements.count - places.count * columns)
    return Matrix(rows: places.count, columns: columns, elements: elements)
  }
}
