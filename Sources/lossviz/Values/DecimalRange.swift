import LossLab

/// The decimals from one to another by equal steps, both ends in: `0:0.4:0.1`.
///
/// Counted in whole units of the last decimal, so that the third step of a tenth is 0.3 and never
/// 0.30000000000000004.
struct DecimalRange: Equatable, Sendable {
  private let first: Int
  private let step: Int
  /// Decimals of one unit: 2 for hundredths.
  private let places: Int
  /// After each number: `deg`, or nothing.
  private let unit: String
  let count: Int

  /// - Throws: `ValueProblem` for what is no range, or one without values.
  init(_ text: String) throws(ValueProblem) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else {
      throw ValueProblem(expected: "ranges as FIRST:LAST:STEP, and '\(text)' is none")
    }
    let isDegrees = parts.allSatisfy { $0.hasSuffix("deg") }
    let numbers = parts.compactMap { Decimal(isDegrees ? String($0.dropLast(3)) : $0) }
    guard numbers.count == 3, let places = numbers.map(\.places).max() else {
      throw ValueProblem(expected: "ranges of decimal numbers as 0:0.5:0.1, and '\(text)' is none")
    }
    let units = numbers.compactMap { $0.units(places: places) }
    guard units.count == 3 else {
      throw ValueProblem(expected: "ranges with at most 15 digits, and '\(text)' has more")
    }
    let (first, last, step) = (units[0], units[1], units[2])
    guard step != 0 else {
      throw ValueProblem(expected: "ranges with a step other than 0, and '\(text)' stands still")
    }
    guard first == last || (first < last) == (step > 0) else {
      let turned = step > 0 ? "\(parts[1]):\(parts[0]):\(parts[2])" : "a step above 0"
      throw ValueProblem(
        expected: "ranges that reach their end, and '\(text)' goes the other way: try \(turned)")
    }
    guard first == last || abs(step) <= abs(last - first) else {
      throw ValueProblem(
        expected: "ranges that take a step, and '\(text)' takes none: try"
          + " \(parts[0]):\(parts[2]):\(parts[1])")
    }
    self.first = first
    self.step = step
    self.places = places
    unit = isDegrees ? "deg" : ""
    count = (last - first) / step + 1
  }

  /// The number of that index, with no more decimals than it needs.
  ///
  /// - Precondition: `index` is in `0 ..< count`.
  subscript(index: Int) -> String {
    precondition((0..<count).contains(index), "\(index) is none of \(count) values")
    return Decimal.text(first + index * step, places: places) + unit
  }
}

/// A number as it was typed: digits and where the point stands.
private struct Decimal {
  private let digits: Int
  let places: Int
  private static let most = 15

  init?(_ text: String) {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    guard decimals.count <= Self.most, let digits = Int(String(parts[0]) + decimals) else {
      return nil
    }
    self.digits = isNegative ? -digits : digits
    places = decimals.count
  }

  /// In units of so many decimals; `nil` where these are more than a number can hold exactly.
  func units(places: Int) -> Int? {
    var units = digits
    for _ in self.places..<places {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = product
    }
    return abs(units) < 1_000_000_000_000_000 ? units : nil
  }

  static func text(_ units: Int, places: Int) -> String {
    guard places > 0 else { return "\(units)" }
    var digits = "\(units.magnitude)"
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    var text = String(digits.dropLast(places)) + "." + digits.suffix(places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return units < 0 && text != "0" ? "-" + text : text
  }
}
