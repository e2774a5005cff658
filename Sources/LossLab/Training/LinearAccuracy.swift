/// The test accuracy of logistic regression on the inputs, in all their dimensions.
///
/// It tells a feature of two dimensions that is too small for the classes from a training that has
/// failed.
///
/// - Parameter operations: additions and multiplications that it may take, so that it stays beside
///   the training that it is held against; a count, so that the answer never depends on a clock.
/// - Returns: `nil` where that is not enough for an answer, or there is no test.
package func linearAccuracy(
  on data: Dataset, within operations: Double, parallel: ParallelFor = .serial
) -> Double? {
  guard data.test.count > 0, data.train.count > 0, data.classCount > 1 else { return nil }
  let batch = min(LinearModel.batch, data.train.count)
  let steps = LinearModel.steps(on: data, batch: batch, within: operations)
  guard let steps else { return nil }
  do throws(LabError) {
    var model = try LinearModel(data, batch: batch, parallel: parallel)
    for step in 0..<steps { model.step(step, of: steps) }
    return model.testAccuracy()
  } catch {
    // More than fits into memory.
    return nil
  }
}

/// One linear layer with the softmax over it, trained by Adam with a rate that falls to 0.
private struct LinearModel {
  static let batch = 256
  private static let mostSteps = 1000
  private static let leastSteps = 100

  private let data: Dataset
  private let batch: Int
  private let parallel: ParallelFor
  private let scale: InputScale
  private var network: Network
  private var optimizer: Optimizer
  private var order: BatchOrder
  private var parameters: [Float]
  private var gradients: [Float]
  private var samples: [Float]
  private var logits: [Float]
  private var slopes: [Double]

  /// As many as the operations allow, and no more than are of use; `nil` for too few.
  static func steps(on data: Dataset, batch: Int, within operations: Double) -> Int? {
    let (inputs, classes) = (Double(data.train.samples.columns), Double(data.classCount))
    let sample = 6 * inputs * classes + 40 * classes + 10 * inputs
    let others = 10 * inputs * Double(data.train.count) + sample * Double(data.test.count)
    let most = (operations - others) / (sample * Double(batch))
    guard most >= Double(leastSteps) else { return nil }
    return Int(min(most, Double(mostSteps)))
  }

  init(_ data: Dataset, batch: Int, parallel: ParallelFor) throws(LabError) {
    self.data = data
    self.batch = batch
    self.parallel = parallel
    let isImage = data.imageSize != nil
    scale = InputScale(of: data.train.samples, isOneUnit: isImage)
    network = try Network(
      shape: .mlp([]), inputs: data.train.samples.columns, imageSize: nil,
      dimensions: data.classCount, batchCapacity: batch)
    parameters = Array(repeating: 0, count: network.parameterCount)
    gradients = parameters
    optimizer = Optimizer(
      kind: .adam, count: network.parameterCount, momentum: 0, weightDecay: 1e-4)
    order = BatchOrder(count: data.train.count, batch: batch, seed: 1)
    samples = Array(repeating: 0, count: batch * network.inputs)
    logits = Array(repeating: 0, count: batch * data.classCount)
    slopes = Array(repeating: 0, count: logits.count)
  }

  /// The step of Adam moves every weight alike: the more there are, the shorter it has to be.
  private var rate: Double { 0.1 / Double(network.inputs).squareRoot() }

  mutating func step(_ step: Int, of steps: Int) {
    let rows = order.next()
    forward(data.train.samples, rows[...])
    turnIntoSlopes(labels: rows.map { Double(data.train.labels[$0]) })
    network.backward(
      samples: samples, rows: rows.count, parameters: parameters, featureGradient: logits,
      gradients: &gradients, parallel: parallel)
    _ = optimizer.step(
      parameters: &parameters, gradients: &gradients,
      rate: rate * (1 - Double(step) / Double(steps)), clip: nil, parallel: parallel)
  }

  /// Puts the gradient of the mean cross-entropy into the place of the batch's logits.
  private mutating func turnIntoSlopes(labels: [Double]) {
    for place in logits.indices { slopes[place] = Double(logits[place]) }
    var (entropies, misses) = (labels, labels)
    Kernels.fastest.crossEntropy(
      &slopes, rows: labels.count, classes: data.classCount, own: labels, entropies: &entropies,
      misses: &misses)
    for place in logits.indices { logits[place] = Float(slopes[place] / Double(batch)) }
  }

  private mutating func forward(_ set: Samples, _ rows: ArraySlice<Int>) {
    let (inputs, scale) = (network.inputs, scale)
    network.forward(
      set, rows: rows, in: &samples, parameters: parameters, features: &logits, parallel: parallel
    ) { place, block in
      for row in 0..<block.count { scale.apply(to: place + row * inputs) }
    }
  }

  mutating func testAccuracy() -> Double {
    let classes = data.classCount
    var right = 0
    let all = Array(0..<data.test.count)
    for start in stride(from: 0, to: all.count, by: batch) {
      let rows = all[start..<min(all.count, start + batch)]
      forward(data.test.samples, rows)
      for (row, index) in rows.enumerated() {
        var best = 0
        for label in 1..<classes
        where logits[row * classes + label] > logits[row * classes + best] { best = label }
        if best == data.test.labels[index] { right += 1 }
      }
    }
    return Double(right) / Double(all.count)
  }
}
