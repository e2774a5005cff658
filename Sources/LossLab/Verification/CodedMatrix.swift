/// Numbers of one or two bytes as a file has them, and what each pattern of bits stands for.
///
/// Half-precision numbers and small integers take the memory of their file so; as `Float` they are
/// wanted a few rows at a time only.
package struct CodedMatrix: Sendable, Equatable {
  package private(set) var codes: Codes
  /// One a pattern of bits: 256 or 65,536.
  package let values: [Float]

  package enum Codes: Sendable, Equatable {
    case bytes(Matrix<UInt8>)
    case words(Matrix<UInt16>)
  }

  /// - Parameter value: what a pattern of bits stands for.
  package init(_ matrix: Matrix<UInt8>, value: (UInt8) -> Float) {
    codes = .bytes(matrix)
    values = (0...UInt8.max).map(value)
  }

  /// - Parameter value: what a pattern of bits stands for.
  package init(_ matrix: Matrix<UInt16>, value: (UInt16) -> Float) {
    codes = .words(matrix)
    values = (0...UInt16.max).map(value)
  }

  package var rows: Int {
    switch codes {
    case .bytes(let matrix): matrix.rows
    case .words(let matrix): matrix.rows
    }
  }

  package var columns: Int {
    switch codes {
    case .bytes(let matrix): matrix.columns
    case .words(let matrix): matrix.columns
    }
  }

  /// The numbers of some rows.
  package func floats(_ rows: Range<Int>) -> [Float] {
    var numbers: [Float] = []
    read(rows, into: &numbers)
    return numbers
  }

  /// Writes the numbers of some rows to the beginning of `target`, which grows where it must.
  func read(_ rows: Range<Int>, into target: inout [Float]) {
    let places = rows.lowerBound * columns..<rows.upperBound * columns
    if target.count < places.count { target = Array(repeating: 0, count: places.count) }
    switch codes {
    case .bytes(let matrix): read(matrix.elements, places, into: &target)
    case .words(let matrix): read(matrix.elements, places, into: &target)
    }
  }

  private func read<Code: BinaryInteger>(
    _ codes: [Code], _ places: Range<Int>, into target: inout [Float]
  ) {
    codes.withUnsafeBufferPointer { codes in
      values.withUnsafeBufferPointer { values in
        target.withUnsafeMutableBufferPointer { target in
          for index in 0..<places.count {
            target[index] = values[Int(truncatingIfNeeded: codes[places.lowerBound + index])]
          }
        }
      }
    }
  }

  /// Some of the rows, copied.
  func rows(at places: [Int]) -> CodedMatrix {
    var copy = self
    switch codes {
    case .bytes(let matrix): copy.codes = .bytes(matrix.rows(at: places))
    case .words(let matrix): copy.codes = .words(matrix.rows(at: places))
    }
    return copy
  }

  /// These rows, ascending, in the memory that there is.
  mutating func keep(_ places: [Int]) {
    let taken = codes
    codes = .bytes(Matrix(rows: 0, columns: 0, elements: []))
    switch consume taken {
    case .bytes(let matrix): codes = .bytes(matrix.keeping(places))
    case .words(let matrix): codes = .words(matrix.keeping(places))
    }
  }
}
