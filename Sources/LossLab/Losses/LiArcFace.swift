extension AngularMargin {
  /// ψ(θ) = 1 − 2 (θ + m) / π: a straight line in the angle, from 1 − 2m/π down to −1 − 2m/π.
  ///
  /// Li et al., "AirFace: Lightweight and Efficient Model for Face Recognition", ICCV Workshops
  /// 2019, arXiv:1907.12256.
  ///
  /// - Parameter m: radians.
  static func linear(_ m: Double) -> AngularMargin {
    AngularMargin { MarginValue(value: 1 - 2 * ($0.radians + m) / .pi, slope: -2 / .pi) }
  }
}

extension LossEntry {
  private static let addedAngle = Hyperparameter.m(
    "angular margin, radians (or 25.8deg)", unit: .radians,
    range: .between(0, .pi, text: "0 ≤ m ≤ π (radians)"),
    default: .automatic(text: "min(0.45, 0.8 · bound)") { classes in
      thousandths(min(0.45, 0.8 * nearestAngle(classes: classes)))
    })

  /// s (π − 2 (θ_y + m)) / π: Li et al., 2019, arXiv:1907.12256.
  public static let liArcFace = LossEntry(
    name: "li-arcface", aliases: ["airface"], title: "Li-ArcFace",
    summary: "adds m to the angle, and takes straight lines for all cosines",
    formula: "s (π − 2 (θ_y + m)) / π",
    boundary: "$θ_1 + m = θ_2$ and with 1 and 2 swapped, as ArcFace",
    citation: "Li et al. 2019, \"AirFace\", ICCV Workshops, arXiv:1907.12256",
    options: [addedAngle.option, Hyperparameter.s.option, Hyperparameter.gradient.option],
    marginBound: { angle, _ in angle }
  ) { settings in
    MarginSoftmax(
      magnitude: .fixed(settings[.s]),
      target: .linear(settings[addedAngle]).with(gradient: settings[.gradient]),
      other: .linear(0), settings: settings
    ).loss
  }.teaching(
    "A straight line in the place of the cosine: the angle is the logit.", zh: "以直线代替余弦：角度即 logit。")
}
