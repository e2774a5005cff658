extension MarginSoftmax {
  /// ArcFace, where a class nearer than the own one with its margin gets cos θ (t + cos θ): less
  /// than before while t is small, more as t grows.
  ///
  /// Huang et al., "CurricularFace: Adaptive Curriculum Learning Loss for Deep Face Recognition",
  /// CVPR 2020, arXiv:2004.00288, eq. 5 to 9. Which classes are hard is a constant to the gradient,
  /// and so is t.
  ///
  /// - Parameter t: `nil` for the running mean of the parameters.
  static func curriculum(_ settings: LossSettings, t: Double?) -> MarginSoftmax {
    let m = settings[LossEntry.angularMargin]
    let target = AngularMargin.additiveAngle(m, variant: .monotone)
      .with(gradient: settings[.gradient])
    let sum = AdditiveAngle(m, variant: .strict)
    let first = settings[LossEntry.firstMean]
    return MarginSoftmax(
      magnitude: .fixed(settings[.s]), target: target, weighting: SampleWeighting(settings)
    ) { input in
      let t = t ?? input.parameters.means.first ?? first
      return SampleRule(
        other: { angle, place in
          let c = angle.cosine
          return c > sum.sum(place.own).value
            ? MarginValue(value: c * (t + c), slope: -(t + 2 * c) * angle.sine)
            : MarginValue(value: c, slope: -angle.sine)
        }, own: { OwnValue(target.evaluate($0.own)) })
    }
  }
}

/// The mean of cos θ_y over a batch; `nil` for an empty one.
private func meanOwnCosine(_ input: LossInput) -> Double? {
  guard !input.labels.isEmpty else { return nil }
  var sum = 0.0
  for (sample, label) in input.labels.enumerated() {
    sum +=
      angleBetween(row: sample, of: input.features, and: label, of: input.parameters.weights)
      .cosine
  }
  return sum / Double(input.labels.count)
}

extension LossEntry {
  /// Where the running mean of cos θ_y starts.
  static let firstMean = Hyperparameter.number(
    "t", "running mean of cos θ_y before the first step",
    range: .between(-1, 1, text: "−1 ≤ t ≤ 1"), default: .fixed(0))

  /// s cos(θ_y + m) against s cos θ_j (t + cos θ_j) if hard: Huang et al., 2020, arXiv:2004.00288,
  /// formulas 5 to 9.
  public static let curricularFace = LossEntry(
    name: "curricularface", title: "CurricularFace",
    summary: "ArcFace that lets hard classes weigh more as the training gets on",
    formula: "s cos(θ_y + m)  against  s cos θ_j (t + cos θ_j) if hard",
    boundary:
      "$θ_1 + m = θ_2$ and with 1 and 2 swapped, as ArcFace; a hard class is held off by"
      + " $cos θ_2 (t + cos θ_2)$ instead of $cos θ_2$",
    citation: "Huang et al. 2020, CVPR, arXiv:2004.00288, eq. 5 to 9",
    remarks: [
      "which classes are hard is a constant to the gradient, and so is t, the running mean of cos θ_y,"
        + " which is moved before each step",
      "paper: s = 64, m = 0.5; here s = 16, m within the bound",
    ],
    options: [
      angularMargin.option, Hyperparameter.s.option, firstMean.option,
      Hyperparameter.rateOfMeans.option, Hyperparameter.gradient.option,
    ],
    // Under a small margin a hard class has more than cos θ as soon as t + cos θ > 1, and classes of
    // MNIST fall into one direction (test accuracy 40 %; with the whole margin from the start 96.5 to
    // 96.9 %).
    raisesMargin: false, stateNames: ["t"], marginBound: { angle, _ in angle }
  ) { settings in
    @Sendable func moved(_ input: LossInput) -> Double {
      let last = input.parameters.means[0]
      guard let mean = meanOwnCosine(input) else { return last }
      return last + settings[.rateOfMeans] * (mean - last)
    }
    return Loss(
      classifier: .curriculum(settings, t: nil), means: [settings[firstMean]],
      move: { parameters, output in parameters.means = output.batchMeans },
      frozen: { MarginSoftmax.curriculum(settings, t: moved($0)).loss }
    ) { input, output in
      output.batchMeans[0] = moved(input)
      MarginSoftmax.curriculum(settings, t: output.batchMeans[0]).accumulate(input, into: &output)
    }
  }.stated(taking: ["t"]) { stated throws(LabError) in
    let settings = try stated.settings([("s", nil), ("m", nil), ("t", nil)])
    return MarginSoftmax.curriculum(settings, t: settings[firstMean]).loss
  }.teaching("Hard classes weigh more as the training gets on.", zh: "随训练推进，难类权重渐增。")
}
