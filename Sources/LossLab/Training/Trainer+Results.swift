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
    let directions = ClassDirections(
      input.features, labels: input.labels, classes: data.classCount)
    let classifier =
      loss.classifier.map { Classifier(head: $0, parameters: input.parameters) }
      ?? Classifier.nearestDirection(directions.means)
    history.append(
      HistoryRow(
        step: steps, loss: output.value,
        accuracy: accuracy(classifier.predictions(for: input.features), input.labels),
        intra: mean(directions.deviations)))
  }

  /// Ends the training: features, accuracies, angles and boundaries.
  ///
  /// - Throws: `LabError.collapsed`.
  public consuming func finish(seconds: Double = 0) throws(LabError) -> Run {
    let final = options.finalSettings(settings, entry: entry)
    let head = entry.make(final).classifier
    let trainFeatures = features(of: data.train)
    let testFeatures = features(of: data.test)
    let directions = ClassDirections(
      trainFeatures, labels: data.train.labels, classes: data.classCount)
    var parameters = input.parameters
    if head == nil { parameters.weights = directions.means }
    let classifier =
      head.map { Classifier(head: $0, parameters: parameters) }
      ?? Classifier.nearestDirection(parameters.weights)
    let train = FeatureSet(
      features: trainFeatures, labels: data.train.labels,
      predicted: classifier.predictions(for: trainFeatures))
    let test = FeatureSet(
      features: testFeatures, labels: data.test.labels,
      predicted: classifier.predictions(for: testFeatures))
    try checkCollapse(train, entry: entry, steps: steps, classes: data.classCount)
    var metrics = RunMetrics()
    metrics.measure(test, classifier: classifier)
    metrics.trainAccuracy = accuracy(train.predicted, train.labels)
    metrics.loss = entry.make(final).mean(over: train, parameters, batch: options.batch)
    metrics.violations = classifier.violations(in: train)
    let bounds = Bounds(
      entry: entry, settings: final, classes: data.classCount, dimensions: options.dimensions)
    // Where all is one, that two of them are the same need not be said.
    let collapse = test.collapse(names: data.classNames)
    let boundWarnings = bounds.warnings(entry: entry, settings: final, classes: data.classCount)
    let merged = mergedClasses(
      parameters.weights, names: data.classNames, rowsPerClass: head?.rowsPerClass ?? 1)
    let warnings =
      collapse.map { [$0] + boundWarnings } ?? boundWarnings + [merged].compactMap { $0 }
    return Run(
      entry: entry, facts: RunFacts(entry, data), settings: final, options: options,
      parameters: parameters,
      train: train, test: test, metrics: metrics, bounds: bounds,
      boundaries: options.dimensions == 2
        ? classifier.angularBoundaries(radius: classifier.bandRadius(of: train)) : [],
      history: history, snapshots: snapshots,
      warnings: warnings, trainingSeconds: seconds)
  }
}
