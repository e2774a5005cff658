extension Convolution {
  /// Some rows of some images: about 112 pixels, so many that the first cache holds their values.
  struct Band: Sendable {
    var images: Int
    var rows: Int

    /// Floats of the copy of one image's inputs.
    func imageSize(columns: Int) -> Int {
      (rows + Convolution.reach - 1) * columns * Convolution.chunkInputs
    }

    func chunkSize(columns: Int) -> Int { images * imageSize(columns: columns) }
  }

  /// One a chunk of inputs.
  var gradientTasks: Int { (size.inputs + Convolution.chunkInputs - 1) / Convolution.chunkInputs }

  func gradient(
    task: Int, of input: UnsafePointer<Float>, rows: Int,
    into gradients: UnsafeMutablePointer<Float>, _ pass: Layer.Pass
  ) {
    for first in stride(from: 0, to: rows, by: band.images) {
      for row in stride(from: 0, to: size.rows, by: band.rows) {
        let part = Band(
          images: min(band.images, rows - first), rows: min(band.rows, size.rows - row))
        let z = pass.workspace + z + first * borderedPixels * size.channels + inset
        bandGradient(
          part, of: image(first, of: input, pass) + row * inputStride, z + row * zStride,
          task: task, isFirst: first == 0 && row == 0, into: gradients, pass)
      }
    }
  }

  /// Adds what a band makes of the gradient of a task's weights.
  ///
  /// Both factors are copied first, without border: k then runs straight through all pixels.
  private func bandGradient(
    _ band: Band, of images: UnsafePointer<Float>, _ z: UnsafePointer<Float>, task: Int,
    isFirst: Bool, into gradients: UnsafeMutablePointer<Float>, _ pass: Layer.Pass
  ) {
    let kernels = pass.kernels
    let chunk = pass.workspace + copies + task * copySize
    let panels = chunk + self.band.chunkSize(columns: size.columns)
    copy(z, of: band, into: panels, kernels)
    let firstInput = task * Convolution.chunkInputs
    // The five columns of a patch are neighbours where there is but one input.
    let isSingle = size.inputs == 1
    let inputs =
      isSingle ? Convolution.reach : min(Convolution.chunkInputs, size.inputs - firstInput)
    let width = kernels.panelWidth
    for tap in 0..<(isSingle ? 1 : Convolution.reach) {
      copy(images + tap * size.inputs + firstInput, inputs: inputs, of: band, into: chunk, kernels)
      kernels.multiply(
        Product(
          groups: Convolution.reach, rows: inputs, columns: size.channels,
          depth: .init(outer: band.images, inner: band.rows * size.columns),
          left: .init(
            base: chunk, group: size.columns * Convolution.chunkInputs, row: 1,
            outer: band.imageSize(columns: size.columns), inner: Convolution.chunkInputs),
          right: .init(
            base: panels, panel: band.images * band.rows * size.columns * width,
            outer: band.rows * size.columns * width, inner: width),
          target: .init(
            base: gradients + weights + (tap * size.inputs + firstInput) * size.channels,
            group: Convolution.reach * size.inputs * size.channels, row: size.channels),
          start: isFirst ? .zero : .target))
    }
  }

  /// Copies ∂/∂z of a band into panels.
  private func copy(
    _ z: UnsafePointer<Float>, of band: Band, into panels: UnsafeMutablePointer<Float>,
    _ kernels: Kernels
  ) {
    let width = kernels.panelWidth
    var target = panels
    for channel in stride(from: 0, to: size.channels, by: width) {
      for image in 0..<band.images {
        for row in 0..<band.rows {
          kernels.copy(
            z + image * borderedPixels * size.channels + row * zStride + channel,
            rows: size.columns, columns: min(width, size.channels - channel),
            stride: size.channels, into: target, targetStride: width)
          target += size.columns * width
        }
      }
    }
  }

  /// Copies some inputs of a band, and of the rows below that its patches reach.
  private func copy(
    _ images: UnsafePointer<Float>, inputs: Int, of band: Band,
    into chunk: UnsafeMutablePointer<Float>, _ kernels: Kernels
  ) {
    var target = chunk
    for image in 0..<band.images {
      for row in 0..<band.rows + Convolution.reach - 1 {
        kernels.copy(
          images + image * borderedPixels * size.inputs + row * inputStride, rows: size.columns,
          columns: inputs, stride: size.inputs, into: target,
          targetStride: Convolution.chunkInputs)
        target += size.columns * Convolution.chunkInputs
      }
    }
  }
}

extension Convolution.Band {
  init(for size: Convolution.Size) {
    rows = min(size.rows, max(1, 112 / size.columns))
    images = max(1, 112 / (size.rows * size.columns))
  }
}
