import LossLab
import LossPlot

/// The last part of a comparison: pictures, page, tables, and what is said of them.
struct StudyDrawing {
  let outcome: StudyOutcome
  let outputs: StudyOutputs
  let figures: StudyFigures
  let jobs: Int
  /// Where the grid is shown, if it is.
  var screen: Screen?

  private var study: Study { outcome.study }
  private var options: RunOptions { study.options }

  /// Writes everything; the list of files, or the JSON, goes to standard output.
  ///
  /// - Parameter start: when the command began, in seconds of `monotonicSeconds`.
  func finish(_ console: Console, timing: RunReport.Timing, start: Double) throws {
    var timing = timing
    let begun = monotonicSeconds()
    let drawn = try drawAll(console)
    let written = drawn.map(\.picture)
    let table = StudyTable(outcome: outcome)
    if let index = outputs.index {
      let page = IndexPage(
        outcome: outcome, title: figures.grid(.light).title, notes: figures.notes,
        pictures: written, table: table)
      try writeWhole(Array(page.text.utf8), to: index)
    }
    if let path = outputs.exportCSV { try writeWhole(Array(table.csv.utf8), to: path) }
    if let path = outputs.exportMarkdown {
      try writeWhole(Array(table.markdown.utf8), to: path)
    }
    timing.draw = monotonicSeconds() - begun
    for line in table.lines(console.messages) { try console.say(line) }
    try show()
    timing.total = monotonicSeconds() - start
    let files =
      written.map(\.output.path)
      + [outputs.index, outputs.exportCSV, outputs.exportMarkdown].compactMap { $0 }
      .filter { $0 != "-" }
    if let snippet = options.output.snippet {
      let groups = [StudyPicture.Subject.grid, .trend].map { subject in
        drawn.filter { $0.picture.subject == subject }.map(\.drawn)
      }
      try snippet.print(groups.filter { !$0.isEmpty }, console)
    } else {
      try list(files, written, table, timing, console)
    }
  }

  private func list(
    _ files: [String], _ written: [StudyPicture], _ table: StudyTable,
    _ timing: RunReport.Timing, _ console: Console
  ) throws {
    guard options.output.isJSON else {
      for file in files { try console.print(file) }
      return
    }
    var runs: [JSONValue] = []
    for (index, row) in outcome.rows.enumerated() {
      let median = row.median?.options.seed
      for run in row.runs {
        let plan = row.setting.plans.first { $0.options.training.seed == run.options.seed }
        let own = written.filter { $0.subject == .setting(index) }.map(\.output.path)
        let timing = RunReport.Timing(
          data: timing.data, train: run.trainingSeconds, draw: 0, total: run.trainingSeconds)
        runs.append(
          RunReport(
            run: run, recipe: (plan ?? row.setting.plans[0]).recipe.value,
            version: Lossviz.version, outputs: run.options.seed == median ? own : [],
            timing: timing
          ).document)
      }
    }
    let document: JSONValue = [
      "schema": 1, "version": .text(Lossviz.version),
      "swept": .list(study.swept.map { .text($0) }), "runs": .list(runs), "table": table.json,
      "outputs": .list(files.map { .text($0) }),
      "timing": [
        "data": .number(timing.data), "train": .number(timing.train), "draw": .number(timing.draw),
        "total": .number(timing.total),
      ],
    ]
    try console.output.writeBytes(document.document())
  }

  /// Draws and writes every picture that there is something to see on, several at once.
  private func drawAll(
    _ console: Console
  ) throws -> [(picture: StudyPicture, drawn: DrawnPicture)] {
    let limit =
      options.picture.limit
      ?? sharedFeatureLimit(
        outcome.rows.compactMap(\.median), style: options.picture.figureStyle(.light))
    let pictures = outputs.pictures
    let drawn = try runEach(pictures.count, threads: jobs) { index in
      let drawn = try draw(pictures[index], limit: limit)
      try drawn?.write()
      return drawn
    }
    let written = zip(pictures, drawn).compactMap { picture, drawn in
      drawn.map { (picture: picture, drawn: $0) }
    }
    try console.warn(of: written.map { $0.drawn })
    return written
  }

  /// The picture of `--only`, else the grid.
  private func show() throws {
    switch options.compare.only ?? .grid {
    case .grid: try screen?.show(options.picture.theme) { figures.grid($0) }
    case .trend:
      guard let trend = figures.trend else { return }
      try screen?.show(options.picture.theme) { trendScene(trend, theme: $0) }
    }
  }

  /// `nil` where there is nothing to see.
  private func draw(_ picture: StudyPicture, limit: Double?) throws -> DrawnPicture? {
    let output = picture.output
    switch picture.subject {
    case .grid:
      return try DrawnPicture(output, options: options, recipe: recipe(.grid)) {
        figures.grid($0)
      }
    case .trend:
      guard let trend = figures.trend else { return nil }
      return try DrawnPicture(output, options: options, recipe: recipe(.trend)) {
        trendScene(trend, theme: $0)
      }
    case .setting(let index):
      let row = outcome.rows[index]
      guard let run = row.median else { return nil }
      let plan = row.setting.plans.first { $0.options.training.seed == run.options.seed }
      var own = options
      own.picture.limit = limit
      // By itself it is a training like any other, on the axes of all.
      let recipe = (plan ?? row.setting.plans[0]).recipe.replacingPicture(by: own)
      return try DrawnPicture(output, options: own, recipe: recipe) {
        own.picture.scene(of: run, theme: $0)
      }
    }
  }

  private func recipe(_ only: OnlyPicture) -> Recipe {
    study.recipe(only: only, hasChosenViews: figures.hasChosenViews)
  }
}
