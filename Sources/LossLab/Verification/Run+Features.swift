/// Features that were trained elsewhere, in two or three dimensions, with what is known of the rest.
public struct GivenFeatures: Sendable {
  package var features: Matrix<Double>
  package var labels: [Int]
  /// For each row whether it is of the test set; `nil` where all count as such.
  package var isTest: [Bool]?
  package var classNames: [String]
  /// What they are called: the stem of their file.
  package var title: String
  /// `nil` for class mean directions.
  package var weights: Matrix<Double>?
  /// One a class, or empty.
  package var bias: [Double]
  /// `nil` where no loss is named: nearest direction.
  package var entry: LossEntry?
  package var settings: LossSettings

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
    self.features = features
    self.labels = labels
    self.isTest = isTest
    self.classNames = classNames
    self.title = title
    self.weights = weights
    self.bias = bias
    self.entry = entry
    self.settings = settings
  }

  /// A run with these features, measured as a training is: its picture is the usual one.
  public var run: Run {
    let all = Array(labels.indices)
    let hasTest = isTest?.contains(true) ?? false
    let testRows = hasTest ? all.filter { isTest?[$0] ?? true } : all
    let trainRows = hasTest ? all.filter { !(isTest?[$0] ?? true) } : []
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
    var metrics = RunMetrics(test, train: judged, classifier: classifier)
    if let loss {
      // Centers and the like are not part of the files.
      metrics.loss =
        loss.hasState
        ? .nan : loss.mean(over: judged, parameters, batch: TrainingOptions().batch)
      metrics.violations = classifier.violations(in: judged)
    }
    var options = TrainingOptions()
    options.dimensions = features.columns
    options.steps = 0
    options.usesBias = !bias.isEmpty
    return Run(
      entry: entry,
      facts: RunFacts(
        loss: entry?.name ?? "", data: title, dataTitle: title, classNames: classNames,
        trainCount: trainRows.count, testCount: testRows.count),
      settings: settings, options: options, parameters: parameters, train: train, test: test,
      metrics: metrics, bounds: bounds, boundaries: classifier.angularBoundaries(around: judged),
      history: [], snapshots: [], warnings: warnings, trainingSeconds: 0)
  }

  private var bounds: Bounds {
    entry.map {
      Bounds(
        entry: $0, settings: settings, classes: classNames.count, dimensions: features.columns)
    } ?? Bounds(largestMargin: nil, smallestScale: 0, isFeasible: true)
  }

  private var warnings: [String] {
    var warnings: [String] = []
    if weights == nil {
      warnings.append("no class weights given: arrows and regions are of class mean directions")
    }
    if let entry {
      warnings += bounds.warnings(entry: entry, settings: settings, classes: classNames.count)
    }
    return warnings
  }
}
