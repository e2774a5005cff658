/// A dense matrix, row-major in one flat array.
public struct Matrix<Scalar> {
  /// Samples, or classes.
  public let rows: Int
  /// Dimensions.
  public let columns: Int
  /// `rows × columns`, row-major.
  public var elements: [Scalar]

  /// - Precondition: `elements.count == rows * columns`.
  public init(rows: Int, columns: Int, elements: [Scalar]) {
    precondition(
      elements.count == rows * columns,
      "\(elements.count) elements for a \(rows) × \(columns) matrix")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  package init(rows: Int, columns: Int, repeating value: Scalar) {
    self.init(
      rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
  }

  /// - Precondition: both from 0; a column beyond the last is not caught.
  @inlinable
  public subscript(row: Int, column: Int) -> Scalar {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Copies one row out.
  public func row(_ index: Int) -> [Scalar] {
    Array(elements[index * columns..<(index + 1) * columns])
  }

  /// The matrix made of these rows, in this order.
  package func rows(at indices: [Int]) -> Matrix {
    var picked: [Scalar] = []
    picked.reserveCapacity(indices.count * columns)
    for index in indices {
      picked.append(contentsOf: elements[index * columns..<(index + 1) * columns])
    }
    return Matrix(rows: indices.count, columns: columns, elements: picked)
  }
}

extension Matrix: Sendable where Scalar: Sendable {}
extension Matrix: Equatable where Scalar: Equatable {}

extension Matrix where Scalar == Double {
  /// Zeros.
  package init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, repeating: 0)
  }

  package init(_ other: Matrix<Float>) {
    self.init(rows: other.rows, columns: other.columns, elements: other.elements.map(Double.init))
  }
}

extension Matrix where Scalar == Float {
  package init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, repeating: 0)
  }

  package init(_ other: Matrix<Double>) {
    self.init(rows: other.rows, columns: other.columns, elements: other.elements.map(Float.init))
  }
}

#if !hasFeature(Embedded)
  extension Matrix: Codable where Scalar == Double {
    private enum CodingKeys: String, CodingKey {
      case rows, columns
      case elements = "values"
    }

    /// - Throws: `DecodingError.dataCorrupted`, of a `LabError`, for other than `rows × columns`.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let rows = try container.decode(Int.self, forKey: .rows)
      let columns = try container.decode(Int.self, forKey: .columns)
      let elements = try container.decode([Double].self, forKey: .elements)
      let product = rows.multipliedReportingOverflow(by: columns)
      guard rows >= 0, columns >= 0, !product.overflow, product.partialValue == elements.count
      else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(
            codingPath: decoder.codingPath, debugDescription: "not rows × columns",
            underlyingError: LabError.badData(
              .shape(elements: elements.count, rows: rows, columns: columns))))
      }
      self.init(rows: rows, columns: columns, elements: elements)
    }
  }
#endif
