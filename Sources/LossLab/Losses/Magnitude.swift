/// What multiplies the cosine in a logit: scale · ‖x‖ (or 1) · ‖W_j‖ (or 1).
///
/// The four families of `softmax`, SphereFace, CosFace and L2-softmax are the four choices.
public struct Magnitude: Sendable, Equatable {
  @usableFromInline package let scale: Double
  @usableFromInline package let usesFeatureNorm: Bool
  @usableFromInline package let usesWeightNorm: Bool

  /// ‖W_j‖ ‖x‖: the inner product itself.
  public static let product = Magnitude(scale: 1, usesFeatureNorm: true, usesWeightNorm: true)
  /// ‖x‖: weights normalised.
  public static let featureNorm = Magnitude(scale: 1, usesFeatureNorm: true, usesWeightNorm: false)
  /// s: both normalised.
  public static func fixed(_ scale: Double) -> Magnitude {
    Magnitude(scale: scale, usesFeatureNorm: false, usesWeightNorm: false)
  }
  /// α ‖W_j‖: features normalised.
  public static func weightNorm(_ scale: Double) -> Magnitude {
    Magnitude(scale: scale, usesFeatureNorm: false, usesWeightNorm: true)
  }

  /// The magnitude for these norms.
  @inlinable
  package func value(featureNorm: Double, weightNorm: Double) -> Double {
    scale * (usesFeatureNorm ? featureNorm : 1) * (usesWeightNorm ? weightNorm : 1)
  }
}
