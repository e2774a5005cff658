import LossLab
import Testing

/// Runs two tasks of three in the wrong order, to show that order does not matter.
private let backwards = ParallelFor(width: 3) { count, body in
  for index in (0..<count).reversed() { body(index) }
}

/// The parameters after three steps of a training towards the first axis.
private func trained(
  _ shape: NetworkShape, inputs: Int, rows: Int, kernels: Kernels, parallel: ParallelFor,
  optimizer kind: OptimizerKind = .sgd
) throws -> [Float] {
  var network = try Network(
    shape: shape, inputs: inputs, imageSize: shape == .lenet ? .init(rows: 28, columns: 28) : nil,
    dimensions: 2, batchCapacity: rows, kernels: kernels)
  var optimizer = Optimizer(
    kind: kind, count: network.parameterCount, momentum: 0.9, weightDecay: 5e-4, kernels: kernels)
  var parameters = [Float](repeating: 0, count: network.parameterCount)
  network.initialize(&parameters, seed: 3)
  var gradients = parameters
  var generator = SplitMix64(seed: 4)
  let samples = generator.normals(rows * inputs).map { Float($0) }
  var features = [Float](repeating: 0, count: rows * 2)
  for _ in 0..<3 {
    network.forward(
      samples: samples, rows: rows, parameters: parameters, features: &features,
      parallel: parallel)
    let slopes = features.indices.map { (features[$0] - ($0 % 2 == 0 ? 1 : 0)) / Float(rows) }
    network.backward(
      samples: samples, rows: rows, parameters: parameters, featureGradient: slopes,
      gradients: &gradients, parallel: parallel)
    _ = optimizer.step(parameters: &parameters, gradients: &gradients, rate: 0.05, clip: 1)
  }
  return parameters + features
}

@Test(arguments: fastKernels)
func trainingHasTheSameBitsOnEveryPath(kernels: Kernels) throws {
  for widths in [[], [1], [3], [17, 33], [7, 2, 40]] {
    for rows in [1, 2, 33, 65] {
      let plain = try trained(
        .mlp(widths), inputs: 7, rows: rows, kernels: .swift, parallel: .serial)
      let fast = try trained(
        .mlp(widths), inputs: 7, rows: rows, kernels: kernels, parallel: backwards)
      #expect(plain == fast, "\(widths), \(rows) rows")
    }
  }
}

@Test func adamHasTheSameBitsOnEveryPath() throws {
  let plain = try trained(
    .mlp([17]), inputs: 5, rows: 9, kernels: .swift, parallel: .serial, optimizer: .adam)
  for kernels in fastKernels {
    let fast = try trained(
      .mlp([17]), inputs: 5, rows: 9, kernels: kernels, parallel: .serial, optimizer: .adam)
    #expect(plain == fast)
  }
}

/// ∂ of the sum of features · target, by the network and by central differences.
@Test func gradientsMatchFiniteDifferences() throws {
  let (rows, inputs) = (5, 4)
  var network = try Network(
    shape: .mlp([6, 3]), inputs: inputs, imageSize: nil, dimensions: 2, batchCapacity: rows)
  var parameters = [Float](repeating: 0, count: network.parameterCount)
  network.initialize(&parameters, seed: 1)
  var generator = SplitMix64(seed: 2)
  let samples = generator.normals(rows * inputs).map { Float($0) }
  let target = generator.normals(rows * 2).map { Float($0) }
  var features = target
  var gradients = parameters
  func value() -> Double {
    network.forward(
      samples: samples, rows: rows, parameters: parameters, features: &features, parallel: .serial)
    return zip(features, target).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
  _ = value()
  network.backward(
    samples: samples, rows: rows, parameters: parameters, featureGradient: target,
    gradients: &gradients, parallel: .serial)
  let step: Float = 0x1p-8
  for index in parameters.indices {
    let middle = parameters[index]
    parameters[index] = middle + step
    let above = value()
    parameters[index] = middle - step
    let below = value()
    parameters[index] = middle
    // Float's rounding over a step of 2⁻⁸; a kink of PReLU within the step would show as more.
    let numeric = (above - below) / Double(2 * step)
    #expect(abs(numeric - Double(gradients[index])) < 2e-3, "parameter \(index)")
  }
}
