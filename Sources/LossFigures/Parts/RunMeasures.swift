/// Measures of a run that only figures take. Angles are radians.
extension Run {
  /// Why the digits that come with lossviz cannot show what takes many samples to test on; `nil`
  /// for other data.
  var tooFewToTest: Wording? {
    guard facts.data == "digits" else { return nil }
    return Wording(
      "1,797 pictures of 8 × 8, a fifth of them to test on, cannot show it; MNIST can",
      zh: "1797 幅 8 × 8 图像，仅五分之一用于测试，无法显示；MNIST 可以")
  }

  /// The median angle of a sample to its class's mean direction: a few wrong ones do not move it.
  func medianDeviation(_ set: FeatureSet) -> Double {
    percentile(50, of: ClassDirections(set, classes: classCount).deviations)
  }

  /// The median of the gaps between neighbours.
  func medianGap(_ set: FeatureSet) -> Double {
    percentile(50, of: ClassDirections(set, classes: classCount).gaps(set))
  }

  /// The smallest angle between class means less the 99th percentile of the angles between two
  /// samples of a class.
  func clearance(_ set: FeatureSet) -> Double {
    let angles = (0..<classCount).flatMap { index in
      eachPair(set.picked(of: index)) { angleBetween($0, $1).radians }
    }
    let nearest = ClassDirections(set, classes: classCount).nearestAngles.min() ?? 0
    return nearest - percentile(99, of: angles)
  }

  /// The angle of a sample to the weight of its class, mean over a set.
  func meanTargetAngle(_ set: FeatureSet) -> Double {
    mean(
      set.labels.enumerated().map { row, label in
        angleBetween(set.features.row(row), parameters.weights.row(label)).radians
      })
  }
}

extension FeatureSet {
  /// Those that are classified as labelled.
  var correct: FeatureSet { rows(labels.indices.filter { predicted[$0] == labels[$0] }) }

  func rows(_ rows: [Int]) -> FeatureSet {
    FeatureSet(
      features: features.rows(at: rows), labels: rows.map { labels[$0] },
      predicted: rows.map { predicted[$0] })
  }

  /// At most 150 features of a class, evenly picked.
  fileprivate func picked(of index: Int) -> [[Double]] {
    evenly(labels.indices.filter { labels[$0] == index }, 150).map { features.row($0) }
  }
}

private func eachPair(_ rows: [[Double]], _ measure: ([Double], [Double]) -> Double) -> [Double] {
  rows.enumerated().flatMap { place, row in rows[..<place].map { measure(row, $0) } }
}

/// The shape of each class by medians, so that a few samples in the wrong place do not decide it.
struct MedianShape: Sendable {
  /// For each class the median distance from its middle along its mean direction over that across.
  let elongations: [Double]
  /// For each class the 95th percentile of the distances between two of its samples over the
  /// distance of its mean to the nearest other one.
  let widths: [Double]

  init(_ set: FeatureSet, classes: Int) {
    let means = ClassSpread(set, classes: classes).means
    var elongations: [Double] = []
    var widths: [Double] = []
    for index in 0..<classes {
      let rows = set.picked(of: index)
      guard rows.count > 1 else { continue }
      let direction = means.point(index)
      let length = max(direction.length, 1e-12)
      let unit = Point(direction.x / length, direction.y / length)
      let along = rows.map { $0[0] * unit.x + $0[1] * unit.y }
      let across = rows.map { $0[1] * unit.x - $0[0] * unit.y }
      elongations.append(Self.deviation(along) / max(Self.deviation(across), 1e-12))
      let nearest =
        (0..<classes).filter { $0 != index }
        .map { span(means.row(index), means.row($0)) }.min() ?? 0
      widths.append(percentile(95, of: eachPair(rows, span)) / max(nearest, 1e-12))
    }
    self.elongations = elongations
    self.widths = widths
  }

  /// The median distance to the median.
  private static func deviation(_ values: [Double]) -> Double {
    let middle = percentile(50, of: values)
    return percentile(50, of: values.map { abs($0 - middle) })
  }
}

/// ‖a − b‖ in the plane.
func span(_ a: [Double], _ b: [Double]) -> Double {
  ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1])).squareRoot()
}

extension Wording {
  /// The counter-runs of the tests.
  static let withoutMargin = Wording("the same without margin", zh: "去掉间隔")
  static let withoutLearning = Wording("a network that hardly learned", zh: "几乎未学习的网络")
  static let withOneLoss = Wording("one loss in the place of all", zh: "所有设置都用同一损失")
}
