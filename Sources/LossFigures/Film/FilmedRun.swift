import LossLab

/// One training as a film shows it: its moments and what holds them together.
struct FilmedRun: Sendable {
  let run: Run
  let moments: [Moment]
  /// Of the axes that fit all frames, and of those of the still picture.
  let ranges: FilmRanges
  let stillRanges: FilmRanges
  private let still: FilmStill
  /// Half the side of the plane that fits all frames but the last; 0 without a plane.
  let reach: Double
  /// For each moment, the directions of the names.
  private let classVectors: [[[Double]]]

  /// - Parameters:
  ///   - plane: of the size that the plane of features has in the picture; `nil` for the picture of
  ///     this run alone.
  ///   - limit: half the side of the plane in the still picture; `nil` for the run's own.
  init(
    _ run: Run, _ moments: [Moment], style: FigureStyle, plane: Rectangle? = nil,
    limit: Double? = nil
  ) {
    self.run = run
    self.moments = moments
    let end = RunScene(run, style: style)
    var last = end
    if let limit { last.style.featureLimit = limit }
    still = FilmStill(last, plane: plane ?? end.featureFrame)
    stillRanges = FilmRanges(still: end)
    var ranges = stillRanges
    var reach = 0.0
    var vectors: [[[Double]]] = []
    for moment in moments {
      let scene = RunScene(run.at(moment), style: style)
      ranges.include(FilmRanges(scene))
      if scene.isPlane { reach = max(reach, scene.featureReach) }
      vectors.append(scene.regionVectors)
    }
    for moment in moments { ranges.includeBars(RunScene(run.at(moment), style: style)) }
    self.ranges = ranges
    self.reach = reach
    classVectors = FilmNames(vectors).steady
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
      still: still, classVectors: classVectors[own.moment ?? 0], glide: own.glide,
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
