/// How many values lie in each of equally wide parts of a range; both ends belong to it, and what
/// lies outside is in no part.
package func counts(
  of values: [Double], in range: ClosedRange<Double>, parts: Int
) -> [Int] {
  let width = (range.upperBound - range.lowerBound) / Double(parts)
  var counts = Array(repeating: 0, count: parts)
  for value in values where range.contains(value) {
    counts[min(parts - 1, Int((value - range.lowerBound) / width))] += 1
  }
  return counts
}
