/// One file in a zip archive, as the directory at the end of the archive has it.
///
/// PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", 4.3.12 to 4.3.16 and 4.5.3.
struct ZipEntry: Sendable {
  let name: String
  let isDeflated: Bool
  let checksum: UInt32
  let packedSize: Int
  let size: Int
  /// Of its local header.
  let offset: Int

  /// The files in an archive, in the order of its directory.
  static func all(in source: RawBytes) throws(FileError) -> [ZipEntry] {
    let total = source.remaining ?? 0
    let directory = try directory(of: source, total)
    var entries: [ZipEntry] = []
    var next = 0
    while next + 46 <= directory.count {
      guard directory.number(at: next, size: 4) == 0x0201_4b50 else { break }
      let length =
        46 + directory.number(at: next + 28, size: 2) + directory.number(at: next + 30, size: 2)
        + directory.number(at: next + 32, size: 2)
      guard next + length <= directory.count else {
        throw damaged(source, "the zip directory is cut")
      }
      let entry = try ZipEntry(directory, at: next, of: source.path)
      guard entry.offset >= 0, entry.packedSize >= 0, entry.size >= 0, entry.offset <= total,
        entry.packedSize <= total - entry.offset
      else { throw damaged(source, "'\(entry.name)' lies outside the archive") }
      entries.append(entry)
      next += length
    }
    return entries
  }

  private static func damaged(_ source: RawBytes, _ problem: String) -> FileError {
    .malformed(source.path, problem, hint: "it was cut short?")
  }

  private static func directory(
    of source: RawBytes, _ total: Int
  ) throws(FileError) -> LittleEndianBytes {
    let missing = damaged(source, "the zip directory is not there")
    // The directory's end: 22 bytes and a comment of up to 65535.
    let tail = LittleEndianBytes(bytes: try source.bytes(max(0, total - 65_557)..<total))
    let places = stride(from: tail.count - 22, through: 0, by: -1)
    guard let end = places.first(where: { tail.number(at: $0, size: 4) == 0x0605_4b50 }) else {
      throw damaged(source, "not a zip archive")
    }
    var size = tail.number(at: end + 12, size: 4)
    var offset = tail.number(at: end + 16, size: 4)
    // Zip64: a locator of 20 bytes before it gives the place of a longer one.
    if end >= 20, tail.number(at: end - 20, size: 4) == 0x0706_4b50 {
      let place = tail.number(at: end - 12, size: 8)
      guard place >= 0, place <= total - 56 else { throw missing }
      let long = LittleEndianBytes(bytes: try source.bytes(place..<place + 56))
      guard long.number(at: 0, size: 4) == 0x0606_4b50 else { throw missing }
      size = long.number(at: 40, size: 8)
      offset = long.number(at: 48, size: 8)
    }
    guard size >= 0, offset >= 0, size <= total, offset <= total - size else { throw missing }
    return LittleEndianBytes(bytes: try source.bytes(offset..<offset + size))
  }

  private init(
    _ directory: LittleEndianBytes, at start: Int, of path: String
  ) throws(FileError) {
    let nameLength = directory.number(at: start + 28, size: 2)
    let extraLength = directory.number(at: start + 30, size: 2)
    name = directory.text(at: start + 46, count: nameLength)
    let method = directory.number(at: start + 10, size: 2)
    let isEncrypted = directory.number(at: start + 8, size: 2) & 1 == 1
    guard method == 0 || method == 8, !isEncrypted else {
      throw .malformed(
        path, "'\(name)' is \(isEncrypted ? "encrypted" : "packed by method \(method)")",
        hint: "write it with numpy.savez or numpy.savez_compressed")
    }
    isDeflated = method == 8
    checksum = UInt32(truncatingIfNeeded: directory.number(at: start + 16, size: 4))
    var numbers = [24, 20, 42].map { directory.number(at: start + $0, size: 4) }
    // Zip64: what does not fit into 32 bits stands in an extra field, in this order.
    var place = start + 46 + nameLength
    let end = place + extraLength
    while place + 4 <= end {
      let fieldEnd = place + 4 + directory.number(at: place + 2, size: 2)
      if directory.number(at: place, size: 2) == 1, fieldEnd <= end {
        var value = place + 4
        for index in numbers.indices
        where numbers[index] == 0xffff_ffff && value + 8 <= fieldEnd {
          numbers[index] = directory.number(at: value, size: 8)
          value += 8
        }
      }
      place = fieldEnd
    }
    (size, packedSize, offset) = (numbers[0], numbers[1], numbers[2])
  }

  /// The content, inflated and checked.
  func open(_ source: RawBytes) throws(FileError) -> ByteStream {
    let total = source.remaining ?? 0
    func damaged() -> FileError {
      .malformed(
        path: source.path, place: .byte(offset), problem: "'\(name)' does not begin here",
        hint: "the archive is damaged")
    }
    guard offset <= total - 30 else { throw damaged() }
    // The lengths here may differ from those in the directory.
    let local = LittleEndianBytes(bytes: try source.bytes(offset..<offset + 30))
    let start = offset + 30 + local.number(at: 26, size: 2) + local.number(at: 28, size: 2)
    guard local.number(at: 0, size: 4) == 0x0403_4b50, start <= total,
      packedSize <= total - start, isDeflated || size == packedSize
    else { throw damaged() }
    source.narrow(to: start..<start + packedSize)
    return try ByteStream(source, inflating: isDeflated ? .deflate : nil, checksum: checksum)
  }
}

/// Bytes from which little-endian numbers are read.
private struct LittleEndianBytes {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  /// Negative for what does not fit into `Int`.
  func number(at start: Int, size: Int) -> Int {
    var word: UInt64 = 0
    for index in (start..<start + size).reversed() { word = word << 8 | UInt64(bytes[index]) }
    return Int(truncatingIfNeeded: word)
  }

  func text(at start: Int, count: Int) -> String {
    String(decoding: bytes[start..<start + count], as: UTF8.self)
  }
}
