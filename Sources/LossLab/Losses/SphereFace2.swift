extension AngularMargin {
  /// g(cos θ) + shift with g(c) = 2 ((c + 1)/2)^t − 1, which spreads the cosines of far classes
  /// less and those of near ones more.
  static func adjustedCosine(exponent t: Double, shift: Double) -> AngularMargin {
    AngularMargin { angle in
      let half = max(0, (1 + angle.cosine) / 2)
      guard half > 0 else { return MarginValue(value: -1 + shift, slope: 0) }
      let power = exp(t * log(half))
      return MarginValue(value: 2 * power - 1 + shift, slope: -t * power / half * angle.sine)
    }
  }
}

extension Hyperparameter where Value == Double {
  /// Where the learned threshold starts.
  static var threshold: Hyperparameter {
    number(
      "b", "where the learned threshold starts",
      range: .between(-1e6, 1e6, text: "−1000000 ≤ b ≤ 1000000"),
      default: .derived(text: "midway between the own class and its neighbours in the plane"))
  }
}

extension LossEntry {
  private static let evenShare = LossOption.Range(
    lower: 0, upper: 1, excludesLower: true, excludesUpper: true, text: "0 < λ < 1")
  private static let sharpness = LossOption.Range(lower: 1, upper: 100, text: "1 ≤ t ≤ 100")

  /// Half of g(1) − g(cos θ): the m with which a threshold still fits between.
  private static func reach(angle: Double, exponent: Double) -> Double {
    1 - exp(exponent * log(max(1e-300, (1 + cos(angle)) / 2)))
  }

  private static let thresholdMargin = Hyperparameter.m(
    "taken from the own class and added to the others", range: .between(0, 2, text: "0 ≤ m ≤ 2"),
    default: .automatic(text: "min(0.4, 0.7 · bound)") { classes in
      let bound = reach(angle: nearestAngle(classes: classes), exponent: 3)
      return thousandths(min(0.4, 0.7 * bound))
    })
  private static let ownShare = Hyperparameter.number(
    "lambda", symbol: "λ", "weight of the own class; the others have 1 − λ", range: evenShare,
    default: .fixed(0.7), neutral: 0.5)
  private static let exponent = Hyperparameter.number(
    "t", "exponent of the adjusted cosine", range: sharpness, default: .fixed(3), neutral: 1)

  /// s (g(cos θ_y) − m) + b against 0, b learned.
  ///
  /// Wen et al., "SphereFace2: Binary Classification is All You Need for Deep Face Recognition", ICLR
  /// 2022, arXiv:2108.01513, eq. 4 to 6.
  public static let sphereface2 = LossEntry(
    name: "sphereface2", title: "SphereFace2",
    summary: "one yes or no for each class with one threshold for all, instead of a choice",
    formula: "s (g(cos θ_y) − m) + b  against 0,  g(c) = 2 ((c + 1)/2)^t − 1",
    boundary:
      "no line between two classes: each has its own cone $s (g(cos θ) − m) + b = 0$; cones may"
      + " overlap or leave a no-man's-land",
    citation: "Wen et al. 2022, ICLR, arXiv:2108.01513, eq. 4 to 6",
    remarks: [
      "the gradient goes through g and the margin; with `gradient` detached through neither, as in"
        + " the authors' code",
      "paper: s (there r) = 30 to 40, m = 0.4; here s = 16, and b starts where neighbours in the plane"
        + " leave room, not balanced for classes at right angles: in the plane none are",
    ],
    options: [
      thresholdMargin.option, Hyperparameter.s.option, exponent.option, ownShare.option,
      Hyperparameter.threshold.option, Hyperparameter.gradient.option,
    ],
    stateNames: ["b"],
    marginBound: { angle, settings in reach(angle: angle, exponent: settings[exponent]) }
  ) {
    made($0)
  }.trained(.long).saying(beyondBound: .noThreshold).deriving(.threshold) { settings, classes in
    -settings[.s] * (1 - reach(angle: nearestAngle(classes: classes), exponent: settings[exponent]))
  }.stated(taking: ["t", "b"]) { stated throws(LabError) in
    let scale = try stated.number(
      stated.isStated("s") ? "s" : "r",
      in: LossOption.Range(lower: 0, upper: 1e9, excludesLower: true, text: "above 0"))
    var settings = try stated.settings([("m", nil), ("lambda", nil), ("t", sharpness), ("b", nil)])
    settings[.s] = scale
    return made(settings)
  }.teaching("A yes or no for each class: cones instead of neighbours.", zh: "每类各自是非判断：锥而非相邻边界。")

  /// One yes or no for each class, against one learned threshold.
  private static func made(_ settings: LossSettings) -> Loss {
    let (s, m, share) = (settings[.s], settings[thresholdMargin], settings[ownShare])
    func margin(_ shift: Double) -> AngularMargin {
      .adjustedCosine(exponent: settings[exponent], shift: shift)
        .with(gradient: settings[.gradient])
    }
    return MarginSoftmax(
      magnitude: .fixed(s), target: margin(-m), other: margin(m),
      weighting: SampleWeighting(settings),
      thresholds: Thresholds(
        own: share / s, other: (1 - share) / s, sign: 1, start: settings[.threshold])
    ).loss
  }
}
