import LossLab

extension Matrix where Scalar == Double {
  /// A row of a plane.
  package func point(_ row: Int) -> Point { Point(self[row, 0], self[row, 1]) }

  /// How long each row is.
  package var lengths: [Double] { (0..<rows).map { norm(row($0)) } }
}
