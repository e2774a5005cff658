/// A fully connected layer, followed by PReLU unless it is the last: z = x · weights + bias.
struct Dense: Sendable {
  /// What a dense layer continues: the samples, or another layer's output.
  struct Input {
    let count: Int
    /// Floats from one row to the next.
    let stride: Int
    let isSample: Bool
    /// Channels of a row that is an image, in the order row, column, channel; else 1.
    var channels = 1
  }

  let input: Input
  let outputs: Int
  /// Floats from one row of z or h to the next; what exceeds `outputs` stays zero.
  let stride: Int
  let rest: BiasAndSlope
  /// Offset in the parameters.
  private let weights: Int
  /// Whether the weights lie as `outputs × inputs`, not `inputs × outputs`: with the two or three
  /// outputs of a last layer, the long rows must be those of the gradient's product.
  private let isByOutput: Bool
  /// Places of the weights in panels, and of the same of their transpose.
  private let panels: Int
  private let transposedPanels: Int
  /// Place of z, which becomes ∂/∂z.
  let z: Int
  /// Place of PReLU(z), or of z where nothing follows.
  let h: Int

  var parameterCount: Int { input.count * outputs + rest.parameterCount }

  init(
    input: Input, outputs: Int, isLast: Bool, size: Network.BatchSize, weights: Int,
    kernels: Kernels, plan: inout Workspace.Plan
  ) {
    self.input = input
    self.outputs = outputs
    self.weights = weights
    isByOutput = isLast && !input.isSample
    stride = Workspace.Plan.padded(outputs)
    rest = BiasAndSlope(
      bias: weights + input.count * outputs, count: outputs, hasSlope: !isLast,
      blocks: size.blocks, plan: &plan)
    panels = plan.place(kernels.panelSize(rows: input.count, columns: outputs))
    transposedPanels =
      input.isSample ? 0 : plan.place(kernels.panelSize(rows: outputs, columns: input.count))
    z = plan.place(size.rows * stride)
    h = isLast ? z : plan.place(size.rows * stride)
  }

  /// He's rule for PReLU of slope ¼; unit gain where nothing follows.
  func initialize(_ parameters: inout [Float], using generator: inout SplitMix64) {
    let gain = rest.hasSlope ? 2 / 1.0625 : 1
    let deviation = (gain / Double(input.count)).squareRoot()
    let places = input.count / input.channels
    for output in 0..<outputs {
      let normals = generator.normals(input.count)
      // Drawn channel by channel, as images are usually laid out.
      for index in 0..<input.count {
        let drawn = index % input.channels * places + index / input.channels
        let offset = isByOutput ? output * input.count + index : index * outputs + output
        parameters[weights + offset] = Float(normals[drawn] * deviation)
      }
    }
    rest.initialize(&parameters)
  }

  func prepareForward(_ pass: Layer.Pass) {
    let (source, panels) = (pass.parameters + weights, pass.workspace + panels)
    if isByOutput {
      pass.kernels.packTransposed(
        source, rows: input.count, columns: outputs, stride: input.count, into: panels)
    } else {
      pass.kernels.pack(
        source, rows: input.count, columns: outputs, stride: outputs, into: panels)
    }
  }

  func forward(_ block: Layer.Block, of x: UnsafePointer<Float>, _ pass: Layer.Pass) {
    let first = block.rows.lowerBound
    let z = pass.workspace + z + first * stride
    pass.kernels.multiply(
      Product(
        rows: block.rows.count, columns: outputs, depth: .init(inner: input.count),
        left: .init(base: x + first * input.stride, row: input.stride, inner: 1),
        right: .panels(pass.workspace + panels, rows: input.count, pass.kernels),
        target: .init(base: z, row: stride), start: .row(pass.parameters + rest.bias)))
    guard rest.hasSlope else { return }
    pass.kernels.rectify(
      z, into: pass.workspace + h + first * stride, count: block.rows.count * stride,
      slope: pass.parameters[rest.slope])
  }

  func prepareBackward(_ pass: Layer.Pass) {
    guard !input.isSample else { return }
    let (source, panels) = (pass.parameters + weights, pass.workspace + transposedPanels)
    if isByOutput {
      pass.kernels.pack(
        source, rows: outputs, columns: input.count, stride: input.count, into: panels)
    } else {
      pass.kernels.packTransposed(
        source, rows: outputs, columns: input.count, stride: outputs, into: panels)
    }
  }

  func backward(
    _ block: Layer.Block, gradient: UnsafeMutablePointer<Float>, _ pass: Layer.Pass
  ) {
    let z = pass.workspace + z + block.rows.lowerBound * stride
    var slope = 0.0
    if rest.hasSlope {
      slope = pass.kernels.rectifyBackward(
        z, gradient: gradient, rows: block.rows.count, count: outputs, stride: stride,
        gradientStride: stride, slope: pass.parameters[rest.slope])
    } else {
      for index in 0..<block.rows.count * stride { z[index] = gradient[index] }
    }
    rest.keep(block, z: z, rows: block.rows.count, stride: stride, slope: slope, pass)
    guard !input.isSample else { return }
    pass.kernels.multiply(
      Product(
        rows: block.rows.count, columns: input.count, depth: .init(inner: outputs),
        left: .init(base: z, row: stride, inner: 1),
        right: .panels(pass.workspace + transposedPanels, rows: outputs, pass.kernels),
        target: .init(base: gradient, row: input.stride)))
  }

  /// Rows of the weights that one task makes the gradient of.
  private static let taskRows = 64

  var gradientTasks: Int { isByOutput ? 1 : (input.count + Dense.taskRows - 1) / Dense.taskRows }

  func gradient(
    task: Int, of x: UnsafePointer<Float>, rows: Int, into gradients: UnsafeMutablePointer<Float>,
    _ pass: Layer.Pass
  ) {
    let z = pass.workspace + z
    let (kernels, target, depth) = (pass.kernels, gradients + weights, Product.Depth(inner: rows))
    if isByOutput {
      kernels.multiply(
        Product(
          rows: outputs, columns: input.count, depth: depth,
          left: .init(base: z, row: 1, inner: stride),
          right: .rows(x, stride: input.stride, kernels),
          target: .init(base: target, row: input.count)))
    } else {
      let first = task * Dense.taskRows
      kernels.multiply(
        Product(
          rows: min(Dense.taskRows, input.count - first), columns: outputs, depth: depth,
          left: .init(base: x + first, row: 1, inner: input.stride),
          right: .rows(z, stride: stride, kernels),
          target: .init(base: target + first * outputs, row: outputs)))
    }
  }
}
