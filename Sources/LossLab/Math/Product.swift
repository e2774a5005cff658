/// C = start + A · B with strided operands, the one heavy kernel of training.
///
/// Element (g, r, j) of C is `start` + Σ A(g, r, k) · B(k, j). The inner index k runs over
/// `depth`, whose last part moves fastest. All strides count floats.
struct Product {
  struct Depth {
    var outer = 1
    var middle = 1
    var inner: Int
  }

  struct Left {
    var base: UnsafePointer<Float>
    var group = 0
    var row: Int
    var outer = 0
    var middle = 0
    var inner: Int
  }

  /// Rows of B hold as many columns as a panel is wide; `panel` leads to the next so many.
  struct Right {
    var base: UnsafePointer<Float>
    var panel: Int
    var outer = 0
    var middle = 0
    var inner: Int

    /// A `rows × columns` matrix packed by `kernels`.
    static func panels(_ base: UnsafePointer<Float>, rows: Int, _ kernels: Kernels) -> Right {
      Right(base: base, panel: rows * kernels.panelWidth, inner: kernels.panelWidth)
    }

    /// A row-major matrix, whose rows may be read up to the next multiple of sixteen columns.
    static func rows(_ base: UnsafePointer<Float>, stride: Int, _ kernels: Kernels) -> Right {
      Right(base: base, panel: kernels.panelWidth, inner: stride)
    }
  }

  struct Target {
    var base: UnsafeMutablePointer<Float>
    var group = 0
    var row: Int
  }

  enum Start {
    case zero
    /// One value a column.
    case row(UnsafePointer<Float>)
    /// What C holds; added to the finished sum.
    case target
  }

  var groups = 1
  var rows: Int
  var columns: Int
  var depth: Depth
  var left: Left
  var right: Right
  var target: Target
  var start = Start.zero
}
