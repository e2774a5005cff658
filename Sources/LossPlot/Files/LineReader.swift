#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lines of a text, one at a time in one buffer, without their ends (`\n` or `\r\n`).
final class LineReader {
  let stream: ByteStream
  /// Of the line read last, from 1.
  private(set) var number = 0
  /// Bytes of all lines so far.
  private(set) var consumed = 0
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// A longer line is not a line: a binary file has no line ends.
  static let longestLine = 1 << 24

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// The next line, or `nil` after the last.
  func next() throws(FileError) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = place(of: 10, in: searched..<buffer.count) {
        return try line(upTo: end, next: end + 1)
      }
      guard !isAtEnd else { break }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard searched <= LineReader.longestLine else {
        number += 1
        throw malformed("no line end in \(searched) bytes", hint: "is it a text file?")
      }
      let chunk = try stream.chunk()
      isAtEnd = chunk.isEmpty
      buffer += chunk
    }
    guard start < buffer.count else { return nil }
    return try line(upTo: buffer.count, next: buffer.count)
  }

  private func line(upTo end: Int, next: Int) throws(FileError) -> ArraySlice<UInt8> {
    var text = buffer[start..<end]
    number += 1
    consumed += next - start
    start = next
    if text.last == 13 { text.removeLast() }
    if number == 1 {
      let isUTF16 = text.starts(with: [0xff, 0xfe]) || text.starts(with: [0xfe, 0xff])
      guard !isUTF16 else { throw malformed("the text is UTF-16", hint: "save it as UTF-8") }
      if text.starts(with: [0xef, 0xbb, 0xbf]) { text.removeFirst(3) }
    }
    guard place(of: 0, in: text.startIndex..<text.endIndex) == nil else {
      throw malformed("holds a zero byte", hint: "is it a text file?")
    }
    return text
  }

  private func place(of byte: Int32, in range: Range<Int>) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = memchr(base + range.lowerBound, byte, range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  func malformed(_ problem: String, hint: String = "") -> FileError {
    .malformed(path: stream.path, place: .line(number), problem: problem, hint: hint)
  }
}
