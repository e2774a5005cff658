extension NumpyHeader {
  /// The array format of MNIST: two zeros, type and rank, the dimensions, then the numbers, all
  /// big-endian and the last dimension fastest.
  static func isIDX(_ start: [UInt8]) -> Bool {
    start.count >= 4 && start[0] == 0 && start[1] == 0 && idxTypes[start[2]] != nil
      && (1...8).contains(start[3])
  }

  private static let idxTypes: [UInt8: (kind: Kind, size: Int)] = [
    8: (.unsigned, 1), 9: (.signed, 1), 11: (.signed, 2), 12: (.signed, 4), 13: (.float, 4),
    14: (.float, 8),
  ]

  static func readIDX(_ stream: ByteStream) throws(FileError) -> NumpyHeader {
    let magic = try stream.bytes(4, of: "the IDX header")
    guard let (kind, elementSize) = idxTypes[magic[2]] else {
      throw stream.malformed(
        at: 2, "numbers of type \(magic[2])", hint: "IDX has the types 8, 9, 11, 12, 13 and 14")
    }
    let sizes = try stream.bytes(4 * Int(magic[3]), of: "the IDX header")
    var shape: [Int] = []
    var size = elementSize
    for start in stride(from: 0, to: sizes.count, by: 4) {
      let dimension = sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let product = size.multipliedReportingOverflow(by: dimension)
      guard dimension > 0, !product.overflow else {
        throw stream.malformed(
          at: 4 + start, "a dimension of \(dimension)", hint: "the header is damaged")
      }
      size = product.partialValue
      shape.append(dimension)
    }
    return NumpyHeader(
      element: Element(kind: kind, size: elementSize, isBigEndian: true), shape: shape,
      isFortran: false)
  }
}
