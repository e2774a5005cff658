/// The directions between the weights of two neighbouring classes, radians, counter-clockwise, and
/// whether the margined rule of each holds in any of them.
///
/// Where a rule does not, the margin is larger than what lies between the two: CosFace's where
/// m > 1 − cos θ₁₂, ArcFace's where m > θ₁₂ (Wang et al. 2018, section 3.3; Deng et al. 2019).
package struct NeighbourWedge: Sendable, Equatable {
  package var start: Double
  package var width: Double
  package var firstHolds = true
  package var secondHolds = true

  /// Whether the margin leaves both classes a direction.
  package var fits: Bool { firstHolds && secondHolds }
}

extension Classifier {
  /// One for each of `angularBoundaries`, in their order; none with a bias, where no ray is a
  /// boundary, and with thresholds, where cones need not meet.
  ///
  /// - Parameter radius: the distance from the origin, for margins that depend on it.
  /// - Precondition: features have two dimensions.
  package func wedges(radius: Double = 1) -> [NeighbourWedge] {
    guard parameters.bias.isEmpty, !head.hasThresholds else { return [] }
    return neighbours.map { pair in
      let end = pair.start + pair.width
      return NeighbourWedge(
        start: pair.start, width: pair.width,
        firstHolds: isReached(width: pair.width) {
          excess(of: pair.first, over: pair.second, pair.start + $0, radius)
        },
        secondHolds: isReached(width: pair.width) {
          excess(of: pair.second, over: pair.first, end - $0, radius)
        })
    }
  }

  /// The same at the distance at which the margins of a set are measured; none in more dimensions.
  package func wedges(around set: FeatureSet) -> [NeighbourWedge] {
    guard parameters.weights.columns == 2 else { return [] }
    return wedges(radius: marginRadius(of: set))
  }
}

/// Whether `value` is above zero somewhere in [0, width], as far as its steps tell; on the bound
/// itself a rule holds, with nothing to spare.
private func isReached(width: Double, _ value: (Double) -> Double) -> Bool {
  let start = value(0)
  if start >= -1e-9 { return true }
  // Within half a turn a rule that fails at its own weight fails everywhere.
  guard width > .pi else { return false }
  return (1...64).contains { value(width * Double($0) / 64) > 0 }
}
