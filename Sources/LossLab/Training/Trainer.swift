/// Where a training stands; handed to the caller before each step.
public struct TrainingProgress: Sendable {
  public let step: Int
  public let steps: Int
  /// Of the batch of the step before; NaN before the first.
  public let loss: Double
}

/// Trains a network with one loss and measures what it learned.
///
/// - Parameters:
///   - settings: hyper-parameters with every `auto` resolved.
///   - moments: what to hand out on the way, to draw a film of; the run is the same without.
///   - clock: seconds of some clock, for `Run.trainingSeconds`; LossLab has none of its own.
///   - progress: called before each step; `false` stops the training.
/// - Throws: `LabError.diverged` when a loss or gradient is not finite, `LabError.collapsed` when
///   the features end up in one place, `LabError.stopped`.
public func train(
  _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, data: Dataset,
  parallel: ParallelFor = .serial, moments: MomentRequest? = nil,
  clock: @Sendable () -> Double = { 0 }, progress: (TrainingProgress) -> Bool = { _ in true }
) throws(LabError) -> Run {
  let start = clock()
  var watching = 0.0
  var wanted = moments?.steps[...] ?? []
  var trainer = try Trainer(
    entry, settings: settings, options: options, data: data, parallel: parallel)
  var loss = Double.nan
  for step in 0..<options.steps {
    guard progress(TrainingProgress(step: step, steps: options.steps, loss: loss)) else {
      throw .stopped
    }
    var moment: Moment?
    if let moments, wanted.first == step {
      let before = clock()
      wanted.removeFirst()
      moment = trainer.moment(trainRows: moments.trainRows)
      watching += clock() - before
    }
    loss = try trainer.step()
    if var moment {
      moment.loss = loss
      moments?.receive(moment)
    }
  }
  let seconds = clock() - start - watching
  return try trainer.finish(seconds: seconds)
}

/// A training in progress: one network, one class layer, one optimizer over both.
public struct Trainer {
  let entry: LossEntry
  let settings: LossSettings
  let options: TrainingOptions
  let data: Dataset
  let parallel: ParallelFor

  private var network: Network
  private var optimizer: Optimizer
  /// The network's parameters, then the class weights, then the biases.
  private var parameters: [Float]
  private var gradients: [Float]
  private var order: BatchOrder
  private var batch: [Int] = []
  private var samples: [Float]
  private var features: [Float]
  private var input: LossInput
  private var output: LossOutput
  private var loss: Loss
  private(set) var steps = 0
  private var history: [HistoryRow] = []
  private var snapshots: [Snapshot] = []

  /// - Throws: `LabError.inapplicable` where network and data do not fit.
  public init(
    _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, data: Dataset,
    parallel: ParallelFor
  ) throws(LabError) {
    guard data.train.count > 0 else {
      throw .badData("no training samples", hint: "give --samples more room")
    }
    try entry.check(classes: data.classCount)
    self.entry = entry
    self.settings = settings
    self.options = options
    self.data = data
    self.parallel = parallel
    let batch = options.batch
    let classes = data.classCount
    let dimensions = options.dimensions
    network = try Network(
      shape: options.network, inputs: data.train.samples.columns, imageSize: data.imageSize,
      dimensions: dimensions, batchCapacity: batch)
    try entry.check(settings)
    loss = entry.make(options.settings(settings, entry: entry, step: 0))
    let rows = classes * (loss.classifier?.rowsPerClass ?? 1)
    let head = entry.kind == .softmax ? rows * dimensions : 0
    let bias = entry.kind == .softmax && options.usesBias ? classes : 0
    let count = network.parameterCount + head + bias + loss.scalars.count
    parameters = Array(repeating: 0, count: count)
    gradients = parameters
    network.initialize(&parameters, seed: options.seed)
    // Those of one class lie side by side, so that each class has its own part of the circle.
    let even = evenDirections(classes: rows, dimensions: dimensions)
    for index in 0..<head {
      parameters[network.parameterCount + index] = Float(even.elements[index])
    }
    for (index, scalar) in loss.scalars.enumerated() {
      parameters[network.parameterCount + head + bias + index] = Float(scalar)
    }
    optimizer = Optimizer(
      kind: options.optimizer, count: count, momentum: options.momentum,
      weightDecay: options.weightDecay)
    order = BatchOrder(count: data.train.count, batch: batch, seed: options.seed)
    samples = Array(repeating: 0, count: batch * data.train.samples.columns)
    features = Array(repeating: 0, count: batch * dimensions)
    input = LossInput(
      features: Matrix(rows: batch, columns: dimensions),
      labels: Array(repeating: 0, count: batch),
      parameters: ClassParameters(
        weights: Matrix(rows: head / max(1, dimensions), columns: dimensions),
        bias: Array(repeating: 0, count: bias),
        centers: Matrix(rows: loss.usesCenters ? classes : 0, columns: dimensions),
        scalars: loss.scalars, means: loss.means))
    input.parallel = parallel
    output = LossOutput(for: input)
  }

  /// One step of training.
  ///
  /// - Returns: the loss of its batch, before the step.
  /// - Throws: `LabError.diverged`.
  public mutating func step() throws(LabError) -> Double {
    nextBatch()
    forward()
    if options.varies(entry) {
      loss = entry.make(options.settings(settings, entry: entry, step: steps))
    }
    loss.evaluate(input, into: &output)
    guard output.value.isFinite else { throw diverged() }
    record()
    backward()
    let norm = optimizer.step(
      parameters: &parameters, gradients: &gradients,
      rate: options.learningRate(step: steps), clip: options.clip, parallel: parallel)
    guard norm.isFinite else { throw diverged() }
    loss.move(&input.parameters, output)
    readParameters()
    steps += 1
    return output.value
  }

  private mutating func nextBatch() {
    batch = order.next()
    for (row, index) in batch.enumerated() { input.labels[row] = data.train.labels[index] }
  }

  private mutating func forward() {
    if steps == 0 { readParameters() }
    runNetwork(on: data.train.samples, rows: batch[...])
    for index in features.indices { input.features.elements[index] = Double(features[index]) }
  }

  /// Takes these samples of a set through the network, into `features`.
  private mutating func runNetwork(on set: Samples, rows: ArraySlice<Int>) {
    let inputs = network.inputs
    samples.withUnsafeMutableBufferPointer { samples in
      parameters.withUnsafeBufferPointer { parameters in
        features.withUnsafeMutableBufferPointer { features in
          guard let from = samples.baseAddress, let by = parameters.baseAddress,
            let to = features.baseAddress
          else { return }
          network.forward(
            samples: from, rows: rows.count, parameters: by, features: to, parallel: parallel
          ) { block in
            let first = rows.startIndex + block.lowerBound
            set.gather(
              rows[first..<first + block.count], into: from + block.lowerBound * inputs)
          }
        }
      }
    }
  }

  private mutating func backward() {
    for index in features.indices {
      features[index] = slopeInFloat(output.featureGradient.elements[index])
    }
    samples.withUnsafeBufferPointer { samples in
      parameters.withUnsafeBufferPointer { parameters in
        features.withUnsafeBufferPointer { slopes in
          gradients.withUnsafeMutableBufferPointer { gradients in
            guard let from = samples.baseAddress, let by = parameters.baseAddress,
              let slopes = slopes.baseAddress, let to = gradients.baseAddress
            else { return }
            network.backward(
              samples: from, rows: options.batch, parameters: by, featureGradient: slopes,
              gradients: to, parallel: parallel)
          }
        }
      }
    }
    var place = network.parameterCount
    for slope in output.weightGradient.elements {
      gradients[place] = slopeInFloat(slope)
      place += 1
    }
    for slope in output.biasGradient {
      gradients[place] = slopeInFloat(slope)
      place += 1
    }
    for slope in output.scalarGradient {
      gradients[place] = slopeInFloat(slope)
      place += 1
    }
  }

  /// The class layer as it is now.
  var classParameters: ClassParameters {
    mutating get {
      if steps == 0 { readParameters() }
      return input.parameters
    }
  }

  /// Copies the class layer out of the flat parameters.
  private mutating func readParameters() {
    var place = network.parameterCount
    for index in input.parameters.weights.elements.indices {
      input.parameters.weights.elements[index] = Double(parameters[place])
      place += 1
    }
    for index in input.parameters.bias.indices {
      input.parameters.bias[index] = Double(parameters[place])
      place += 1
    }
    for index in input.parameters.scalars.indices {
      input.parameters.scalars[index] = Double(parameters[place])
      place += 1
    }
  }

  /// The error for a step that is not finite, at the sample with the worst loss.
  private func diverged() -> LabError {
    var worst = 0
    for (sample, value) in output.perSample.enumerated() {
      if !value.isFinite {
        worst = sample
        break
      }
      if value > output.perSample[worst] { worst = sample }
    }
    let label = input.labels[worst]
    let weights = input.parameters.weights
    let cosine =
      weights.rows > 0
      ? angleBetween(
        input.features.row(worst), weights.row(label * (loss.classifier?.rowsPerClass ?? 1))
      ).cosine : .nan
    return .diverged(loss: entry.name, step: steps, classIndex: label, cosine: cosine)
  }

  /// The features of samples under the network as it is now.
  public mutating func features(of set: LabelledSamples) -> Matrix<Double> {
    features(of: set, rows: Array(0..<set.count))
  }

  /// The same for some of the samples.
  mutating func features(of set: LabelledSamples, rows indices: [Int]) -> Matrix<Double> {
    var result = Matrix<Double>(rows: indices.count, columns: options.dimensions)
    for start in stride(from: 0, to: indices.count, by: options.batch) {
      let rows = min(options.batch, indices.count - start)
      runNetwork(on: set.samples, rows: indices[start..<start + rows])
      for index in 0..<rows * options.dimensions {
        result.elements[start * options.dimensions + index] = Double(features[index])
      }
    }
    return result
  }
}

extension Trainer {
  /// Adds what this step has to the history, and to the snapshots where they are wanted.
  private mutating func record() {
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
