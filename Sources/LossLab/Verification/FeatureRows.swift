/// The features of samples as their file has them, with their lengths.
///
/// Rows without a direction are left out: what is not finite, and zeros. So are rows without a label.
/// A row so long or short that `Float` products of it would not be numbers is kept times a power of
/// two, which changes no digit and no angle.
package struct FeatureRows: Sendable {
  /// `samples × dimensions`, in the precision of the file.
  package private(set) var storage: Storage
  /// One a row, of the rows as they are kept.
  private(set) var norms: [Double]
  /// By which power of two a row of the file is larger than it is kept; empty where all are kept as
  /// they are.
  private var exponents: [Int]
  /// For each row the row of the file, from 0.
  package private(set) var places: [Int]
  package let leftOut: [LeftOutRow]
  /// By what pairs of rows are compared.
  package private(set) var scale = PairScale.angles

  package enum Storage: Sendable {
    case floats(Matrix<Float>)
    case doubles(Matrix<Double>)
    /// Of one or two bytes.
    case coded(CodedMatrix)
  }

  package var count: Int { norms.count }

  package var columns: Int {
    switch storage {
    case .floats(let matrix): matrix.columns
    case .doubles(let matrix): matrix.columns
    case .coded(let matrix): matrix.columns
    }
  }

  /// - Parameter isLabelled: whether a row has a label; `nil` where all have.
  package init(_ matrix: consuming Matrix<Float>, isLabelled: [Bool]? = nil) {
    let lengths = RowLengths(bringing: &matrix, isLabelled) { $0.length(ofRow: $1) }
    if !lengths.leftOut.isEmpty { matrix = matrix.keeping(lengths.places) }
    self.init(.floats(matrix), lengths)
  }

  /// - Parameter isLabelled: whether a row has a label; `nil` where all have.
  package init(_ matrix: consuming Matrix<Double>, isLabelled: [Bool]? = nil) {
    let lengths = RowLengths(bringing: &matrix, isLabelled) { norm(ofRow: $1, in: $0) }
    if !lengths.leftOut.isEmpty { matrix = matrix.keeping(lengths.places) }
    self.init(.doubles(matrix), lengths)
  }

  package init(_ matrix: consuming CodedMatrix, isLabelled: [Bool]? = nil) {
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
    exponents = lengths.exponents.contains { $0 != 0 } ? lengths.exponents : []
    places = lengths.places
    leftOut = lengths.leftOut
  }

  /// Rows about their mean, most of them at most 1 long.
  init(distances about: Matrix<Double>, of rows: FeatureRows, _ scale: PairScale) {
    storage = .doubles(about)
    norms = Array(repeating: 1, count: about.rows)
    exponents = []
    places = rows.places
    leftOut = rows.leftOut
    self.scale = scale
  }

  /// Some of the rows, ascending.
  package func rows(at rows: [Int]) -> FeatureRows {
    var copy = self
    copy.norms = rows.map { norms[$0] }
    if !exponents.isEmpty { copy.exponents = rows.map { exponents[$0] } }
    copy.places = rows.map { places[$0] }
    switch storage {
    case .floats(let matrix): copy.storage = .floats(matrix.rows(at: rows))
    case .doubles(let matrix): copy.storage = .doubles(matrix.rows(at: rows))
    case .coded(let matrix): copy.storage = .coded(matrix.rows(at: rows))
    }
    return copy
  }

  /// All rows at length 1, in double precision.
  package var unitDoubles: Matrix<Double> {
    var elements: [Double] = []
    elements.reserveCapacity(count * columns)
    for row in 0..<count { elements += unit(row) }
    return Matrix(rows: count, columns: columns, elements: elements)
  }

  /// One row at length 1; about the mean, in units of half the reach, where distances count.
  package func unit(_ row: Int) -> [Double] {
    let length = norms[row]
    return switch storage {
    case .floats(let matrix): matrix.row(row).map { Double($0) / length }
    case .doubles(let matrix): matrix.row(row).map { $0 / length }
    case .coded(let matrix): matrix.floats(row..<row + 1).map { Double($0) / length }
    }
  }

  /// All rows in double precision: as the file has them, or, where most are too long or short for
  /// that, all times 2 to the power of `-commonExponent`.
  package var doubles: Matrix<Double> {
    var all: Matrix<Double> =
      switch storage {
      case .floats(let matrix): Matrix<Double>(matrix)
      case .doubles(let matrix): matrix
      case .coded(let matrix):
        Matrix(rows: count, columns: columns, elements: matrix.floats(0..<count).map { Double($0) })
      }
    let common = commonExponent
    for (row, exponent) in exponents.enumerated() where exponent != common {
      for column in 0..<columns {
        all[row, column] = scaled(all[row, column], by: exponent - common)
      }
    }
    return all
  }

  /// The power of two that the median row is larger than it is kept.
  package var commonExponent: Int {
    exponents.isEmpty ? 0 : exponents.sorted()[exponents.count / 2]
  }

  /// The lengths of the rows in the file; infinity beyond the range of numbers.
  package var lengths: [Double] {
    exponents.isEmpty ? norms : zip(norms, exponents).map { scaled($0, by: $1) }
  }

  /// The lengths of the rows in the file, all divided by one power of two.
  var relativeNorms: [Double] {
    guard let largest = exponents.max() else { return norms }
    return zip(norms, exponents).map { scaled($0, by: $1 - largest) }
  }
}

/// The lengths of rows as they are met, and which of them have a direction.
private struct RowLengths {
  private(set) var norms: [Double] = []
  private(set) var places: [Int] = []
  private(set) var exponents: [Int] = []
  private(set) var leftOut: [LeftOutRow] = []
  private let isLabelled: [Bool]?

  init(rows: Int, _ isLabelled: [Bool]?) {
    self.isLabelled = isLabelled
    norms.reserveCapacity(rows)
    places.reserveCapacity(rows)
  }

  /// Brings rows near one of which `Float` products would not be numbers.
  init<Number: BinaryFloatingPoint>(
    bringing matrix: inout Matrix<Number>, _ isLabelled: [Bool]?,
    length: (Matrix<Number>, Int) -> Double
  ) {
    self.init(rows: matrix.rows, isLabelled)
    for row in 0..<matrix.rows {
      var (own, exponent) = (length(matrix, row), 0)
      if !Self.isUsual(own) {
        exponent = matrix.bringNearOne(row: row)
        own = length(matrix, row)
      }
      add(row, own, exponent: exponent)
    }
  }

  /// Whether `Float` products of such a row are numbers.
  private static func isUsual(_ length: Double) -> Bool { length >= 1e-15 && length <= 1e15 }

  mutating func add(_ row: Int, _ length: Double, exponent: Int = 0) {
    if isLabelled?[row] == false {
      leftOut.append(.init(row: row, reason: .unlabelled))
    } else if length.isFinite, length > 0 {
      norms.append(length)
      places.append(row)
      exponents.append(exponent)
    } else {
      leftOut.append(.init(row: row, reason: length == 0 ? .zero : .notFinite))
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
