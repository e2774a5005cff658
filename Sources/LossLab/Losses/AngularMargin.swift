/// A value of ψ(θ) and its slope dψ/dθ.
///
/// The slope is by θ, not by cos θ: dψ/dcos θ = −slope / sin θ is infinite at θ = 0 for ArcFace,
/// while the slope is finite everywhere.
public struct MarginValue: Sendable {
  package let value: Double
  package let slope: Double

  /// - Parameter slope: dψ/dθ, by radians; by the cosine it would be infinite at θ = 0.
  public init(value: Double, slope: Double) {
    self.value = value
    self.slope = slope
  }
}

/// A target transform ψ(θ): what a margin loss puts in place of cos θ for the class of the sample.
public struct AngularMargin: Sendable {
  package let evaluate: @Sendable (Angle) -> MarginValue
  /// Whether ψ(θ) = cos θ, so that there is nothing to evaluate.
  package private(set) var isCosine = false

  /// - Parameter evaluate: ψ and its slope for θ in [0, π].
  public init(_ evaluate: @escaping @Sendable (Angle) -> MarginValue) {
    self.evaluate = evaluate
  }

  /// ψ(θ) = cos θ: no margin.
  @usableFromInline package static let none = {
    var margin = AngularMargin { MarginValue(value: $0.cosine, slope: -$0.sine) }
    margin.isCosine = true
    return margin
  }()

  /// (λ cos θ + ψ(θ)) / (1 + λ): the annealed target of L-Softmax and SphereFace.
  package func annealed(by weight: Double) -> AngularMargin {
    guard weight > 0 else { return self }
    return AngularMargin { angle in
      let margin = evaluate(angle)
      return MarginValue(
        value: (weight * angle.cosine + margin.value) / (1 + weight),
        slope: (margin.slope - weight * angle.sine) / (1 + weight))
    }
  }

  /// The same value with the slope of cos θ: dψ/dcos θ = 1.
  package var detached: AngularMargin {
    AngularMargin { MarginValue(value: evaluate($0).value, slope: -$0.sine) }
  }

  /// This margin as `mode` wants its gradient.
  package func with(gradient mode: GradientMode) -> AngularMargin {
    mode == .exact ? self : detached
  }
}
