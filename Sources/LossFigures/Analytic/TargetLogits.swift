extension Figure {
  /// The seven target logits that the ArcFace paper compares.
  static let targetLogits = Figure(
    name: "target-logits",
    title: Wording("Target logits of the margin losses", zh: "各间隔损失的目标 logit"),
    source: Wording("ArcFace Fig. 4b", zh: "ArcFace 图 4b"),
    summary: Wording(
      "What each loss puts in the place of cos θ for the sample's own class, over the angles that "
        + "training passes through. All lie below cos θ: the own class has to earn more.",
      zh: "各损失在样本本类上以何值取代 cos θ，横轴为训练中经过的角度范围。所有曲线都低于 cos θ：本类必须做得更好。"),
    formulas: ["cos(m_1 θ + m_2) − m_3"],
    citations: ["Deng et al. 2019, CVPR, arXiv:1801.07698"]
  ) { _ in
    let targets = TargetLogit.shown
    return FigureResult(claims: [TargetLogit.claim(targets)]) { paper in
      let theme = paper.theme
      let curves = targets.enumerated().map { index, target in
        TargetCurve(
          label: target.label, margin: target.margin,
          color: target.isPlain ? theme.muted : target.color,
          // The first is the plain one.
          style: target.isPlain ? .dashed : theme.line(index == 1 ? 0 : index))
      }
      var chart = CurvePanel(
        curves: curves, range: 20...100, limits: -0.8...1, title: paper.ownAngle, tickStep: 10)
      chart.hasEndLabels = Panel.hasRoom(
        for: curves.map(\.label), pageWidth: paper.width(natural: Page.wide.width), theme: theme)
      let page = paper.page(
        subtitle: [paper.text("target logit without its scale $s$", zh: "不含尺度 $s$ 的目标 logit")],
        key: (chart.hasEndLabels ? [] : chart.key(theme)) + [
          paper.keyItem(
            "in brackets $m_1, m_2, m_3$ of $cos(m_1 θ + m_2) − m_3$",
            zh: "括号内为 $cos(m_1 θ + m_2) − m_3$ 的 $m_1, m_2, m_3$")
        ])
      let frame = page.body.inset(
        right: max(0, chart.room(theme) - (page.right - 12)), bottom: Panel.wideAxisRoom)
      return paper.scene(page, [chart.item(in: frame, theme: theme)])
    }
  }
}

/// One curve of the figure, with the values that the catalogue gives for it.
private struct TargetLogit: Sendable {
  let label: RichText
  let margin: AngularMargin
  let color: Color
  /// At 20°, 60° and 100°, four decimals; computed apart from this program.
  let golden: [Double]
  var isPlain = false

  static var shown: [TargetLogit] {
    let colors = Palette.okabeIto.colors
    func combined(_ factor: Double, _ angle: Double, _ cosine: Double) -> AngularMargin {
      LossEntry.combined.namedHead {
        ($0["m1"], $0["m2"], $0["m3"]) = (.number(factor), .number(angle), .number(cosine))
      }.target
    }
    func single(_ entry: LossEntry, _ value: Double, annealing: Double = 0) -> AngularMargin {
      entry.namedHead {
        $0["m"] = .number(value)
        $0.annealing = annealing
      }.target
    }
    return [
      TargetLogit(
        label: "Softmax (1, 0, 0)", margin: .none, color: colors[0],
        golden: [0.9397, 0.5, -0.1736], isPlain: true),
      TargetLogit(
        label: "SphereFace $m = 4, λ = 5$", margin: single(.sphereface, 4, annealing: 5),
        color: colors[0], golden: [0.8120, 0.1667, -0.6837]),
      TargetLogit(
        label: "SphereFace (1.35, 0, 0)", margin: combined(1.35, 0, 0), color: colors[5],
        golden: [0.8910, 0.1564, -0.7071]),
      TargetLogit(
        label: "ArcFace (1, 0.5, 0)", margin: single(.arcface, 0.5), color: colors[2],
        golden: [0.6607, 0.0236, -0.6245]),
      TargetLogit(
        label: "CosFace (1, 0, 0.35)", margin: single(.cosface, 0.35), color: colors[4],
        golden: [0.5897, 0.1500, -0.5236]),
      TargetLogit(
        label: "CM1 (1, 0.3, 0.2)", margin: combined(1, 0.3, 0.2), color: colors[3],
        golden: [0.5966, 0.0217, -0.6569]),
      TargetLogit(
        label: "CM2 (0.9, 0.4, 0.15)", margin: combined(0.9, 0.4, 0.15), color: colors[1],
        golden: [0.6056, 0.0763, -0.5394]),
    ]
  }

  static func claim(_ targets: [TargetLogit]) -> Claim {
    var error = 0.0
    var aboveCosine = -Double.infinity
    for target in targets {
      for (degrees, golden) in zip([20.0, 60, 100], target.golden) {
        let angle = Angle(radians: degrees * .pi / 180)
        error = max(error, abs(target.margin.evaluate(angle).value - golden))
      }
      guard !target.isPlain else { continue }
      for degrees in 20...100 {
        let angle = Angle(radians: Double(degrees) * .pi / 180)
        aboveCosine = max(aboveCosine, target.margin.evaluate(angle).value - angle.cosine)
      }
    }
    return Claim(
      Wording(
        "the seven curves have the values at 20°, 60° and 100° that were computed apart, and all margins "
          + "lower the logit there", zh: "七条曲线在 20°、60°、100° 处与参考值一致，且所有间隔都降低了 logit"),
      threshold: Wording(
        "within 5e-5 of values with four decimals; below cos θ on 20°…100°",
        zh: "与四位小数的值相差 5e-5 以内；20°…100° 上低于 cos θ"),
      measured: [
        .init(.largestError, error, places: 6),
        .init(Wording("nearest to cos θ", zh: "距 cos θ 最近处"), aboveCosine, places: 3),
      ], isReproduced: error <= 5.0001e-5 && aboveCosine < 0)
  }
}
