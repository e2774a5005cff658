/// A fully connected layer, followed by PReLU unless it is the last: z = x · weights + bias.
struct Dense: Sendable {
  let inputs: Int
  let outputs: Int
  let isFirst: Bool
  let isLast: Bool
  /// Floats from one row of the input to the next.
  let inputStride: Int
  /// Floats from one row of z or h to the next; what exceeds `outputs` stays zero.
  let stride: Int
  /// Offset in the parameters: the weights, one bias an output, the slope.
  let weights: Int
  /// Whether the weights are `outputs × inputs`, not `inputs × outputs`: with the two or three
  /// outputs of a last layer, the gradient's rows must be the long ones.
  let isByOutput: Bool
  /// Places in the workspace: the weights in panels, the same of their transpose; z, which
  /// becomes ∂/∂z; and h = PReLU(z).
  private let panels: Int
  private let transposedPanels: Int
  let z: Int
  let h: Int

  var bias: Int { weights + inputs * outputs }
  var slope: Int { bias + outputs }
  var parameterCount: Int { inputs * outputs + outputs + (isLast ? 0 : 1) }

  init(
    inputs: Int, inputStride: Int, outputs: Int, isFirst: Bool, isLast: Bool, capacity: Int,
    weights: Int, plan: inout Workspace.Plan
  ) {
    self.inputs = inputs
    self.inputStride = inputStride
    self.outputs = outputs
    self.isFirst = isFirst
    self.isLast = isLast
    self.weights = weights
    isByOutput = isLast && !isFirst
    stride = Workspace.Plan.padded(outputs)
    panels = plan.place(Dense.panelSize(rows: inputs, columns: outputs))
    transposedPanels = isFirst ? 0 : plan.place(Dense.panelSize(rows: outputs, columns: inputs))
    z = plan.place(capacity * stride)
    h = isLast ? z : plan.place(capacity * stride)
  }

  private static func panelSize(rows: Int, columns: Int) -> Int {
    (columns + Product.panelWidth - 1) / Product.panelWidth * Product.panelWidth * rows
  }

  /// Offset in the parameters of one weight.
  func weight(_ input: Int, _ output: Int) -> Int {
    weights + (isByOutput ? output * inputs + input : input * outputs + output)
  }

  func prepareForward(_ pass: Pass) {
    let (source, panels) = (pass.parameters + weights, pass.workspace + panels)
    if isByOutput {
      pass.kernels.packTransposed(
        source, rows: inputs, columns: outputs, stride: inputs, into: panels)
    } else {
      pass.kernels.pack(source, rows: inputs, columns: outputs, stride: outputs, into: panels)
    }
  }

  func forward(_ rows: Range<Int>, of input: UnsafePointer<Float>, _ pass: Pass) {
    let z = pass.workspace + z + rows.lowerBound * stride
    pass.kernels.multiply(
      Product(
        rows: rows.count, columns: outputs, depth: .init(inner: inputs),
        left: .init(base: input + rows.lowerBound * inputStride, row: inputStride, inner: 1),
        right: .init(
          base: pass.workspace + panels, panel: inputs * Product.panelWidth,
          inner: Product.panelWidth),
        target: .init(base: z, row: stride), start: .row(pass.parameters + bias)))
    guard !isLast else { return }
    pass.kernels.rectify(
      z, into: pass.workspace + h + rows.lowerBound * stride, count: rows.count * stride,
      slope: pass.parameters[slope])
  }

  func prepareBackward(_ pass: Pass) {
    guard !isFirst else { return }
    let (source, panels) = (pass.parameters + weights, pass.workspace + transposedPanels)
    if isByOutput {
      pass.kernels.pack(source, rows: outputs, columns: inputs, stride: inputs, into: panels)
    } else {
      pass.kernels.packTransposed(
        source, rows: outputs, columns: inputs, stride: outputs, into: panels)
    }
  }

  /// Turns z into ∂/∂z and `gradient`, ∂/∂h of these rows, into ∂/∂input.
  ///
  /// - Returns: the part of ∂/∂slope of these rows.
  func backward(
    _ rows: Range<Int>, gradient: UnsafeMutablePointer<Float>, _ pass: Pass
  ) -> Double {
    let z = pass.workspace + z + rows.lowerBound * stride
    let slopeGradient =
      isLast
      ? 0
      : pass.kernels.rectifyBackward(
        z, gradient: gradient, rows: rows.count, count: outputs, stride: stride,
        gradientStride: stride, slope: pass.parameters[slope])
    guard !isFirst else { return slopeGradient }
    pass.kernels.multiply(
      Product(
        rows: rows.count, columns: inputs, depth: .init(inner: outputs),
        left: .init(base: z, row: stride, inner: 1),
        right: .init(
          base: pass.workspace + transposedPanels, panel: outputs * Product.panelWidth,
          inner: Product.panelWidth),
        target: .init(base: gradient, row: inputStride)))
    return slopeGradient
  }

  /// Rows of the weights that one task makes the gradient of.
  private static let taskRows = 32

  var gradientTasks: Int { isByOutput ? 1 : (inputs + Dense.taskRows - 1) / Dense.taskRows }

  func gradient(task: Int, of input: UnsafePointer<Float>, rows: Int, _ pass: GradientPass) {
    let z = pass.workspace + z
    let (gradients, depth) = (pass.gradients + weights, Product.Depth(inner: rows))
    if isByOutput {
      pass.kernels.multiply(
        Product(
          rows: outputs, columns: inputs, depth: depth,
          left: .init(base: z, row: 1, inner: stride),
          right: .init(base: input, panel: Product.panelWidth, inner: inputStride),
          target: .init(base: gradients, row: inputs)))
    } else {
      let first = task * Dense.taskRows
      pass.kernels.multiply(
        Product(
          rows: min(Dense.taskRows, inputs - first), columns: outputs, depth: depth,
          left: .init(base: input + first, row: 1, inner: inputStride),
          right: .init(base: z, panel: Product.panelWidth, inner: stride),
          target: .init(base: gradients + first * outputs, row: outputs)))
    }
    if task == 0 {
      pass.kernels.sumRows(
        z, rows: rows, columns: outputs, stride: stride, into: pass.gradients + bias)
    }
  }
}
