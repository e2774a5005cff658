extension LossEntry {
  private static let takenCosine = Hyperparameter.m(
    "cosine margin", range: .between(0, 2, text: "0 ≤ m ≤ 2"),
    default: .automatic(text: "min(0.4, 0.5 · bound)") { classes in
      thousandths(min(0.4, 0.5 * (1 - cos(nearestAngle(classes: classes)))))
    })
  private static let othersWeight = Hyperparameter.number(
    "lambda", symbol: "λ", "weight of the other classes", range: .atLeastZero, default: .fixed(1),
    neutral: 1)

  /// s (cos θ_y − m) − b against 0, b learned.
  ///
  /// Zhou et al., "UniFace: Unified Cross-Entropy Loss for Deep Face Recognition", ICCV 2023, eq. 9.
  public static let uniface = LossEntry(
    name: "uniface", title: "UniFace",
    summary: "every own cosine above one learned threshold, every other one below it",
    formula: "s (cos θ_y − m) − b  against 0",
    boundary:
      "no line between two classes: each has its own cone $cos θ = m + b/s$; cones may overlap or"
      + " leave a no-man's-land",
    citation: "Zhou et al. 2023, ICCV, \"UniFace\"",
    remarks: [
      "paper: s = 64, m = 0.4, b starts at ln(10 · classes); here s = 16, m half the bound, as two"
        + " near neighbours push b up to where a larger one leaves no cone, and b starts where they leave"
        + " room"
    ],
    options: [
      takenCosine.option, Hyperparameter.s.option, othersWeight.option,
      Hyperparameter.threshold.option, Hyperparameter.gradient.option,
    ],
    stateNames: ["b"], marginBound: { angle, _ in 1 - cos(angle) }
  ) {
    made($0)
  }.saying(beyondBound: .noThreshold).deriving(.threshold) { settings, classes in
    let nearest = cos(nearestAngle(classes: classes))
    return settings[.s] * (1 - settings[takenCosine] + nearest) / 2
  }.stated(taking: ["b"]) { stated throws(LabError) in
    made(try stated.settings([("s", nil), ("m", nil), ("lambda", .atLeastZero), ("b", nil)]))
  }.teaching("One threshold parts own cosines from all others.", zh: "一个阈值分开本类与其他余弦。")

  /// softplus(−(s (cos θ_y − m) − b)) + λ Σ softplus(s cos θ_j − b) with one learned threshold b.
  private static func made(_ settings: LossSettings) -> Loss {
    MarginSoftmax(
      magnitude: .fixed(settings[.s]),
      target: .additiveCosine(settings[takenCosine]).with(gradient: settings[.gradient]),
      weighting: SampleWeighting(settings),
      thresholds: Thresholds(
        own: 1, other: settings[othersWeight], sign: -1, start: settings[.threshold])
    ).loss
  }
}
