func decimalNumber(_ text: ArraySlice<UInt8>) -> Double? {
  text.withUnsafeBufferPointer { decimalNumber($0) }
}

/// The number that the text is, or `nil` where it is none; spaces around it do not matter.
///
/// `nan` and `inf` are numbers here: whether they may be, the caller decides.
func decimalNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
  var first = 0
  var end = text.count
  while first < end, text[first] == 32 { first += 1 }
  while first < end, text[end - 1] == 32 { end -= 1 }
  var reader = DecimalReader(text: text, end: end, next: first)
  let isNegative = reader.readSign()
  reader.readDigits()
  var power = 0
  if reader.takes(UInt8(ascii: ".")) {
    power = reader.count
    reader.readDigits()
    power -= reader.count
    if reader.count == 0 { return nil }
  }
  guard reader.count > 0 else {
    return specialNumber(text[reader.next..<end], isNegative: isNegative)
  }
  if reader.takes(UInt8(ascii: "e")) || reader.takes(UInt8(ascii: "E")) {
    guard let exponent = reader.readExponent() else { return nil }
    power += exponent
  }
  guard reader.next == end else { return nil }
  guard let size = reader.digits(times: power) else {
    return Double(String(decoding: text[first..<end], as: UTF8.self))
  }
  return isNegative ? -size : size
}

private struct DecimalReader {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  var next: Int
  var digits: UInt64 = 0
  private(set) var count = 0

  mutating func takes(_ sign: UInt8) -> Bool {
    guard next < end, text[next] == sign else { return false }
    next += 1
    return true
  }

  /// - Returns: whether it is a minus.
  mutating func readSign() -> Bool {
    if takes(UInt8(ascii: "-")) { return true }
    _ = takes(UInt8(ascii: "+"))
    return false
  }

  mutating func readDigits() {
    while next < end, text[next] &- 48 < 10 {
      digits = digits &* 10 &+ UInt64(text[next] &- 48)
      next += 1
      count += 1
    }
  }

  mutating func readExponent() -> Int? {
    let isDown = readSign()
    guard next < end else { return nil }
    var exponent = 0
    while next < end, text[next] >= 48, text[next] <= 57 {
      exponent = min(100_000, exponent * 10 + Int(text[next] - 48))
      next += 1
    }
    return isDown ? -exponent : exponent
  }

  /// The number without its sign, where nineteen digits did not overflow and both factors are exact:
  /// one operation rounds once (Clinger 1990).
  func digits(times power: Int) -> Double? {
    guard count <= 19, digits <= 1 << 53, power >= -22, power <= 22 else { return nil }
    return power < 0 ? Double(digits) / powersOfTen[-power] : Double(digits) * powersOfTen[power]
  }
}

private func specialNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>, isNegative: Bool) -> Double? {
  let word = text.map { $0 | 32 }
  if word == Array("nan".utf8) { return .nan }
  guard word == Array("inf".utf8) || word == Array("infinity".utf8) else { return nil }
  return isNegative ? -.infinity : .infinity
}

/// The powers of ten that a double holds exactly.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
