/// The first lines of a table, by which one sees how it is written.
struct TableSample {
  /// Without blank lines, comments before the first row, and line ends.
  let lines: [[UInt8]]

  private static let mostLines = 100
  /// With so many lines the columns are known.
  private static let enoughLines = 8

  /// Leaves all bytes of the stream to be read.
  init(_ stream: ByteStream) throws(FileError) {
    var size = 1 << 16
    while true {
      let start = try stream.peek(size)
      let isWhole = start.count < size
      let lines = Self.lines(of: start, isWhole: isWhole, minding: true)
      if isWhole || lines.count > Self.enoughLines || size >= LineReader.longestLine {
        // A stray quote goes on to the end: then lines are lines.
        self.lines =
          lines.count > 1 ? lines : Self.lines(of: start, isWhole: isWhole, minding: false)
        return
      }
      size *= 16
    }
  }

  /// - Parameter quotes: whether a line end between quotes is none.
  private static func lines(
    of bytes: [UInt8], isWhole: Bool, minding quotes: Bool
  ) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    func add(_ line: ArraySlice<UInt8>) {
      guard let first = line.first(where: { $0 != 32 && $0 != 9 }) else { return }
      if lines.isEmpty, first == UInt8(ascii: "#") { return }
      lines.append(Array(line))
    }
    let mark = bytes.starts(with: TextEncoding.mark) ? 3 : 0
    var start = mark
    var isQuoted = false
    var end = start
    bytes.withUnsafeBufferPointer { all in
      while end < all.count, lines.count < mostLines {
        let byte = all[end]
        if byte == 0 { break }
        if quotes, byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == 10 || byte == 13, !isQuoted {
          add(bytes[start..<end])
          if byte == 13, end + 1 < all.count, all[end + 1] == 10 { end += 1 }
          start = end + 1
        }
        end += 1
      }
    }
    if isWhole, end == bytes.count, start < end { add(bytes[start...]) }
    return lines
  }

  /// The cells of each line; `nil` where lines do not have as many, or one alone, and where a quote
  /// is not closed.
  func rows(dividedBy delimiter: UInt8) -> [[[UInt8]]]? {
    var rows: [[[UInt8]]] = []
    for line in lines {
      var buffer = line
      var fields = TableFields(delimiter: delimiter)
      guard fields.divide(0..<buffer.count, in: &buffer) else { return nil }
      rows.append(fields.ranges.map { Array(buffer[$0]) })
      guard rows[0].count > 1, rows[rows.count - 1].count == rows[0].count else { return nil }
    }
    return rows.isEmpty ? nil : rows
  }
}
