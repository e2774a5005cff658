/// The fields of a line of a table, as places in the buffer that holds the line.
struct TableFields {
  let delimiter: UInt8
  private(set) var ranges: [Range<Int>] = []

  private static let quote = UInt8(ascii: "\"")
  /// As a delimiter: any number of spaces and tabs, at the ends of the line, too.
  static let blank = UInt8(ascii: " ")

  /// Divides a line; quoted fields are unquoted where they lie, since that makes them shorter.
  ///
  /// - Returns: false where a quote is not closed before the line ends.
  mutating func divide(_ line: Range<Int>, in buffer: inout [UInt8]) -> Bool {
    ranges.removeAll(keepingCapacity: true)
    let isBlank = delimiter == TableFields.blank
    return buffer.withUnsafeMutableBufferPointer { bytes in
      var next = line.lowerBound
      while true {
        if isBlank {
          while next < line.upperBound, isDelimiter(bytes[next]) { next += 1 }
          if next == line.upperBound, !ranges.isEmpty { return true }
        }
        if next < line.upperBound, bytes[next] == TableFields.quote {
          guard let end = unquote(bytes, from: next, to: line.upperBound) else { return false }
          next = end
        } else {
          let start = next
          while next < line.upperBound, !isDelimiter(bytes[next]) { next += 1 }
          ranges.append(start..<next)
        }
        guard next < line.upperBound else { return true }
        next += 1
      }
    }
  }

  private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 9 && delimiter == TableFields.blank
  }

  /// Whether a quote of the line is not closed before it ends; the line stays as it is.
  func isOpen(_ line: Range<Int>, in buffer: [UInt8]) -> Bool {
    guard buffer[line].contains(TableFields.quote) else { return false }
    return buffer.withUnsafeBufferPointer { bytes in
      var next = line.lowerBound
      while next < line.upperBound {
        if bytes[next] == TableFields.quote {
          next += 1
          while true {
            while next < line.upperBound, bytes[next] != TableFields.quote { next += 1 }
            guard next < line.upperBound else { return true }
            next += 1
            guard next < line.upperBound, bytes[next] == TableFields.quote else { break }
            next += 1
          }
        }
        while next < line.upperBound, !isDelimiter(bytes[next]) { next += 1 }
        next += 1
      }
      return false
    }
  }

  /// Adds the field that begins with a quote; `""` inside stands for one.
  ///
  /// - Returns: where the delimiter after it or the end of the line is.
  private mutating func unquote(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var next = start + 1
    var target = start
    while next < end {
      if bytes[next] == TableFields.quote {
        next += 1
        guard next < end, bytes[next] == TableFields.quote else {
          ranges.append(start..<target)
          return next == end || isDelimiter(bytes[next]) ? next : nil
        }
      }
      bytes[target] = bytes[next]
      target += 1
      next += 1
    }
    return nil
  }
}
