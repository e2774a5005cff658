import LossLab

/// Reads values as people type them.
enum TypedText {
  /// A decimal number: no hexadecimal, `nan` or `inf`, no spaces.
  static func number(_ text: String) -> Double? {
    let allowed = "0123456789+-.eE"
    guard text.contains(where: \.isNumber), text.allSatisfy({ allowed.contains($0) }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// An angle in radians: `0.5`, or degrees with their name, `28.6deg`.
  static func angle(_ text: String) -> Double? {
    guard text.hasSuffix("deg") else { return number(text) }
    return number(String(text.dropLast(3))).map { $0 * .pi / 180 }
  }

  /// A whole number, `1000` or `1e3`.
  static func integer(_ text: String) -> Int? {
    guard let value = number(text), value == value.rounded(), abs(value) < 9_007_199_254_740_992
    else { return nil }
    return Int(value)
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on", "1": true
    case "no", "false", "off", "0": false
    default: nil
    }
  }

  /// Texts with commas between them; `nil` where one of them is empty.
  static func list(_ text: String) -> [String]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    return parts.contains("") ? nil : parts
  }

  /// A number as short as reads back to the same bits: `16`, `0.35`, `1e-08`.
  static func text(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
    return "\(Int(value))"
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}

extension Array where Element: Equatable {
  /// Each once, in the order in which they come first.
  var withoutRepeats: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
