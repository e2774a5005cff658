extension AngularMargin {
  /// ψ(θ) = cos θ − m.
  ///
  /// Wang et al., "CosFace", CVPR 2018, arXiv:1801.09414, eq. 4; the same as AM-Softmax,
  /// arXiv:1801.05599.
  static func additiveCosine(_ m: Double) -> AngularMargin {
    AngularMargin { MarginValue(value: $0.cosine - m, slope: -$0.sine) }
  }
}

extension LossEntry {
  /// m of CosFace and of the losses that build on it.
  static let cosineMargin = Hyperparameter.m(
    "cosine margin", range: .between(0, 2, text: "0 ≤ m ≤ 2"),
    default: .automatic(text: "min(0.35, 0.7 · bound)") { classes in
      thousandths(min(0.35, 0.7 * (1 - cos(nearestAngle(classes: classes)))))
    })

  /// s (cos θ_y − m): Wang et al., 2018, arXiv:1801.09414, formula 4.
  public static let cosface = LossEntry(
    name: "cosface", aliases: ["am-softmax", "lmcl"], title: "CosFace",
    summary: "subtracts m from the cosine of the own class",
    formula: "s (cos θ_y − m)",
    boundary:
      "$cos θ_1 − m = cos θ_2$ and with 1 and 2 swapped; the margin is constant in the cosine, as an"
      + " angle $2 asin(m / (2 sin ½θ_{12}))$",
    citation: "Wang et al. 2018, CVPR, arXiv:1801.09414, eq. 4; AM-Softmax, arXiv:1801.05599",
    options: [cosineMargin.option, Hyperparameter.s.option, Hyperparameter.gradient.option],
    marginBound: { angle, _ in 1 - cos(angle) }
  ) { settings in
    let margin = AngularMargin.additiveCosine(settings[cosineMargin])
      .with(gradient: settings[.gradient])
    return MarginSoftmax(
      magnitude: .fixed(settings[.s]), target: margin, settings: settings
    ).loss
  }.known(as: "cos", "ams", "additivemargin", "largemargincosine").teaching(
    "The own cosine must win by m.", zh: "本类余弦须领先 m。")
}
