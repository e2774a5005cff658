/// A finite number that was measured or computed, as it is said to people: three digits that count,
/// and the whole part in any case.
func threeDigits(_ value: Double, roundedDown: Bool = false) -> Double {
  let places =
    value.magnitude >= 100 ? 1.0 : value.magnitude >= 10 ? 10 : value.magnitude >= 1 ? 100 : 1000
  let scaled = value * places
  // Below a thousandth the first digits are all that there is.
  guard scaled.magnitude >= 1, scaled.magnitude < 9e15 else { return value }
  return (roundedDown ? (scaled + 1e-9).rounded(.down) : scaled.rounded()) / places
}

/// A finite number for a sentence: up to three decimals, none at the end that say nothing, and all
/// digits where three decimals would leave a 0.
///
/// - Parameter roundedDown: down instead of to nearest, but not below a thousandth that the number
///   misses by rounding errors alone.
func decimal(_ value: Double, roundedDown: Bool = false) -> String {
  let scaled = value.magnitude * 1000
  // Beyond 2⁵³ there are no decimals.
  guard scaled < 9e15 else { return "\(value)" }
  let thousandths = roundedDown ? (scaled + 1e-9).rounded(.down) : scaled.rounded()
  guard thousandths > 0 || value == 0 else { return "\(value)" }
  let whole = Int(thousandths) / 1000
  var digits = String(Int(thousandths) % 1000 + 1000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return (value < 0 ? "-" : "") + (digits.isEmpty ? "\(whole)" : "\(whole).\(digits)")
}
