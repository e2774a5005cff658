import LossLab

/// Class names that are one number written in several ways: `10`, `010` and `10.0`.
///
/// Names are texts and told apart as such, in every reader; whoever meant numbers is told so.
package struct LabelSpelling: Equatable, Sendable {
  /// Each with at least two names, in the order of the names.
  package let groups: [[String]]

  package init(_ names: [String]) {
    var places: [String: Int] = [:]
    var groups: [[String]] = []
    for name in names {
      guard let number = Self.plainNumber(name) else { continue }
      if let place = places[number] {
        groups[place].append(name)
      } else {
        places[number] = groups.count
        groups.append([name])
      }
    }
    self.groups = groups.filter { $0.count > 1 }
  }

  /// What to tell of them; `nil` where there are none.
  package var notice: DataNotice? { groups.isEmpty ? nil : .numberSpellings(groups) }

  /// One spelling for all that a number may have: no plus, no zeros that say nothing.
  ///
  /// Digit by digit, so that identities of twenty digits do not become one.
  static func plainNumber(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let value = decimalNumber(bytes[...]), value.isFinite else { return nil }
    if bytes.contains(where: { $0 | 32 == UInt8(ascii: "e") }) {
      return Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }
    let isNegative = bytes.first == UInt8(ascii: "-")
    let parts = bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let zero = UInt8(ascii: "0")
    let whole = Array(parts[0].drop { $0 == zero })
    var fraction = parts.count > 1 ? Array(parts[1]) : []
    while fraction.last == zero { fraction.removeLast() }
    if whole.isEmpty, fraction.isEmpty { return "0" }
    let digits = (whole.isEmpty ? [zero] : whole) + (fraction.isEmpty ? [] : [46] + fraction)
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }

  /// The whole number that a name is, however it is written: `7`, `007`, `7.0`.
  static func wholeNumber(_ name: String) -> Int? { plainNumber(name).flatMap { Int($0) } }

  /// A label as a text, without spaces around it.
  ///
  /// UTF-8 or, where it is none, Latin-1, so that two names never become one by the letters that
  /// could not be read.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    let blank: (UInt8) -> Bool = { $0 == 32 || $0 == 9 }
    var rest = bytes[...].drop(while: blank)
    if let last = rest.indices.reversed().first(where: { !blank(rest[$0]) }) {
      rest = rest[...last]
    }
    if let text = String(validating: rest, as: UTF8.self) { return text }
    var text = ""
    for byte in rest { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }
}

extension LabelSpelling {
  /// The order of class names: numbers by value, else by the bytes of the names.
  static func order(of names: [String]) -> [Int] {
    let bytes = { (a: Int, b: Int) in names[a].utf8.lexicographicallyPrecedes(names[b].utf8) }
    let values = names.map { decimalNumber(Array($0.utf8)[...]) ?? .nan }
    guard values.allSatisfy(\.isFinite) else { return names.indices.sorted(by: bytes) }
    // Beyond 2⁵³ neighbours have one value.
    let whole = names.map { Int($0) }
    return names.indices.sorted { a, b in
      if values[a] != values[b] { return values[a] < values[b] }
      if let first = whole[a], let second = whole[b], first != second { return first < second }
      if (whole[a] == nil) != (whole[b] == nil) { return whole[a] != nil }
      return bytes(a, b)
    }
  }
}
