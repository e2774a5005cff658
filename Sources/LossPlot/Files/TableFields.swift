/// The fields of a line of a table: between delimiters, quoted ones without their quotes.
struct TableFields {
  let delimiter: UInt8
  private(set) var fields: [ArraySlice<UInt8>] = []

  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// What the first line is divided by: tabs if it has any and no commas, else commas, else
  /// semicolons.
  static func delimiter(of line: ArraySlice<UInt8>) -> UInt8 {
    if line.contains(UInt8(ascii: ",")) { return UInt8(ascii: ",") }
    if line.contains(9) { return 9 }
    return line.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : UInt8(ascii: ",")
  }

  /// Divides a line.
  ///
  /// - Returns: false where a quote is not closed before the line ends.
  mutating func divide(_ line: ArraySlice<UInt8>) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var next = line.startIndex
    while true {
      if next < line.endIndex, line[next] == UInt8(ascii: "\"") {
        guard let end = quotedField(line, from: next) else { return false }
        next = end
      } else {
        var end = next
        while end < line.endIndex, line[end] != delimiter { end += 1 }
        fields.append(line[next..<end])
        next = end
      }
      guard next < line.endIndex else { return true }
      next += 1
    }
  }

  /// Appends the field that begins with a quote; `""` inside stands for one.
  ///
  /// - Returns: where the delimiter after it or the end of the line is.
  private mutating func quotedField(_ line: ArraySlice<UInt8>, from start: Int) -> Int? {
    var text: [UInt8] = []
    var next = start + 1
    while next < line.endIndex {
      if line[next] != UInt8(ascii: "\"") {
        text.append(line[next])
        next += 1
      } else if next + 1 < line.endIndex, line[next + 1] == UInt8(ascii: "\"") {
        text.append(line[next])
        next += 2
      } else {
        next += 1
        guard next == line.endIndex || line[next] == delimiter else { return nil }
        fields.append(text[...])
        return next
      }
    }
    return nil
  }
}
