/// One layer with the PReLU that follows it, forward beside backward.
///
/// A batch is worked on in blocks of rows, each by one task through all layers, while a block's
/// values are in the cache; the gradients of the weights follow, each by one task over all rows.
/// What a block adds to the gradients of biases and slope is kept apart, block by block, and
/// summed in order.
enum Layer: Sendable {
  case dense(Dense)
  case convolution(Convolution)

  /// What the layer is called with besides its operands.
  struct Pass {
    let kernels: Kernels
    let parameters: UnsafePointer<Float>
    let workspace: UnsafeMutablePointer<Float>
    /// Sums in double precision: ∂/∂slope, block by block.
    let sums: UnsafeMutablePointer<Double>
  }

  /// A stretch of the batch.
  struct Block {
    let index: Int
    let rows: Range<Int>
  }

  /// Entries in the flat vector: weights, biases, slope.
  var parameterCount: Int {
    switch self {
    case .dense(let layer): layer.parameterCount
    case .convolution(let layer): layer.parameterCount
    }
  }

  /// Place of the output in the workspace, row after row.
  var output: Int {
    switch self {
    case .dense(let layer): layer.h
    case .convolution(let layer): layer.h
    }
  }

  /// Floats of a row's gradient by the output.
  var gradientSize: Int {
    switch self {
    case .dense(let layer): layer.stride
    case .convolution(let layer): layer.gradientSize
    }
  }

  func initialize(_ parameters: inout [Float], using generator: inout SplitMix64) {
    switch self {
    case .dense(let layer): layer.initialize(&parameters, using: &generator)
    case .convolution(let layer): layer.initialize(&parameters, using: &generator)
    }
  }

  /// Packs the weights for `forward`.
  func prepareForward(_ pass: Pass) {
    switch self {
    case .dense(let layer): layer.prepareForward(pass)
    case .convolution(let layer): layer.prepareForward(pass)
    }
  }

  func forward(_ block: Block, of input: UnsafePointer<Float>, _ pass: Pass) {
    switch self {
    case .dense(let layer): layer.forward(block, of: input, pass)
    case .convolution(let layer): layer.forward(block, of: input, pass)
    }
  }

  /// Packs the weights for `backward`.
  func prepareBackward(_ pass: Pass) {
    switch self {
    case .dense(let layer): layer.prepareBackward(pass)
    case .convolution(let layer): layer.prepareBackward(pass)
    }
  }

  /// Turns `gradient`, ∂/∂output of a block, into ∂/∂input, in place.
  func backward(_ block: Block, gradient: UnsafeMutablePointer<Float>, _ pass: Pass) {
    switch self {
    case .dense(let layer): layer.backward(block, gradient: gradient, pass)
    case .convolution(let layer): layer.backward(block, gradient: gradient, pass)
    }
  }

  /// Tasks that make the gradient of the weights.
  var gradientTasks: Int {
    switch self {
    case .dense(let layer): layer.gradientTasks
    case .convolution(let layer): layer.gradientTasks
    }
  }

  /// One of the tasks; the first also sums up what the blocks left.
  func gradient(
    task: Int, of input: UnsafePointer<Float>, rows: Int, blocks: Int,
    into gradients: UnsafeMutablePointer<Float>, _ pass: Pass
  ) {
    switch self {
    case .dense(let layer):
      layer.gradient(task: task, of: input, rows: rows, into: gradients, pass)
      if task == 0 { layer.rest.collect(blocks: blocks, into: gradients, pass) }
    case .convolution(let layer):
      layer.gradient(task: task, of: input, rows: rows, into: gradients, pass)
      if task == 0 { layer.rest.collect(blocks: blocks, into: gradients, pass) }
    }
  }
}

/// The biases of a layer and the slope of its PReLU, one after the other in the flat vector.
struct BiasAndSlope: Sendable {
  let bias: Int
  let count: Int
  let hasSlope: Bool
  /// Places of each block's part of the gradients.
  private let biasParts: Int
  private let slopeParts: Int

  var slope: Int { bias + count }
  var parameterCount: Int { count + (hasSlope ? 1 : 0) }

  init(bias: Int, count: Int, hasSlope: Bool, blocks: Int, plan: inout Workspace.Plan) {
    self.bias = bias
    self.count = count
    self.hasSlope = hasSlope
    biasParts = plan.place(blocks * count)
    slopeParts = plan.placeDoubles(blocks)
  }

  func initialize(_ parameters: inout [Float]) {
    for index in bias..<bias + count { parameters[index] = 0 }
    if hasSlope { parameters[slope] = 0.25 }
  }

  /// Keeps a block's parts: the sums of `rows` rows of ∂/∂z, and ∂/∂slope.
  func keep(
    _ block: Layer.Block, z: UnsafePointer<Float>, rows: Int, stride: Int, slope: Double,
    _ pass: Layer.Pass
  ) {
    pass.kernels.sumRows(
      z, rows: rows, columns: count, stride: stride,
      into: pass.workspace + biasParts + block.index * count)
    pass.sums[slopeParts + block.index] = slope
  }

  func collect(blocks: Int, into gradients: UnsafeMutablePointer<Float>, _ pass: Layer.Pass) {
    pass.kernels.sumRows(
      pass.workspace + biasParts, rows: blocks, columns: count, stride: count,
      into: gradients + bias)
    guard hasSlope else { return }
    var sum = 0.0
    for block in 0..<blocks { sum += pass.sums[slopeParts + block] }
    gradients[slope] = Float(sum)
  }
}
