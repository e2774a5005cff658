/// How a class that is nearer than the own one with its margin weighs more.
package enum HardWeighting: String, CaseIterable, Sendable {
  /// (t + 1) cos θ + t.
  case adaptive
  /// cos θ + t.
  case fixed

  func value(_ angle: Angle, t: Double) -> MarginValue {
    let factor = self == .adaptive ? t + 1 : 1
    return MarginValue(value: factor * angle.cosine + t, slope: -factor * angle.sine)
  }
}

extension MarginSoftmax {
  /// A class j ≠ y with cos θ_j above the own ψ(θ_y) counts as misclassified, and its logit grows;
  /// which classes those are is a constant to the gradient.
  ///
  /// Wang et al., "Mis-classified Vector Guided Softmax Loss for Face Recognition", AAAI 2020,
  /// arXiv:1912.00833; before that SV-Softmax, arXiv:1812.11317.
  static func misclassifiedVectors(
    scale: Double, target: AngularMargin, t: Double, weighting: HardWeighting,
    settings: LossSettings = LossSettings()
  ) -> MarginSoftmax {
    let rule = SampleRule(
      other: { angle, place in
        angle.cosine > target.evaluate(place.own).value
          ? weighting.value(angle, t: t)
          : MarginValue(value: angle.cosine, slope: -angle.sine)
      }, own: { OwnValue(target.evaluate($0.own)) })
    return MarginSoftmax(
      magnitude: .fixed(scale), target: target, weighting: SampleWeighting(settings)
    ) { _ in rule }
  }
}

extension LossEntry {
  private static let base = Hyperparameter<BaseMargin>.target(default: .cosface)
  private static let excess = Hyperparameter.number(
    "t", "how much more a misclassified class weighs", range: .atLeastZero, default: .fixed(0.2))
  private static let hardWeighting = Hyperparameter<HardWeighting>.choice(
    "weighting", "of misclassified classes: (t + 1) cos θ + t, or cos θ + t", default: .adaptive)

  /// s (cos θ_y − m) against s ((t + 1) cos θ_j + t) if misclassified: Wang et al., 2020,
  /// arXiv:1912.00833.
  public static let mvSoftmax = LossEntry(
    name: "mv-softmax", aliases: ["sv-softmax"], title: "MV-Softmax",
    summary: "classes that a sample is mistaken for weigh more, all others as usual",
    formula: "s (cos θ_y − m)  against  s ((t + 1) cos θ_j + t) if misclassified",
    boundary:
      "$cos θ_1 − m = cos θ_2$ and with 1 and 2 swapped, as CosFace: within its rule nothing is"
      + " misclassified; beyond it the other logit jumps up by $s t (cos θ_2 + 1)$",
    citation: "Wang et al. 2020, AAAI, arXiv:1912.00833",
    remarks: [
      "which classes are misclassified is a constant to the gradient",
      "paper: s = 32, m = 0.35 (cosface) or 0.5 (arcface), t = 0.2; here s = 16, m within the bound",
    ],
    options: [
      cosineMargin.option, Hyperparameter.s.option, base.option, excess.option,
      hardWeighting.option, Hyperparameter.variant.option, Hyperparameter.gradient.option,
    ],
    marginBound: { angle, settings in settings[base].bound(angle: angle) }
  ) { settings in
    MarginSoftmax.misclassifiedVectors(
      scale: settings[.s],
      target: settings[base].margin(settings[cosineMargin], variant: settings[.variant])
        .with(gradient: settings[.gradient]),
      t: settings[excess], weighting: settings[hardWeighting], settings: settings
    ).loss
  }.trained(.slow).stated(taking: ["t"]) { stated throws(LabError) in
    let margin = try stated.base(cosface: "am").margin(
      try stated.number("m"), variant: try stated.variant())
    let word = try stated.word("weighting", of: ["adaptive", "fixed"])
    return MarginSoftmax.misclassifiedVectors(
      scale: try stated.number("s"), target: margin.with(gradient: try stated.gradient()),
      t: try stated.number("t", in: .atLeastZero),
      weighting: HardWeighting(rawValue: word) ?? .adaptive, settings: try stated.weighting()
    ).loss
  }.teaching("Classes that a sample is mistaken for weigh more.", zh: "被误认的类权重更大。")
}
