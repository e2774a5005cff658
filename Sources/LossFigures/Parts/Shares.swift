/// The share of values in each of equally wide parts of a range, percent; both ends belong to it, and
/// what lies outside is in no part.
///
/// - Parameter total: of what the shares are; the number of values where there is none.
func shares(
  of values: [Double], in range: ClosedRange<Double>, parts: Int, total: Int? = nil
) -> [Double] {
  let share = 100 / Double(max(1, total ?? values.count))
  // Sample by sample: a product would round another way, and move bars by the last decimal.
  return counts(of: values, in: range, parts: parts).map { count in
    (0..<count).reduce(0.0) { sum, _ in sum + share }
  }
}
