/// Puts the layers of a network one behind the other, in the parameters and in the workspace.
struct LayerBuilder {
  let size: Network.BatchSize
  let kernels: Kernels
  private(set) var layers: [Layer] = []
  private(set) var parameterCount = 0

  /// Dense layers of these widths, then one of `dimensions` outputs, which is returned.
  mutating func perceptron(
    inputs: Int, widths: [Int], _ dimensions: Int, _ plan: inout Workspace.Plan
  ) -> Dense {
    dense(.init(count: inputs, stride: inputs, isSample: true), widths: widths, dimensions, &plan)
  }

  private mutating func dense(
    _ input: Dense.Input, widths: [Int], _ dimensions: Int, _ plan: inout Workspace.Plan
  ) -> Dense {
    var input = input
    for width in widths {
      let layer = dense(input, outputs: width, isLast: false, &plan)
      input = Dense.Input(count: width, stride: layer.stride, isSample: false)
    }
    return dense(input, outputs: dimensions, isLast: true, &plan)
  }

  /// LeNets++ of Wen et al., "A Discriminative Feature Learning Approach for Deep Face
  /// Recognition", ECCV 2016, Table 1: in each stage two convolutions, then a pooling.
  mutating func leNet(
    side: Int, channels: [Int], _ dimensions: Int, _ plan: inout Workspace.Plan
  ) -> Dense {
    var size = Convolution.Size(rows: side, columns: side)
    for (stage, outputs) in channels.enumerated() {
      let isLast = stage == channels.count - 1
      convolution(&size, outputs, isPooled: false, isFollowedByConvolution: true, &plan)
      convolution(&size, outputs, isPooled: true, isFollowedByConvolution: !isLast, &plan)
    }
    return dense(size.asInput, widths: [], dimensions, &plan)
  }

  /// After LeCun et al., "Gradient-Based Learning Applied to Document Recognition", Proceedings of
  /// the IEEE 86, 1998: convolutions that are each pooled, then dense layers.
  mutating func leNet5(
    _ image: Dataset.ImageSize, channels: [Int], widths: [Int], _ dimensions: Int,
    _ plan: inout Workspace.Plan
  ) -> Dense {
    var size = Convolution.Size(rows: image.rows, columns: image.columns)
    for (stage, outputs) in channels.enumerated() {
      let isLast = stage == channels.count - 1
      convolution(&size, outputs, isPooled: true, isFollowedByConvolution: !isLast, &plan)
    }
    return dense(size.asInput, widths: widths, dimensions, &plan)
  }

  private mutating func dense(
    _ input: Dense.Input, outputs: Int, isLast: Bool, _ plan: inout Workspace.Plan
  ) -> Dense {
    let layer = Dense(
      input: input, outputs: outputs, isLast: isLast, size: size, weights: parameterCount,
      kernels: kernels, plan: &plan)
    append(.dense(layer))
    return layer
  }

  /// - Parameter size: becomes that of what follows, which has these channels for inputs.
  private mutating func convolution(
    _ size: inout Convolution.Size, _ channels: Int, isPooled: Bool,
    isFollowedByConvolution: Bool, _ plan: inout Workspace.Plan
  ) {
    size.channels = channels
    append(
      .convolution(
        Convolution(
          size: size, isFirst: layers.isEmpty, isPooled: isPooled,
          isFollowedByConvolution: isFollowedByConvolution, batch: self.size,
          weights: parameterCount, kernels: kernels, plan: &plan)))
    size.inputs = channels
    if isPooled { (size.rows, size.columns) = (size.rows / 2, size.columns / 2) }
  }

  private mutating func append(_ layer: Layer) {
    parameterCount += layer.parameterCount
    layers.append(layer)
  }
}

extension Convolution.Size {
  /// What a dense layer reads: the inputs of this size.
  fileprivate var asInput: Dense.Input {
    let count = rows * columns * inputs
    return Dense.Input(count: count, stride: count, isSample: false, channels: inputs)
  }
}
