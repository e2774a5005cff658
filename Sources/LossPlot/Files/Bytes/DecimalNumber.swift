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
  var next = first
  let isNegative = next < end && text[next] == UInt8(ascii: "-")
  if next < end, isNegative || text[next] == UInt8(ascii: "+") { next += 1 }

  var digits: UInt64 = 0
  let whole = next
  while next < end, text[next] &- 48 < 10 {
    digits = digits &* 10 &+ UInt64(text[next] &- 48)
    next += 1
  }
  var count = next - whole
  var power = 0
  if next < end, text[next] == UInt8(ascii: ".") {
    next += 1
    let fraction = next
    while next < end, text[next] &- 48 < 10 {
      digits = digits &* 10 &+ UInt64(text[next] &- 48)
      next += 1
    }
    power = fraction - next
    count -= power
    if count == 0 { return nil }
  }
  guard count > 0 else { return specialNumber(text[next..<end], isNegative: isNegative) }

  if next < end, text[next] | 32 == UInt8(ascii: "e") {
    next += 1
    let isDown = next < end && text[next] == UInt8(ascii: "-")
    if next < end, isDown || text[next] == UInt8(ascii: "+") { next += 1 }
    guard next < end else { return nil }
    var exponent = 0
    while next < end, text[next] >= 48, text[next] <= 57 {
      exponent = min(100_000, exponent * 10 + Int(text[next] - 48))
      next += 1
    }
    power += isDown ? -exponent : exponent
  }
  guard next == end else { return nil }

  // Nineteen digits did not overflow, and both factors are exact: one operation rounds once
  // (Clinger 1990).
  if count <= 19, digits <= 1 << 53, power >= -22, power <= 22 {
    let size =
      power < 0
      ? Double(digits) / powersOfTen[-power] : Double(digits) * powersOfTen[power]
    return isNegative ? -size : size
  }
  return Double(String(decoding: text[first..<end], as: UTF8.self))
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
