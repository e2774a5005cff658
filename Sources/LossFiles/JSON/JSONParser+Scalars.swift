extension JSONParser {
  /// A text in quotes.
  mutating func string() throws(JSONFault) -> String {
    let opening = next
    next += 1
    var result = ""
    while true {
      let start = next
      while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 {
        next += 1
      }
      guard let part = String(validating: text[start..<next], as: UTF8.self) else {
        next = start
        throw fault("a text that is not UTF-8", hint: TextEncoding.hint(from: "LATIN1"))
      }
      // Most texts are one part.
      if result.isEmpty { result = part } else { result += part }
      guard let byte else {
        next = opening
        throw fault("a text without its closing quote")
      }
      next += 1
      switch byte {
      case UInt8(ascii: "\""): return result
      case UInt8(ascii: "\\"): result.unicodeScalars.append(try escaped())
      default:
        next -= 1
        throw fault(
          byte == 10 || byte == 13
            ? "a text goes over the end of its line" : "a text with a control character in it",
          hint: "write \\n, \\t or \\u00XX")
      }
    }
  }

  /// After a backslash.
  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    guard let sign = byte else { throw fault("a text without its closing quote") }
    next += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(sign)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codedScalar()
    default: throw fault("a backslash before something that needs none", hint: "write \\\\ for one")
    }
  }

  /// After `\u`: one unit of UTF-16, or the first of a pair.
  private mutating func codedScalar() throws(JSONFault) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if (0xD800..<0xDC00).contains(first), text[next...].starts(with: "\\u".utf8) {
      next += 2
      let second = try unit()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw fault("half of a pair of \\u escapes")
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("expected four hexadecimal digits after \\u")
      }
      value = value << 4 + UInt32(digit)
      next += 1
    }
    return value
  }

  mutating func number() throws(JSONFault) -> Double {
    let start = next
    if byte == UInt8(ascii: "-") { next += 1 }
    if let byte, isLetter(byte) {
      throw strange(
        String(decoding: text[next...].prefix(16).prefix(while: isLetter), as: UTF8.self))
    }
    let isZero = byte == 48
    let whole = skipDigits()
    var isNumber = whole == 1 || whole > 1 && !isZero
    if byte == UInt8(ascii: ".") {
      next += 1
      isNumber = skipDigits() > 0 && isNumber
    }
    if let byte, byte | 32 == UInt8(ascii: "e") {
      next += 1
      if self.byte == UInt8(ascii: "-") || self.byte == UInt8(ascii: "+") { next += 1 }
      isNumber = skipDigits() > 0 && isNumber
    }
    guard isNumber, let value = decimalNumber(text[start..<next]) else {
      next = start
      throw fault("'\(word(from: start))' is not a number as JSON writes them")
    }
    guard value.isFinite else {
      next = start
      throw fault("'\(word(from: start))' is larger than any number that a double can hold")
    }
    return value
  }

  /// How many there were.
  private mutating func skipDigits() -> Int {
    let start = next
    while let byte, (48...57).contains(byte) { next += 1 }
    return next - start
  }

  private func word(from start: Int) -> String {
    let word = text[start...].prefix(41).prefix {
      isLetter($0) || (43...57).contains($0) && $0 != 44
    }
    return Self.shortened(String(decoding: word, as: UTF8.self))
  }
}
