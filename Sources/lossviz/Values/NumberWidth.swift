import LossPlot

/// As many digits on both sides of the point as the longest of several numbers has.
struct NumberWidth: Equatable, Sendable {
  private var whole = 1
  private(set) var places = 0

  init(_ numbers: [Double]) {
    for text in numbers.map(numberText) where !text.contains("e") {
      let parts = text.drop { $0 == "-" }.split(separator: ".")
      whole = max(whole, parts.first?.count ?? 1)
      if parts.count > 1 { places = max(places, parts[1].count) }
    }
  }

  /// `08`, `0.10`; numbers with a power of ten stay as they are.
  func text(_ number: Double) -> String {
    guard !numberText(number).contains("e") else { return numberText(number) }
    let text = decimalText(number.magnitude, places: places)
    let digits = text.prefix { $0 != "." }.count
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, whole - digits)) + text
  }
}
