import Testing

@testable import LossLab

/// Runs two tasks of three in the wrong order, to show that order does not matter.
private let backwards = ParallelFor(width: 3) { count, body in
  for index in (0..<count).reversed() { body(index) }
}

private func perceptron(_ widths: [Int], inputs: Int, rows: Int, _ kernels: Kernels) throws
  -> Network
{
  try Network(
    shape: .mlp(widths), inputs: inputs, imageSize: nil, dimensions: 2, batchCapacity: rows,
    kernels: kernels)
}

private func smallLeNet(side: Int, rows: Int, _ kernels: Kernels) throws -> Network {
  try Network(
    side: side, channels: [16, 32], dimensions: 2, batchCapacity: rows, kernels: kernels)
}

/// Sides that are not alike, of which one is odd.
private func smallLeNet5(rows: Int, _ kernels: Kernels) throws -> Network {
  try Network(
    imageSize: .init(rows: 7, columns: 10), channels: [16, 32], widths: [9], dimensions: 2,
    batchCapacity: rows, kernels: kernels)
}

/// The parameters and features after three steps of a training towards the first axis.
private func trained(
  _ network: Network, kernels: Kernels, parallel: ParallelFor, optimizer kind: OptimizerKind = .sgd
) -> [Float] {
  var network = network
  let rows = network.batchCapacity
  var optimizer = Optimizer(
    kind: kind, count: network.parameterCount, momentum: 0.9, weightDecay: 5e-4, kernels: kernels)
  var parameters = [Float](repeating: 0, count: network.parameterCount)
  network.initialize(&parameters, seed: 3)
  var gradients = parameters
  var generator = SplitMix64(seed: 4)
  let samples = generator.normals(rows * network.inputs).map { Float($0) }
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
      let plain = trained(
        try perceptron(widths, inputs: 7, rows: rows, .swift), kernels: .swift, parallel: .serial)
      let fast = trained(
        try perceptron(widths, inputs: 7, rows: rows, kernels), kernels: kernels,
        parallel: backwards)
      #expect(plain == fast, "\(widths), \(rows) rows")
    }
  }
}

@Test(arguments: fastKernels, [4, 6])
func convolutionsHaveTheSameBitsOnEveryPath(kernels: Kernels, side: Int) throws {
  let plain = trained(
    try smallLeNet(side: side, rows: 3, .swift), kernels: .swift, parallel: .serial)
  let fast = trained(
    try smallLeNet(side: side, rows: 3, kernels), kernels: kernels, parallel: backwards)
  #expect(plain == fast)
}

@Test(arguments: fastKernels)
func leNet5HasTheSameBitsOnEveryPath(kernels: Kernels) throws {
  let plain = trained(
    try smallLeNet5(rows: 3, .swift), kernels: .swift, parallel: .serial)
  let fast = trained(try smallLeNet5(rows: 3, kernels), kernels: kernels, parallel: backwards)
  #expect(plain == fast)
}

@Test func adamHasTheSameBitsOnEveryPath() throws {
  let plain = trained(
    try perceptron([17], inputs: 5, rows: 9, .swift), kernels: .swift, parallel: .serial,
    optimizer: .adam)
  for kernels in fastKernels {
    let fast = trained(
      try perceptron([17], inputs: 5, rows: 9, kernels), kernels: kernels, parallel: .serial,
      optimizer: .adam)
    #expect(plain == fast)
  }
}

@Test func leNetHasTheParametersOfThePaper() throws {
  let network = try Network(
    shape: .lenet, inputs: 784, imageSize: .init(rows: 28, columns: 28), dimensions: 2,
    batchCapacity: 1)
  // Five by five, inputs × channels; a bias a channel; one slope a layer; 3 × 3 × 128 to 2.
  let weights = 25 * (32 + 32 * 32 + 32 * 64 + 64 * 64 + 64 * 128 + 128 * 128)
  #expect(network.parameterCount == weights + 2 * (32 + 64 + 128) + 6 + 1152 * 2 + 2)
}

@Test func leNetWantsImagesOfItsSize() {
  #expect(throws: LabError.self) {
    try Network(
      shape: .lenet, inputs: 64, imageSize: .init(rows: 8, columns: 8), dimensions: 2,
      batchCapacity: 1)
  }
}

@Test func leNet5TakesImagesOfAnySize() throws {
  for (rows, columns) in [(28, 28), (8, 8), (62, 47), (4, 5), (5, 130)] {
    let network = try Network(
      shape: .lenet5, inputs: rows * columns, imageSize: .init(rows: rows, columns: columns),
      dimensions: 2, batchCapacity: 1)
    let pixels = (rows / 2 / 2) * (columns / 2 / 2)
    let convolutions = 25 * (16 + 16 * 16) + 2 * (16 + 1)
    #expect(network.parameterCount == convolutions + pixels * 16 * 128 + 129 + 128 * 2 + 2)
  }
  for size in [(3, 28), (28, 3), (1, 1)] {
    #expect(throws: LabError.self) {
      try Network(
        shape: .lenet5, inputs: size.0 * size.1, imageSize: .init(rows: size.0, columns: size.1),
        dimensions: 2, batchCapacity: 1)
    }
  }
  #expect(throws: LabError.self) {
    try Network(
      shape: .lenet5, inputs: 784, imageSize: nil, dimensions: 2, batchCapacity: 1)
  }
}

@Test func leNet5HasAboutTwoMillionProductsOnMNIST() {
  let products = NetworkShape.lenet5.products(inputs: 784, dimensions: 2)
  #expect(products > 1.5e6 && products < 2.5e6)
}

@Test func anAbsurdBatchIsAnError() {
  #expect(throws: LabError.self) {
    try perceptron([128], inputs: 64, rows: 1_000_000_000_000, .fastest)
  }
}

/// Differences between ∂(Σ features · target)/∂parameter by `backward` and by central differences,
/// of every `stride`-th parameter, the smallest first.
private func gradientErrors(_ network: Network, stride: Int) -> [Double] {
  var network = network
  let rows = network.batchCapacity
  var parameters = [Float](repeating: 0, count: network.parameterCount)
  network.initialize(&parameters, seed: 1)
  var generator = SplitMix64(seed: 2)
  let samples = generator.normals(rows * network.inputs).map { Float($0) }
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
  var errors: [Double] = []
  for index in Swift.stride(from: 0, to: parameters.count, by: stride) {
    let middle = parameters[index]
    // The nearer of two steps: the long one drowns rounding, the short one passes fewer kinks. A
    // wrong gradient is wrong at both.
    let differences = [0x1p-8, 0x1p-11].map { (step: Float) -> Double in
      parameters[index] = middle + step
      let above = value()
      parameters[index] = middle - step
      let below = value()
      return abs((above - below) / Double(2 * step) - Double(gradients[index]))
    }
    parameters[index] = middle
    errors.append(differences.min() ?? .infinity)
  }
  return errors.sorted()
}

/// Rounding of Float over a step of 2⁻⁸.
private let differenceTolerance = 1e-3

@Test func gradientsOfAPerceptronMatchFiniteDifferences() throws {
  let errors = gradientErrors(try perceptron([6, 3], inputs: 4, rows: 5, .fastest), stride: 1)
  #expect(errors.allSatisfy { $0 < differenceTolerance })
}

/// All but one in ten: a step can carry one of many values over the kink of its PReLU, or from
/// one place of the maximum to another.
@Test func gradientsOfConvolutionsMatchFiniteDifferences() throws {
  let errors = gradientErrors(try smallLeNet(side: 6, rows: 2, .fastest), stride: 97)
  #expect(errors[errors.count / 2] < differenceTolerance / 10)
  #expect(errors[errors.count * 9 / 10] < differenceTolerance)
}

@Test func gradientsOfLeNet5MatchFiniteDifferences() throws {
  let errors = gradientErrors(try smallLeNet5(rows: 2, .fastest), stride: 41)
  #expect(errors[errors.count / 2] < differenceTolerance / 10)
  #expect(errors[errors.count * 9 / 10] < differenceTolerance)
}
