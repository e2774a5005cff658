import LossKernels

// Products, and what lays matrices out for them. Below each call of a C path is plain Swift: the
// order of operations that the C paths keep to.

extension Kernels {
  func multiply(_ product: Product) {
    if self != .swift {
      withUnsafePointer(to: LossProduct(product)) { lossMultiply(path, $0) }
      return
    }
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

  func multiply(_ product: WideProduct) {
    if self != .swift {
      withUnsafePointer(to: product) { lossMultiplyWide(path, $0) }
      return
    }
    for row in 0..<product.rows {
      let a = product.a + row * product.rowA
      let c = product.c + row * product.rowC
      for column in 0..<product.columns {
        var sum = 0.0
        for k in 0..<product.inner {
          sum += a[k * product.innerA] * product.b[k * product.rowB + column]
        }
        c[column] = sum
      }
    }
  }

  /// Copies a row-major `rows × columns` matrix.
  func copy(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into target: UnsafeMutablePointer<Float>, targetStride: Int
  ) {
    if self != .swift {
      return lossCopy(path, source, rows, columns, stride, target, targetStride)
    }
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
    if self != .swift { return lossPack(path, source, rows, columns, stride, panels) }
    pack(source, rows: rows, columns: columns, steps: (stride, 1), into: panels)
  }

  /// Copies the transpose of a row-major `columns × rows` matrix into panels, as `pack` does.
  func packTransposed(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into panels: UnsafeMutablePointer<Float>
  ) {
    if self != .swift { return lossPackTransposed(path, source, rows, columns, stride, panels) }
    pack(source, rows: rows, columns: columns, steps: (1, stride), into: panels)
  }

  /// - Parameter steps: from one row of the source to the next, and from one column.
  private func pack(
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
}
