/// Throws where training ended with nothing to look at.
///
/// - Throws: `LabError.collapsed` when all features lie at one point or in one direction, or when
///   the margin-free training accuracy is at most 1.5 / C.
func checkCollapse(
  _ set: FeatureSet, entry: LossEntry, steps: Int, classes: Int
) throws(LabError) {
  guard let how = set.failure(classes: classes) else { return }
  throw .collapsed(loss: entry.name, step: steps, how: how, options: entry.options.map { $0.name })
}

extension FeatureSet {
  fileprivate func failure(classes: Int) -> TrainingCollapse? {
    let columns = features.columns
    var direction = Array(repeating: 0.0, count: columns)
    var center = direction
    var size = 0.0
    for row in 0..<features.rows {
      let length = norm(ofRow: row, in: features)
      guard length.isFinite else { return .notFinite }
      size += length
      for k in 0..<columns {
        center[k] += features[row, k]
        direction[k] += features[row, k] / max(length, smallestNorm)
      }
    }
    let count = Double(max(1, features.rows))
    var spread = 0.0
    for row in 0..<features.rows {
      var square = 0.0
      for k in 0..<columns {
        let difference = features[row, k] - center[k] / count
        square += difference * difference
      }
      spread += square.squareRoot()
    }
    if spread <= 1e-4 * size || size / count < 1e-9 { return .onePoint }
    if norm(direction) / count > 0.9999 { return .oneDirection }
    let share = accuracy(predicted, labels)
    guard share <= 1.5 / Double(classes) else { return nil }
    return .chance(accuracy: share, classes: classes)
  }
}

/// All pairs of classes whose weights ended up in one direction.
///
/// That is nearer than a tenth of an even spread.
///
/// - Parameter rowsPerClass: how many rows of the weights a class has.
func mergedClasses(
  _ weights: Matrix<Double>, names: [String], rowsPerClass: Int = 1
) -> [RunWarning.NamedPair] {
  let limit = nearestAngle(classes: weights.rows) / 10
  let pairs = weights.columns == 2 ? neighbours(weights, within: limit) : allPairs(weights.rows)
  return pairs.filter {
    $0.first / rowsPerClass != $0.second / rowsPerClass
      && angleBetween(row: $0.first, of: weights, and: $0.second, of: weights).radians < limit
      && norm(ofRow: $0.first, in: weights) > 0 && norm(ofRow: $0.second, in: weights) > 0
  }.map {
    .init(first: names[$0.first / rowsPerClass], second: names[$0.second / rowsPerClass])
  }
}

private typealias ClassPair = (first: Int, second: Int)

private func allPairs(_ count: Int) -> [ClassPair] {
  (0..<count).flatMap { second in (0..<second).map { ($0, second) } }
}

/// All pairs nearer than `limit` round the circle, and maybe some a little further apart.
private func neighbours(_ weights: Matrix<Double>, within limit: Double) -> [ClassPair] {
  let directions = weights.directions
  let order = ascending(directions)
  var pairs: [ClassPair] = []
  for place in order.indices {
    for step in 1..<max(1, order.count) {
      let (from, to) = (order[place], order[(place + step) % order.count])
      guard turned(directions[to] - directions[from]) < limit * 1.001 else { break }
      pairs.append((min(from, to), max(from, to)))
    }
  }
  pairs.sort { ($0.second, $0.first) < ($1.second, $1.first) }
  // Two of one direction are found from either side.
  return pairs.indices.filter { $0 == 0 || pairs[$0] != pairs[$0 - 1] }.map { pairs[$0] }
}
