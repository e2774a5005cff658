/// Puts the layers of a network one behind the other, in the parameters and in the workspace.
struct LayerBuilder {
  let size: Network.BatchSize
  let kernels: Kernels
  private(set) var layers: [Layer] = []
  private(set) var parameterCount = 0

  init(size: Network.BatchSize, kernels: Kernels) {
    self.size = size
    self.kernels = kernels
  }

  /// Dense layers of these widths, then one of `dimensions` outputs, which is returned.
  mutating func perceptron(
    inputs: Int, widths: [Int], _ dimensions: Int, _ plan: inout Workspace.Plan
  ) -> Dense {
    var input = Dense.Input(count: inputs, stride: inputs, isSample: true)
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
    var (side, inputs) = (side, 1)
    for (stage, outputs) in channels.enumerated() {
      let isLast = stage == channels.count - 1
      convolution(side, inputs, outputs, isPooled: false, isFollowedByConvolution: true, &plan)
      convolution(
        side, outputs, outputs, isPooled: true, isFollowedByConvolution: !isLast, &plan)
      (side, inputs) = (side / 2, outputs)
    }
    let count = side * side * inputs
    return dense(
      Dense.Input(count: count, stride: count, isSample: false, channels: inputs),
      outputs: dimensions, isLast: true, &plan)
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

  private mutating func convolution(
    _ side: Int, _ inputs: Int, _ channels: Int, isPooled: Bool, isFollowedByConvolution: Bool,
    _ plan: inout Workspace.Plan
  ) {
    let size = Convolution.Size(rows: side, columns: side, inputs: inputs, channels: channels)
    append(
      .convolution(
        Convolution(
          size: size, isFirst: layers.isEmpty, isPooled: isPooled,
          isFollowedByConvolution: isFollowedByConvolution, batch: self.size,
          weights: parameterCount, kernels: kernels, plan: &plan)))
  }

  private mutating func append(_ layer: Layer) {
    parameterCount += layer.parameterCount
    layers.append(layer)
  }
}
