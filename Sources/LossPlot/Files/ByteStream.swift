/// Bytes one after another, of a file, of standard input or of memory; gzip is inflated on the way.
///
/// gzip is known by its first bytes, never by the name.
final class ByteStream {
  /// As the user gave it; `-` for standard input.
  let path: String
  /// Of the next byte, after inflating.
  private(set) var position = 0
  let source: RawBytes
  private let inflater: Inflater?

  convenience init(path: String, hashing: Bool = false) throws(FileError) {
    try self.init(RawBytes(path: path, hashing: hashing))
  }

  convenience init(_ source: RawBytes) throws(FileError) {
    let isGzip = try source.peek(2) == [0x1f, 0x8b]
    try self.init(source, inflating: isGzip ? .gzip : nil)
  }

  /// - Parameter format: how the bytes are deflated; `nil` for not at all.
  init(_ source: RawBytes, inflating format: Inflater.Format?) throws(FileError) {
    path = source.path
    self.source = source
    if let format {
      inflater = try Inflater(source, format: format)
    } else {
      inflater = nil
    }
  }

  /// No more than so many bytes can still come; `nil` for a pipe, of which nobody knows.
  ///
  /// What a header promises is held against this before memory is taken for it.
  var mostRemaining: Int? {
    guard let remaining = source.remaining else { return nil }
    // Deflate makes at most 1032 bytes of one.
    return inflater == nil ? remaining : (remaining + (1 << 17)) * 1032
  }

  /// Whether the bytes of the file are given as they are.
  var isPlain: Bool { inflater == nil }

  /// Fills `target`, with less only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let count =
      if let inflater { try inflater.read(into: target) } else { try source.read(into: target) }
    position += count
    return count
  }

  /// Exactly `count` bytes.
  ///
  /// - Parameter what: the things that are read, for the message: "60000 labels".
  func bytes(_ count: Int, of what: String) throws(FileError) -> [UInt8] {
    if let most = mostRemaining, count > most {
      throw endsEarly(by: what, missing: count - most)
    }
    guard mostRemaining == nil else {
      let filled = try part(count)
      guard filled.count == count else { throw endsEarly(by: what, missing: count - filled.count) }
      return filled
    }
    // A pipe is believed only as far as it delivers.
    var all: [UInt8] = []
    while all.count < count {
      let size = min(count - all.count, max(1 << 20, all.count / 2))
      let filled = try part(size)
      all += filled
      guard filled.count == size else { throw endsEarly(by: what, missing: count - all.count) }
    }
    return all
  }

  /// All bytes to the end, at most `limit`.
  func rest(limit: Int) throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let known = source.remaining.map { inflater == nil ? $0 : 0 } ?? 0
      // One more than is allowed, to see that it is too much.
      let size = min(limit - all.count, max(1 << 16, all.count / 2, known)) + 1
      let filled = try part(size)
      if all.isEmpty { all = filled } else { all += filled }
      guard all.count <= limit else {
        throw malformed("longer than \(limit) bytes", hint: "is it the right file?")
      }
      if filled.count < size { return all }
    }
  }

  /// The next bytes, as many as are handy to work on; empty at the end.
  func chunk() throws(FileError) -> [UInt8] {
    try part(1 << 17)
  }

  /// - Throws: where bytes follow.
  func expectEnd(after what: String) throws(FileError) {
    let place = position
    guard try part(1).isEmpty else {
      throw .malformed(
        path: path, place: .byte(place), problem: "more bytes follow after \(what)",
        hint: "the header and the data do not agree")
    }
  }

  func malformed(_ problem: String, hint: String = "") -> FileError {
    .malformed(path: path, place: .byte(position), problem: problem, hint: hint)
  }

  private func endsEarly(by what: String, missing: Int) -> FileError {
    malformed("ends \(missing) bytes before the end of \(what)", hint: "it was cut short")
  }

  private func part(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let filled = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return filled
  }
}

/// The whole of a file, inflated if it is gzip; `-` is standard input.
///
/// - Parameter limit: more bytes than this are an error, so that a wrong file is not swallowed.
public func readFile(
  _ path: String, limit: Int = 1 << 30
) throws(FileError) -> [UInt8] {
  try ByteStream(path: path).rest(limit: limit)
}
