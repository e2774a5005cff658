extension Trainer {
  /// Adds what this step has to the history, and to the snapshots where they are wanted.
  mutating func record() {
    let isLast = steps == options.steps - 1
    if options.snapshotInterval > 0 && (steps % options.snapshotInterval == 0 || isLast) {
      snapshots.append(
        Snapshot(
          step: steps, loss: output.value, parameters: input.parameters,
          features: features(of: data.test)))
      // That went over the samples and activations of this batch, which `backward` needs.
      runNetwork(on: data.train.samples, rows: batch[...])
    }
    guard steps % max(1, options.steps / 50) == 0 || isLast else { return }
    let directions = ClassDirections(input.features, labels: input.labels, classes: data.classCount)
    var parameters = input.parameters
    if loss.classifier == nil { parameters.weights = directions.means }
    let classifier = Classifier(loss.classifier, parameters)
    history.append(
      HistoryRow(
        step: steps, loss: output.value,
        accuracy: accuracy(classifier.predictions(for: input.features), input.labels),
        intra: mean(directions.deviations)))
  }

  /// Ends the training: features, accuracies, angles and boundaries.
  ///
  /// - Throws: `LabError.collapsed`.
  package consuming func finish(seconds: Double = 0) throws(LabError) -> Run {
    let final = options.finalSettings(settings, entry: entry)
    let head = entry.make(final).classifier
    let trainFeatures = features(of: data.train)
    let testFeatures = features(of: data.test)
    var parameters = input.parameters
    if head == nil {
      parameters.weights =
        ClassDirections(trainFeatures, labels: data.train.labels, classes: data.classCount).means
    }
    let classifier = Classifier(head, parameters)
    let train = classifier.judged(trainFeatures, data.train.labels)
    let test = classifier.judged(testFeatures, data.test.labels)
    try checkCollapse(train, entry: entry, steps: steps, classes: data.classCount)
    var metrics = RunMetrics(test, train: train, classifier: classifier)
    metrics.loss = entry.make(final).mean(over: train, parameters, batch: options.batch)
    metrics.violations = classifier.violations(in: train)
    let bounds = Bounds(
      entry: entry, settings: final, classes: data.classCount, dimensions: options.dimensions)
    var run = Run(
      entry: entry, facts: RunFacts(entry, data), settings: final, options: options,
      parameters: parameters, train: train, test: test, metrics: metrics, bounds: bounds,
      boundaries: classifier.angularBoundaries(around: train), history: history,
      snapshots: snapshots, warnings: [], trainingSeconds: seconds)
    run.warnings = run.trainingWarnings
    return run
  }
}
