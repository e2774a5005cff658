extension ClassParameters {
  /// Before a training: weights in even directions, those of one class side by side, so that each
  /// class has its own part of the circle.
  fileprivate init(
    evenFor loss: Loss, _ kind: LossEntry.Kind, classes: Int, dimensions: Int, usesBias: Bool
  ) {
    let rows = classes * (loss.classifier?.rowsPerClass ?? 1)
    let isLayer = kind == .softmax
    self.init(
      weights: isLayer
        ? evenDirections(classes: rows, dimensions: dimensions)
        : Matrix(rows: 0, columns: dimensions),
      bias: Array(repeating: 0, count: isLayer && usesBias ? classes : 0),
      centers: Matrix(rows: loss.usesCenters ? classes : 0, columns: dimensions),
      scalars: loss.scalars, means: loss.means)
  }

  /// What the optimizer moves, in the order in which it has them.
  fileprivate var learned: [[Double]] { [weights.elements, bias, scalars] }
}

/// A training in progress: one network, one class layer, one optimizer over both.
package struct Trainer {
  let entry: LossEntry
  var settings: LossSettings
  var options: TrainingOptions
  let data: Dataset
  let parallel: ParallelFor

  var network: Network
  private var optimizer: Optimizer
  /// The network's parameters, then the class weights, then the biases.
  var parameters: [Float]
  private var gradients: [Float]
  private var order: BatchOrder
  private var noise: InputNoise?
  var batch: [Int] = []
  private var samples: [Float]
  var features: [Float]
  var input: LossInput
  var output: LossOutput
  var loss: Loss
  private(set) var steps = 0
  var history: [HistoryRow] = []
  var snapshots: [Snapshot] = []

  /// - Throws: `LabError.misfit` where network and data do not fit.
  package init(
    _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, data: Dataset,
    parallel: ParallelFor
  ) throws(LabError) {
    guard data.train.count > 0 else {
      throw .badData(.noTrainingSamples)
    }
    try entry.check(classes: data.classCount)
    self.entry = entry
    self.settings = settings
    self.options = options
    self.data = data
    self.parallel = parallel
    let (batch, dimensions) = (options.batch, options.dimensions)
    network = try Network(
      shape: options.network, inputs: data.train.samples.columns, imageSize: data.imageSize,
      dimensions: dimensions, batchCapacity: batch)
    try entry.check(settings)
    loss = entry.make(options.settings(settings, entry: entry, step: 0))
    let layer = ClassParameters(
      evenFor: loss, entry.kind, classes: data.classCount, dimensions: dimensions,
      usesBias: options.usesBias)
    parameters = Array(repeating: 0, count: network.parameterCount)
    network.initialize(&parameters, seed: options.seed)
    for values in layer.learned { parameters += values.map { Float($0) } }
    gradients = Array(repeating: 0, count: parameters.count)
    optimizer = Optimizer(
      kind: options.optimizer, count: parameters.count, momentum: options.momentum,
      weightDecay: options.weightDecay)
    order = BatchOrder(count: data.train.count, batch: batch, seed: options.seed)
    noise = InputNoise(options, columns: data.train.samples.columns)
    samples = Array(repeating: 0, count: batch * data.train.samples.columns)
    features = Array(repeating: 0, count: batch * dimensions)
    input = LossInput(
      features: Matrix(rows: batch, columns: dimensions),
      labels: Array(repeating: 0, count: batch), parameters: layer)
    input.parallel = parallel
    output = LossOutput(for: input)
    placeClasses()
  }

  /// One step of training.
  ///
  /// - Returns: the loss of its batch, before the step.
  /// - Throws: `LabError.diverged`.
  package mutating func step() throws(LabError) -> Double {
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
    noise?.advance()
    for (row, index) in batch.enumerated() { input.labels[row] = data.train.labels[index] }
  }

  private mutating func forward() {
    if steps == 0 { readParameters() }
    runNetwork(on: data.train.samples, rows: batch[...], noise: noise)
    for index in features.indices { input.features.elements[index] = Double(features[index]) }
  }

  /// Takes these samples of a set through the network, into `features`.
  mutating func runNetwork(
    on set: Samples, rows: ArraySlice<Int>, noise: InputNoise? = nil
  ) {
    network.forward(
      set, rows: rows, in: &samples, parameters: parameters, features: &features,
      parallel: parallel
    ) { noise?.add(to: $0, rows: $1) }
  }

  private mutating func backward() {
    for index in features.indices {
      features[index] = slopeInFloat(output.featureGradient.elements[index])
    }
    network.backward(
      samples: samples, rows: options.batch, parameters: parameters, featureGradient: features,
      gradients: &gradients, parallel: parallel)
    var place = network.parameterCount
    for slopes in [output.weightGradient.elements, output.biasGradient, output.scalarGradient] {
      for slope in slopes {
        gradients[place] = slopeInFloat(slope)
        place += 1
      }
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
    var rest = parameters[network.parameterCount...]
    func read(_ values: inout [Double]) {
      for (index, value) in zip(values.indices, rest) { values[index] = Double(value) }
      rest = rest.dropFirst(values.count)
    }
    read(&input.parameters.weights.elements)
    read(&input.parameters.bias)
    read(&input.parameters.scalars)
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
  package mutating func features(of set: LabelledSamples) -> Matrix<Double> {
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
