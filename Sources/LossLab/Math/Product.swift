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

  /// Rows of B hold `panelWidth` neighbouring columns; `panel` leads to the next so many columns.
  struct Right {
    var base: UnsafePointer<Float>
    var panel: Int
    var outer = 0
    var middle = 0
    var inner: Int
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

  /// Columns of a panel of B.
  static let panelWidth = 32

  var groups = 1
  var rows: Int
  var columns: Int
  var depth: Depth
  var left: Left
  var right: Right
  var target: Target
  var start = Start.zero
}
