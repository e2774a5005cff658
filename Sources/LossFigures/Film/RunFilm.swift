/// The film of a training, from the state before its first step to the still picture of its run, on
/// axes that fit all of it.
package struct RunFilm: Sendable {
  private let filmed: FilmedRun
  /// With the axes of the film.
  private let style: FigureStyle
  private let schedule: FilmSchedule

  /// - Parameter moments: those that the schedule asks for, all but the last of its steps.
  package init(
    _ run: Run, moments: [Moment], schedule: FilmSchedule, style: FigureStyle
  ) {
    self.schedule = schedule
    filmed = FilmedRun(run, moments, style: style)
    self.style = filmed.ranges.setting(style)
  }

  /// The training samples that its frames show.
  package static func trainRows(test: Int, train: Int, data: String, style: FigureStyle) -> [Int] {
    RunScene.drawnRows(test: test, train: train, data: data, style: style).train
  }

  package var film: Film {
    let still = runScene(filmed.run, style: style)
    let frames = schedule.frames(isTurning: filmed.run.options.dimensions == 3)
    var film = Film(
      title: still.title, description: still.description, fps: schedule.fps,
      ticks: frames.map(\.ticks)
    ) { index in
      scene(frames, index) ?? still
    }
    film.caption = still.caption
    film.size = (still.width, still.height)
    return film
  }

  /// `nil` for the still picture.
  private func scene(_ frames: [FilmSchedule.Frame], _ index: Int) -> Scene? {
    let frame = frames[index]
    guard let place = frame.moment, filmed.moments.indices.contains(place) else { return nil }
    let moment = filmed.moments[place]
    let filmFrame = filmed.frame(
      frames, index, progress: progress(moment.step, loss: moment.loss),
      widestProgress: progress(
        schedule.steps.last ?? 0, loss: filmed.moments.map { $0.loss.magnitude }.max() ?? 0))
    return RunScene(filmed.run.at(moment), style: style, film: filmFrame).scene
  }

  /// With spaces as wide as digits, so that the words stand still.
  private func progress(_ step: Int, loss: Double) -> RichText {
    let last = "\(schedule.steps.last ?? 0)"
    let digits = "\(step)"
    let padding = String(repeating: "\u{2007}", count: max(0, last.count - digits.count))
    let loss = decimalText(loss, places: 3)
    return RichText(
      plain: Wording(
        "step \(padding)\(digits) of \(last)   loss \(loss)",
        zh: "第 \(padding)\(digits) 步，共 \(last) 步   损失 \(loss)")[style.language])
  }
}
