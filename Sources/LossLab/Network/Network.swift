/// From samples to features: the layers of a `NetworkShape`, with the memory of one batch.
///
/// Its parameters lie outside, in one flat vector: for each layer the weights, then the biases,
/// then the slope of the PReLU that follows. Nothing is allocated after `init`,
/// and the results depend on neither kernels nor threads.
public struct Network: Sendable {
  public let parameterCount: Int
  public let inputs: Int
  public let dimensions: Int
  public let batchCapacity: Int
  private let layers: [Dense]
  private let kernels: Kernels
  private var workspace: Workspace
  private let gradient: Int
  private let gradientStride: Int
  private let slopeParts: Int
  private let blockRows: Int

  /// - Parameters:
  ///   - inputs: columns of a sample.
  ///   - imageSize: of a sample, where it is an image.
  ///   - batchCapacity: the most rows that one call may bring.
  /// - Throws: `LabError.inapplicable` where the shape does not fit the samples,
  ///   `LabError.outOfRange` where the batch would not fit into memory.
  public init(
    shape: NetworkShape, inputs: Int, imageSize: Dataset.ImageSize?, dimensions: Int,
    batchCapacity: Int, kernels: Kernels = .fastest
  ) throws(LabError) {
    guard case .mlp(let widths) = shape else {
      throw .inapplicable("the network 'lenet' is not there yet", hint: "try mlp:128,64")
    }
    self.inputs = inputs
    self.dimensions = dimensions
    self.batchCapacity = batchCapacity
    self.kernels = kernels
    var plan = Workspace.Plan()
    var layers: [Dense] = []
    var parameters = 0
    for (index, width) in (widths + [dimensions]).enumerated() {
      let layer = Dense(
        inputs: layers.last?.outputs ?? inputs, inputStride: layers.last?.stride ?? inputs,
        outputs: width, isFirst: index == 0, isLast: index == widths.count,
        capacity: batchCapacity, weights: parameters, plan: &plan)
      parameters += layer.parameterCount
      layers.append(layer)
    }
    self.layers = layers
    parameterCount = parameters
    blockRows = 32
    let blocks = (batchCapacity + blockRows - 1) / blockRows
    gradientStride = layers.map { $0.stride }.max() ?? 0
    gradient = plan.place(batchCapacity * gradientStride)
    slopeParts = plan.place(2 * blocks * layers.count)
    workspace = Workspace(plan)
  }

  /// Writes initial values: weights by He's rule for PReLU, biases 0, slopes 0.25.
  ///
  /// Layer l, counted from 1, draws its `outputs × inputs` weights from stream 9 + l.
  public func initialize(_ parameters: inout [Float], seed: UInt64) {
    for (index, layer) in layers.enumerated() {
      var generator = SplitMix64(seed: seed, stream: UInt64(10 + index))
      let gain = layer.isLast ? 1 : 2 / 1.0625
      let deviation = (gain / Double(layer.inputs)).squareRoot()
      let normals = generator.normals(layer.inputs * layer.outputs)
      for output in 0..<layer.outputs {
        for input in 0..<layer.inputs {
          parameters[layer.weight(input, output)] = Float(
            normals[output * layer.inputs + input] * deviation)
        }
      }
      for output in 0..<layer.outputs { parameters[layer.bias + output] = 0 }
      if !layer.isLast { parameters[layer.slope] = 0.25 }
    }
  }

  /// Writes the features of `rows` samples and keeps what `backward` needs.
  ///
  /// - Parameters:
  ///   - samples: `rows × inputs`.
  ///   - features: `rows × dimensions`.
  /// - Precondition: `rows ≤ batchCapacity`.
  public mutating func forward(
    samples: UnsafePointer<Float>, rows: Int, parameters: UnsafePointer<Float>,
    features: UnsafeMutablePointer<Float>, parallel: ParallelFor
  ) {
    precondition(rows <= batchCapacity, "\(rows) rows in a batch of \(batchCapacity)")
    let (layers, blockRows, dimensions) = (layers, blockRows, dimensions)
    let kernels = kernels
    workspace.withPointer { workspace in
      let pass = Pass(kernels: kernels, parameters: parameters, workspace: workspace)
      for layer in layers { layer.prepareForward(pass) }
      parallel.run((rows + blockRows - 1) / blockRows) { block in
        let range = block * blockRows..<min(rows, (block + 1) * blockRows)
        var input = samples
        for layer in layers {
          layer.forward(range, of: input, pass)
          input = UnsafePointer(workspace + layer.h)
        }
        guard let last = layers.last else { return }
        for row in range {
          for column in 0..<dimensions {
            features[row * dimensions + column] = workspace[last.z + row * last.stride + column]
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
  public mutating func backward(
    samples: UnsafePointer<Float>, rows: Int, parameters: UnsafePointer<Float>,
    featureGradient: UnsafePointer<Float>, gradients: UnsafeMutablePointer<Float>,
    parallel: ParallelFor
  ) {
    let (layers, blockRows, dimensions) = (layers, blockRows, dimensions)
    let (kernels, gradient, gradientStride) = (kernels, gradient, gradientStride)
    let slopeParts = slopeParts
    workspace.withPointer { workspace in
      let pass = Pass(kernels: kernels, parameters: parameters, workspace: workspace)
      for layer in layers { layer.prepareBackward(pass) }
      let blocks = (rows + blockRows - 1) / blockRows
      let parts = UnsafeMutableRawPointer(workspace + slopeParts).assumingMemoryBound(
        to: Double.self)
      parallel.run(blocks) { block in
        let range = block * blockRows..<min(rows, (block + 1) * blockRows)
        guard let last = layers.last else { return }
        for row in range {
          for column in 0..<dimensions {
            workspace[last.z + row * last.stride + column] =
              featureGradient[row * dimensions + column]
          }
        }
        let buffer = workspace + gradient + range.lowerBound * gradientStride
        for (index, layer) in layers.enumerated().reversed() {
          parts[block * layers.count + index] = layer.backward(range, gradient: buffer, pass)
        }
      }
      let gradientPass = GradientPass(kernels: kernels, workspace: workspace, gradients: gradients)
      var tasks = 0
      for layer in layers { tasks += layer.gradientTasks }
      parallel.run(tasks) { task in
        var task = task
        var input = samples
        for layer in layers {
          if task < layer.gradientTasks {
            layer.gradient(task: task, of: input, rows: rows, gradientPass)
            return
          }
          task -= layer.gradientTasks
          input = UnsafePointer(workspace + layer.h)
        }
      }
      for (index, layer) in layers.enumerated() where !layer.isLast {
        var sum = 0.0
        for block in 0..<blocks { sum += parts[block * layers.count + index] }
        gradients[layer.slope] = Float(sum)
      }
    }
  }
}

/// What a layer reads and writes besides its operands.
struct Pass {
  let kernels: Kernels
  let parameters: UnsafePointer<Float>
  let workspace: UnsafeMutablePointer<Float>
}

/// The same for the gradients of the parameters.
struct GradientPass {
  let kernels: Kernels
  let workspace: UnsafeMutablePointer<Float>
  let gradients: UnsafeMutablePointer<Float>
}
