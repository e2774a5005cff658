import LossKernels

// What goes through arrays number by number, in C and, below each call of it, in plain Swift.

extension Kernels {
  /// PReLU: z where it is positive, else slope · z.
  func rectify(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, count: Int, slope: Float
  ) {
    if self != .swift { return lossRectify(path, z, h, count, slope) }
    for index in 0..<count { h[index] = z[index] > 0 ? z[index] : slope * z[index] }
  }

  /// Turns z into ∂/∂z in place, given ∂/∂h, for `rows` of `count` values.
  ///
  /// - Returns: ∂/∂slope, of sixteen sums (of columns 0, 16, 32 … and so on, row by row).
  func rectifyBackward(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, count: Int,
    stride: Int, gradientStride: Int, slope: Float
  ) -> Double {
    if self != .swift {
      return lossRectifyBackward(path, z, gradient, rows, count, stride, gradientStride, slope)
    }
    var lanes = SIMD16<Float>()
    for row in 0..<rows {
      for index in 0..<count {
        let value = z[row * stride + index]
        let slopeOfH = gradient[row * gradientStride + index]
        lanes[index & 15] += value > 0 ? 0 : slopeOfH * value
        z[row * stride + index] = value > 0 ? slopeOfH : slope * slopeOfH
      }
    }
    return (0..<16).reduce(0) { $0 + Double(lanes[$1]) }
  }

  /// The largest of each 2 × 2 cell of PReLU(z), for `rows × columns` of z.
  ///
  /// - Precondition: a multiple of sixteen channels.
  func pool(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, pooledStride: Int, slope: Float
  ) {
    if self != .swift {
      return lossPool(path, z, h, rows, columns, channels, stride, pooledStride, slope)
    }
    for row in 0..<rows / 2 {
      for index in 0..<columns / 2 * channels {
        let (column, channel) = (index / channels, index % channels)
        let cell = z + 2 * row * stride + 2 * column * channels + channel
        h[row * pooledStride + index] =
          largest(cell, channels: channels, stride: stride, slope: slope).value
      }
    }
  }

  /// Where the largest of a cell's four rectified values is; of equal ones, the first.
  private func largest(
    _ z: UnsafePointer<Float>, channels: Int, stride: Int, slope: Float
  ) -> (offset: Int, value: Float) {
    var (place, best) = (0, z[0] > 0 ? z[0] : slope * z[0])
    for offset in [channels, stride, stride + channels] {
      let value = z[offset] > 0 ? z[offset] : slope * z[offset]
      if value > best { (place, best) = (offset, value) }
    }
    return (place, best)
  }

  /// Turns z into ∂/∂z in place, given ∂/∂h, `rows / 2 × columns / 2 × channels`.
  ///
  /// - Returns: ∂/∂slope, of sixteen sums (of channels 0, 16, 32 … and so on, cell by cell).
  func poolBackward(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, slope: Float
  ) -> Double {
    if self != .swift {
      return lossPoolBackward(path, z, gradient, rows, columns, channels, stride, slope)
    }
    var lanes = SIMD16<Float>()
    for row in 0..<rows {
      for column in 0..<columns {
        // An odd last row or column belongs to no cell.
        let isOutside = row >= rows / 2 * 2 || column >= columns / 2 * 2
        for channel in 0..<channels where isOutside {
          z[row * stride + column * channels + channel] = 0
        }
      }
    }
    for row in 0..<rows / 2 {
      for index in 0..<columns / 2 * channels {
        let (column, channel) = (index / channels, index % channels)
        let cell = z + 2 * row * stride + 2 * column * channels + channel
        let place = largest(cell, channels: channels, stride: stride, slope: slope).offset
        let (value, upper) = (cell[place], gradient[row * (columns / 2) * channels + index])
        for offset in [0, channels, stride, stride + channels] { cell[offset] = 0 }
        cell[place] = value > 0 ? upper : slope * upper
        lanes[channel & 15] += value > 0 ? 0 : upper * value
      }
    }
    return (0..<16).reduce(0) { $0 + Double(lanes[$1]) }
  }

  /// Adds rows up: one sum a column, in order.
  func sumRows(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into sums: UnsafeMutablePointer<Float>
  ) {
    if self != .swift { return lossSumRows(path, source, rows, columns, stride, sums) }
    for column in 0..<columns { sums[column] = 0 }
    for row in 0..<rows {
      for column in 0..<columns { sums[column] += source[row * stride + column] }
    }
  }

  /// Σ value², of sixteen sums as in `rectifyBackward`.
  func sumOfSquares(_ values: UnsafePointer<Float>, count: Int) -> Double {
    if self != .swift { return lossSumOfSquares(path, values, count) }
    var lanes = SIMD16<Double>()
    for index in 0..<count {
      let value = Double(values[index])
      lanes[index & 15] += value * value
    }
    return (0..<16).reduce(0) { $0 + lanes[$1] }
  }

  /// Bytes as shares of 255.
  func readBytes(
    _ source: UnsafePointer<UInt8>, into target: UnsafeMutablePointer<Float>, count: Int
  ) {
    if self != .swift { return lossReadBytes(path, source, target, count) }
    for index in 0..<count { target[index] = Float(source[index]) / 255 }
  }

  /// Of momentum, with g = scale · gradient + decay · p: v ← momentum · v + g, p ← p − rate · v.
  func descend(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    velocity: UnsafeMutablePointer<Float>, count: Int, rule: MomentumRule
  ) {
    if self != .swift {
      return lossSGD(path, parameters, gradients, velocity, count, rule)
    }
    for i in 0..<count {
      let slope = gradients[i] * rule.scale + rule.decay * parameters[i]
      velocity[i] = rule.momentum * velocity[i] + slope
      parameters[i] = parameters[i] - rule.rate * velocity[i]
    }
  }

  /// Of Adam, with g as for momentum; see `AdamRule`.
  func adapt(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    mean: UnsafeMutablePointer<Float>, square: UnsafeMutablePointer<Float>, count: Int,
    rule: AdamRule
  ) {
    if self != .swift {
      return lossAdam(path, parameters, gradients, mean, square, count, rule)
    }
    for i in 0..<count {
      let slope = gradients[i] * rule.scale + rule.decay * parameters[i]
      mean[i] = 0.9 * mean[i] + 0.1 * slope
      square[i] = 0.999 * square[i] + 0.001 * (slope * slope)
      parameters[i] -= rule.step * mean[i] / (square[i].squareRoot() / rule.root + 1e-8)
    }
  }
}
