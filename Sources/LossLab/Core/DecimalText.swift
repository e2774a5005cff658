/// A number with exactly `places` decimals and a true minus sign: `−0.50`.
///
/// Rounded to nearest, halves away from zero; never "−0.00". `nan`, `∞` and `−∞` as such.
package func decimalText(_ value: Double, places: Int) -> String {
  decimalText(value, places: places, minus: "−")
}

/// The same with a minus sign of choice.
package func decimalText(_ value: Double, places: Int, minus: String) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "\(minus)∞" : "∞" }
  let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
  let scaled = (value.magnitude * power).rounded(.toNearestOrAwayFromZero)
  // Beyond 2⁵³ a Double has no decimals left to show.
  guard scaled < 9e15 else { return value < 0 ? "\(minus)\(value.magnitude)" : "\(value)" }
  var digits = String(Int(scaled))
  if digits.utf8.count <= places {
    digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
  }
  let sign = value < 0 && scaled > 0 ? minus : ""
  guard places > 0 else { return sign + digits }
  return sign + digits.dropLast(places) + "." + digits.suffix(places)
}
