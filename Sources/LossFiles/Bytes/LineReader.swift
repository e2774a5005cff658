import CLibrary

/// The lines of a text, without their ends (`\n`, `\r\n`, or `\r` where there is no other), as places
/// in one buffer.
final class LineReader {
  let stream: ByteStream
  /// Of the line read last, from 1.
  private(set) var number = 0
  /// Holds the line read last until the next is read.
  var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Of the bytes that a line which goes on still needs.
  private var kept: Int?
  /// What ends a line; `nil` until the first end is seen.
  private var terminator: Int32?

  /// A longer line is not a line: a binary file has no line ends.
  static let longestLine = 1 << 24

  init(_ stream: ByteStream) {
    self.stream = stream
  }

  /// The next line, or `nil` after the last.
  func next() throws(FileError) -> Range<Int>? {
    var searched = start
    while true {
      if let end = place(ofEndIn: searched..<buffer.count) {
        return try line(upTo: end, next: end + 1)
      }
      guard !isAtEnd else { break }
      let drop = kept ?? start
      buffer.removeFirst(drop)
      start -= drop
      kept = kept.map { _ in 0 }
      searched = terminator == nil ? start : buffer.count
      guard buffer.count <= LineReader.longestLine else {
        number += 1
        throw malformed("no line end in \(buffer.count) bytes", hint: "is it a text file?")
      }
      let chunk = try stream.chunk()
      isAtEnd = chunk.isEmpty
      buffer += chunk
    }
    guard start < buffer.count else { return nil }
    return try line(upTo: buffer.count, next: buffer.count)
  }

  /// Makes the line that was read last longer by what ends it and the line after it.
  ///
  /// - Returns: false where none follows.
  func join(_ line: inout Range<Int>) throws(FileError) -> Bool {
    kept = line.lowerBound
    defer { kept = nil }
    let more = try next()
    // Reading on may have moved it to the start of the buffer.
    let start = kept ?? line.lowerBound
    line = start..<(more?.upperBound ?? start + line.count)
    return more != nil
  }

  /// A text has ends of one kind: carriage returns alone count where no line feed comes first.
  private func place(ofEndIn range: Range<Int>) -> Int? {
    if let terminator { return place(of: terminator, in: range) }
    let feed = place(of: 10, in: range)
    guard let mark = place(of: 13, in: range), mark < feed ?? .max else {
      if feed != nil { terminator = 10 }
      return feed
    }
    // The next byte tells, once it is there.
    guard mark + 1 < buffer.count || isAtEnd else { return nil }
    terminator = mark + 1 == feed ? 10 : 13
    return terminator == 10 ? feed : mark
  }

  private func line(upTo end: Int, next: Int) throws(FileError) -> Range<Int> {
    var line = start..<end
    number += 1
    start = next
    if buffer[line].last == 13 { line = line.lowerBound..<(end - 1) }
    if number == 1 {
      let first = buffer[line].prefix(3)
      let isUTF16 = first.starts(with: [0xff, 0xfe]) || first.starts(with: [0xfe, 0xff])
      guard !isUTF16 else { throw malformed("the text is UTF-16", hint: "save it as UTF-8") }
      if first == [0xef, 0xbb, 0xbf] { line = (line.lowerBound + 3)..<line.upperBound }
    }
    guard place(of: 0, in: line) == nil else {
      throw malformed("holds a zero byte", hint: "is it a text file?")
    }
    return line
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
