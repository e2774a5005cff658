import LossKernels

// What the kernels are called with; plain Swift takes the same, but for `Product`.

/// The numbers of one step of SGD.
typealias MomentumRule = LossSGD

/// The numbers of one step of Adam, p ← p − step · mean / (√square / root + 1e-8): `step` is the rate
/// over 1 − β₁ᵗ, `root` √(1 − β₂ᵗ).
typealias AdamRule = LossAdam

/// C = A · B in double precision: each element adds over the inner index in order, multiply then
/// add.
///
/// Strides count doubles; the columns of B and of C are neighbours in memory.
typealias WideProduct = LossWideProduct

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
