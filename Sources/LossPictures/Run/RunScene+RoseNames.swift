import LossScene

/// How names are cut beside the circle of angles and beside the sphere, or numbered, so that both
/// stay large.
extension RunScene {
  /// Of the circle or the sphere with short names, that which is left to it beside long ones.
  private static let leastShare = 0.85
  /// Where a name has less room than this, units, its beginning says less than a number.
  private static let leastBeginning = 44.0

  /// How wide the name of each class may be there: those to the left and right are cut before the
  /// circle becomes much smaller.
  ///
  /// - Parameters:
  ///   - vectors: the directions of the classes, of any length.
  ///   - frame: of the panel that has the names.
  ///   - hang: how far names may hang out of it; units.
  static func roseLimits(
    _ vectors: [[Double]], in frame: Rectangle, hang: Double, isPlane: Bool, style: FigureStyle
  ) -> [Double] {
    let half = min(frame.width, frame.height) / 2
    return vectors.map { vector in
      // On a sphere that turns every name comes to stand at the side.
      let isAnywhere = style.cellSide != nil || style.isTurning
      let toward = isAnywhere ? 1 : side(vector, isPlane: isPlane, style: style)
      let room =
        isPlane
        ? (half + hang - nameGap - roseEnd * leastShare * half / usualReach) / max(toward, 1e-9)
        : half - leastShare * (half - sphereNames) * toward
      return min(style.roseNameLimit, max(shortName, room))
    }
  }

  /// How far to the left or the right a class lies as it is seen, from 0 to 1.
  private static func side(_ vector: [Double], isPlane: Bool, style: FigureStyle) -> Double {
    guard !isPlane else { return abs(vector[0]) / max(norm(vector), 1e-12) }
    let view = SphereView(azimuth: style.azimuth, elevation: style.elevation)
    let tip = view.project(vector).point
    return tip.length > 1e-6 ? abs(tip.x) / tip.length : 0
  }

  /// The names beside the circle: cut, or all numbered where so little would be left of one that a
  /// number says more.
  static func roseNames(_ names: [String], limits: [Double], style: FigureStyle) -> ShownNames {
    let cut = ShownNames(cutting: names, limits: limits, style: style)
    let isTooShort = cut.cut.contains { limits[$0] < leastBeginning }
    return isTooShort ? ShownNames(numbering: names) : cut
  }
}
