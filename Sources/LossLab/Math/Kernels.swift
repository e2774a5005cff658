/// The code that the hot loops of training run on; every path gives the same bits.
///
/// One element of a product adds over its inner index in order, multiply then add, never fused;
/// sums over a batch have a fixed order too. So the path, like the number of threads, is a matter
/// of speed alone.
public enum Kernels: String, CaseIterable, Sendable {
  /// Plain Swift: what the others are held against, and all there is in WebAssembly.
  case swift

  /// The fastest path of this machine.
  public static var fastest: Kernels { .swift }

  /// Whether this machine can run the path.
  public var isSupported: Bool { true }
}

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

extension Kernels {
  func multiply(_ product: Product) {
    multiplyPlainly(product)
  }

  /// Copies a row-major `rows × columns` matrix into panels, the last one filled up with zeros.
  func pack(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into panels: UnsafeMutablePointer<Float>
  ) {
    packPlainly(source, rows: rows, columns: columns, stride: stride, into: panels)
  }

  /// Copies the transpose of a row-major `columns × rows` matrix into panels of `rows` rows.
  func packTransposed(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into panels: UnsafeMutablePointer<Float>
  ) {
    packTransposedPlainly(source, rows: rows, columns: columns, stride: stride, into: panels)
  }

  /// PReLU: z where it is positive, else slope · z.
  func rectify(
    _ z: UnsafePointer<Float>, into h: UnsafeMutablePointer<Float>, count: Int, slope: Float
  ) {
    rectifyPlainly(z, into: h, count: count, slope: slope)
  }

  /// Turns z into ∂/∂z, given ∂/∂h, in place.
  ///
  /// - Returns: the part of ∂/∂slope of these `rows` of `count` values.
  func rectifyBackward(
    _ z: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>, rows: Int, count: Int,
    stride: Int, gradientStride: Int, slope: Float
  ) -> Double {
    rectifyBackwardPlainly(
      z, gradient: gradient, rows: rows, count: count, stride: stride,
      gradientStride: gradientStride, slope: slope)
  }

  /// Adds the rows up: one sum a column, in order.
  func sumRows(
    _ source: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int,
    into sums: UnsafeMutablePointer<Float>
  ) {
    sumRowsPlainly(source, rows: rows, columns: columns, stride: stride, into: sums)
  }

  /// Sixteen sums, of the values 0, 16, 32 … and so on, then those in order.
  func sumOfSquares(_ values: UnsafePointer<Float>, count: Int) -> Double {
    sumOfSquaresPlainly(values, count: count)
  }
}
