/// From samples to features: the layers of a `NetworkShape`, with the memory of one batch.
///
/// Its parameters lie outside, in one flat vector: for each layer the weights, then the biases,
/// then the slope of the PReLU that follows. Nothing is allocated after `init`, and the results
/// depend on neither kernels nor threads.
package struct Network: Sendable {
  package let parameterCount: Int
  package let inputs: Int
  package let dimensions: Int
  package var batchCapacity: Int { size.rows }
  private let layers: [Layer]

  /// The parameters of the layer that makes the features.
  var featureParameters: Range<Int> {
    parameterCount - (layers.last?.parameterCount ?? 0)..<parameterCount
  }

  private let last: Dense
  private let kernels: Kernels
  private let size: BatchSize
  private var workspace: Workspace
  /// Place and size of each task's gradient by the values of a block.
  private let gradient: Int
  private let gradientSize: Int

  /// The largest batch, and how it is cut up.
  struct BatchSize {
    let rows: Int
    let blockRows: Int
    /// More tasks than threads, so that they end together; not one a block, as each has memory.
    static let mostTasks = 16

    var blocks: Int { blocks(of: rows) }
    var tasks: Int { min(blocks, BatchSize.mostTasks) }

    func blocks(of rows: Int) -> Int { (rows + blockRows - 1) / blockRows }

    func block(_ index: Int, of rows: Int) -> Layer.Block {
      Layer.Block(index: index, rows: index * blockRows..<min(rows, (index + 1) * blockRows))
    }

    /// Calls `body` with each block of `rows` and the task that it falls to.
    func forEachBlock(
      of rows: Int, parallel: ParallelFor, _ body: (_ block: Layer.Block, _ task: Int) -> Void
    ) {
      let blocks = blocks(of: rows)
      let tasks = min(blocks, BatchSize.mostTasks)
      parallel.run(tasks) { task in
        for index in blocks * task / tasks..<blocks * (task + 1) / tasks {
          body(block(index, of: rows), task)
        }
      }
    }
  }

  /// - Parameters:
  ///   - inputs: columns of a sample.
  ///   - imageSize: of a sample, where it is an image.
  ///   - batchCapacity: the most rows that one call may bring.
  /// - Throws: `LabError.misfit` where the shape does not fit the samples,
  ///   `LabError.batchOutOfRange` where the batch would not fit into memory.
  package init(
    shape: NetworkShape, inputs: Int, imageSize: Dataset.ImageSize?, dimensions: Int,
    batchCapacity: Int, kernels: Kernels = .fastest
  ) throws(LabError) {
    switch shape {
    case .mlp(let widths):
      try self.init(
        inputs: inputs, dimensions: dimensions, size: BatchSize(rows: batchCapacity, blockRows: 32),
        kernels: kernels
      ) { builder, plan in
        builder.perceptron(inputs: inputs, widths: widths, dimensions, &plan)
      }
    case .lenet:
      guard imageSize == Dataset.ImageSize(rows: 28, columns: 28), inputs == 28 * 28 else {
        throw .misfit(.network("lenet", needs: .size(rows: 28, columns: 28)))
      }
      try self.init(
        side: 28, channels: [32, 64, 128], dimensions: dimensions, batchCapacity: batchCapacity,
        kernels: kernels)
    case .lenet5:
      guard let imageSize, inputs == imageSize.rows * imageSize.columns else {
        throw .misfit(.network("lenet5", needs: .oneChannel))
      }
      try self.init(
        imageSize: imageSize, channels: NetworkShape.leNet5Channels,
        widths: [NetworkShape.leNet5Width], dimensions: dimensions, batchCapacity: batchCapacity,
        kernels: kernels)
    }
  }

  /// LeNet-5 with any number of convolutions, each pooled, and of dense layers.
  init(
    imageSize: Dataset.ImageSize, channels: [Int], widths: [Int], dimensions: Int,
    batchCapacity: Int, kernels: Kernels
  ) throws(LabError) {
    let least = 1 << channels.count
    guard imageSize.rows >= least, imageSize.columns >= least else {
      throw .misfit(
        .network(
          "lenet5",
          needs: .atLeast(side: least, rows: imageSize.rows, columns: imageSize.columns)))
    }
    try self.init(
      inputs: imageSize.rows * imageSize.columns, dimensions: dimensions,
      size: BatchSize(rows: batchCapacity, blockRows: 1), kernels: kernels
    ) { builder, plan in
      builder.leNet5(imageSize, channels: channels, widths: widths, dimensions, &plan)
    }
  }

  /// LeNets++ for images of any size, with any number of stages.
  init(
    side: Int, channels: [Int], dimensions: Int, batchCapacity: Int, kernels: Kernels
  ) throws(LabError) {
    try self.init(
      inputs: side * side, dimensions: dimensions,
      size: BatchSize(rows: batchCapacity, blockRows: 1), kernels: kernels
    ) { builder, plan in
      builder.leNet(side: side, channels: channels, dimensions, &plan)
    }
  }

  private init(
    inputs: Int, dimensions: Int, size: BatchSize, kernels: Kernels,
    build: (inout LayerBuilder, inout Workspace.Plan) -> Dense
  ) throws(LabError) {
    var plan = Workspace.Plan()
    var builder = LayerBuilder(size: size, kernels: kernels)
    last = build(&builder, &plan)
    layers = builder.layers
    parameterCount = builder.parameterCount
    gradientSize = layers.reduce(0) { max($0, $1.gradientSize) } * size.blockRows
    gradient = plan.place(size.tasks * gradientSize)
    guard size.rows >= 1, plan.floats <= Workspace.Plan.limit else {
      throw .batchOutOfRange(
        rows: size.rows, mostMemory: Workspace.Plan.limit * MemoryLayout<Float>.stride)
    }
    workspace = Workspace(plan)
    self.inputs = inputs
    self.dimensions = dimensions
    self.size = size
    self.kernels = kernels
  }

  /// Writes initial values: weights by He's rule, biases 0, slopes 0.25.
  ///
  /// Layer l, counted from 1, draws its weights from stream 9 + l, output by output.
  package func initialize(_ parameters: inout [Float], seed: UInt64) {
    for (index, layer) in layers.enumerated() {
      var generator = SplitMix64(seed: seed, stream: UInt64(10 + index))
      layer.initialize(&parameters, using: &generator)
    }
  }

  /// Writes the features of `rows` samples and keeps what `backward` needs.
  ///
  /// - Parameters:
  ///   - samples: `rows × inputs`.
  ///   - features: `rows × dimensions`.
  ///   - fill: called with each block of rows just before they are read, by the thread that
  ///     reads them: writes these rows of `samples` where they are not there yet.
  /// - Precondition: `rows ≤ batchCapacity`.
  package mutating func forward(
    samples: UnsafePointer<Float>, rows: Int, parameters: UnsafePointer<Float>,
    features: UnsafeMutablePointer<Float>, parallel: ParallelFor,
    fill: (Range<Int>) -> Void = { _ in }
  ) {
    precondition(rows <= batchCapacity, "\(rows) rows in a batch of \(batchCapacity)")
    let (kernels, layers, last, size) = (kernels, layers, last, size)
    let dimensions = dimensions
    workspace.withPointers { workspace, sums in
      let pass = Layer.Pass(
        kernels: kernels, parameters: parameters, workspace: workspace, sums: sums)
      for layer in layers { layer.prepareForward(pass) }
      size.forEachBlock(of: rows, parallel: parallel) { block, _ in
        fill(block.rows)
        var input = samples
        for layer in layers {
          layer.forward(block, of: input, pass)
          input = UnsafePointer(workspace + layer.output)
        }
        for row in block.rows {
          for column in 0..<dimensions {
            features[row * dimensions + column] = input[row * last.stride + column]
          }
        }
      }
    }
  }

  /// Writes the gradient of the batch that `forward` was last called with.
  ///
  /// - Parameters:
  ///   - featureGradient: `rows × dimensions`.
  ///   - gradients: its first `parameterCount` entries are overwritten.
  package mutating func backward(
    samples: UnsafePointer<Float>, rows: Int, parameters: UnsafePointer<Float>,
    featureGradient: UnsafePointer<Float>, gradients: UnsafeMutablePointer<Float>,
    parallel: ParallelFor
  ) {
    let (kernels, layers, last, size) = (kernels, layers, last, size)
    let (dimensions, gradient, gradientSize) = (dimensions, gradient, gradientSize)
    workspace.withPointers { workspace, sums in
      let pass = Layer.Pass(
        kernels: kernels, parameters: parameters, workspace: workspace, sums: sums)
      for layer in layers { layer.prepareBackward(pass) }
      size.forEachBlock(of: rows, parallel: parallel) { block, task in
        let slopes = workspace + gradient + task * gradientSize
        for (index, row) in block.rows.enumerated() {
          for column in 0..<dimensions {
            slopes[index * last.stride + column] = featureGradient[row * dimensions + column]
          }
        }
        for layer in layers.reversed() { layer.backward(block, gradient: slopes, pass) }
      }
      let tasks = layers.reduce(0) { $0 + $1.gradientTasks }
      parallel.run(tasks) { task in
        var (task, input) = (task, samples)
        for layer in layers {
          guard task >= layer.gradientTasks else {
            layer.gradient(
              task: task, of: input, rows: rows, blocks: size.blocks(of: rows), into: gradients,
              pass)
            return
          }
          task -= layer.gradientTasks
          input = UnsafePointer(workspace + layer.output)
        }
      }
    }
  }
}
