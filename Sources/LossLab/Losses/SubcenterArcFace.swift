extension LossEntry {
  private static let subcenters = Hyperparameter.number(
    "k", "weights a class, of which the nearest to a sample counts",
    range: .between(1, 20, isInteger: true, text: "a whole number from 1 to 20"),
    default: .fixed(3), neutral: 1)

  /// Each class has k weights, and cos θ_j is the largest of their k cosines.
  ///
  /// That one alone has a gradient. Deng et al., "Sub-center ArcFace: Boosting Face Recognition by
  /// Large-scale Noisy Web Faces", ECCV 2020, eq. 4.
  public static let subcenterArcface = LossEntry(
    name: "subcenter-arcface", aliases: ["subcenter"], title: "Sub-center ArcFace",
    summary: "ArcFace with k weights a class, so that wrong labels find one of their own",
    formula: "s cos(θ_y + m),  θ_j = min_k θ_{jk}",
    boundary:
      "$θ_1 + m = θ_2$ and with 1 and 2 swapped, each θ to the nearest weight of the class: a region"
      + " is a union of cones",
    citation: "Deng et al. 2020, ECCV, \"Sub-center ArcFace\", eq. 4",
    remarks: [
      "of the k weights of a class the nearest alone has a gradient; those of one class start side by"
        + " side, so that each class has its own part of the circle",
      "paper: s = 64, m = 0.5, k = 3; here s = 16, m within the bound",
    ],
    options: [
      angularMargin.option, Hyperparameter.s.option, subcenters.option,
      Hyperparameter.variant.option, Hyperparameter.gradient.option,
    ],
    marginBound: { angle, _ in angle }
  ) { settings in
    MarginSoftmax(
      magnitude: .fixed(settings[.s]),
      target: .additiveAngle(settings[angularMargin], variant: settings[.variant])
        .with(gradient: settings[.gradient]),
      weighting: SampleWeighting(settings), rowsPerClass: Int(settings[subcenters])
    ).loss
  }.trained(.slow).stated(taking: ["k"]) { stated throws(LabError) in
    let range = LossOption.Range.between(
      1, 1000, isInteger: true, text: "a whole number from 1 to 1000")
    return MarginSoftmax(
      magnitude: .fixed(try stated.number("s")),
      target: .additiveAngle(try stated.number("m"), variant: try stated.variant())
        .with(gradient: try stated.gradient()),
      weighting: SampleWeighting(try stated.weighting()),
      rowsPerClass: Int(try stated.number("k", in: range))
    ).loss
  }.teaching("Several weights a class: each sample joins the nearest.", zh: "每类多个权重：样本归最近者。")
}
