/// The axes of a film, from its first frame to its last: all of it fits, and the histogram of angles
/// has those of the still picture.
struct FilmRanges {
  var feature: Double
  var angle: Double
  var share: Double
  /// Of the histogram of gaps; its ends are 0 where it is not shown.
  var leastGap = 0.0
  var mostGap = 0.0
  var gapShare = 1.0
  /// Whether the picture turns.
  private let isTurning: Bool

  /// Those that suit the picture of one moment.
  init(_ scene: RunScene) {
    feature = scene.isPlane ? scene.featureReach : 1
    angle = scene.drawsHistogram ? scene.angleLimit : 1
    share = scene.drawsHistogram ? scene.highestShare(limit: angle) : 1
    isTurning = !scene.isPlane
    if scene.drawsGaps {
      let range = scene.gapRange
      (leastGap, mostGap) = (range.lowerBound, range.upperBound)
      gapShare = scene.highestGapShare(range)
    }
  }

  /// Those of the still picture, in which no name may stand on a sample.
  init(still scene: RunScene) {
    self.init(scene)
    if scene.isPlane { feature = scene.featureLimit(in: scene.featureFrame) }
  }

  /// Makes room for the bars of a moment as they are on these axes.
  mutating func includeBars(_ scene: RunScene) {
    if scene.drawsGaps {
      gapShare = max(gapShare, scene.highestGapShare(RunScene.gapRange(leastGap, mostGap)))
    }
  }

  mutating func include(_ other: FilmRanges) {
    feature = max(feature, other.feature)
    leastGap = min(leastGap, other.leastGap)
    mostGap = max(mostGap, other.mostGap)
    gapShare = max(gapShare, other.gapShare)
  }

  func setting(_ style: FigureStyle) -> FigureStyle {
    var style = style
    style.featureLimit = feature
    style.angleLimit = angle
    style.shareLimit = share
    style.isTurning = isTurning
    if leastGap < mostGap {
      style.gapRange = RunScene.gapRange(leastGap, mostGap)
      style.gapShare = gapShare
    }
    return style
  }
}
