/// The same direction in [0, 2π).
package func turned(_ direction: Double) -> Double {
  let turns = (direction / (2 * .pi)).rounded(.down)
  let result = direction - turns * 2 * .pi
  return result >= 2 * .pi || result < 0 ? 0 : result
}

/// The same difference of directions in (−π, π].
package func signedTurn(_ difference: Double) -> Double {
  let positive = turned(difference)
  return positive > .pi ? positive - 2 * .pi : positive
}

extension Matrix<Double> {
  /// The directions of the rows in the plane, radians in [0, 2π).
  var directions: [Double] { (0..<rows).map { turned(atan2(self[$0, 1], self[$0, 0])) } }
}
