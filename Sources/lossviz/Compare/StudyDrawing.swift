import Dispatch
import LossLab
import LossPlot
import Synchronization

/// The last part of a comparison: pictures, page, tables, and what is said of them.
struct StudyDrawing {
  let outcome: StudyOutcome
  let outputs: StudyOutputs
  let figures: StudyFigures
  let jobs: Int

  private var study: Study { outcome.study }
  private var options: RunOptions { study.options }

  /// Writes everything; the list of files, or the JSON, goes to standard output.
  ///
  /// - Parameter start: when the command began, in seconds of `monotonicSeconds`.
  func finish(_ console: Console, timing: RunReport.Timing, start: Double) throws {
    var timing = timing
    let drawn = monotonicSeconds()
    let written = try drawAll(console)
    let table = StudyTable(outcome: outcome)
    let page = IndexPage(
      outcome: outcome, title: figures.grid(isDark: false).title, notes: figures.notes,
      pictures: written, table: table)
    try writeWhole(Array(page.text.utf8), to: outputs.index)
    if let path = outputs.exportCSV { try writeWhole(Array(table.csv.utf8), to: path) }
    if let path = outputs.exportMarkdown {
      try writeWhole(Array(table.markdown.utf8), to: path)
    }
    timing.draw = monotonicSeconds() - drawn
    for line in table.lines(console.messages) { try console.say(line) }
    timing.total = monotonicSeconds() - start
    let files =
      written.map(\.output.path)
      + [outputs.index, outputs.exportCSV, outputs.exportMarkdown].compactMap { $0 }
      .filter { $0 != "-" }
    try list(files, written, table, timing, console)
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
  private func drawAll(_ console: Console) throws -> [StudyPicture] {
    let limit = sharedFeatureLimit(
      outcome.rows.compactMap(\.median), style: options.picture.figureStyle(isDark: false))
    let pictures = outputs.pictures
    let state = Mutex(DrawingState(count: pictures.count))
    let work: @Sendable (Int) throws -> Void = { index in
      guard let scene = scene(pictures[index], limit: limit) else { return }
      let picture = try render(pictures[index], scene)
      try writeWhole(picture.bytes, to: pictures[index].output.path)
      state.withLock { state in
        state.written[index] = DrawnFile(warnings: picture.warnings, imageDots: picture.imageDots)
      }
    }
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while let index = state.withLock({ $0.take() }) {
        do {
          try work(index)
        } catch {
          state.withLock { $0.fail(error, at: index) }
        }
      }
    }
    let (error, written) = state.withLock { ($0.error?.error, $0.written) }
    if let error { throw error }
    var said: [String] = []
    for warning in written.flatMap({ $0?.warnings ?? [] }) where !said.contains(warning) {
      said.append(warning)
      try console.warn(warning)
    }
    for (picture, file) in zip(pictures, written) {
      if let file { try console.say(imageDots: file.imageDots, at: picture.output.path) }
    }
    return pictures.indices.filter { written[$0] != nil }.map { pictures[$0] }
  }

  private func scene(_ picture: StudyPicture, limit: Double?) -> Scene? {
    let isDark = picture.output.isDark
    switch picture.subject {
    case .grid: return figures.grid(isDark: isDark)
    case .trend: return figures.trend(isDark: isDark)
    case .setting(let index):
      return outcome.rows[index].median.map {
        figures.setting($0, limit: limit, isDark: isDark)
      }
    }
  }

  private func render(_ picture: StudyPicture, _ scene: Scene) throws -> Picture {
    var own = options
    own.picture.theme = picture.output.isDark ? .dark : .light
    let recipe: Recipe
    switch picture.subject {
    case .grid, .trend: recipe = study.recipe
    case .setting(let index):
      let row = outcome.rows[index]
      let seed = row.median?.options.seed
      recipe =
        (row.setting.plans.first { $0.options.training.seed == seed }
        ?? row.setting.plans[0]).recipe
    }
    let metadata = PictureMetadata(
      software: "lossviz \(Lossviz.version)",
      recipe: recipe.replacingPicture(by: own).drawing(picture.output.format)
        .document(version: Lossviz.version))
    return try LossPlot.render(
      scene, as: picture.output.format.pictureFormat(scale: options.picture.scale),
      metadata: options.output.omitsMetadata ? nil : metadata, dots: options.picture.points)
  }
}

/// What is left to say of a picture that is written.
private struct DrawnFile {
  let warnings: [String]
  let imageDots: Int
}

/// What the threads that draw share.
private struct DrawingState {
  private var next = 0
  var written: [DrawnFile?]
  var error: (index: Int, error: any Error)?

  init(count: Int) {
    written = Array(repeating: nil, count: count)
  }

  mutating func take() -> Int? {
    guard error == nil, next < written.count else { return nil }
    next += 1
    return next - 1
  }

  mutating func fail(_ failure: any Error, at index: Int) {
    if let error, error.index <= index { return }
    error = (index, failure)
  }
}
