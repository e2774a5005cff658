/// Throws where training ended with nothing to look at.
///
/// - Throws: `LabError.collapsed` when all features lie at one point or in one direction, or when
///   the margin-free training accuracy is at most 1.5 / C.
func checkCollapse(
  _ set: FeatureSet, loss: String, steps: Int, classes: Int
) throws(LabError) {
  let hint = "try a smaller margin, --m-warmup, a lower --rate, another --seed, or more --steps"
  let columns = set.features.columns
  var direction = Array(repeating: 0.0, count: columns)
  var center = Array(repeating: 0.0, count: columns)
  var size = 0.0
  for row in 0..<set.features.rows {
    let length = norm(ofRow: row, in: set.features)
    guard length.isFinite else {
      throw .collapsed(
        loss: loss, step: steps, how: "features are no longer finite", hint: hint)
    }
    size += length
    for k in 0..<columns {
      center[k] += set.features[row, k]
      direction[k] += set.features[row, k] / max(length, smallestNorm)
    }
  }
  let count = Double(max(1, set.features.rows))
  var spread = 0.0
  for row in 0..<set.features.rows {
    var square = 0.0
    for k in 0..<columns {
      let difference = set.features[row, k] - center[k] / count
      square += difference * difference
    }
    spread += square.squareRoot()
  }
  if spread <= 1e-4 * size || size / count < 1e-9 {
    throw .collapsed(loss: loss, step: steps, how: "all features lie at one point", hint: hint)
  }
  if norm(direction) / count > 0.9999 {
    throw .collapsed(loss: loss, step: steps, how: "all features lie in one direction", hint: hint)
  }
  let share = accuracy(set.predicted, set.labels)
  if share <= 1.5 / Double(classes) {
    throw .collapsed(
      loss: loss, step: steps,
      how: "training accuracy is \(decimal(share)), hardly above chance (1/\(classes))", hint: hint)
  }
}

/// One warning for each two classes whose weights ended up in one direction, nearer than a tenth of
/// an even spread.
func mergedClasses(_ weights: Matrix<Double>, names: [String]) -> [String] {
  let limit = nearestAngle(classes: weights.rows) / 10
  var warnings: [String] = []
  for second in 0..<weights.rows {
    for first in 0..<second {
      let angle = angleBetween(weights.row(first), weights.row(second)).radians
      guard angle < limit, norm(weights.row(first)) > 0, norm(weights.row(second)) > 0 else {
        continue
      }
      warnings.append("classes \(names[first]) and \(names[second]) share a direction")
    }
  }
  return warnings
}
