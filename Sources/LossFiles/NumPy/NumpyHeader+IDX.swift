extension NumpyHeader {
  /// The array format of MNIST: two zeros, type and rank, the dimensions, then the numbers, all
  /// big-endian and the last dimension fastest.
  static func isIDX(_ start: [UInt8]) -> Bool {
    start.count >= 4 && start[0] == 0 && start[1] == 0 && idxElement(start[2]) != nil
      && (1...8).contains(start[3])
  }

  private static func idxElement(_ type: UInt8) -> Element? {
    switch type {
    case 8: Element(kind: .unsigned, size: 1, isBigEndian: true)
    case 9: Element(kind: .signed, size: 1, isBigEndian: true)
    case 11: Element(kind: .signed, size: 2, isBigEndian: true)
    case 12: Element(kind: .signed, size: 4, isBigEndian: true)
    case 13: Element(kind: .float, size: 4, isBigEndian: true)
    case 14: Element(kind: .float, size: 8, isBigEndian: true)
    default: nil
    }
  }

  static func readIDX(_ stream: ByteStream) throws(FileError) -> NumpyHeader {
    let magic = try stream.bytes(4, of: "the IDX header")
    guard let element = idxElement(magic[2]) else {
      throw .malformed(
        path: stream.path, place: .byte(2), problem: "numbers of type \(magic[2])",
        hint: "IDX has the types 8, 9, 11, 12, 13 and 14")
    }
    let sizes = try stream.bytes(4 * Int(magic[3]), of: "the IDX header")
    var shape: [Int] = []
    var size = element.size
    for start in stride(from: 0, to: sizes.count, by: 4) {
      let dimension = sizes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let product = size.multipliedReportingOverflow(by: dimension)
      guard dimension > 0, !product.overflow else {
        throw .malformed(
          path: stream.path, place: .byte(4 + start), problem: "a dimension of \(dimension)",
          hint: "the header is damaged")
      }
      size = product.partialValue
      shape.append(dimension)
    }
    return NumpyHeader(element: element, shape: shape, isFortran: false)
  }
}
