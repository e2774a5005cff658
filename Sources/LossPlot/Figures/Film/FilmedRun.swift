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

  init(_ run: Run, _ moments: [Moment], style: FigureStyle) {
    self.run = run
    self.moments = moments
    let end = RunScene(run, style: style)
    still = FilmStill(end)
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

  /// - Parameters:
  ///   - moment: its number.
  ///   - glide: 0 for the moment's own places, 1 for those of the still picture.
  func frame(
    at moment: Int, glide: Double, turn: Double, progress: RichText = "",
    widestProgress: RichText = ""
  ) -> FilmFrame {
    FilmFrame(
      still: still, classVectors: classVectors[moment], glide: glide, turn: turn,
      progress: progress, widestProgress: widestProgress)
  }
}
