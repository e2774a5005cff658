import LossLab

/// The film of a comparison: all its trainings in step, each in its cell, to the still picture of
/// the comparison.
public struct ComparisonFilm: Sendable {
  private let still: Comparison
  private let style: FigureStyle
  private let schedule: FilmSchedule
  private let cells: [FilmCell?]
  private let numbers: @Sendable (Run) -> RichText

  /// - Parameters:
  ///   - moments: of each cell with a run, those that the schedule asks for.
  ///   - numbers: what is said under the title of a cell while its training goes on.
  public init(
    _ comparison: Comparison, moments: [[Moment]], schedule: FilmSchedule, style: FigureStyle,
    numbers: @escaping @Sendable (Run) -> RichText
  ) {
    still = comparison
    self.schedule = schedule
    self.style = style
    self.numbers = numbers
    cells = zip(comparison.cells, moments).map { cell, moments in
      cell.run.flatMap { moments.isEmpty ? nil : FilmCell($0, moments, style: style) }
    }
  }

  public var film: Film {
    let last = comparisonScene(still, style: style)
    let limits = limits
    var film = Film(
      title: last.title, description: last.description, fps: schedule.fps, ticks: schedule.ticks
    ) { index in
      index < schedule.moments.count ? scene(at: index, limits) : last
    }
    film.caption = last.caption
    film.size = (last.width, last.height)
    return film
  }

  /// Half the side of each cell's plane, from the first frame to the last.
  private var limits: [Double?] {
    let end = comparisonLimits(still, style: style)
    let reaches = zip(cells, end).map { cell, end in
      cell.map { max($0.reach, end ?? 0) } ?? end
    }
    guard still.hasEqualAxes, style.featureLimit == nil else { return reaches }
    let widest = reaches.compactMap { $0 }.max()
    return reaches.map { _ in widest }
  }

  private func scene(at index: Int, _ limits: [Double?]) -> Scene {
    var comparison = still
    var frames: [FilmFrame?] = []
    let end = comparisonLimits(still, style: style)
    let glide = schedule.glide(at: index)
    let eased = glide * glide * (3 - 2 * glide)
    var now: [Double?] = []
    for place in comparison.cells.indices {
      guard let cell = cells[place] else {
        frames.append(nil)
        now.append(end[place])
        continue
      }
      let run = cell.run.at(cell.moments[index])
      comparison.cells[place].content = .run(run)
      comparison.cells[place].numbers = numbers(run)
      frames.append(cell.frame(at: index))
      let (wide, narrow) = (limits[place] ?? 1, end[place] ?? 1)
      now.append(wide + (narrow - wide) * eased)
    }
    var scene = ComparisonScene(comparison, style: style, frames: frames)
    scene.limits = now
    scene.progress = progress(schedule.steps[index])
    return scene.scene
  }

  private func progress(_ step: Int) -> RichText {
    RichText(
      plain: Wording(
        "step \(step) of \(schedule.steps.last ?? 0)",
        zh: "第 \(step) 步，共 \(schedule.steps.last ?? 0) 步"
      )[style.language])
  }
}

/// One training of the film.
private struct FilmCell: Sendable {
  let run: Run
  let moments: [Moment]
  /// Half the side of the plane that fits all its frames.
  let reach: Double
  private let caption: RunCaption
  private let ownCurve: [Point]
  private let fullBin: Int
  private let classVectors: [[[Double]]]

  init(_ run: Run, _ moments: [Moment], style: FigureStyle) {
    self.run = run
    self.moments = moments
    let still = RunScene(run, style: style)
    var reach = 0.0
    var vectors: [[[Double]]] = []
    for moment in moments {
      let scene = RunScene(run.at(moment), style: style)
      if scene.isPlane { reach = max(reach, scene.featureReach) }
      vectors.append(scene.classVectors)
    }
    self.reach = reach
    classVectors = FilmNames(vectors + [still.classVectors]).steady
    caption = still.caption
    ownCurve = still.ownCurve
    fullBin = still.isPlane ? still.fullBin : 1
  }

  func frame(at index: Int) -> FilmFrame {
    FilmFrame(
      still: caption, ownCurve: ownCurve, fullBin: fullBin, classVectors: classVectors[index],
      progress: "", widestProgress: "")
  }
}
