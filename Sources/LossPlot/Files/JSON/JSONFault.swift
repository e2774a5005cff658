/// Where a text stops being JSON (RFC 8259): what `JSONDecoder` does not say.
struct JSONFault: Equatable {
  /// From 1.
  let line: Int
  let problem: String

  /// The first fault, or `nil` where there is none.
  static func first(in text: [UInt8]) -> JSONFault? {
    var scanner = JSONScanner(text: text)
    guard let problem = scanner.scanDocument() else { return nil }
    let line = text[..<min(scanner.next, text.count)].reduce(1) { $1 == 10 ? $0 + 1 : $0 }
    return JSONFault(line: line, problem: problem)
  }
}

private struct JSONScanner {
  let text: [UInt8]
  var next = 0
  private var depth = 0
  private static let deepest = 500

  init(text: [UInt8]) {
    self.text = text
  }

  mutating func scanDocument() -> String? {
    if let problem = scanValue() { return problem }
    skipSpaces()
    return next == text.count ? nil : "something follows the end of the document"
  }

  private var byte: UInt8? { next < text.count ? text[next] : nil }

  private mutating func scanValue() -> String? {
    skipSpaces()
    guard let first = byte else { return "the document ends too early" }
    switch first {
    case UInt8(ascii: "{"): return scanMembers(until: UInt8(ascii: "}"), keyed: true)
    case UInt8(ascii: "["): return scanMembers(until: UInt8(ascii: "]"), keyed: false)
    case UInt8(ascii: "\""): return scanString()
    case UInt8(ascii: "-"), 48...57: return scanNumber()
    default:
      for word in ["true", "false", "null"] where text[next...].starts(with: word.utf8) {
        next += word.utf8.count
        return nil
      }
      return "expected a value"
    }
  }

  private mutating func scanMembers(until end: UInt8, keyed: Bool) -> String? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= JSONScanner.deepest else { return "nested too deeply" }
    next += 1
    skipSpaces()
    if byte == end {
      next += 1
      return nil
    }
    while true {
      if keyed, let problem = scanKey() { return problem }
      if let problem = scanValue() { return problem }
      skipSpaces()
      guard let after = byte else { return "the document ends too early" }
      guard after == end || after == UInt8(ascii: ",") else {
        return "expected ',' or '\(Character(Unicode.Scalar(end)))'"
      }
      next += 1
      if after == end { return nil }
    }
  }

  private mutating func scanKey() -> String? {
    skipSpaces()
    guard byte == UInt8(ascii: "\"") else { return "expected a key in quotes" }
    if let problem = scanString() { return problem }
    skipSpaces()
    guard byte == UInt8(ascii: ":") else { return "expected ':' after a key" }
    next += 1
    return nil
  }

  private mutating func scanString() -> String? {
    next += 1
    while let byte {
      if byte < 32 { return "a text goes over the end of its line" }
      next += 1
      if byte == UInt8(ascii: "\"") { return nil }
      if byte == UInt8(ascii: "\\") { next += 1 }
    }
    return "a text without its closing quote"
  }

  private mutating func scanNumber() -> String? {
    let start = next
    while let byte, (48...57).contains(byte) || "+-.eE".utf8.contains(byte) { next += 1 }
    let digits = String(decoding: text[start..<next], as: UTF8.self)
    guard let value = decimalNumber(text[start..<next]), value.isFinite else {
      return "'\(digits)' is not a number that a double can hold"
    }
    return nil
  }

  private mutating func skipSpaces() {
    while let byte, byte == 32 || byte == 10 || byte == 13 || byte == 9 { next += 1 }
  }
}
