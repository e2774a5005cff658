extension Matrix where Scalar: BinaryFloatingPoint {
  /// Whole numbers from 0 to 255 in many columns are pixels, however they are written; else `nil`.
  package var pixels: Matrix<UInt8>? {
    guard columns >= InputKind.leastPixels else { return nil }
    var largest: UInt8 = 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(elements.count)
    for number in elements {
      guard number >= 0, number <= 255 else { return nil }
      let byte = UInt8(number)
      guard Scalar(byte) == number else { return nil }
      largest = max(largest, byte)
      bytes.append(byte)
    }
    guard largest >= 128 else { return nil }
    return Matrix<UInt8>(rows: rows, columns: columns, elements: bytes)
  }

  /// Whether all numbers are between 0 and 1, as pixels may be.
  package var isUnit: Bool { elements.allSatisfy { $0 >= 0 && $0 <= 1 } }
}

extension InputKind {
  /// So many columns make an image.
  package static let leastPixels = 49

  /// Of a table: columns each in a unit of its own, unless there are so many between 0 and 1 that
  /// they look like an image.
  package init(columns: Int, isUnit: Bool) {
    self = columns >= Self.leastPixels && isUnit ? .pixels : .table
  }
}

extension Dataset.ImageSize {
  /// Of a row of so many pixels; `nil` where they make no square.
  package init?(square count: Int) {
    let side = Int(Double(count).squareRoot().rounded())
    guard side * side == count else { return nil }
    self.init(rows: side, columns: side)
  }
}
