/// A 5 × 5 convolution of stride 1 that keeps the size, then PReLU, then perhaps 2 × 2 maxima.
///
/// Images lie row by row, in each row column by column, in each pixel channel by channel; z, and
/// the input, with a border of two zero pixels, so that a row of a patch is one run of memory and
/// a convolution is a product with strides.
struct Convolution: Sendable {
  struct Size {
    var rows: Int
    var columns: Int
    var inputs = 1
    var channels = 0
  }

  static let reach = 5
  static let border = 2
  /// Inputs whose values in a band the first cache holds, beside those of z.
  static let chunkInputs = 16

  let size: Size
  let isFirst: Bool
  let isPooled: Bool
  let rest: BiasAndSlope
  /// Offset in the parameters of 5 × 5 × inputs × channels weights.
  let weights: Int
  /// Places of the weights in panels, and of the same turned round for the way back.
  private let panels: Int
  private let turnedPanels: Int
  /// Place of the samples with their border, where this is the first layer.
  private let bordered: Int
  /// Place of z, which becomes ∂/∂z.
  let z: Int
  /// Place of the output, with a border where a convolution follows.
  let h: Int
  private let hBorder: Int
  /// What the gradient of the weights is made of at once, and place and size of each task's
  /// copies of it.
  let band: Band
  let copies: Int
  let copySize: Int

  private var taps: Int { Convolution.reach * Convolution.reach }
  private var borderedColumns: Int { size.columns + 2 * Convolution.border }
  var borderedPixels: Int { (size.rows + 2 * Convolution.border) * borderedColumns }
  var zStride: Int { borderedColumns * size.channels }
  var inputStride: Int { borderedColumns * size.inputs }
  /// Where pixel (0, 0) of z is.
  var inset: Int { Convolution.border * (zStride + size.channels) }
  private var outputRows: Int { isPooled ? size.rows / 2 : size.rows }
  private var outputColumns: Int { isPooled ? size.columns / 2 : size.columns }
  private var hStride: Int { (outputColumns + 2 * hBorder) * size.channels }
  private var hSize: Int { (outputRows + 2 * hBorder) * hStride }
  /// Floats of an output without border.
  var outputSize: Int { outputRows * outputColumns * size.channels }
  var gradientSize: Int { max(outputSize, isFirst ? 0 : size.rows * size.columns * size.inputs) }
  private var weightCount: Int { taps * size.inputs * size.channels }
  var parameterCount: Int { weightCount + rest.parameterCount }

  /// - Precondition: a multiple of sixteen channels.
  init(
    size: Size, isFirst: Bool, isPooled: Bool, isFollowedByConvolution: Bool,
    batch: Network.BatchSize, weights: Int, kernels: Kernels, plan: inout Workspace.Plan
  ) {
    precondition(size.channels % 16 == 0, "\(size.channels) channels")
    self.size = size
    self.isFirst = isFirst
    self.isPooled = isPooled
    self.weights = weights
    hBorder = isFollowedByConvolution ? Convolution.border : 0
    let taps = Convolution.reach * Convolution.reach
    rest = BiasAndSlope(
      bias: weights + taps * size.inputs * size.channels, count: size.channels, hasSlope: true,
      blocks: batch.blocks, plan: &plan)
    let padding = 2 * Convolution.border
    let pixels = (size.rows + padding) * (size.columns + padding)
    panels = plan.place(kernels.panelSize(rows: taps * size.inputs, columns: size.channels))
    turnedPanels =
      isFirst
      ? 0 : plan.place(kernels.panelSize(rows: taps * size.channels, columns: size.inputs))
    bordered = isFirst ? plan.place(batch.rows * pixels) : 0
    z = plan.place(batch.rows * pixels * size.channels)
    let outputRows = (isPooled ? size.rows / 2 : size.rows) + 2 * hBorder
    let outputColumns = (isPooled ? size.columns / 2 : size.columns) + 2 * hBorder
    h = plan.place(batch.rows * outputRows * outputColumns * size.channels)
    band = Band(for: size)
    copySize =
      band.chunkSize(columns: size.columns)
      + kernels.panelSize(rows: band.images * band.rows * size.columns, columns: size.channels)
    let tasks = (size.inputs + Convolution.chunkInputs - 1) / Convolution.chunkInputs
    copies = plan.place(tasks * copySize)
  }

  /// He's rule for PReLU of slope ¼, drawn as `channels × inputs × 5 × 5`.
  func initialize(_ parameters: inout [Float], using generator: inout SplitMix64) {
    let deviation = (2 / 1.0625 / Double(taps * size.inputs)).squareRoot()
    let normals = generator.normals(weightCount)
    for channel in 0..<size.channels {
      for input in 0..<size.inputs {
        for tap in 0..<taps {
          parameters[weights + (tap * size.inputs + input) * size.channels + channel] = Float(
            normals[(channel * size.inputs + input) * taps + tap] * deviation)
        }
      }
    }
    rest.initialize(&parameters)
  }

  func prepareForward(_ pass: Layer.Pass) {
    pass.kernels.pack(
      pass.parameters + weights, rows: taps * size.inputs, columns: size.channels,
      stride: size.channels, into: pass.workspace + panels)
  }

  func forward(_ block: Layer.Block, of input: UnsafePointer<Float>, _ pass: Layer.Pass) {
    for row in block.rows {
      if isFirst { addBorder(to: row, of: input, pass) }
      let z = pass.workspace + z + row * borderedPixels * size.channels
      pass.kernels.multiply(
        Product(
          groups: size.rows, rows: size.columns, columns: size.channels,
          depth: .init(middle: Convolution.reach, inner: Convolution.reach * size.inputs),
          left: .init(
            base: image(row, of: input, pass), group: inputStride, row: size.inputs,
            middle: inputStride, inner: 1),
          right: patches(pass.workspace + panels, inputs: size.inputs, pass.kernels),
          target: .init(base: z + inset, group: zStride, row: size.channels),
          start: .row(pass.parameters + rest.bias)))
      let h = pass.workspace + h + row * hSize
      let slope = pass.parameters[rest.slope]
      if isPooled {
        pass.kernels.pool(
          z + inset, into: h + hBorder * (hStride + size.channels), rows: size.rows,
          columns: size.columns, channels: size.channels, stride: zStride, pooledStride: hStride,
          slope: slope)
      } else {
        pass.kernels.rectify(z, into: h, count: hSize, slope: slope)
      }
    }
  }

  private func addBorder(to row: Int, of samples: UnsafePointer<Float>, _ pass: Layer.Pass) {
    let target = pass.workspace + bordered + row * borderedPixels
    let source = samples + row * size.rows * size.columns
    for y in 0..<size.rows {
      let start = (y + Convolution.border) * borderedColumns + Convolution.border
      for x in 0..<size.columns { target[start + x] = source[y * size.columns + x] }
    }
  }

  func image(
    _ row: Int, of input: UnsafePointer<Float>, _ pass: Layer.Pass
  ) -> UnsafePointer<Float> {
    let images = isFirst ? UnsafePointer(pass.workspace + bordered) : input
    return images + row * borderedPixels * size.inputs
  }

  private func patches(
    _ panels: UnsafePointer<Float>, inputs: Int, _ kernels: Kernels
  ) -> Product.Right {
    var right = Product.Right.panels(panels, rows: taps * inputs, kernels)
    right.middle = Convolution.reach * inputs * right.inner
    return right
  }

  func prepareBackward(_ pass: Layer.Pass) {
    guard !isFirst else { return }
    // ∂/∂input is a convolution of ∂/∂z with the taps in reverse, inputs and channels exchanged.
    let (width, kernels) = (pass.kernels.panelWidth, pass.kernels)
    for first in stride(from: 0, to: size.inputs, by: width) {
      let panel = pass.workspace + turnedPanels + first * taps * size.channels
      for tap in 0..<taps {
        kernels.packTransposed(
          pass.parameters + weights + (tap * size.inputs + first) * size.channels,
          rows: size.channels, columns: min(width, size.inputs - first), stride: size.channels,
          into: panel + (taps - 1 - tap) * size.channels * width)
      }
    }
  }

  func backward(
    _ block: Layer.Block, gradient: UnsafeMutablePointer<Float>, _ pass: Layer.Pass
  ) {
    precondition(block.rows.count == 1, "a block of \(block.rows.count) images")
    let z = pass.workspace + z + block.rows.lowerBound * borderedPixels * size.channels
    let slope = pass.parameters[rest.slope]
    let slopeGradient =
      isPooled
      ? pass.kernels.poolBackward(
        z + inset, gradient: gradient, rows: size.rows, columns: size.columns,
        channels: size.channels, stride: zStride, slope: slope)
      : pass.kernels.rectifyBackward(
        z + inset, gradient: gradient, rows: size.rows, count: size.columns * size.channels,
        stride: zStride, gradientStride: size.columns * size.channels, slope: slope)
    rest.keep(block, z: z, rows: borderedPixels, stride: size.channels, slope: slopeGradient, pass)
    guard !isFirst else { return }
    pass.kernels.multiply(
      Product(
        groups: size.rows, rows: size.columns, columns: size.inputs,
        depth: .init(middle: Convolution.reach, inner: Convolution.reach * size.channels),
        left: .init(base: z, group: zStride, row: size.channels, middle: zStride, inner: 1),
        right: patches(pass.workspace + turnedPanels, inputs: size.channels, pass.kernels),
        target: .init(base: gradient, group: size.columns * size.inputs, row: size.inputs)))
  }
}
