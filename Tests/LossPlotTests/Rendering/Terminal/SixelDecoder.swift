/// Reads a sixel picture back into pixels.
struct SixelDecoder {
  private(set) var width = 0
  private(set) var height = 0
  /// Red, green, blue of each pixel in percent; `nil` where none was set.
  private(set) var pixels: [[Int]?] = []
  private(set) var registers: [Int: [Int]] = [:]

  /// `nil` where the bytes are no such picture.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "\u{1B}Pq\"".utf8) else { return nil }
    var rest = bytes[4...]
    let size = Self.numbers(&rest)
    guard size.count == 4 else { return nil }
    (width, height) = (size[2], size[3])
    pixels = Array(repeating: nil, count: width * height)
    var (column, top, color) = (0, 0, 0)
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"):
        let numbers = Self.numbers(&rest)
        color = numbers[0]
        if numbers.count == 5 { registers[color] = Array(numbers[2...]) }
      case UInt8(ascii: "$"): column = 0
      case UInt8(ascii: "-"): (column, top) = (0, top + 6)
      case UInt8(ascii: "!"):
        guard let count = Self.numbers(&rest).first, let letter = rest.popFirst() else {
          return nil
        }
        for _ in 0..<count { set(letter, &column, top, color) }
      case 0x3F...0x7E: set(byte, &column, top, color)
      case 0x1B: return
      default: return nil
      }
    }
    return nil
  }

  private mutating func set(_ letter: UInt8, _ column: inout Int, _ top: Int, _ color: Int) {
    for row in 0..<6 where (letter - 0x3F) >> UInt8(row) & 1 == 1 {
      guard column < width, top + row < height else { continue }
      pixels[(top + row) * width + column] = registers[color]
    }
    column += 1
  }

  private static func numbers(_ rest: inout ArraySlice<UInt8>) -> [Int] {
    let text = rest.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ";") }
    rest = rest.dropFirst(text.count)
    return String(decoding: text, as: UTF8.self).split(separator: ";").compactMap { Int($0) }
  }
}
