/// Where SphereFace-R puts its factor.
package enum RevivedVariant: String, CaseIterable, Sendable {
  /// ψ(θ) of SphereFace for the own class, with a factor that need not be an integer.
  case v0
  /// cos(min(mθ, π)) for the own class.
  case v1
  /// cos(θ/m) for the other classes.
  case v2
}

extension AngularMargin {
  /// ψ(θ) = (−1)^k cos mθ − 2k with k = ⌊mθ/π⌋, for any m from 1.
  ///
  /// - Parameters:
  ///   - first: what k is counted from; another than 0 is a mistake.
  ///   - pieces: k goes no further.
  static func continued(
    _ factor: Double, from first: Double = 0, pieces: Double = .infinity
  ) -> AngularMargin {
    AngularMargin { angle in
      let k = min(pieces, first + (factor * angle.radians / .pi).rounded(.down))
      let (sine, cosine) = sinCos(factor * angle.radians)
      let sign: Double = k.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1
      return MarginValue(value: sign * cosine - 2 * k, slope: -sign * factor * sine)
    }
  }

  /// ψ(θ) = cos(min(mθ, π)).
  static func halted(_ factor: Double) -> AngularMargin {
    AngularMargin { angle in
      let turn = factor * angle.radians
      guard turn < .pi else { return MarginValue(value: -1, slope: 0) }
      let (sine, cosine) = sinCos(turn)
      return MarginValue(value: cosine, slope: -factor * sine)
    }
  }

  /// ψ(θ) = cos(θ/m).
  static func slowed(_ factor: Double) -> AngularMargin {
    AngularMargin { angle in
      let (sine, cosine) = sinCos(angle.radians / factor)
      return MarginValue(value: cosine, slope: -sine / factor)
    }
  }
}

extension LossEntry {
  private static let factor = Hyperparameter.m(
    "factor of the angle, not only whole", range: .between(1, 8, text: "1 ≤ m ≤ 8"),
    default: .fixed(1.4), neutral: 1)
  private static let revived = Hyperparameter<RevivedVariant>.choice(
    "variant", "where the factor stands: own class (v0, v1) or the others (v2)", default: .v2)

  /// Liu et al., "SphereFace Revived: Unifying Hyperspherical Face Recognition", TPAMI 2022, with
  /// its hard normalisation of features: one scale s for all.
  public static let sphereFaceR = LossEntry(
    name: "sphereface-r", aliases: ["sphereface-revived"], title: "SphereFace-R",
    summary: "SphereFace with features of one norm and a factor that need not be whole",
    formula: "s cos θ_y  against  s cos(θ_j / m)",
    boundary:
      "$θ_1 = θ_2 / m$ and with 1 and 2 swapped (v2), $m θ_1 = θ_2$ (v0, v1); the margin is"
      + " (m − 1)/(m + 1) of the angle between the weights",
    citation: "Liu et al. 2022, IEEE TPAMI, arXiv:2109.05565",
    options: [
      factor.option, Hyperparameter.s.option, revived.option, Hyperparameter.gradient.option,
    ]
  ) { settings in
    let m = settings[factor]
    let gradient = settings[.gradient]
    let target: AngularMargin =
      switch settings[revived] {
      case .v0: .continued(m).with(gradient: gradient)
      case .v1: .halted(m).with(gradient: gradient)
      case .v2: .none
      }
    return MarginSoftmax(
      magnitude: .fixed(settings[.s]), target: target,
      other: settings[revived] == .v2 ? .slowed(m).with(gradient: gradient) : nil,
      settings: settings
    ).loss
  }.teaching(
    "SphereFace with features of one length; m need not be whole.", zh: "特征等长的 SphereFace；m 可为小数。")
}
