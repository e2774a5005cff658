import LossLab

/// The axes of a film: fixed so that all of it fits, and at the end those of the still picture.
struct FilmRanges {
  var feature: Double
  var angle: Double
  var share: Double

  /// Those that suit the picture of one moment.
  init(_ scene: RunScene) {
    feature = scene.isPlane ? scene.featureReach : 1
    angle = scene.drawsHistogram ? scene.angleLimit : 1
    share = scene.drawsHistogram ? scene.highestShare(limit: angle) : 1
  }

  /// Those of the still picture, in which no name may stand on a sample.
  init(still scene: RunScene) {
    self.init(scene)
    if scene.isPlane { feature = scene.featureLimit(in: scene.featureFrame) }
  }

  mutating func include(_ other: FilmRanges) {
    feature = max(feature, other.feature)
    angle = max(angle, other.angle)
    share = max(share, other.share)
  }

  /// - Parameter share: 0 for these, 1 for `end`; in between without a jerk.
  func gliding(to end: FilmRanges, share: Double) -> FilmRanges {
    let eased = share * share * (3 - 2 * share)
    func between(_ a: Double, _ b: Double) -> Double { a == b ? a : a + (b - a) * eased }
    var ranges = self
    ranges.feature = between(feature, end.feature)
    ranges.angle = between(angle, end.angle)
    ranges.share = between(self.share, end.share)
    return ranges
  }

  func set(_ style: inout FigureStyle) {
    style.featureLimit = feature
    style.angleLimit = angle
    style.shareLimit = share
  }
}
