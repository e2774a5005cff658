/// Spearman's rank correlation: 1 where both rise together, −1 where one falls as the other rises.
///
/// Equal values share their mean rank. 0 where one of them is the same throughout.
///
/// - Precondition: as many of one as of the other.
func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double {
  precondition(first.count == second.count)
  let (x, y) = (ranks(first), ranks(second))
  let middle = Double(x.count + 1) / 2
  func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
  }
  let square = product(x, x) * product(y, y)
  return square > 0 ? product(x, y) / square.squareRoot() : 0
}

/// From 1 for the smallest.
private func ranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = Array(repeating: 0.0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}
