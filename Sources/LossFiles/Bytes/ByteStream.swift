import CZlib
import LossSystem

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
  private let checksum: UInt32?
  private var runningChecksum: UInt = 0
  /// Bytes that `peek` has read and `read` gives again.
  private var pushedBack: [UInt8] = []
  private let watch = ReadingWatch.current
  private let start: Int
  /// From which position on it is said again how far it is.
  private var nextReport = ByteStream.reportInterval

  private static let reportInterval = 1 << 20

  /// - Parameter need: what is wanted of the file; `nil` for whatever it holds.
  convenience init(
    path: String, hashing: Bool = false, for need: FileNeed? = .numbers
  ) throws(FileError) {
    try self.init(RawBytes(path: path, hashing: hashing), for: need)
  }

  /// The one place where a file of another kind is refused, whoever reads it.
  convenience init(_ source: RawBytes, for need: FileNeed? = .numbers) throws(FileError) {
    let isGzip = try source.peek(2) == [0x1f, 0x8b]
    try self.init(source, inflating: isGzip ? .gzip : nil)
    try need?.check(peek(FileKind.startSize), path: path, isGzip: isGzip)
  }

  /// - Parameters:
  ///   - format: how the bytes are deflated; `nil` for not at all.
  ///   - checksum: the CRC-32 that all bytes together must have, checked by `expectEnd`.
  init(
    _ source: RawBytes, inflating format: Inflater.Format?, checksum: UInt32? = nil
  ) throws(FileError) {
    path = source.path
    start = source.offset
    self.source = source
    self.checksum = checksum
    if let format {
      inflater = try Inflater(source, format: format)
    } else {
      inflater = nil
    }
  }

  deinit {
    if nextReport > ByteStream.reportInterval { report(isFinished: true) }
  }

  private func report(isFinished: Bool) {
    let size = source.remaining.map { source.offset - start + $0 }
    watch.report(
      .init(
        path: path, read: source.offset - start, size: size, produced: position,
        isFinished: isFinished))
  }

  /// No more than so many bytes can still come; `nil` for a pipe, of which nobody knows.
  ///
  /// What a header promises is held against this before memory is taken for it.
  var mostRemaining: Int? {
    guard let remaining = source.remaining else { return nil }
    guard let inflater else { return remaining + pushedBack.count }
    return inflater.mostRemaining(of: remaining) + pushedBack.count
  }

  /// Whether the bytes of the file are given as they are.
  var isPlain: Bool { inflater == nil }

  /// The next bytes, fewer only at the end; they are still to be read.
  func peek(_ count: Int) throws(FileError) -> [UInt8] {
    if pushedBack.count < count {
      let start = position
      pushedBack = try part(count)
      position = start
    }
    return Array(pushedBack.prefix(count))
  }

  /// Fills `target`, with less only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    let held = min(pushedBack.count, target.count)
    if held > 0 {
      target.copyBytes(from: pushedBack[..<held])
      pushedBack.removeFirst(held)
    }
    let rest = UnsafeMutableRawBufferPointer(rebasing: target[held...])
    let count =
      if let inflater { try inflater.read(into: rest) } else { try source.read(into: rest) }
    if checksum != nil {
      runningChecksum = crc32_z(
        runningChecksum, rest.baseAddress?.assumingMemoryBound(to: UInt8.self), count)
    }
    position += held + count
    if position >= nextReport {
      report(isFinished: false)
      nextReport = position + ByteStream.reportInterval
    }
    return held + count
  }

  /// Exactly `count` bytes.
  ///
  /// - Parameter what: the things that are read, for the message: "60000 labels".
  func bytes(_ count: Int, of what: String) throws(FileError) -> [UInt8] {
    try elements(count, of: what)
  }

  /// Exactly `count` numbers, as their bytes lie in the file.
  func elements<Element: BitwiseCopyable>(
    _ count: Int, of what: String
  ) throws(FileError) -> [Element] {
    let size = MemoryLayout<Element>.size
    let (byteCount, overflows) = count.multipliedReportingOverflow(by: size)
    guard !overflows else { throw malformed("\(what) do not fit into memory") }
    try expect(byteCount, of: what)
    guard mostRemaining == nil else {
      let all: [Element] = try part(count)
      guard all.count == count else {
        throw endsEarly(by: what, missing: (count - all.count) * size)
      }
      return all
    }
    // A pipe is believed only as far as it delivers.
    var pile = NumberPile<Element>()
    while pile.count < count {
      let wanted = min(count - pile.count, 1 << 18)
      let filled: [Element] = try part(wanted)
      pile.append(contentsOf: filled)
      guard filled.count == wanted else {
        throw endsEarly(by: what, missing: (count - pile.count) * size)
      }
    }
    return pile.take()
  }

  /// All bytes to the end, at most `limit`.
  func rest(limit: Int) throws(FileError) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let known = source.remaining.map { inflater == nil ? $0 : 0 } ?? 0
      // One more than is allowed, to see that it is too much.
      let size = min(limit - all.count, max(1 << 16, all.count / 2, known)) + 1
      let filled: [UInt8] = try part(size)
      if all.isEmpty { all = filled } else { all += filled }
      guard all.count <= limit else {
        throw malformed("longer than \(limit) bytes", hint: "is it the right file?")
      }
      if filled.count < size { return all }
    }
  }

  /// Holds what a header promises against the size of the file, and the memory that there is.
  ///
  /// - Parameter memory: bytes that they take once they are read; `nil` for as many as in the file.
  /// - Throws: where so many bytes cannot follow, or find no room.
  func expect(_ byteCount: Int, of what: String, memory: Int? = nil) throws(FileError) {
    guard let most = mostRemaining, byteCount > most else {
      return try checkMemory(Double(memory ?? byteCount), for: what)
    }
    guard isPlain else {
      throw malformed(
        "\(what) cannot be in a compressed file of this size",
        hint: "it was cut short, or swells too much: \(Inflater.raise)")
    }
    throw endsEarly(by: what, missing: byteCount - most)
  }

  /// - Throws: where so many bytes find no room in memory.
  func checkMemory(_ bytes: Double, for what: String) throws(FileError) {
    // A pipe is believed only as far as it delivers.
    guard mostRemaining != nil else { return }
    do throws(MemoryShortage) {
      try MemoryRoom.check(bytes, for: what, hint: "give fewer rows, or a machine with more memory")
    } catch {
      throw .malformed(path, error.description, hint: error.hint)
    }
  }

  /// The next bytes, as many as are handy to work on; empty at the end.
  func chunk() throws(FileError) -> [UInt8] {
    try part(1 << 17)
  }

  /// - Throws: where bytes follow.
  func expectEnd(after what: String) throws(FileError) {
    let place = position
    let next: [UInt8] = try part(1)
    guard next.isEmpty else {
      throw malformed(
        at: place, "more bytes follow after \(what)",
        hint: "the header and the data do not agree")
    }
    guard checksum == nil || checksum == UInt32(truncatingIfNeeded: runningChecksum) else {
      throw .malformed(path, "the checksum of \(what) is not right", hint: "make or fetch it again")
    }
  }

  /// - Parameter place: the byte that is meant; `nil` for the next one.
  func malformed(at place: Int? = nil, _ problem: String, hint: String = "") -> FileError {
    .malformed(path: path, place: .byte(place ?? position), problem: problem, hint: hint)
  }

  private func endsEarly(by what: String, missing: Int) -> FileError {
    malformed("ends \(missing) bytes before the end of \(what)", hint: "it was cut short")
  }

  /// As many as there still are, at most `count`; a last one that is cut is left out.
  private func part<Element: BitwiseCopyable>(_ count: Int) throws(FileError) -> [Element] {
    var failure: FileError?
    let filled = [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        let room = UnsafeMutableRawBufferPointer(
          start: buffer.baseAddress, count: count * MemoryLayout<Element>.size)
        filled = try read(into: room) / MemoryLayout<Element>.size
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
/// - Parameters:
///   - limit: more bytes than this are an error, so that a wrong file is not swallowed.
///   - need: what is wanted of it; `nil` for whatever it holds.
package func readFile(
  _ path: String, limit: Int = 1 << 30, for need: FileNeed? = nil
) throws(FileError) -> [UInt8] {
  try ByteStream(path: path, for: need).rest(limit: limit)
}
