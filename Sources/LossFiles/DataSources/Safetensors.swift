/// The arrays of a safetensors file: eight bytes of length, a JSON object that says what there is,
/// then the raw numbers, little-endian.
struct Safetensors: ArrayArchive {
  let file: KeptFile
  private let entries: [Entry]

  struct Entry: Sendable {
    let name: String
    let header: NumpyHeader
    /// In the whole file.
    let range: Range<Int>
  }

  /// As the format has it.
  private static let longestHeader = 100_000_000

  init(_ source: RawBytes) throws(FileError) {
    let path = source.path
    let (kept, file) = try KeptFile.keeping(source)
    self.file = kept
    let total = file.remaining ?? 0
    guard total >= 8 else { throw Self.damaged(path, 0, "ends before its header") }
    let length = try file.bytes(0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(min(Self.longestHeader, total - 8)) else {
      throw Self.damaged(path, 0, "a header of \(length) bytes in a file of \(total)")
    }
    let start = 8 + Int(length)
    guard
      case .object(let fields) = try JSONValue(
        parsing: file.bytes(8..<start), path: path)
    else { throw Self.damaged(path, 8, "the header is no object of JSON") }
    var entries: [Entry] = []
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) where name != "__metadata__" {
      entries.append(try Self.entry(name, value, numbers: start..<total, path: path))
    }
    entries.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (one, next) in zip(entries, entries.dropFirst())
    where next.range.lowerBound < one.range.upperBound {
      throw Self.damaged(path, 8, "'\(one.name)' and '\(next.name)' overlap")
    }
    guard !entries.isEmpty else { throw Self.damaged(path, 8, "holds no array") }
    self.entries = entries
  }

  private static func damaged(_ path: String, _ byte: Int, _ problem: String) -> FileError {
    .malformed(
      path: path, place: .byte(byte), problem: problem,
      hint: "the file is damaged: write it again with safetensors.numpy.save_file")
  }

  private static func entry(
    _ name: String, _ value: JSONValue, numbers: Range<Int>, path: String
  ) throws(FileError) -> Entry {
    guard case .object(let fields) = value, case .text(let type)? = fields["dtype"],
      let shape = sizes(fields["shape"]), let offsets = sizes(fields["data_offsets"]),
      offsets.count == 2, shape.count <= 8
    else { throw damaged(path, 8, "'\(name)' has no dtype, shape and data_offsets") }
    guard let number = types[type] else {
      throw .malformed(
        path: path, place: .key(name), problem: "numbers of type \(type)",
        hint: "save them as float32")
    }
    var size = number.size
    for side in shape {
      let product = size.multipliedReportingOverflow(by: side)
      guard !product.overflow else { throw damaged(path, 8, "'\(name)' is too large") }
      size = product.partialValue
    }
    let room = numbers.count
    guard offsets[0] <= offsets[1], offsets[1] <= room, offsets[1] - offsets[0] == size else {
      throw damaged(
        path, 8,
        "'\(name)' of \(NumpyArray.shapeText(shape)) \(type) is said to lie at"
          + " \(offsets[0])…\(offsets[1]) of \(room) bytes")
    }
    return Entry(
      name: name,
      header: NumpyHeader(
        element: .init(kind: number.kind, size: number.size, isBigEndian: false), shape: shape,
        isFortran: false),
      range: numbers.lowerBound + offsets[0]..<numbers.lowerBound + offsets[1])
  }

  private static func sizes(_ value: JSONValue?) -> [Int]? {
    guard case .list(let items)? = value else { return nil }
    var sizes: [Int] = []
    for item in items {
      guard case .number(let size) = item, size == size.rounded(), (0..<1e15).contains(size)
      else { return nil }
      sizes.append(Int(size))
    }
    return sizes
  }

  private static let types: [String: (kind: NumpyHeader.Kind, size: Int)] = [
    "F64": (.float, 8), "F32": (.float, 4), "F16": (.float, 2), "BF16": (.brain, 2),
    "I64": (.signed, 8), "I32": (.signed, 4), "I16": (.signed, 2), "I8": (.signed, 1),
    "U64": (.unsigned, 8), "U32": (.unsigned, 4), "U16": (.unsigned, 2), "U8": (.unsigned, 1),
    "BOOL": (.bool, 1),
  ]

  var names: [String] { entries.map(\.name) }

  func open(_ name: String) throws(FileError) -> (stream: ByteStream, header: NumpyHeader?) {
    guard let entry = entries.first(where: { $0.name == name }) else { throw lacks(name) }
    let source = try file.open()
    source.narrow(to: entry.range)
    return (try ByteStream(source, inflating: nil), entry.header)
  }

  func header(of name: String) throws(FileError) -> NumpyHeader? { try open(name).header }
}
