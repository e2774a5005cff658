/// The angle θ between a feature and a class weight, with its cosine and sine; each is computed from
/// the vectors themselves, so that none loses digits near 0 and π.
public struct Angle: Sendable {
  /// In [−1, 1].
  public let cosine: Double
  /// In [0, 1].
  public let sine: Double

  @inlinable
  package init(cosine: Double, sine: Double) {
    self.cosine = cosine
    self.sine = sine
  }

  /// - Parameter radians: in [0, π].
  package init(radians: Double) {
    let (sine, cosine) = sinCos(radians)
    self.init(cosine: cosine, sine: abs(sine))
  }

  /// In [0, π].
  public var radians: Double { atan2(sine, cosine) }
}

/// The angle between neighbours when so many classes spread evenly in the plane; π/2 at least for
/// one class.
func nearestAngle(classes: Int) -> Double { 2 * .pi / Double(max(2, classes)) }
