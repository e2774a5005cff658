import LossPlot
import Synchronization

extension TrainingPlan {
  /// Says once what the loss cannot reach, and what the data lack.
  ///
  /// - Parameter isStrict: whether the first is an error.
  func warn(_ console: Console, isStrict: Bool) throws {
    for note in dataNotes { try console.warn(note[language]) }
    if bounds.isTight(settings), settings.margin > 0 {
      try console.say(
        Wording(
          "m = \(numberText(settings.margin)) is at the bound for \(data.classCount) classes:"
            + " feasible, with nothing to spare",
          zh: "m = \(numberText(settings.margin)) 恰为 \(data.classCount) 类的上界：可行，没有余量"
        )[language])
    }
    if isStrict { try checkReach() }
    let warnings = boundWarnings
    guard !warnings.isEmpty else { return }
    try console.warn(
      warnings.map { $0.words[language] }.joined(
        separator: Wording("; ", zh: "；")[language]))
  }

  /// With `--strict`.
  ///
  /// - Parameter name: of the loss, where there are several.
  /// - Throws: `UsageError` for what the loss cannot reach.
  func checkReach(of name: String? = nil) throws(UsageError) {
    let warnings = boundWarnings
    guard !warnings.isEmpty else { return }
    throw .conflict(
      (name.map { "\($0): " } ?? "") + warnings.map(\.words.en).joined(separator: "; "),
      hint: "without --strict it is trained all the same")
  }

  /// What was left out or guessed when the data were read, and what they lack.
  var dataNotes: [Wording] {
    let untested = Wording(
      "no sample is left for the test: what is measured on it means nothing",
      zh: "没有样本可供测试：在其上测得的数值没有意义")
    let notes = facts.notes + [LabelSpelling(data.classNames).notice].compactMap { $0 }
    return (data.test.count == 0 ? [untested] : []) + notes.map(\.words)
  }

  var boundWarnings: [RunWarning] {
    bounds.warnings(entry: entry, settings: settings, classes: data.classCount)
  }

  /// What was read and decided, for `--verbose`.
  func describe(_ console: Console, threads: Int) throws {
    guard console.isVerbose else { return }
    try console.say(
      "\(data.title): \(data.train.count) training and \(data.test.count) test samples of"
        + " \(data.train.samples.columns) numbers, \(data.classCount) classes")
    try console.say("\(threads) threads; recipe: \(recipe.json())")
  }

  /// - Parameter moments: that are wanted of it.
  /// - Throws: `LabError.diverged`, `.collapsed`.
  func train(
    _ console: Console, moments: Training.Moments? = nil, threads: Int
  ) throws -> (run: Run, moments: [Moment]) {
    let state = Mutex(
      (bar: ProgressBar(title: entry.name, console: console), moments: [Moment]()))
    defer { state.withLock { $0.bar.finish() } }
    var training = training
    training.moments = moments
    let trainings = Trainings(
      jobs: threads, clock: monotonicSeconds
    ) { event in
      switch event {
      case .step(_, let progress):
        let loss = progress.loss.isFinite ? "loss \(decimalText(progress.loss, places: 3))" : ""
        state.withLock { $0.bar.update(step: progress.step, of: progress.steps, detail: loss) }
      case .moment(_, let moment): state.withLock { $0.moments.append(moment) }
      case .unusable, .found, .looked, .trained, .failed: break
      }
    }
    let run = try trainings.run([training])[0].run()
    let seen = state.withLock {
      $0.bar.finish()
      return $0.moments
    }
    try say(of: run, console)
    return (run, seen)
  }

  /// What logistic regression on the inputs reaches, for data that somebody brings: whether two
  /// dimensions are too few, or the training has failed.
  ///
  /// In a twentieth of the work of the training, or not at all.
  func linearAccuracy(threads: Int) -> Double? {
    guard !isMadeUp else { return nil }
    let pool = WorkerPool(threads: threads)
    return LossLab.linearAccuracy(on: data, within: training.work / 20, parallel: pool.parallelFor)
  }

  private func say(of run: Run, _ console: Console) throws {
    if console.isVerbose || !console.messages.isTerminal {
      let seconds = decimalText(run.trainingSeconds, places: 2)
      try console.say(
        Wording(
          "\(entry.name): \(training.options.steps) steps on \(run.facts.dataTitle) in \(seconds) s",
          zh:
            "\(entry.name)：\(run.dataTitle(seeds: 1).zh)，\(training.options.steps) 步，用时 \(seconds) s"
        )[language])
    }
    try console.warn(run.warnings.filter { !boundWarnings.contains($0) }, language)
  }
}
