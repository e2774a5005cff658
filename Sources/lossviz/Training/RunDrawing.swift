import LossPlot

/// The last part of a command: a run, drawn and written, and what is said of it.
struct RunDrawing {
  let run: Run
  let recipe: Recipe
  let facts: DataFacts
  let delivery: Delivery
  /// What its films show of it.
  var moments: [Moment] = []
  /// What logistic regression on the inputs reaches on the test; `nil` where that is not known.
  var linearAccuracy: Double?
  /// That draw a film.
  var threads = 1

  private var picture: PictureOptions { delivery.wanted.picture }
  private var console: Console { delivery.console }

  /// Writes every output, the facts to the messages, and the list of files or the JSON.
  ///
  /// - Parameter start: when the command began, in seconds of `monotonicSeconds`.
  func finish(timing: RunReport.Timing, start: Double) throws {
    var timing = timing
    let begun = monotonicSeconds()
    let scene = { (theme: Theme) in picture.scene(of: run, theme: theme) }
    var drawn = try delivery.draw(recipe, scene: scene)
    drawn += try delivery.outputs.films.map(draw)
    try delivery.write(drawn)
    timing.draw = monotonicSeconds() - begun
    try writeData()
    if !console.isQuiet {
      let style = picture.figureStyle(.light)
      for line in run.factLines(style: style) { try console.say(line) }
      if let linearAccuracy {
        try console.say(linearAccuracy: linearAccuracy, in: picture.language)
      }
    }
    try delivery.show(scene: scene)
    timing.total = monotonicSeconds() - start
    try delivery.finish(shown: [drawn]) { files in
      var report = RunReport(
        run: run, recipe: recipe.value, version: Lossviz.version, outputs: files, timing: timing,
        linearAccuracy: linearAccuracy)
      report.run.facts.classNames = picture.classNames ?? run.facts.classNames
      return report.document
    }
  }

  private func draw(_ file: OutputFile) throws -> DrawnFile {
    let film = RunFilm(
      run, moments: moments, schedule: FilmSchedule(picture, steps: run.options.steps),
      style: picture.figureStyle(file.theme)
    ).film
    return try delivery.draw(film, into: file, recipe, threads: threads)
  }

  private func writeData() throws {
    let output = delivery.wanted.output
    try delivery.write(
      bytes: RunDocument(run: run, recipe: recipe.value, data: facts)
        .bytes(version: Lossviz.version), to: output.saveRun)
    if let path = output.exportFeatures {
      try delivery.write(bytes: FeatureFile(path: path).features(of: run), to: path)
    }
    if let path = output.exportWeights {
      try delivery.write(bytes: FeatureFile(path: path).weights(of: run), to: path)
    }
  }
}

extension Console {
  /// What can be had without a plane in between.
  func say(linearAccuracy accuracy: Double, in language: PageLanguage) throws {
    let share = decimalText(100 * accuracy, places: 1)
    try say(
      Wording(
        "logistic regression on the inputs: test accuracy \(share) %",
        zh: "对输入做逻辑回归：测试准确率 \(share) %")[language])
  }
}
