/// The value below which `percent` of the values lie, interpolated between neighbours; 0 for none.
public func percentile(_ percent: Double, of values: [Double]) -> Double {
  guard let last = values.indices.last else { return 0 }
  let sorted = values.sorted()
  let position = Double(last) * percent / 100
  let below = Int(position)
  let above = min(below + 1, last)
  return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
}

/// The arithmetic mean; 0 for none.
public func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
