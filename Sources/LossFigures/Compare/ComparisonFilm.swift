import LossLab

/// The film of a comparison: all its trainings in step, each in its cell, to the still picture of
/// the comparison.
package struct ComparisonFilm: Sendable {
  private let still: Comparison
  private let style: FigureStyle
  private let schedule: FilmSchedule
  private let cells: [FilmedRun?]
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
    let isShared = comparison.hasEqualAxes || style.featureLimit != nil
    let limits = comparisonLimits(comparison, style: style)
    cells = zip(zip(comparison.cells, limits), moments).map { cell, moments in
      cell.0.run.flatMap {
        moments.isEmpty
          ? nil
          : FilmedRun(
            $0, moments, style: style, plane: plane, limit: isShared ? cell.1 : nil)
      }
    }
  }

  package var film: Film {
    let last = comparisonScene(still, style: style)
    let limits = limits
    let isTurning = cells.contains { $0?.run.options.dimensions == 3 }
    let frames = schedule.frames(isTurning: isTurning)
    var film = Film(
      title: last.title, description: last.description, fps: schedule.fps,
      ticks: frames.map(\.ticks)
    ) { index in
      frames[index].moment.map { scene(at: $0, frames, index, limits) } ?? last
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

  private func scene(
    at moment: Int, _ all: [FilmSchedule.Frame], _ index: Int, _ limits: [Double?]
  ) -> Scene {
    let glide = all[index].glide
    var comparison = still
    var frames: [FilmFrame?] = []
    let end = comparisonLimits(still, style: style)
    var now: [Double?] = []
    for place in comparison.cells.indices {
      guard let cell = cells[place] else {
        frames.append(nil)
        now.append(end[place])
        continue
      }
      let run = cell.run.at(cell.moments[moment])
      comparison.cells[place].content = .run(run)
      comparison.cells[place].numbers = numbers(run)
      frames.append(cell.frame(all, index))
      let (wide, narrow) = (limits[place] ?? 1, end[place] ?? 1)
      now.append(wide + (narrow - wide) * glide)
    }
    var scene = ComparisonScene(comparison, style: style, frames: frames)
    scene.limits = now
    scene.ranges = cells.map { cell in
      cell.map { $0.ranges.gliding(to: $0.stillRanges, share: glide) }
    }
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
