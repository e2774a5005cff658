import LossLab
import LossPlot

extension TrainingPlan {
  /// Says once what the loss cannot reach, an error with `--strict`, and what the data lack.
  func warn(_ console: Console) throws {
    if data.test.count == 0 {
      try console.warn("no sample is left for the test: what is measured on it means nothing")
    }
    if let warning = LabelSpelling(data.classNames).warning { try console.warn(warning) }
    if bounds.isTight(settings), settings.margin > 0 {
      try console.say(
        "m = \(numberText(settings.margin)) is at the bound for \(data.classCount) classes:"
          + " feasible, with nothing to spare")
    }
    let warnings = boundWarnings
    guard !warnings.isEmpty else { return }
    let clause = warnings.joined(separator: "; ")
    guard !options.isStrict else {
      throw UsageError.conflict(clause, hint: "without --strict it is trained all the same")
    }
    try console.warn(clause)
  }

  private var boundWarnings: [String] {
    bounds.warnings(entry: entry, settings: settings, classes: data.classCount)
  }

  /// What was read and decided, for `--verbose`.
  func describe(_ console: Console) throws {
    guard console.isVerbose else { return }
    try console.say(
      "\(data.title): \(data.train.count) training and \(data.test.count) test samples of"
        + " \(data.train.samples.columns) numbers, \(data.classCount) classes")
    try console.say(
      "\(options.threads ?? ThisProcess.cores) threads; recipe: \(recipe.json())")
  }

  /// - Parameter film: filled with what it asks for.
  /// - Throws: `LabError.diverged`, `.collapsed`.
  func train(_ console: Console, film: inout FilmRecording?) throws -> Run {
    var bar = ProgressBar(title: entry.name, console: console)
    defer { bar.finish() }
    let pool = WorkerPool(threads: options.threads ?? ThisProcess.cores)
    var moments: [Moment] = []
    defer { film?.moments = moments }
    let request = film.map { film in
      MomentRequest(steps: film.schedule.moments, trainRows: film.trainRows) { moments.append($0) }
    }
    let run = try LossLab.train(
      entry, settings: settings, options: options.training, data: data,
      parallel: pool.parallelFor, moments: request, clock: monotonicSeconds
    ) { progress in
      let loss = progress.loss.isFinite ? "loss \(decimalText(progress.loss, places: 3))" : ""
      bar.update(step: progress.step, of: progress.steps, detail: loss)
      return true
    }
    bar.finish()
    if console.isVerbose || !console.messages.isTerminal {
      let seconds = decimalText(run.trainingSeconds, places: 2)
      try console.say(
        "\(entry.name): \(options.training.steps) steps on \(run.facts.dataTitle) in \(seconds) s")
    }
    for warning in run.warnings where !boundWarnings.contains(warning) {
      try console.warn(warning)
    }
    return run
  }
}
