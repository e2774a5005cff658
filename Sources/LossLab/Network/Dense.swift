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
  /// Place of each task's copy of some columns of the input.
  private let chunks: Int

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
    let tasks = isByOutput ? 0 : (input.count + Dense.taskInputs - 1) / Dense.taskInputs
    chunks = plan.place(tasks * Dense.chunkInputs * Dense.chunkRows)
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
      pass.kernels.pack(source, rows: input.count, columns: outputs, stride: outputs, into: panels)
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
      for row in 0..<block.rows.count {
        for column in 0..<outputs { z[row * stride + column] = gradient[row * stride + column] }
      }
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

  /// Inputs whose weights one task makes the gradient of.
  private static let taskInputs = 64
  /// Inputs, and rows of the batch, whose values the first cache holds beside those of z.
  private static let chunkInputs = 16
  private static let chunkRows = 256

  var gradientTasks: Int {
    isByOutput ? 1 : (input.count + Dense.taskInputs - 1) / Dense.taskInputs
  }

  func gradient(
    task: Int, of x: UnsafePointer<Float>, rows: Int, into gradients: UnsafeMutablePointer<Float>,
    _ pass: Layer.Pass
  ) {
    if isByOutput {
      pass.kernels.multiply(
        Product(
          rows: outputs, columns: input.count, depth: .init(inner: rows),
          left: .init(base: pass.workspace + z, row: 1, inner: stride),
          right: .rows(x, stride: input.stride, pass.kernels),
          target: .init(base: gradients + weights, row: input.count)))
      return
    }
    let end = min(input.count, (task + 1) * Dense.taskInputs)
    for first in Swift.stride(from: task * Dense.taskInputs, to: end, by: Dense.chunkInputs) {
      for row in Swift.stride(from: 0, to: rows, by: Dense.chunkRows) {
        chunkGradient(
          first..<min(end, first + Dense.chunkInputs), of: x,
          row..<min(rows, row + Dense.chunkRows), task: task, into: gradients, pass)
      }
    }
  }

  private func chunkGradient(
    _ inputs: Range<Int>, of x: UnsafePointer<Float>, _ rows: Range<Int>, task: Int,
    into gradients: UnsafeMutablePointer<Float>, _ pass: Layer.Pass
  ) {
    let chunk = pass.workspace + chunks + task * Dense.chunkInputs * Dense.chunkRows
    pass.kernels.copy(
      x + rows.lowerBound * input.stride + inputs.lowerBound, rows: rows.count,
      columns: inputs.count, stride: input.stride, into: chunk, targetStride: Dense.chunkInputs)
    pass.kernels.multiply(
      Product(
        rows: inputs.count, columns: outputs, depth: .init(inner: rows.count),
        left: .init(base: chunk, row: 1, inner: Dense.chunkInputs),
        right: .rows(pass.workspace + z + rows.lowerBound * stride, stride: stride, pass.kernels),
        target: .init(base: gradients + weights + inputs.lowerBound * outputs, row: outputs),
        start: rows.lowerBound == 0 ? .zero : .target))
  }
}
