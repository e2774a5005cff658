// The plain Swift path: the order of operations that the C paths keep to.

extension Kernels {
  func multiplyPlainly(_ product: Product) {
    for group in 0..<product.groups {
      for row in 0..<product.rows {
        let a = product.left.base + group * product.left.group + row * product.left.row
        let c = product.target.base + group * product.target.group + row * product.target.row
        for column in 0..<product.columns {
          let panel = column / panelWidth
          let b = product.right.base + panel * (product.right.panel - panelWidth) + column
          switch product.start {
          case .zero: c[column] = sum(product, a, b, from: 0)
          case .row(let start): c[column] = sum(product, a, b, from: start[column])
          case .target: c[column] += sum(product, a, b, from: 0)
          }
        }
      }
    }
  }

  private func sum(
    _ product: Product, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, from start: Float
  ) -> Float {
    var sum = start
    for outer in 0..<product.depth.outer {
      for middle in 0..<product.depth.middle {
        let left = a + outer * product.left.outer + middle * product.left.middle
        let right = b + outer * product.right.outer + middle * product.right.middle
        for k in 0..<product.depth.inner {
          sum = fused(left[k * product.left.inner], right[k * product.right.inner], plus: sum)
        }
      }
    }
    return sum
  }

  func multiplyPlainly(_ product: WideProduct) {
    for row in 0..<product.rows {
      let a = product.left + row * product.leftRow
      let c = product.target + row * product.targetRow
      for column in 0..<product.columns {
        var sum = 0.0
        for k in 0..<product.depth {
          sum += a[k * product.leftStep] * product.right[k * product.rightRow + column]
        }
        c[column] = sum
      }
    }
  }

  /// - Parameter steps: from one row of the source to the next, and from one column.
  func packPlainly(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, steps: (row: Int, column: Int),
    into panels: UnsafeMutablePointer<Float>
  ) {
    let width = panelWidth
    for column in 0..<(columns + width - 1) / width * width {
      let panel = panels + column / width * width * rows + column % width
      for row in 0..<rows {
        panel[row * width] =
          column < columns ? source[row * steps.row + column * steps.column] : 0
      }
    }
  }

  func rectifyPlainly(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, count: Int, slope: Float
  ) {
    for index in 0..<count { h[index] = z[index] > 0 ? z[index] : slope * z[index] }
  }

  func rectifyBackwardPlainly(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, count: Int,
    stride: Int, gradientStride: Int, slope: Float
  ) -> Double {
    var lanes = SIMD16<Float>()
    for row in 0..<rows {
      for index in 0..<count {
        let value = z[row * stride + index]
        let slopeOfH = gradient[row * gradientStride + index]
        lanes[index & 15] += value > 0 ? 0 : slopeOfH * value
        z[row * stride + index] = value > 0 ? slopeOfH : slope * slopeOfH
      }
    }
    var sum = 0.0
    for lane in 0..<16 { sum += Double(lanes[lane]) }
    return sum
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

  func poolPlainly(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, pooledStride: Int, slope: Float
  ) {
    for row in 0..<rows / 2 {
      for index in 0..<columns / 2 * channels {
        let (column, channel) = (index / channels, index % channels)
        let cell = z + 2 * row * stride + 2 * column * channels + channel
        h[row * pooledStride + index] =
          largest(cell, channels: channels, stride: stride, slope: slope).value
      }
    }
  }

  func poolBackwardPlainly(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, columns: Int,
    channels: Int, stride: Int, slope: Float
  ) -> Double {
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
    var sum = 0.0
    for lane in 0..<16 { sum += Double(lanes[lane]) }
    return sum
  }

  func sumRowsPlainly(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into sums: UnsafeMutablePointer<Float>
  ) {
    for column in 0..<columns { sums[column] = 0 }
    for row in 0..<rows {
      for column in 0..<columns { sums[column] += source[row * stride + column] }
    }
  }

  func sumOfSquaresPlainly(_ values: UnsafePointer<Float>, count: Int) -> Double {
    var lanes = SIMD16<Double>()
    for index in 0..<count {
      let value = Double(values[index])
      lanes[index & 15] += value * value
    }
    var sum = 0.0
    for lane in 0..<16 { sum += lanes[lane] }
    return sum
  }

  func descendPlainly(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    velocity: UnsafeMutablePointer<Float>, count: Int, rule: MomentumRule
  ) {
    for i in 0..<count {
      let slope = gradients[i] * rule.scale + rule.decay * parameters[i]
      velocity[i] = rule.momentum * velocity[i] + slope
      parameters[i] = parameters[i] - rule.rate * velocity[i]
    }
  }

  func adaptPlainly(
    _ parameters: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    mean: UnsafeMutablePointer<Float>, square: UnsafeMutablePointer<Float>, count: Int,
    rule: AdamRule
  ) {
    for i in 0..<count {
      let slope = gradients[i] * rule.scale + rule.decay * parameters[i]
      mean[i] = 0.9 * mean[i] + 0.1 * slope
      square[i] = 0.999 * square[i] + 0.001 * (slope * slope)
      parameters[i] -= rule.step * mean[i] / (square[i].squareRoot() / rule.root + 1e-8)
    }
  }
}
