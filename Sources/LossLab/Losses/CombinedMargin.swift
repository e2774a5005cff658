extension AngularMargin {
  /// ψ(θ) = cos(m₁θ + m₂) − m₃.
  ///
  /// Past θ* = (π − m₂)/m₁, where cos would rise again, `monotone` goes on as
  /// −1 − m₃ − (cos θ* − cos θ), `clamp` stays at −1 − m₃; `easy` has a margin only where cos θ > 0.
  /// Deng et al. 2019, arXiv:1801.07698, eq. 4.
  static func combined(
    factor: Double, angle: Double, cosine: Double, variant: AngularVariant
  ) -> AngularMargin {
    let turningPoint = factor > 0 ? max(0, (.pi - angle) / factor) : .infinity
    let turningCosine = cos(min(.pi, turningPoint))
    return AngularMargin { theta in
      if variant == .easy && theta.cosine <= 0 {
        return MarginValue(value: theta.cosine, slope: -theta.sine)
      }
      let past = theta.radians > turningPoint
      if past && (variant == .monotone || variant == .continuous) {
        return MarginValue(value: -1 - cosine - (turningCosine - theta.cosine), slope: -theta.sine)
      }
      if past && variant == .clamp { return MarginValue(value: -1 - cosine, slope: 0) }
      let (sine, cosineOfSum) = sinCos(factor * theta.radians + angle)
      return MarginValue(value: cosineOfSum - cosine, slope: -factor * sine)
    }
  }
}

extension LossEntry {
  private static let angleFactor = Hyperparameter.number(
    "m1", symbol: "m_1", "factor of the angle", range: .atLeastZero, default: .fixed(1), neutral: 1,
    isMargin: true)
  private static let addedAngle = Hyperparameter.number(
    "m2", symbol: "m_2", "added to the angle, radians", unit: .radians,
    range: .between(0, .pi / 2, text: "0 ≤ x ≤ π/2 (radians)"), default: .fixed(0.3),
    isMargin: true)
  private static let takenCosine = Hyperparameter.number(
    "m3", symbol: "m_3", "subtracted from the cosine",
    range: .between(0, 2, text: "0 ≤ x ≤ 2"), default: .fixed(0.2), isMargin: true)

  /// Without `continuous`: `monotone` has no step here.
  private static let pastHalfTurn = Hyperparameter.variant(
    among: [.monotone, .strict, .easy, .clamp], default: .strict)

  /// s (cos(m₁ θ_y + m₂) − m₃): Deng et al., 2019, arXiv:1801.07698, formula 4.
  public static let combined = LossEntry(
    name: "combined", title: "Combined margin",
    summary: "multiplies, adds to, and subtracts from the angle's cosine: m₁, m₂, m₃",
    formula: "s (cos(m_1 θ_y + m_2) − m_3)",
    boundary: "$cos(m_1 θ_1 + m_2) − m_3 = cos θ_2$ and with 1 and 2 swapped",
    citation: "Deng et al. 2019, arXiv:1801.07698, eq. 4",
    options: [
      angleFactor.option, addedAngle.option, takenCosine.option, Hyperparameter.s.option,
      pastHalfTurn.option, Hyperparameter.gradient.option,
    ]
  ) { settings in
    let margin = AngularMargin.combined(
      factor: settings[angleFactor], angle: settings[addedAngle], cosine: settings[takenCosine],
      variant: settings[pastHalfTurn])
    return MarginSoftmax(
      magnitude: .fixed(settings[.s]), target: margin.with(gradient: settings[.gradient]),
      settings: settings
    ).loss
  }.known(as: "cm", "cml", "unified").teaching(
    "The three margins in one formula.", zh: "三种间隔合为一式。")
}
