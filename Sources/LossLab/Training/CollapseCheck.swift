/// Looks for what makes features say nothing of their classes: told first, before any number taken
/// from them.
struct CollapseCheck {
  let features: Int
  let columns: Int
  /// One a sample.
  let labels: [Int]
  let predicted: [Int]
  /// Unit class mean directions; zeros where a class has none.
  let means: Matrix<Double>
  let classNames: [String]

  /// All class directions nearer than this to their common one are as good as one, radians.
  private static let sameDirection = 3 * Double.pi / 180
  /// A class that takes this share of the samples, and twice what belongs to it, takes nearly all.
  private static let nearlyAll = 0.95

  /// `nil` where there is none.
  ///
  /// - Parameter unit: the feature of a row over its length, zeros for none.
  func collapse(unit: (Int) -> [Double]) -> Collapse? {
    guard features > 1 else { return nil }
    var sum = Array(repeating: 0.0, count: columns)
    for row in 0..<features {
      let feature = unit(row)
      for k in 0..<columns { sum[k] += feature[k] }
    }
    let together = norm(sum) / Double(features)
    if together > 0.9999 {
      return .oneDirection(angle: acos(min(1, together)))
    }
    return merged ?? taken
  }

  private var merged: Collapse? {
    let present = (0..<means.rows).filter { norm(ofRow: $0, in: means) > 0 }
    guard present.count > 1 else { return nil }
    var middle = Array(repeating: 0.0, count: columns)
    for index in present { for k in 0..<columns { middle[k] += means[index, k] } }
    let widest = present.map { angleBetween(means.row($0), middle).radians }.max() ?? 0
    guard widest < Self.sameDirection else { return nil }
    return .classDirections(count: present.count, within: 2 * widest)
  }

  private var taken: Collapse? {
    var taken = Array(repeating: 0, count: classNames.count)
    var own = taken
    for label in predicted { taken[label] += 1 }
    for label in labels { own[label] += 1 }
    guard let most = taken.indices.max(by: { taken[$0] < taken[$1] }) else { return nil }
    let share = Double(taken[most]) / Double(features)
    guard share >= Self.nearlyAll, taken[most] >= 2 * own[most] else { return nil }
    return .oneClass(name: classNames[most], share: share)
  }
}

extension FeatureSet {
  /// - Parameter names: of the classes.
  func collapse(names: [String]) -> Collapse? {
    let columns = features.columns
    return CollapseCheck(
      features: features.rows, columns: columns, labels: labels, predicted: predicted,
      means: ClassDirections(self, classes: names.count).means, classNames: names
    ).collapse { row in
      let length = max(norm(ofRow: row, in: features), smallestNorm)
      return (0..<columns).map { features[row, $0] / length }
    }
  }
}

extension Run {
  /// What makes the test features say nothing of their classes; `nil` where they do.
  package var collapse: Collapse? { test.collapse(names: facts.classNames) }
}
