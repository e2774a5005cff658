// How tight and how far apart classes are. All angles are radians. Where a class has no samples it
// is left out.

/// The mean of unit features below which a class has no direction: ten times what rounding to
/// `Float` leaves of features that cancel.
let leastMeanLength = 1e-6

extension Matrix<Double> {
  /// Sums of unit features, one row a class, as directions; zeros where there is none.
  func meanDirections(_ counts: [Int]) -> Matrix {
    dividing(
      rowsBy: (0..<rows).map { row in
        let length = norm(ofRow: row, in: self)
        return length > leastMeanLength * Double(counts[row]) ? length : 0
      })
  }
}

/// The directions of classes in a feature set.
package struct ClassDirections: Sendable {
  /// The mean of each class's unit features, normalised: `classes × dimensions`.
  ///
  /// A row of zeros for a class without samples, or whose features cancel.
  package let means: Matrix<Double>
  /// The angle of each sample to its class's mean direction, where that has one.
  package let deviations: [Double]

  package init(_ set: FeatureSet, classes: Int) {
    self.init(set.features, labels: set.labels, classes: classes)
  }

  package init(_ features: Matrix<Double>, labels: [Int], classes: Int) {
    var sums = Matrix<Double>(rows: classes, columns: features.columns)
    var counts = Array(repeating: 0, count: classes)
    for (sample, label) in labels.enumerated() {
      counts[label] += 1
      let length = max(norm(ofRow: sample, in: features), smallestNorm)
      for k in 0..<features.columns { sums[label, k] += features[sample, k] / length }
    }
    let means = sums.meanDirections(counts)
    self.means = means
    let isKnown = (0..<classes).map { norm(ofRow: $0, in: means) > 0 }
    deviations = labels.indices.filter { isKnown[labels[$0]] }.map {
      angleBetween(row: $0, of: features, and: labels[$0], of: means).radians
    }
  }

  /// The classes that have a direction.
  package var present: [Int] { (0..<means.rows).filter { norm(ofRow: $0, in: means) > 0 } }

  /// The angle between each class and its nearest other, in the order of `present`.
  package var nearestAngles: [Double] {
    let present = present
    guard present.count > 1 else { return [] }
    guard means.columns == 2 else { return present.map { nearestAngle(of: $0, among: present) } }
    // Round the circle the nearest one is a neighbour: thousands of classes need no comparison of
    // each with each.
    let order = ascending(means.directions, of: present)
    var angles = Array(repeating: Double.pi, count: means.rows)
    for (position, index) in order.enumerated() {
      let neighbours = [position + 1, position + order.count - 1].map { order[$0 % order.count] }
      angles[index] = nearestAngle(of: index, among: neighbours)
    }
    return present.map { angles[$0] }
  }

  private func nearestAngle(of index: Int, among others: [Int]) -> Double {
    var smallest = Double.pi
    for other in others where other != index {
      smallest = min(smallest, angleBetween(row: index, of: means, and: other, of: means).radians)
    }
    return smallest
  }

  /// The empty sector between neighbouring classes, from the 95th percentile of one's deviations
  /// towards the other to the other's towards it; negative where they overlap.
  ///
  /// In the plane neighbours follow one another round the circle; in more dimensions each class has
  /// its nearest one.
  package func gaps(_ set: FeatureSet) -> [Double] {
    let present = present
    guard present.count > 1 else { return [] }
    return means.columns == 2 ? planarGaps(set, present) : spatialGaps(set, present)
  }

  private func planarGaps(_ set: FeatureSet, _ present: [Int]) -> [Double] {
    var turns = Array(repeating: [Double](), count: means.rows)
    let directions = means.directions
    for (sample, label) in set.labels.enumerated() {
      let direction = atan2(set.features[sample, 1], set.features[sample, 0])
      turns[label].append(signedTurn(direction - directions[label]))
    }
    let order = ascending(directions, of: present)
    return order.indices.map { position in
      let (first, second) = (order[position], order[(position + 1) % order.count])
      let width = turned(directions[second] - directions[first])
      return width - percentile(95, of: turns[first])
        - percentile(95, of: turns[second].map { -$0 })
    }
  }

  private func spatialGaps(_ set: FeatureSet, _ present: [Int]) -> [Double] {
    func edge(of index: Int, towards other: Int) -> Double {
      let (own, far) = (means.row(index), means.row(other))
      let angle = angleBetween(own, far)
      let turns = set.labels.indices.filter { set.labels[$0] == index }.map { sample -> Double in
        var along = 0.0
        var across = 0.0
        for k in own.indices {
          along += set.features[sample, k] * own[k]
          across += set.features[sample, k] * (far[k] - angle.cosine * own[k])
        }
        return atan2(across / max(angle.sine, smallestNorm), along)
      }
      return percentile(95, of: turns)
    }
    return present.map { index in
      let nearest =
        present.filter { $0 != index }.min {
          let (a, b) = (
            angleBetween(row: index, of: means, and: $0, of: means).radians,
            angleBetween(row: index, of: means, and: $1, of: means).radians
          )
          return a != b ? a < b : $0 < $1
        } ?? index
      return angleBetween(means.row(index), means.row(nearest)).radians
        - edge(of: index, towards: nearest) - edge(of: nearest, towards: index)
    }
  }
}
