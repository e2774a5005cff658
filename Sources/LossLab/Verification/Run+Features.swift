extension Run {
  /// Features that were trained elsewhere, in two or three dimensions, measured as a training is: its
  /// picture is the usual one.
  ///
  /// - Parameters:
  ///   - features: `samples × dimensions`.
  ///   - labels: one class index a row.
  ///   - isTest: for each row whether it is of the test set; `nil` where all count as such.
  ///   - title: what they are called.
  ///   - weights: `classes × dimensions`; `nil` for class mean directions.
  ///   - bias: one a class, or empty.
  ///   - entry: `nil` where no loss is known: nearest direction.
  public init(
    features: Matrix<Double>, labels: [Int], isTest: [Bool]?, classNames: [String], title: String,
    weights: Matrix<Double>?, bias: [Double], entry: LossEntry?, settings: LossSettings
  ) {
    let tested = isTest.flatMap { $0.contains(true) ? $0 : nil } ?? labels.map { _ in true }
    let testRows = labels.indices.filter { tested[$0] }
    let trainRows = labels.indices.filter { !tested[$0] }
    // Weights of losses without a class layer are class directions too.
    let known = trainRows.isEmpty ? testRows : trainRows
    let directions = ClassDirections(
      features.rows(at: known), labels: known.map { labels[$0] }, classes: classNames.count)
    let parameters = ClassParameters(weights: weights ?? directions.means, bias: bias)
    let loss = entry?.make(settings)
    let classifier = Classifier(loss?.classifier, parameters)
    func set(_ rows: [Int]) -> FeatureSet {
      classifier.judged(features.rows(at: rows), rows.map { labels[$0] })
    }
    let (train, test) = (set(trainRows), set(testRows))
    let judged = trainRows.isEmpty ? test : train
    var options = TrainingOptions()
    options.dimensions = features.columns
    options.steps = 0
    options.usesBias = !bias.isEmpty
    self.init(
      entry: entry,
      facts: RunFacts(
        loss: entry?.name ?? "", data: title, dataTitle: title, classNames: classNames,
        trainCount: trainRows.count, testCount: testRows.count),
      settings: settings, options: options, parameters: parameters, train: train, test: test,
      metrics: RunMetrics(test, train: judged, classifier: classifier),
      bounds: Bounds(largestMargin: nil, smallestScale: 0, isFeasible: true),
      boundaries: classifier.angularBoundaries(around: judged), history: [], snapshots: [],
      warnings: weights == nil ? [.noClassWeights] : [],
      trainingSeconds: 0)
    if let entry, let loss { compare(with: entry, loss, on: judged) }
  }

  /// What only a loss says of features.
  private mutating func compare(with entry: LossEntry, _ loss: Loss, on judged: FeatureSet) {
    let classes = facts.classNames.count
    // Centers and the like are not part of the files.
    metrics.loss = loss.hasState ? .nan : loss.mean(over: judged, parameters, batch: options.batch)
    metrics.violations = classifier.violations(in: judged)
    bounds = Bounds(
      entry: entry, settings: settings, classes: classes, dimensions: options.dimensions)
    warnings += bounds.warnings(entry: entry, settings: settings, classes: classes)
  }
}
