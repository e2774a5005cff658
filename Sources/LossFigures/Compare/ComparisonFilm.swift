/// The film of a comparison: all its trainings in step, each in its cell, to the still picture of
/// the comparison, on axes that fit all of it.
package struct ComparisonFilm: Sendable {
  private let still: Comparison
  private let style: FigureStyle
  private let schedule: FilmSchedule
  private var cells: [FilmedRun?]
  /// Half the side of each cell's plane, from the first frame to the last.
  private let limits: [Double?]
  private let numbers: @Sendable (Run) -> RichText

  /// - Parameters:
  ///   - moments: of each cell with a run, those that the schedule asks for.
  ///   - numbers: what is said under the title of a cell while its training goes on.
  package init(
    _ comparison: Comparison, moments: [[Moment]], schedule: FilmSchedule, style: FigureStyle,
    numbers: @escaping @Sendable (Run) -> RichText
  ) {
    still = comparison
    self.schedule = schedule
    self.style = style
    self.numbers = numbers
    let side = ComparisonScene(comparison, style: style).layout.side
    let plane = Rectangle(x: 0, y: 0, width: side, height: side)
    var own = style
    own.sharesAxes = comparison.sharesAxes(in: style)
    cells = zip(comparison.cells, moments).map { [own] cell, moments in
      cell.run.flatMap { moments.isEmpty ? nil : FilmedRun($0, moments, style: own, plane: plane) }
    }
    limits = Self.limits(comparison, cells, style: style)
    for (index, limit) in limits.enumerated() {
      if let limit { cells[index]?.set(limit: limit) }
    }
  }

  package var film: Film {
    let last = lastScene
    let isTurning = cells.contains { $0?.run.options.dimensions == 3 }
    let frames = schedule.frames(isTurning: isTurning)
    var film = Film(
      title: last.title, description: last.description, fps: schedule.fps,
      ticks: frames.map(\.ticks)
    ) { index in
      frames[index].moment.map { scene(at: $0, frames, index) } ?? last
    }
    film.caption = last.caption
    film.size = (last.width, last.height)
    return film
  }

  private static func limits(
    _ still: Comparison, _ cells: [FilmedRun?], style: FigureStyle
  ) -> [Double?] {
    let ends = comparisonLimits(still, style: style)
    guard style.featureLimit == nil else { return ends }
    let reaches = zip(cells, ends).map { cell, end in cell.map { max($0.reach, end ?? 0) } ?? end }
    guard still.hasEqualAxes else { return reaches }
    let widest = reaches.compactMap { $0 }.max()
    return reaches.map { _ in widest }
  }

  /// The still picture on the axes of the film.
  private var lastScene: Scene {
    var scene = ComparisonScene(still, style: style)
    scene.limits = limits
    scene.ranges = cells.map { $0?.ranges }
    return scene.scene
  }

  private func scene(at moment: Int, _ all: [FilmSchedule.Frame], _ index: Int) -> Scene {
    var comparison = still
    var frames: [FilmFrame?] = []
    for place in comparison.cells.indices {
      guard let cell = cells[place] else {
        frames.append(nil)
        continue
      }
      let run = cell.run.at(cell.moments[moment])
      comparison.cells[place].content = .run(run)
      comparison.cells[place].numbers = numbers(run)
      frames.append(cell.frame(all, index))
    }
    var scene = ComparisonScene(comparison, style: style, frames: frames)
    scene.limits = limits
    scene.ranges = cells.map { $0?.ranges }
    scene.progress = progress(schedule.steps[moment])
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
