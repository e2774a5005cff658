/// The number that the text is, or `nil` where it is none; spaces around it do not matter.
///
/// `nan` and `inf` are numbers here: whether they may be, the caller decides.
func decimalNumber(_ text: ArraySlice<UInt8>) -> Double? {
  text.withUnsafeBufferPointer { decimalNumber($0) }
}

private func decimalNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
  var first = 0
  var end = text.count
  while first < end, text[first] == 32 { first += 1 }
  while first < end, text[end - 1] == 32 { end -= 1 }
  var next = first
  let isNegative = next < end && text[next] == UInt8(ascii: "-")
  if next < end, isNegative || text[next] == UInt8(ascii: "+") { next += 1 }

  var digits: UInt64 = 0
  var significant = 0
  var seen = 0
  var power = 0
  var sawPoint = false
  while next < end {
    let byte = text[next]
    if byte >= 48, byte <= 57 {
      seen += 1
      if significant > 0 || byte > 48 { significant += 1 }
      if significant <= 19 { digits = digits &* 10 &+ UInt64(byte - 48) }
      if sawPoint { power -= 1 }
    } else if byte == UInt8(ascii: "."), !sawPoint {
      sawPoint = true
    } else {
      break
    }
    next += 1
  }
  guard seen > 0 else { return specialNumber(text[next..<end], isNegative: isNegative) }

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

  // Both factors are exact here, so that one operation rounds once (Clinger 1990).
  if significant <= 19, digits <= 1 << 53, power >= -22, power <= 22 {
    let size = power < 0 ? Double(digits) / tenTo(-power) : Double(digits) * tenTo(power)
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

/// Exact for powers up to 22.
private func tenTo(_ power: Int) -> Double {
  var result = 1.0
  for _ in 0..<power { result *= 10 }
  return result
}
