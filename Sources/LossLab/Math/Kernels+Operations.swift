#if canImport(LossKernels)
  import LossKernels
#endif

// What the kernels do, and which path does it.

extension Kernels {
  func multiply(_ product: Product) {
    #if canImport(LossKernels)
      if self != .swift {
        withUnsafePointer(to: LossProduct(product)) { lossMultiply(path, $0) }
        return
      }
    #endif
    multiplyPlainly(product)
  }

  func multiply(_ product: WideProduct) {
    #if canImport(LossKernels)
      if self != .swift {
        withUnsafePointer(to: LossWideProduct(product)) { lossMultiplyWide(path, $0) }
        return
      }
    #endif
    multiplyPlainly(product)
  }

  /// Copies a row-major `rows × columns` matrix.
  func copy(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into target: UnsafeMutablePointer<Float>, targetStride: Int
  ) {
    #if canImport(LossKernels)
      if self != .swift {
        return lossCopy(path, source, rows, columns, stride, target, targetStride)
      }
    #endif
    for row in 0..<rows {
      for column in 0..<columns {
        target[row * targetStride + column] = source[row * stride + column]
      }
    }
  }

  /// Copies a row-major `rows × columns` matrix into panels, the last one filled up with zeros.
  func pack(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into panels: UnsafeMutablePointer<Float>
  ) {
    #if canImport(LossKernels)
      if self != .swift { return lossPack(path, source, rows, columns, stride, panels) }
    #endif
    packPlainly(source, rows: rows, columns: columns, steps: (stride, 1), into: panels)
  }

  /// Copies the transpose of a row-major `columns × rows` matrix into panels, as `pack` does.
  func packTransposed(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into panels: UnsafeMutablePointer<Float>
  ) {
    #if canImport(LossKernels)
      if self != .swift { return lossPackTransposed(path, source, rows, columns, stride, panels) }
    #endif
    packPlainly(source, rows: rows, columns: columns, steps: (1, stride), into: panels)
  }

  /// PReLU: z where it is positive, else slope · z.
  func rectify(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, count: Int, slope: Float
  ) {
    #if canImport(LossKernels)
      if self != .swift { return lossRectify(path, z, h, count, slope) }
    #endif
    rectifyPlainly(z, into: h, count: count, slope: slope)
  }

  /// Turns z into ∂/∂z in place, given ∂/∂h, for `rows` of `count` values.
  ///
  /// - Returns: ∂/∂slope, of sixteen sums (of columns 0, 16, 32 … and so on, row by row).
  func rectifyBackward(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, count: Int,
    stride: Int, gradientStride: Int, slope: Float
  ) -> Double {
    #if canImport(LossKernels)
      if self != .swift {
        return lossRectifyBackward(path, z, gradient, rows, count, stride, gradientStride, slope)
      }
    #endif
    return rectifyBackwardPlainly(
      z, gradient: gradient, rows: rows, count: count, stride: stride,
      gradientStride: gradientStride, slope: slope)
  }

  /// The largest of each 2 × 2 cell of PReLU(z), for `rows × columns` of z.
  ///
  /// - Precondition: a multiple of sixteen channels.
  func pool(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, pooledStride: Int, slope: Float
  ) {
    #if canImport(LossKernels)
      if self != .swift {
        return lossPool(path, z, h, rows, columns, channels, stride, pooledStride, slope)
      }
    #endif
    poolPlainly(
      z, into: h, rows: rows, columns: columns, channels: channels, stride: stride,
      pooledStride: pooledStride, slope: slope)
  }

  /// Turns z into ∂/∂z in place, given ∂/∂h, `rows / 2 × columns / 2 × channels`.
  ///
  /// - Returns: ∂/∂slope, of sixteen sums (of channels 0, 16, 32 … and so on, cell by cell).
  func poolBackward(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, slope: Float
  ) -> Double {
    #if canImport(LossKernels)
      if self != .swift {
        return lossPoolBackward(path, z, gradient, rows, columns, channels, stride, slope)
      }
    #endif
    return poolBackwardPlainly(
      z, gradient: gradient, rows: rows, columns: columns, channels: channels, stride: stride,
      slope: slope)
  }

  /// Adds rows up: one sum a column, in order.
  func sumRows(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into sums: UnsafeMutablePointer<Float>
  ) {
    #if canImport(LossKernels)
      if self != .swift { return lossSumRows(path, source, rows, columns, stride, sums) }
    #endif
    sumRowsPlainly(source, rows: rows, columns: columns, stride: stride, into: sums)
  }

  /// Σ value², of sixteen sums as in `rectifyBackward`.
  func sumOfSquares(_ values: UnsafePointer<Float>, count: Int) -> Double {
    #if canImport(LossKernels)
      if self != .swift { return lossSumOfSquares(path, values, count) }
    #endif
    return sumOfSquaresPlainly(values, count: count)
  }

  /// Bytes as shares of 255.
  func readBytes(
    _ source: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<Float>, count: Int
  ) {
    #if canImport(LossKernels)
      if self != .swift { return lossReadBytes(path, source, target, count) }
    #endif
    for index in 0..<count { target[index] = Float(source[index]) / 255 }
  }

  /// Replaces each value by its `exp(_:)`.
  func exponentiate(_ values: UnsafeMutablePointer<Double>, count: Int) {
    #if canImport(LossKernels)
      if self != .swift { return lossExp(path, values, count) }
    #endif
    for index in 0..<count { values[index] = exp(values[index]) }
  }

  /// Of momentum, with g = scale · gradient + decay · p: v ← momentum · v + g, p ← p − rate · v.
  func descend(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    velocity: UnsafeMutablePointer<Float>, count: Int, rule: MomentumRule
  ) {
    #if canImport(LossKernels)
      if self != .swift {
        return lossSGD(path, parameters, gradients, velocity, count, LossSGD(rule))
      }
    #endif
    descendPlainly(
      parameters, gradients: gradients, velocity: velocity, count: count, rule: rule)
  }

  /// Of Adam, with g as for momentum; see `AdamRule`.
  func adapt(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    mean: UnsafeMutablePointer<Float>, square: UnsafeMutablePointer<Float>, count: Int,
    rule: AdamRule
  ) {
    #if canImport(LossKernels)
      if self != .swift {
        return lossAdam(path, parameters, gradients, mean, square, count, LossAdam(rule))
      }
    #endif
    adaptPlainly(
      parameters, gradients: gradients, mean: mean, square: square, count: count, rule: rule)
  }
}
