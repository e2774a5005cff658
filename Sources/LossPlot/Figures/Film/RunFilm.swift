import LossLab

/// The film of a training, from the state before its first step to the still picture of its run.
public struct RunFilm: Sendable {
  private let run: Run
  private let style: FigureStyle
  private let schedule: FilmSchedule
  /// All frames but the last.
  private let moments: [Moment]
  private let ranges: FilmRanges
  private let stillRanges: FilmRanges
  /// For each moment, the directions of the names.
  private let classVectors: [[[Double]]]
  private let caption: RunCaption
  private let ownCurve: [Point]
  private let fullBin: Int
  /// - Parameter moments: those that the schedule asks for.
  public init(
    _ run: Run, moments: [Moment], schedule: FilmSchedule, style: FigureStyle
  ) {
    self.run = run
    self.style = style
    self.schedule = schedule
    self.moments = moments
    let still = RunScene(run, style: style)
    stillRanges = FilmRanges(still: still)
    var ranges = stillRanges
    var vectors: [[[Double]]] = []
    for moment in moments {
      let scene = RunScene(run.at(moment), style: style)
      ranges.include(FilmRanges(scene))
      vectors.append(scene.classVectors)
    }
    self.ranges = ranges
    classVectors = FilmNames(vectors + [still.classVectors]).steady
    caption = still.caption
    ownCurve = still.ownCurve
    fullBin = still.isPlane ? still.fullBin : 1
  }

  /// The training samples that its frames show.
  public static func trainRows(test: Int, train: Int, data: String, style: FigureStyle) -> [Int] {
    RunScene.drawnRows(test: test, train: train, data: data, style: style).train
  }

  public var film: Film {
    let still = runScene(run, style: style)
    var film = Film(
      title: still.title, description: still.description, fps: schedule.fps,
      ticks: schedule.ticks
    ) { index in
      index < moments.count ? scene(at: index) : still
    }
    film.caption = still.caption
    film.size = (still.width, still.height)
    return film
  }

  private func scene(at index: Int) -> Scene {
    let moment = moments[index]
    var style = style
    ranges.gliding(to: stillRanges, share: schedule.glide(at: index)).set(&style)
    let frame = FilmFrame(
      still: caption, ownCurve: ownCurve, fullBin: fullBin,
      classVectors: classVectors[index], progress: progress(moment.step, loss: moment.loss),
      widestProgress: progress(
        schedule.steps.last ?? 0, loss: moments.map { $0.loss.magnitude }.max() ?? 0))
    return RunScene(run.at(moment), style: style, film: frame).scene
  }

  /// With spaces as wide as digits, so that the words stand still.
  private func progress(_ step: Int, loss: Double) -> RichText {
    let last = "\(schedule.steps.last ?? 0)"
    let digits = "\(step)"
    let padding = String(repeating: "\u{2007}", count: max(0, last.count - digits.count))
    return RichText(
      plain: "step \(padding)\(digits) of \(last)   loss \(decimalText(loss, places: 3))")
  }
}
