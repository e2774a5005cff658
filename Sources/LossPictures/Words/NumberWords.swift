import LossScene

/// "1,234,567".
package func groupedText(_ count: Int) -> String {
  var groups: [Substring] = []
  var rest = "\(count.magnitude)"[...]
  while rest.count > 3 {
    groups.insert(rest.suffix(3), at: 0)
    rest = rest.dropLast(3)
  }
  return (count < 0 ? "−" : "") + ([rest] + groups).joined(separator: ",")
}

/// "98.2 %".
package func percentText(_ share: Double) -> String { decimalText(100 * share, places: 1) + " %" }

/// "3.5°", from radians.
package func degreesText(_ angle: Double) -> String {
  decimalText(angle * 180 / .pi, places: 1) + "°"
}

/// The shortest decimal of up to four places: 0.35, 16.
package func short(_ value: Double) -> String {
  var text = decimalText(value, places: 4)
  while text.contains("."), text.hasSuffix("0") || text.hasSuffix(".") {
    let isPoint = text.hasSuffix(".")
    text.removeLast()
    if isPoint { break }
  }
  return text
}
