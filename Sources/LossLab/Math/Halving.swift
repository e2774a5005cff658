/// Halves a stretch so often, each time towards where a condition that holds at its lower end ceases.
///
/// - Returns: the ends of what is left.
@inlinable
package func halved(
  _ low: Double, _ high: Double, times: Int, while holds: (Double) -> Bool
) -> (low: Double, high: Double) {
  var (low, high) = (low, high)
  for _ in 0..<times {
    let middle = (low + high) / 2
    if holds(middle) { low = middle } else { high = middle }
  }
  return (low, high)
}

/// The first of `0 ..< count` from which on a condition holds; `count` for none.
@inlinable
package func firstPlace(below count: Int, where holds: (Int) -> Bool) -> Int {
  var (low, high) = (0, count)
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
