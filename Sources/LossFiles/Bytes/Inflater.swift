import CZlib
import LossSystem

/// Deflated bytes, inflated as they are read: a gzip file of one or more members, or raw deflate.
final class Inflater {
  /// By the bits of the window as zlib is told.
  enum Format: Int32 {
    case gzip = 31
    /// As inside a zip archive: one stream without a header.
    case deflate = -15
  }

  private let source: RawBytes
  private let format: Format
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private let start: Int
  private let limit = ReadingWatch.current.inflateLimit
  private var isFinished = false
  /// Bytes given out so far.
  private(set) var produced = 0

  /// What a stream may swell to: this, or 200 times what was read of it.
  ///
  /// Real data stay far below.
  static let freeSize = 1 << 28
  static let largestRatio = 200

  static let raise = "LOSSVIZ_INFLATE_LIMIT=8GB allows more, if that is meant"

  init(_ source: RawBytes, format: Format) throws(FileError) {
    self.source = source
    self.format = format
    start = source.offset
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: 1 << 17, alignment: 16)
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, format.rawValue, ZLIB_VERSION, size) == Z_OK else {
      throw .unreadable(path: source.path, reason: "zlib would not start", hint: "")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Bytes that were read from the source and not inflated yet.
  var unused: Int { Int(stream.pointee.avail_in) }

  /// How many bytes can still come where so many deflated ones are left to be read.
  func mostRemaining(of deflated: Int) -> Int {
    // Deflate makes at most 1032 bytes of one, and zlib may still hold some of the last.
    let possible = (deflated + unused + 1) * 1032
    let allowed = self.allowed(of: source.offset + deflated - start)
    return min(possible, max(0, allowed - produced))
  }

  /// What so many deflated bytes may swell to.
  private func allowed(of deflated: Int) -> Int {
    limit ?? max(Inflater.freeSize, Inflater.largestRatio * deflated)
  }

  /// Of the next deflated byte in the file.
  private var offset: Int { source.offset - unused }

  /// Fills `target`, with less only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var filled = 0
    while filled < target.count, !isFinished {
      if stream.pointee.avail_in == 0 { try refill() }
      // zlib counts in 32 bits.
      let room = min(target.count - filled, 1 << 30)
      stream.pointee.next_out = target.baseAddress?.advanced(by: filled)
        .assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let hadInput = stream.pointee.avail_in > 0
      let status = inflate(stream, Z_NO_FLUSH)
      let count = room - Int(stream.pointee.avail_out)
      filled += count
      produced += count
      switch status {
      case Z_OK, Z_BUF_ERROR:
        guard hadInput || count > 0 else {
          throw malformed("ends in the middle of \(name)", hint: "it was cut short")
        }
      case Z_STREAM_END: try finishMember()
      default: throw malformed("\(name) is damaged here", hint: "make or fetch it again")
      }
      let allowed = allowed(of: offset - start)
      guard produced <= allowed else {
        throw malformed(
          "\(name) swells to more than \(MemoryShortage.size(Double(allowed)))"
            + (limit == nil ? ", \(Inflater.largestRatio) times its size" : ""),
          hint: Inflater.raise)
      }
    }
    return filled
  }

  private var name: String { format == .gzip ? "the gzip data" : "the deflated data" }

  private func refill() throws(FileError) {
    let count = try source.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
  }

  /// After a member there may be another, nothing, or the zeros that tapes are filled up with.
  private func finishMember() throws(FileError) {
    guard format == .gzip else {
      isFinished = true
      return
    }
    var sawZero = false
    while true {
      if stream.pointee.avail_in == 0 { try refill() }
      guard stream.pointee.avail_in > 0, let next = stream.pointee.next_in else {
        isFinished = true
        return
      }
      if next.pointee == 0 {
        sawZero = true
        stream.pointee.next_in = next.advanced(by: 1)
        stream.pointee.avail_in -= 1
      } else if next.pointee == 0x1f, !sawZero {
        inflateReset(stream)
        return
      } else {
        throw malformed("other bytes follow the gzip data", hint: "make or fetch it again")
      }
    }
  }

  private func malformed(_ problem: String, hint: String) -> FileError {
    .malformed(path: source.path, place: .byte(offset), problem: problem, hint: hint)
  }
}
