import LossPlot

/// The last part of a comparison: pictures, page, tables, and what is said of them.
struct StudyDrawing {
  let outcome: StudyOutcome
  let outputs: StudyOutputs
  let figures: StudyFigures
  let jobs: Int
  let delivery: Delivery

  private var study: Study { outcome.study }
  private var picture: PictureOptions { study.values.picture }

  /// Writes everything; the list of files, or the JSON, goes to standard output.
  ///
  /// - Parameter start: when the command began, in seconds of `monotonicSeconds`.
  func finish(timing: RunReport.Timing, start: Double) throws {
    var timing = timing
    let begun = monotonicSeconds()
    let drawn = try drawAll()
    let films = try film()
    let written = drawn.map(\.picture)
    let table = StudyTable(outcome: outcome)
    let page = IndexPage(
      outcome: outcome, title: figures.grid(.light).title, notes: figures.notes,
      pictures: written, table: table)
    try delivery.write(page.text, to: outputs.index)
    try delivery.write(csv: table.csv, markdown: table.markdown)
    timing.draw = monotonicSeconds() - begun
    let console = delivery.console
    for line in table.lines(console.messages) { try console.say(line) }
    let linearAccuracy = study.linearAccuracy
    if let linearAccuracy {
      try console.say(linearAccuracy: linearAccuracy, in: picture.language)
    }
    try show()
    timing.total = monotonicSeconds() - start
    let subjects = figures.pages(.light).indices.map { StudyPicture.Subject.grid($0) } + [.trend]
    let groups = subjects.map { subject in
      drawn.filter { $0.picture.subject == subject }.map(\.drawn)
    }
    try delivery.finish(
      written.map(\.output.path) + films.map(\.path) + outputs.plan.files,
      shown: groups + films.map { [$0] }
    ) {
      report($0, written, table, timing, linearAccuracy: linearAccuracy)
    }
  }

  private func report(
    _ files: [String], _ written: [StudyPicture], _ table: StudyTable, _ timing: RunReport.Timing,
    linearAccuracy: Double?
  ) -> JSONValue {
    var runs: [JSONValue] = []
    for (index, row) in outcome.rows.enumerated() {
      let median = row.median?.options.seed
      for run in row.runs {
        let own = written.filter { $0.subject == .setting(index) }.map(\.output.path)
        let timing = RunReport.Timing(
          data: timing.data, train: run.trainingSeconds, draw: 0, total: run.trainingSeconds)
        runs.append(
          RunReport(
            run: run, recipe: row.setting.plan(of: run).recipe.value,
            version: Lossviz.version, outputs: run.options.seed == median ? own : [],
            timing: timing, linearAccuracy: linearAccuracy
          ).document)
      }
    }
    return [
      "schema": 1, "version": .text(Lossviz.version),
      "swept": .list(study.swept.map { .text($0) }), "runs": .list(runs), "table": table.json,
      "outputs": .list(files.map { .text($0) }),
      "timing": timing.document,
    ]
  }

  /// Draws and writes every picture that there is something to see on, several at once.
  private func drawAll() throws -> [(picture: StudyPicture, drawn: DrawnFile)] {
    let limit =
      picture.featureLimit
      ?? (figures.hasEqualAxes
        ? sharedFeatureLimit(
          outcome.rows.compactMap(\.median), style: picture.figureStyle(.light)) : nil)
    let pictures = outputs.pictures
    let pages = figures.pages(.light)
    let drawn = try runEach(pictures.count, threads: jobs) { index in
      let drawn = try draw(pictures[index], pages: pages, limit: limit)
      if let drawn { try writeWhole(drawn.bytes, to: drawn.path) }
      return drawn
    }
    let written = zip(pictures, drawn).compactMap { picture, drawn in
      drawn.map { (picture: picture, drawn: $0) }
    }
    try delivery.say(of: written.map { $0.drawn })
    return written
  }

  /// The picture of `--only`, else the grid.
  private func show() throws {
    switch study.values.compare.only ?? .grid {
    case .grid:
      let pages = figures.pages(.light)
      try delivery.show { comparisonScene(pages[0], style: figures.style($0)) }
    case .trend:
      guard let trend = figures.trend else { return }
      try delivery.show { scene(of: trend, $0) }
    }
  }

  private func scene(of trend: Trend, _ theme: Theme) -> Scene {
    trendScene(
      trend, theme: theme, palette: picture.palette, fit: picture.fit, language: picture.language)
  }

  /// The films, written; the trainings that the grid shows are done again, because kept runs have
  /// only their end.
  private func film() throws -> [DrawnFile] {
    guard !outputs.films.isEmpty else { return [] }
    let recorded = try StudyFilm(outcome: outcome, jobs: jobs, console: delivery.console).record()
    let drawn = try outputs.films.map { file in
      let film = ComparisonFilm(
        figures.comparison,
        moments: StudyArrangement(outcome).order.map { recorded[$0] },
        // All settings have the same number of steps, so that the cells go in step.
        schedule: FilmSchedule(picture, steps: study.training.steps),
        style: figures.style(file.theme)
      ) { run in RichText(plain: figures.numbers([run])) }.film
      return try delivery.draw(film, into: file, study.recipe(only: .grid), threads: jobs)
    }
    try delivery.write(drawn)
    return drawn
  }

  /// `nil` where there is nothing to see.
  private func draw(
    _ picture: StudyPicture, pages: [Comparison], limit: Double?
  ) throws -> DrawnFile? {
    let output = picture.output
    switch picture.subject {
    case .grid(let page):
      return try delivery.draw(output, study.recipe(only: .grid)) {
        comparisonScene(pages[page], style: figures.style($0))
      }
    case .trend:
      guard let trend = figures.trend else { return nil }
      return try delivery.draw(output, study.recipe(only: .trend)) { scene(of: trend, $0) }
    case .setting(let index):
      let row = outcome.rows[index]
      guard let run = row.median else { return nil }
      let recorded = study.values.training.recordedPicture
      let look = limit.map { recorded.setting(Option.limit.name, to: .number($0)) } ?? recorded
      var own = self.picture
      own.featureLimit = limit
      // By itself it is a training like any other, on the axes of all.
      let recipe = row.setting.plan(of: run).recipe.replacingPicture(by: look)
      return try delivery.draw(output, recipe) { own.scene(of: run, theme: $0) }
    }
  }
}
