/// The share of values in each of equally wide parts of a range, percent; both ends belong to it, and
/// what lies outside is in no part.
///
/// - Parameter total: of what the shares are; the number of values where there is none.
package func shares(
  of values: [Double], in range: ClosedRange<Double>, parts: Int, total: Int? = nil
) -> [Double] {
  let width = range.upperBound - range.lowerBound
  var counts = Array(repeating: 0.0, count: parts)
  for value in values where range.contains(value) {
    counts[min(parts - 1, Int((value - range.lowerBound) / width * Double(parts)))] += 1
  }
  let whole = Double(max(1, total ?? values.count))
  return counts.map { 100 * $0 / whole }
}
