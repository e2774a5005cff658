import LossLab
import LossPlot

/// The last part of a command: a run, drawn and written, and what is said of it.
struct RunDrawing {
  let run: Run
  let recipe: Recipe
  let facts: DataFacts
  let options: RunOptions
  let outputs: OutputPlan
  /// Where there are films among the outputs.
  var film: FilmRecording?
  /// Where the picture is shown, if it is.
  var screen: Screen?

  /// Writes every output, the facts to the messages, and the list of files or the JSON.
  ///
  /// - Parameter start: when the command began, in seconds of `monotonicSeconds`.
  func finish(_ console: Console, timing: RunReport.Timing, start: Double) throws {
    var timing = timing
    let drawn = monotonicSeconds()
    let pictures = try outputs.pictures.map { try draw($0) }
    let films =
      try film.map { film in
        try outputs.films.map { try draw($0, film, console) }
      } ?? []
    try console.warn(of: pictures)
    for picture in pictures { try picture.write() }
    for film in films { try writeWhole(film.bytes, to: film.described.file.path) }
    timing.draw = monotonicSeconds() - drawn
    try writeData()
    if !console.isQuiet { try sayFacts(console) }
    try screen?.show(options.picture.theme) { options.picture.scene(of: run, theme: $0) }
    timing.total = monotonicSeconds() - start
    let shown = pictures.map(\.described) + films.map(\.described)
    try list(shown, console, timing: timing)
  }

  private func draw(_ output: PictureOutput) throws -> DrawnPicture {
    try DrawnPicture(output, options: options, recipe: recipe) { theme in
      options.picture.scene(of: run, theme: theme)
    }
  }

  private func draw(
    _ output: FilmOutput, _ recording: FilmRecording, _ console: Console
  ) throws -> (bytes: [UInt8], described: DescribedFile) {
    let film = RunFilm(
      run, moments: recording.moments, schedule: recording.schedule,
      style: options.picture.figureStyle(output.isDark ? .dark : .light),
      width: options.picture.width
    ).film
    let own = recipe.carried(by: output, options.picture)
    var bar = ProgressBar(title: "film", console: console)
    defer { bar.finish() }
    let pool = WorkerPool(threads: options.threads ?? ThisProcess.cores)
    let picture = try render(
      film, as: output.format, pixelsPerPoint: options.picture.filmScale,
      metadata: options.output.omitsMetadata ? nil : PictureMetadata(own),
      parallel: pool.parallelFor
    ) { bar.update(step: $0, of: film.ticks.count, detail: "") }
    return (
      picture.bytes,
      DescribedFile(file: output.shown, title: film.title, description: film.description)
    )
  }

  private func writeData() throws {
    if let path = outputs.saveRun {
      let document = RunDocument(run: run, recipe: recipe.value, data: facts)
      try writeWhole(document.bytes(version: Lossviz.version), to: path)
    }
    if let path = outputs.exportFeatures {
      try writeWhole(FeatureFile(path: path).features(of: run), to: path)
    }
    if let path = outputs.exportWeights {
      try writeWhole(FeatureFile(path: path).weights(of: run), to: path)
    }
  }

  private func sayFacts(_ console: Console) throws {
    for line in run.factLines { try console.say(line) }
  }

  /// The files on standard output, unless something else is wanted there.
  private func list(
    _ shown: [DescribedFile], _ console: Console, timing: RunReport.Timing
  ) throws {
    let files = outputs.paths.filter { $0 != "-" }
    if options.output.isJSON {
      var report = RunReport(
        run: run, recipe: recipe.value, version: Lossviz.version, outputs: files, timing: timing)
      report.run.facts.classNames = options.picture.classNames ?? run.facts.classNames
      try console.output.writeBytes(report.document.document())
    } else if let snippet = options.output.snippet {
      try snippet.print([shown], console)
    } else if outputs.usesStandardOutput {
      for file in files { try console.say(file) }
    } else {
      for file in files { try console.print(file) }
    }
  }
}
