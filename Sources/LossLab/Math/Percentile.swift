/// The value below which `percent` of the values lie, interpolated between neighbours; 0 for none.
package func percentile(_ percent: Double, of values: [Double]) -> Double {
  guard let last = values.indices.last else { return 0 }
  let sorted = values.sorted()
  let position = Double(last) * percent / 100
  let below = Int(position)
  let above = min(below + 1, last)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}

/// The arithmetic mean; 0 for none.
package func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}

/// The places of values by the values, smallest first, those of equal ones in their order.
///
/// - Parameter places: those that count; `nil` for all.
func ascending(_ values: [Double], of places: [Int]? = nil) -> [Int] {
  (places ?? Array(values.indices)).sorted { (values[$0], $0) < (values[$1], $1) }
}

/// The standard deviation of values that are all there are, not some of many; 0 for none.
package func deviation(of values: [Double]) -> Double {
  let middle = mean(values)
  return mean(values.map { ($0 - middle) * ($0 - middle) }).squareRoot()
}
