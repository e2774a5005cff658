import LossLab

/// The first steps of a training that other programs have done too: 8 classes on curved, noisy
/// arcs in 64 dimensions, a network of 64-128-64-2, SGD on plain softmax.
struct ToyWorkload {
  static let classes = 8
  static let batch = 256
  let samples: [Float]
  let labels: [Int]
  let batches: [Int]

  init(steps: Int) {
    let (classes, inputs, count) = (ToyWorkload.classes, 64, 4000)
    func normals(_ stream: UInt64, _ count: Int) -> [Double] {
      var generator = SplitMix64(seed: 1, stream: stream)
      return generator.normals(count)
    }
    func unitRows(_ stream: UInt64) -> [Double] {
      var rows = normals(stream, classes * inputs)
      for start in stride(from: 0, to: rows.count, by: inputs) {
        let row = rows[start..<start + inputs]
        let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for index in row.indices { rows[index] /= length }
      }
      return rows
    }
    let (center, along, bend) = (unitRows(1), unitRows(2), unitRows(3))
    let (factors, noise) = (normals(4, count), normals(5, count * inputs))
    var samples: [Float] = []
    for row in 0..<count {
      let (start, t) = (row % classes * inputs, factors[row])
      for column in 0..<inputs {
        let index = start + column
        let curve = 4 * center[index] + t * along[index] + 0.6 * (t * t - 1) * bend[index]
        samples.append(Float(curve + noise[row * inputs + column]))
      }
    }
    self.samples = samples
    labels = (0..<count).map { $0 % classes }
    var order: [Int] = []
    var epoch: UInt64 = 0
    while order.count < steps * ToyWorkload.batch {
      var generator = SplitMix64(seed: 1, stream: 100 + epoch)
      order += generator.permutation(count)
      epoch += 1
    }
    batches = order
  }

  /// The loss before each step.
  func losses(steps: Int, kernels: Kernels, parallel: ParallelFor) throws -> [Double] {
    let (classes, batch, inputs) = (ToyWorkload.classes, ToyWorkload.batch, 64)
    var network = try Network(
      shape: .mlp([128, 64]), inputs: inputs, imageSize: nil, dimensions: 2, batchCapacity: batch,
      kernels: kernels)
    let head = network.parameterCount
    var parameters = [Float](repeating: 0, count: head + classes * 2)
    network.initialize(&parameters, seed: 1)
    for label in 0..<classes {
      let angle = 2 * Double.pi * Double(label) / Double(classes)
      parameters[head + 2 * label] = Float(cos(angle))
      parameters[head + 2 * label + 1] = Float(sin(angle))
    }
    var optimizer = Optimizer(
      kind: .sgd, count: parameters.count, momentum: 0.9, weightDecay: 5e-4, kernels: kernels)
    var gradients = parameters
    var features = [Float](repeating: 0, count: batch * 2)
    var losses: [Double] = []
    for step in 0..<steps {
      let rows = batches[step * batch..<(step + 1) * batch]
      let input = rows.flatMap { samples[$0 * inputs..<($0 + 1) * inputs] }
      network.forward(
        samples: input, rows: batch, parameters: parameters, features: &features,
        parallel: parallel)
      let (loss, featureGradient, weightGradient) = softmax(
        features, rows.map { labels[$0] }, Array(parameters[head...]))
      losses.append(loss)
      network.backward(
        samples: input, rows: batch, parameters: parameters, featureGradient: featureGradient,
        gradients: &gradients, parallel: parallel)
      gradients.replaceSubrange(head..., with: weightGradient)
      _ = optimizer.step(
        parameters: &parameters, gradients: &gradients,
        rate: 0.02 * min(1, Double(step + 1) / 100), clip: nil)
    }
    return losses
  }

  private func softmax(_ features: [Float], _ labels: [Int], _ weights: [Float])
    -> (Double, [Float], [Float])
  {
    var loss = 0.0
    var featureGradient = [Float](repeating: 0, count: features.count)
    var weightGradient = [Double](repeating: 0, count: weights.count)
    for (row, label) in labels.enumerated() {
      let (x, y) = (Double(features[2 * row]), Double(features[2 * row + 1]))
      let w = weights.map(Double.init)
      let logits = (0..<w.count / 2).map { w[2 * $0] * x + w[2 * $0 + 1] * y }
      let largest = logits.max() ?? 0
      let powers = logits.map { exp($0 - largest) }
      let total = powers.reduce(0, +)
      loss += log(total) + largest - logits[label]
      var gradient = (x: 0.0, y: 0.0)
      for j in logits.indices {
        let slope = (powers[j] / total - (j == label ? 1 : 0)) / Double(labels.count)
        gradient.x += slope * w[2 * j]
        gradient.y += slope * w[2 * j + 1]
        weightGradient[2 * j] += slope * x
        weightGradient[2 * j + 1] += slope * y
      }
      featureGradient[2 * row] = Float(gradient.x)
      featureGradient[2 * row + 1] = Float(gradient.y)
    }
    return (loss / Double(labels.count), featureGradient, weightGradient.map { Float($0) })
  }
}
