/// Reads the strings of a PDF dictionary: in parentheses with escapes, or as hexadecimal digits.
struct PDFDictionaryReader {
  let bytes: ArraySlice<UInt8>
  var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// All entries that are strings, up to the end of the dictionary; `nil` where it has none.
  mutating func strings() -> [String: [UInt8]]? {
    var entries: [String: [UInt8]] = [:]
    var name = ""
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "/"): name = word()
      case UInt8(ascii: "("):
        guard let string = literal() else { return nil }
        entries[name] = string
      case UInt8(ascii: "<"):
        guard let string = hexadecimal() else { return nil }
        entries[name] = string
      case UInt8(ascii: ">"): return entries
      default: break
      }
    }
    return nil
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.endIndex else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func word() -> String {
    let name = bytes[position...].prefix { (0x41...0x7A).contains($0) }
    position = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func literal() -> [UInt8]? {
    var result: [UInt8] = []
    var depth = 1
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return nil }
        result += escape(escaped)
      case UInt8(ascii: "("):
        depth += 1
        result.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      default: result.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case 10: return []
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte & 7)
      for _ in 0..<2 {
        guard position < bytes.endIndex, (0x30...0x37).contains(bytes[position]) else { break }
        value = value * 8 + Int(bytes[position] & 7)
        position += 1
      }
      return [UInt8(truncatingIfNeeded: value)]
    default: return [byte]
    }
  }

  private mutating func hexadecimal() -> [UInt8]? {
    var digits: [UInt8] = []
    while let byte = next() {
      if byte == UInt8(ascii: ">") {
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      }
      if let digit = Character(Unicode.Scalar(byte)).hexDigitValue { digits.append(UInt8(digit)) }
    }
    return nil
  }
}
