#if canImport(LossKernels)
  import LossKernels

  // What the C paths are called with.

  extension LossProduct {
    init(_ product: Product) {
      self.init()
      (groups, rows, columns) = (product.groups, product.rows, product.columns)
      (outer, middle, inner) = (product.depth.outer, product.depth.middle, product.depth.inner)
      a = product.left.base
      (groupA, rowA) = (product.left.group, product.left.row)
      (outerA, middleA, innerA) = (product.left.outer, product.left.middle, product.left.inner)
      b = product.right.base
      panelB = product.right.panel
      (outerB, middleB, innerB) = (product.right.outer, product.right.middle, product.right.inner)
      c = product.target.base
      (groupC, rowC) = (product.target.group, product.target.row)
      switch product.start {
      case .zero: break
      case .row(let values): bias = values
      case .target: adds = 1
      }
    }
  }

  extension LossWideProduct {
    init(_ product: WideProduct) {
      self.init(
        rows: product.rows, columns: product.columns, inner: product.depth, a: product.left,
        rowA: product.leftRow, innerA: product.leftStep, b: product.right, rowB: product.rightRow,
        c: product.target, rowC: product.targetRow)
    }
  }

  extension LossSGD {
    init(_ rule: MomentumRule) {
      self.init(
        rate: rule.rate, momentum: rule.momentum, decay: rule.decay, scale: rule.scale)
    }
  }

  extension LossAdam {
    init(_ rule: AdamRule) {
      self.init(step: rule.step, decay: rule.decay, scale: rule.scale, root: rule.root)
    }
  }
#endif
