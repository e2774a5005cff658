/// C = A · B in double precision: each element adds over k in order, multiply then add.
///
/// Strides count doubles; the columns of B and of C are neighbours in memory.
struct WideProduct {
  var rows: Int
  var columns: Int
  var depth: Int
  var left: UnsafePointer<Double>
  var leftRow: Int
  var leftStep = 1
  var right: UnsafePointer<Double>
  var rightRow: Int
  var target: UnsafeMutablePointer<Double>
  var targetRow: Int
}
