/// What a terminal says of itself when it is asked, and in the end of what came back.
struct TerminalAnswers: Sendable, Equatable {
  /// Whether it knows kitty's graphics protocol.
  var knowsKitty = false
  /// Pixels of one character.
  var cell: PixelCount?
  /// How many colors of a sixel picture it can show at once.
  var sixelColors: Int?
  /// Pixels of the largest sixel picture.
  var sixelSize: PixelCount?
  /// Whether its ground is dark.
  var isDark: Bool?
  /// Numbers of what it can do; `nil` where it did not answer, which every terminal does.
  var attributes: [Int]?

  struct PixelCount: Sendable, Equatable {
    let width: Int
    let height: Int
  }

  init() {}

  /// Reads what came back; keys that somebody pressed meanwhile are passed over.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == Self.escape, let kind = rest.popFirst() else { continue }
      switch kind {
      case UInt8(ascii: "["): readControl(&rest)
      case UInt8(ascii: "_"): readKitty(Self.string(&rest))
      case UInt8(ascii: "]"): readColor(Self.string(&rest))
      case UInt8(ascii: "P"): _ = Self.string(&rest)
      default: break
      }
    }
  }

  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07
  /// What stands in "device attributes" for sixels.
  static let sixelAttribute = 4

  /// Up to the bell, or to an escape with a backslash.
  private static func string(_ rest: inout ArraySlice<UInt8>) -> String {
    let text = rest.prefix { $0 != bell && $0 != escape }
    let end = rest.dropFirst(text.count)
    rest = end.dropFirst(end.first == escape ? 2 : 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// `ESC [`, then numbers, then the letter that says what they are.
  private mutating func readControl(_ rest: inout ArraySlice<UInt8>) {
    let body = rest.prefix { !(0x40...0x7E).contains($0) }
    rest = rest.dropFirst(body.count)
    guard let letter = rest.popFirst() else { return }
    let isPrivate = body.first == UInt8(ascii: "?")
    let numbers = String(decoding: body.dropFirst(isPrivate ? 1 : 0), as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    switch (isPrivate, letter) {
    case (true, UInt8(ascii: "c")): attributes = numbers
    case (false, UInt8(ascii: "t")) where numbers.count == 3 && numbers[0] == 6:
      cell = Self.size(width: numbers[2], height: numbers[1])
    // Item, whether it went well, value.
    case (true, UInt8(ascii: "S")) where numbers.count == 3 && numbers.starts(with: [1, 0]):
      sixelColors = numbers[2] > 1 ? numbers[2] : nil
    case (true, UInt8(ascii: "S")) where numbers.count == 4 && numbers.starts(with: [2, 0]):
      sixelSize = Self.size(width: numbers[2], height: numbers[3])
    default: break
    }
  }

  private static func size(width: Int, height: Int) -> PixelCount? {
    let range = 1...100_000
    return range.contains(width) && range.contains(height)
      ? PixelCount(width: width, height: height) : nil
  }

  private mutating func readKitty(_ text: String) {
    if text.hasPrefix("Gi=31"), text.hasSuffix(";OK") { knowsKitty = true }
  }

  /// `11;rgb:1e1e/1e1e/1e1e`, or fewer digits.
  private mutating func readColor(_ text: String) {
    guard text.hasPrefix("11;rgb:") else { return }
    let channels = text.dropFirst(7).split(separator: "/").compactMap { digits in
      digits.utf8.count > 4
        ? nil
        : Int(digits, radix: 16).map { Double($0) / Double((1 << (4 * digits.utf8.count)) - 1) }
    }
    guard channels.count == 3 else { return }
    isDark = 0.3 * channels[0] + 0.6 * channels[1] + 0.1 * channels[2] < 0.5
  }
}
