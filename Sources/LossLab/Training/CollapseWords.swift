/// What makes features say nothing of their classes: said first, before any number taken from them.
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

  /// In words, with the number; `nil` where there is none.
  ///
  /// - Parameter unit: the feature of a row over its length, zeros for none.
  func words(unit: (Int) -> [Double]) -> String? {
    guard features > 1 else { return nil }
    var sum = Array(repeating: 0.0, count: columns)
    for row in 0..<features {
      let feature = unit(row)
      for k in 0..<columns { sum[k] += feature[k] }
    }
    let together = norm(sum) / Double(features)
    if together > 0.9999 {
      let angle = acos(min(1, together)) * 180 / .pi
      return
        "collapsed: all features lie in one direction, \(decimal(threeDigits(angle)))° from their mean"
    }
    return mergedWords ?? takenWords
  }

  private var mergedWords: String? {
    let present = (0..<means.rows).filter { norm(ofRow: $0, in: means) > 0 }
    guard present.count > 1 else { return nil }
    var middle = Array(repeating: 0.0, count: columns)
    for index in present { for k in 0..<columns { middle[k] += means[index, k] } }
    let widest = present.map { angleBetween(means.row($0), middle).radians }.max() ?? 0
    guard widest < Self.sameDirection else { return nil }
    return "collapsed: all \(present.count) class directions lie within "
      + "\(decimal(threeDigits(2 * widest * 180 / .pi)))° of one another"
  }

  private var takenWords: String? {
    var taken = Array(repeating: 0, count: classNames.count)
    var own = taken
    for label in predicted { taken[label] += 1 }
    for label in labels { own[label] += 1 }
    guard let most = taken.indices.max(by: { taken[$0] < taken[$1] }) else { return nil }
    let share = Double(taken[most]) / Double(features)
    guard share >= Self.nearlyAll, taken[most] >= 2 * own[most] else { return nil }
    return
      "collapsed: class \(classNames[most]) takes \(decimal(threeDigits(100 * share))) % of the samples"
  }
}

extension FeatureSet {
  /// - Parameter names: of the classes.
  func collapse(names: [String]) -> String? {
    let columns = features.columns
    return CollapseCheck(
      features: features.rows, columns: columns, labels: labels, predicted: predicted,
      means: ClassDirections(self, classes: names.count).means, classNames: names
    ).words { row in
      let length = max(norm(ofRow: row, in: features), smallestNorm)
      return (0..<columns).map { features[row, $0] / length }
    }
  }
}

extension Run {
  /// What makes the test features say nothing of their classes; `nil` where they do.
  package var collapse: String? { test.collapse(names: facts.classNames) }
}
