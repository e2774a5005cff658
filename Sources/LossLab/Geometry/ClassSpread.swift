/// How the features of each class lie around their mean, in the units of the features.
///
/// Classes without samples count nowhere.
package struct ClassSpread: Sendable {
  /// `classes × dimensions`; zeros for a class without samples.
  package let means: Matrix<Double>
  package let counts: [Int]
  /// The mean square distance to the mean, one a class: the trace of its covariance.
  package let variances: [Double]
  private let set: FeatureSet

  package init(_ set: FeatureSet, classes: Int) {
    let columns = set.features.columns
    var means = Matrix<Double>(rows: classes, columns: columns)
    var counts = Array(repeating: 0, count: classes)
    for (sample, label) in set.labels.enumerated() {
      counts[label] += 1
      for k in 0..<columns { means[label, k] += set.features[sample, k] }
    }
    for index in 0..<classes where counts[index] > 0 {
      for k in 0..<columns { means[index, k] /= Double(counts[index]) }
    }
    var variances = Array(repeating: 0.0, count: classes)
    for (sample, label) in set.labels.enumerated() {
      for k in 0..<columns {
        let difference = set.features[sample, k] - means[label, k]
        variances[label] += difference * difference / Double(counts[label])
      }
    }
    self.means = means
    self.counts = counts
    self.variances = variances
    self.set = set
  }

  private var present: [Int] { counts.indices.filter { counts[$0] > 0 } }

  /// The trace of the covariance within classes over that between their means: lower is tighter.
  package var scatterRatio: Double {
    let columns = means.columns
    let total = Double(counts.reduce(0, +))
    var global = Array(repeating: 0.0, count: columns)
    for index in present {
      for k in 0..<columns { global[k] += Double(counts[index]) / total * means[index, k] }
    }
    var within = 0.0
    var between = 0.0
    for index in present {
      let share = Double(counts[index]) / total
      within += share * variances[index]
      for k in 0..<columns {
        let difference = means[index, k] - global[k]
        between += share * difference * difference
      }
    }
    return between > 0 ? within / between : .infinity
  }

  /// For each class the standard deviation along its mean over that across it: above 1 for petals.
  package var elongations: [Double] {
    var along = Array(repeating: 0.0, count: counts.count)
    for (sample, label) in set.labels.enumerated() {
      let mean = means.row(label)
      let length = max(norm(mean), smallestNorm)
      var step = 0.0
      for k in mean.indices { step += (set.features[sample, k] - mean[k]) * mean[k] / length }
      along[label] += step * step / Double(counts[label])
    }
    // Across a mean lie all other directions: one in the plane, two in space.
    let others = Double(max(1, means.columns - 1))
    return present.map { index in
      let across = max(variances[index] - along[index], 0) / others
      return across > 0 ? (along[index] / across).squareRoot() : .infinity
    }
  }

  /// The largest distance of a sample to the mean of its class over the standard deviation there.
  package var farthest: Double {
    self.set.labels.enumerated().reduce(0) { largest, sample in
      let variance = variances[sample.element]
      guard variance > 0 else { return largest }
      let way = distance(set.features.row(sample.offset), means.row(sample.element))
      return max(largest, way / variance.squareRoot())
    }
  }

  /// For each class the distance of a center to its mean over the standard deviation around it.
  ///
  /// - Parameter centers: `classes × dimensions`.
  package func offsets(of centers: Matrix<Double>) -> [Double] {
    present.map { index in
      let deviation = variances[index].squareRoot()
      let offset = distance(centers.row(index), means.row(index))
      return deviation > 0 ? offset / deviation : offset > 0 ? .infinity : 0
    }
  }
}

/// ‖a − b‖.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  norm(a.indices.map { a[$0] - b[$0] })
}

/// At most `limit` of some things, evenly picked.
package func evenly<Element>(_ all: [Element], _ limit: Int) -> [Element] {
  guard all.count > limit else { return all }
  return (0..<limit).map { all[$0 * all.count / limit] }
}
