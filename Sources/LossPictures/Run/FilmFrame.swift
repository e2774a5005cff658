import LossLab
import LossScene

/// What the picture of a moment takes from the rest of its film.
package struct FilmFrame {
  /// Of the still picture.
  package let still: FilmStill
  /// Where the names of the classes stand; steadier than the classes themselves.
  let classVectors: [[Double]]
  /// How far from the circle each class's name stands, radii.
  let roseTips: [Double]
  /// How far the sphere is turned from where the still picture has it, radians.
  let turn: Double
  /// "step 120 of 700   loss 0.482".
  let progress: RichText
  let widestProgress: RichText

  /// - Parameters:
  ///   - classVectors: where the classes' regions are.
  ///   - glide: 0 where the frame has its own places, 1 where it has those of the still picture.
  package init(
    still: FilmStill, classVectors: [[Double]], glide: Double, turn: Double = 0,
    progress: RichText = "", widestProgress: RichText = ""
  ) {
    self.still = still
    self.classVectors = zip(classVectors, still.classVectors).map { now, end in
      let (nowLength, endLength) = (max(norm(now), 1e-12), max(norm(end), 1e-12))
      let mixed = zip(now, end).map { $0 / nowLength * (1 - glide) + $1 / endLength * glide }
      return norm(mixed) > 1e-9 ? mixed : end
    }
    roseTips = still.roseTips.map { RunScene.roseEnd + ($0 - RunScene.roseEnd) * glide }
    self.turn = turn
    self.progress = progress
    self.widestProgress = widestProgress
  }
}

/// What all frames of a film take from its still picture.
package struct FilmStill: Sendable {
  /// A film keeps its words, its key and its notes from the first frame on.
  package let caption: RunCaption
  /// So that the curve's axis stands still.
  let ownCurve: [Point]
  /// How many samples the tallest bar of a rose has.
  let fullBin: Int
  let roseTips: [Double]
  let classVectors: [[Double]]
  let hidesRings: Bool
  /// Whether the histogram of angles has a bar past its axis.
  let hasBeyond: Bool

  package init(_ scene: RunScene) {
    caption = scene.caption
    ownCurve = scene.ownCurve
    fullBin = scene.isPlane ? scene.fullBin : 1
    roseTips = scene.isPlane ? scene.roseTips : []
    classVectors = scene.classVectors
    hasBeyond = scene.drawsHistogram && scene.hasBeyond
    hidesRings = scene.views.contains(.features) && scene.hidesRings
  }
}
