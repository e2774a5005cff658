extension AngularMargin {
  /// ψ(θ) = (−1)^k cos mθ − 2k on [kπ/m, (k+1)π/m], k = 0 … m − 1: the target of L-Softmax and
  /// SphereFace.
  ///
  /// Liu et al., "Large-Margin Softmax Loss for Convolutional Neural Networks", ICML 2016,
  /// arXiv:1612.02295. Falls from 1 to 1 − 2m, with slope 0 at the knots kπ/m.
  ///
  /// - Parameter factor: m, an integer from 1.
  static func multiplicative(_ factor: Int) -> AngularMargin {
    AngularMargin { angle in
      // cos mθ and sin mθ by the addition theorem: a polynomial in cos θ, smooth at 0 and π.
      var (cosine, sine) = (angle.cosine, angle.sine)
      for _ in 1..<max(1, factor) {
        (cosine, sine) = (
          cosine * angle.cosine - sine * angle.sine, sine * angle.cosine + cosine * angle.sine
        )
      }
      let k = min(factor - 1, Int(Double(factor) * angle.radians / .pi))
      let sign: Double = k % 2 == 0 ? 1 : -1
      return MarginValue(value: sign * cosine - 2 * Double(k), slope: -sign * Double(factor) * sine)
    }
  }
}

extension LossEntry {
  private static let multiplier = Hyperparameter.m(
    "integer that multiplies the angle",
    range: .between(1, 8, isInteger: true, text: "an integer from 1 to 8"), default: .fixed(4),
    neutral: 1)

  /// ‖W_y‖ ‖x‖ ((−1)^k cos mθ_y − 2k): Liu et al., 2016, arXiv:1612.02295.
  public static let lsoftmax = LossEntry(
    name: "lsoftmax", aliases: ["l-softmax"], title: "L-Softmax",
    summary: "multiplies the angle of the own class by m; norms stay",
    formula: "‖W_y‖ ‖x‖ ψ(θ_y),  ψ = (−1)^k cos mθ − 2k",
    boundary:
      "$‖W_1‖ ψ(θ_1) = ‖W_2‖ cos θ_2$ and with 1 and 2 swapped; between weights of one length the"
      + " margin is (m − 1)/(m + 1) of their angle, so near classes get little",
    citation: "Liu et al. 2016, ICML, arXiv:1612.02295",
    options: [multiplier.option, Hyperparameter.gradient.option],
    isAnnealed: true
  ) { multiplicative($0, magnitude: .product) }.known(as: "largemarginsoftmax", "largemargin")
    .teaching(
      "m θ in the place of θ: each class gets a narrower sector.", zh: "以 mθ 代替 θ：每类的扇形更窄。")

  /// ‖x‖ ((−1)^k cos mθ_y − 2k): Liu et al., 2017, arXiv:1704.08063.
  public static let sphereface = LossEntry(
    name: "sphereface", aliases: ["a-softmax", "asoftmax"], title: "SphereFace",
    summary: "L-Softmax with normalised weights (A-Softmax)",
    formula: "‖x‖ ψ(θ_y),  ψ = (−1)^k cos mθ − 2k",
    boundary:
      "$ψ(θ_1) = cos θ_2$ and with 1 and 2 swapped; the margin is (m − 1)/(m + 1) of the angle"
      + " between the weights, so near classes get little",
    citation: "Liu et al. 2017, CVPR, arXiv:1704.08063",
    options: [multiplier.option, Hyperparameter.gradient.option],
    isAnnealed: true
  ) { multiplicative($0, magnitude: .featureNorm) }.known(
    as: "angular", "angularsoftmax", "sphere", "multiplicative"
  ).teaching(
    "m θ with weights of one length: the margin is an angle.", zh: "权重等长的 mθ：间隔是一个角度。")

  private static func multiplicative(_ settings: LossSettings, magnitude: Magnitude) -> Loss {
    let margin = AngularMargin.multiplicative(Int(settings[multiplier]))
      .annealed(by: settings.annealing).with(gradient: settings[.gradient])
    return MarginSoftmax(
      magnitude: magnitude, target: margin, settings: settings
    ).loss
  }
}
