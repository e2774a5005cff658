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
  /// The frames before and after it, itself in the middle: between their sides of the sphere names
  /// wander.
  let around: [Neighbour]
  /// "step 120 of 700   loss 0.482".
  let progress: RichText
  let widestProgress: RichText

  /// Where names stand in a frame, before it and the still picture are mixed.
  package struct Neighbour: Sendable {
    package let classVectors: [[Double]]
    package let glide: Double
    package let turn: Double

    package init(classVectors: [[Double]], glide: Double, turn: Double) {
      self.classVectors = classVectors
      self.glide = glide
      self.turn = turn
    }
  }

  /// - Parameters:
  ///   - around: as many frames before it as after it, and itself; of a turning sphere.
  ///   - classVectors: where the classes' regions are.
  ///   - barEnds: how far from the circle the bars end where names stand, radii;
  ///     `nil` for where the tallest ends.
  ///   - glide: 0 where the frame has its own places, 1 where it has those of the still picture.
  package init(
    still: FilmStill, classVectors: [[Double]], barEnds: [Double]? = nil, glide: Double,
    turn: Double = 0,
    around: [Neighbour] = [], progress: RichText = "", widestProgress: RichText = ""
  ) {
    self.still = still
    self.classVectors = Self.mixed(classVectors, with: still.classVectors, share: glide)
    self.around = around.map {
      Neighbour(
        classVectors: Self.mixed($0.classVectors, with: still.classVectors, share: $0.glide),
        glide: 0, turn: $0.turn)
    }
    let ends = barEnds ?? still.roseTips.map { _ in RunScene.roseEnd }
    roseTips = zip(ends, still.roseTips).map { $0 + ($1 - $0) * glide }
    self.turn = turn
    self.progress = progress
    self.widestProgress = widestProgress
  }

  /// Directions on their way from one to the other.
  private static func mixed(
    _ vectors: [[Double]], with ends: [[Double]], share: Double
  ) -> [[Double]] {
    zip(vectors, ends).map { now, end in
      let (nowLength, endLength) = (max(norm(now), 1e-12), max(norm(end), 1e-12))
      let mixed = zip(now, end).map { $0 / nowLength * (1 - share) + $1 / endLength * share }
      return norm(mixed) > 1e-9 ? mixed : end
    }
  }
}

/// What all frames of a film take from its still picture.
package struct FilmStill: Sendable {
  /// A film keeps its words, its key and its notes from the first frame on.
  package let caption: RunCaption
  /// So that the curve's axis stands still.
  let ownCurve: [Point]
  /// How many samples the tallest bar of a rose has.
  package let fullBin: Int
  let roseTips: [Double]
  let roseLimits: [Double]
  let classVectors: [[Double]]
  /// What the key tells of.
  let unseen: (rings: Bool, strays: Bool)
  /// The enlarged origin of a plane in `plane`.
  let inset: Inset?
  let plane: Rectangle
  /// How far from its usual place at the rim each class's name stands, to be off the samples.
  let nameShifts: [Point]
  /// Whether the histogram of angles has a bar past its axis.
  let hasBeyond: Bool

  /// - Parameter plane: of the size that the plane of features has in all frames, anywhere.
  package init(_ scene: RunScene, plane: Rectangle) {
    caption = scene.caption
    ownCurve = scene.ownCurve
    fullBin = scene.isPlane ? scene.fullBin : 1
    roseTips = scene.isPlane ? scene.roseTips : []
    roseLimits = scene.roseLimits
    classVectors = scene.classVectors
    let hasPlane = scene.isPlane && scene.views.contains(.features)
    inset = hasPlane ? scene.inset(in: scene.plane(plane)) : nil
    self.plane = plane
    nameShifts =
      hasPlane
      ? scene.nameShifts(scene.plane(plane), beside: inset?.frame)
      : scene.classes.map { _ in .zero }
    hasBeyond = scene.drawsHistogram && scene.hasBeyond
    unseen = scene.unseen
  }
}
