/// Logits that depend on more than their own angle: on ‖x‖, on the angle to the own class, on what
/// the loss keeps from batch to batch.
///
/// Made anew for each batch, from the batch: `MarginSoftmax.rule`.
struct SampleRule: Sendable {
  /// ψ of another class with this angle; `nil` for what the head has.
  var other: (@Sendable (Angle, SamplePlace) -> MarginValue)?
  /// ψ of the own class.
  let own: @Sendable (SamplePlace) -> OwnValue
}

/// Where a rule is asked.
struct SamplePlace: Sendable {
  /// The angle to the own class.
  var own = Angle(cosine: 1, sine: 0)
  /// ‖x‖.
  var featureNorm: Double
  /// The row of the batch; `nil` for a place of the plane where no sample is.
  var sample: Int?
  /// The row of the class weights that is asked for.
  var row = 0
}

/// ψ of the own class with its slopes by θ and by ‖x‖.
struct OwnValue: Sendable {
  let value: MarginValue
  /// dψ/d‖x‖.
  let normSlope: Double

  init(_ value: MarginValue, normSlope: Double = 0) {
    self.value = value
    self.normSlope = normSlope
  }

  /// The same as `mode` wants its gradient: its own, or that of cos θ.
  func with(gradient mode: GradientMode, at angle: Angle) -> OwnValue {
    mode == .exact
      ? self : OwnValue(MarginValue(value: value.value, slope: -angle.sine))
  }
}

/// own · softplus(−z_y) + other · Σ softplus(z_j), with z moved by a learned scalar.
struct Thresholds: Sendable {
  let own: Double
  let other: Double
  /// What the learned scalar is multiplied by before it is added to each logit: 1 or −1.
  let sign: Double
  /// Where the scalar starts.
  var start: Double

  /// What is added to each logit.
  func offset(_ parameters: ClassParameters) -> Double {
    sign * (parameters.scalars.first ?? start)
  }
}

/// ln(1 + e^x).
func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }

/// 1 / (1 + e^−x).
func logistic(_ x: Double) -> Double {
  let small = exp(-abs(x))
  return x >= 0 ? 1 / (1 + small) : small / (1 + small)
}
