/// One training as a film shows it: its moments and what holds them together.
struct FilmedRun: Sendable {
  let run: Run
  let moments: [Moment]
  /// Of the axes, which fit all frames; its plane may be made larger, as that of other runs is.
  private(set) var ranges: FilmRanges
  private var still: FilmStill
  private let style: FigureStyle
  private let plane: Rectangle
  /// Half the side of the plane that fits all frames but the last; 0 without a plane.
  let reach: Double
  /// For each moment, the directions of the names.
  private let classVectors: [[[Double]]]
  /// For each moment, how far the bars go where the names stand; empty on a sphere.
  private let barEnds: [[Double]]

  /// - Parameter plane: of the size that the plane of features has in the picture; `nil` for the
  ///   picture of this run alone.
  init(_ run: Run, _ moments: [Moment], style: FigureStyle, plane: Rectangle? = nil) {
    self.run = run
    self.moments = moments
    self.style = style
    let end = RunScene(run, style: style)
    self.plane = plane ?? end.featureFrame
    var ranges = FilmRanges(still: end)
    var reach = 0.0
    var vectors: [[[Double]]] = []
    for moment in moments {
      let scene = RunScene(run.at(moment), style: style)
      ranges.include(FilmRanges(scene))
      if scene.isPlane { reach = max(reach, scene.featureReach) }
      vectors.append(scene.regionVectors)
    }
    for moment in moments { ranges.includeBars(RunScene(run.at(moment), style: style)) }
    // Axes that somebody asked for are those of all frames.
    if let limit = style.featureLimit { ranges.feature = limit }
    self.ranges = ranges
    self.reach = reach
    let classVectors = FilmNames(vectors).steady
    let still = FilmStill(RunScene(run, style: ranges.setting(style)), plane: self.plane)
    barEnds = FilmNames.envelope(
      zip(moments, classVectors).map { moment, vectors in
        guard end.isPlane else { return [] }
        return RunScene(run.at(moment), style: style).barEnds(toward: vectors, full: still.fullBin)
      })
    self.classVectors = classVectors
    self.still = still
  }

  /// Half the side of the plane from the first frame to the last.
  mutating func set(limit: Double) {
    ranges.feature = limit
    still = FilmStill(RunScene(run, style: ranges.setting(style)), plane: plane)
  }

  /// What a picture of the film takes from the rest of it.
  ///
  /// - Parameters:
  ///   - frames: all of the film.
  ///   - index: of one that shows a moment.
  func frame(
    _ frames: [FilmSchedule.Frame], _ index: Int, progress: RichText = "",
    widestProgress: RichText = ""
  ) -> FilmFrame {
    let isTurning = run.options.dimensions == 3
    // As many before it as after it, fewer towards the ends.
    let ends = (
      frames.firstIndex { $0.moment != nil } ?? index,
      frames.lastIndex { $0.moment != nil } ?? index
    )
    let reach = isTurning ? max(0, min(Self.reach, index - ends.0, ends.1 - index)) : 0
    let around = (index - reach...index + reach).compactMap { neighbour(frames[$0]) }
    let own = frames[index]
    return FilmFrame(
      still: still, classVectors: classVectors[own.moment ?? 0],
      barEnds: barEnds[own.moment ?? 0], glide: own.glide,
      turn: Self.turn(own), around: around, progress: progress, widestProgress: widestProgress)
  }

  /// Frames on either side over which names wander.
  private static let reach = 5

  private static func turn(_ frame: FilmSchedule.Frame) -> Double { frame.time * 2 * .pi }

  private func neighbour(_ frame: FilmSchedule.Frame) -> FilmFrame.Neighbour? {
    frame.moment.map {
      .init(classVectors: classVectors[$0], glide: frame.glide, turn: Self.turn(frame))
    }
  }
}
