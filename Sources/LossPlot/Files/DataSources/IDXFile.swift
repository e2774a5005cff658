/// An array of bytes in the IDX format of MNIST: magic, dimensions, data, all big-endian.
struct IDXFile {
  let dimensions: [Int]
  /// The last dimension changes fastest.
  let bytes: [UInt8]

  /// Where the data begin: four bytes of magic, four a dimension.
  var headerSize: Int { 4 + 4 * dimensions.count }

  /// Reads an array and checks that the file holds exactly what its header says.
  ///
  /// - Parameter rank: how many dimensions there must be.
  init(_ stream: ByteStream, rank: Int, of what: String) throws(FileError) {
    let magic = try stream.bytes(4, of: "the IDX header")
    guard magic[0] == 0, magic[1] == 0 else {
      throw .malformed(
        path: stream.path, place: .byte(0), problem: "not an IDX file",
        hint: "it would begin with 0, 0, 8, \(rank)")
    }
    guard magic[2] == 8 else {
      throw .malformed(
        path: stream.path, place: .byte(2),
        problem: "expected type 8 (bytes), found \(magic[2])", hint: "")
    }
    guard magic[3] == rank else {
      throw .malformed(
        path: stream.path, place: .byte(3),
        problem: "expected \(rank) dimensions, found \(magic[3])",
        hint: "\(what) have \(rank)")
    }
    let header = try stream.bytes(4 * rank, of: "the IDX header")
    var dimensions: [Int] = []
    for start in stride(from: 0, to: header.count, by: 4) {
      dimensions.append(header[start..<start + 4].reduce(0) { $0 << 8 | Int($1) })
    }
    var size = 1
    for (index, dimension) in dimensions.enumerated() {
      let product = size.multipliedReportingOverflow(by: dimension)
      guard dimension > 0, !product.overflow else {
        throw .malformed(
          path: stream.path, place: .byte(4 + 4 * index),
          problem: "a dimension of \(dimension)", hint: "the header is damaged")
      }
      size = product.partialValue
    }
    let shape = dimensions.map { "\($0)" }.joined(separator: " × ")
    let promised = "the \(shape) \(what) that its header says"
    bytes = try stream.bytes(size, of: promised)
    try stream.expectEnd(after: promised)
    self.dimensions = dimensions
  }
}
