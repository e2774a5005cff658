// For those who watch a training and change it on the way.

extension Trainer {
  /// Steps done.
  package var stepsDone: Int { steps }

  /// The run as it stands, to be drawn.
  ///
  /// What `finish` measures on the training samples is left out, but for those that are wanted.
  /// Nothing that follows depends on whether this was called.
  ///
  /// - Parameter loss: of the batch before.
  package mutating func glimpse(trainRows: [Int], loss: Double) -> Run {
    let now = options.settings(settings, entry: entry, step: steps)
    let none = Matrix<Double>(rows: 0, columns: options.dimensions)
    let run = Run(
      entry: entry, facts: RunFacts(entry, data), settings: now, options: options,
      parameters: classParameters,
      train: FeatureSet(features: none, labels: data.train.labels, predicted: []),
      test: FeatureSet(features: none, labels: data.test.labels, predicted: []),
      metrics: RunMetrics(),
      bounds: Bounds(
        entry: entry, settings: now, classes: data.classCount, dimensions: options.dimensions),
      boundaries: [], history: history, snapshots: [], warnings: [], trainingSeconds: 0)
    var moment = moment(trainRows: trainRows)
    moment.loss = loss
    var seen = run.at(moment)
    seen.history = history
    seen.warnings = seen.trainingWarnings
    return seen
  }

  /// Goes on under other hyper-parameters, or at another rate.
  ///
  /// - Precondition: network, batch, dimensions, bias and optimizer are the same, and the loss has as
  ///   many rows and scalars as before.
  /// - Throws: `LabError` where the values do not go together.
  package mutating func change(
    to settings: LossSettings, options: TrainingOptions
  ) throws(LabError) {
    try entry.check(settings)
    precondition(options.batch == self.options.batch, "the batch has buffers of its size")
    self.settings = settings
    self.options = options
    loss = entry.make(options.settings(settings, entry: entry, step: steps))
  }

  /// Takes over what another training has learned, as far as it fits: the network, and the class
  /// layer where it has as many parameters.
  package mutating func adopt(_ other: Trainer) {
    let count = network.parameterCount
    guard steps == 0, other.network.parameterCount == count else { return }
    let isWhole = parameters.count == other.parameters.count
    for index in 0..<(isWhole ? parameters.count : count) {
      parameters[index] = other.parameters[index]
    }
    if isWhole, other.input.parameters.centers.rows == input.parameters.centers.rows {
      input.parameters.centers = other.input.parameters.centers
    }
    if isWhole, other.input.parameters.means.count == input.parameters.means.count,
      other.entry.name == entry.name
    {
      input.parameters.means = other.input.parameters.means
    }
  }

  /// The loss as it is now, with its class layer: for asking what it does to one sample.
  package var lossNow: (loss: Loss, parameters: ClassParameters) {
    mutating get { (loss, classParameters) }
  }
}
