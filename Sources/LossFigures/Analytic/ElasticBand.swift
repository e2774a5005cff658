extension Figure {
  /// Margins that are drawn anew for each sample.
  static let elasticBand = Figure(
    name: "elastic-band",
    title: Wording("ElasticFace: a band with soft edges", zh: "ElasticFace：边缘柔和的间隔带"),
    source: Wording("ElasticFace, figure of margins", zh: "ElasticFace 的间隔示意图"),
    summary: Wording(
      "ElasticFace draws the margin of every sample and step from a normal distribution. Seen over "
        + "many samples the edges of the band are blurred, in angles or in cosines; its middle stays "
        + "that of the fixed margin. On the right, how many samples satisfy their rule at a distance "
        + "from that edge, by the loss's own draws.",
      zh: "ElasticFace 每步为每个样本从正态分布抽取间隔。就许多样本来看，间隔带的边缘在角度或余弦上变得模糊，中线与固定间隔相同。"
        + "右图：按损失自己的抽样，离该边缘不同距离处有多少样本满足规则。"),
    formulas: ["s cos(θ_y + m_i)", "s (cos θ_y − m_i)", "m_i normal about m, deviation σ"],
    citations: ["Boutros et al. 2022, CVPR Workshops, arXiv:2109.09416"]
  ) { _ in
    let bands = ElasticBands()
    return FigureResult(claims: bands.claims) { paper in
      let theme = paper.theme
      let color = theme.mark(Palette.okabeIto.colors[4])
      return paper.gridPage(
        columns: 3, side: 250, gap: 62, bottom: Panel.axisRoom,
        key: [
          paper.boundaryKey,
          paper.keyItem(
            .area(theme.band), "rule of a share of the samples, in steps of σ", zh: "部分样本的规则，以 σ 为级"
          ),
          paper.keyItem(
            .dot(.circle, fill: color, stroke: nil), "draws of the loss, $σ = 0.05$",
            zh: "损失的抽样，$σ = 0.05$"),
          paper.keyItem(.line(theme.ink, width: 1.25, style: .dashed), "fixed margin", zh: "固定间隔"),
        ]
      ).scene { frames in
        [
          paper.softBand(
            .arcface, m: 0.5, plane: .angle, heading: "ElasticFace-Arc $m = 0.5$", in: frames[0]),
          paper.softBand(
            .cosface, m: 0.35, plane: .cosine, heading: "ElasticFace-Cos $m = 0.35$",
            in: frames[1]),
          paper.passingPanel(bands.arc, in: frames[2], color: color),
        ]
      }
    }
  }
}

/// The margins that ElasticFace drew for many samples, read back from its losses.
struct MarginDraws: Sendable {
  static let count = 4000
  let mean: Double
  let deviation: Double
  let margins: [Double]

  /// - Parameters:
  ///   - target: "arcface" or "cosface".
  ///   - m: the mean, and `deviation`: what is said to the loss.
  init(target: String, m: Double, deviation: Double) {
    mean = m
    self.deviation = deviation
    let scale = 4.0
    var settings = LossEntry.elasticface.settings(classes: 2)
    settings["m"] = .number(m)
    settings["s"] = .number(scale)
    settings["sigma"] = .number(deviation)
    settings["target"] = .word(target)
    // Samples between 15° and 75° from their class, so that no margin takes them past 180°.
    let angles = (0..<Self.count).map { index -> Double in
      let degrees = 15 + 60 * (Double(index) + 0.5) / Double(Self.count)
      return degrees * .pi / 180
    }
    let input = LossInput(
      features: Matrix(
        rows: angles.count, columns: 2, elements: angles.flatMap { [cos($0), sin($0)] }),
      labels: Array(repeating: 0, count: angles.count),
      parameters: ClassParameters(weights: Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1])))
    let losses = LossEntry.elasticface.make(settings).evaluate(input).perSample
    margins = zip(angles, losses).map { angle, loss -> Double in
      // L = ln(1 + e^(z_2 − z_1)), z_2 = s cos θ_2, and θ_2 = 90° − θ_1.
      let psi: Double = sin(angle) - log(exp(loss) - 1) / scale
      if target == "cosface" { return cos(angle) - psi }
      return acos(min(1, max(-1, psi))) - angle
    }
  }

  /// The share of samples whose rule holds so many σ inside the edge of the mean margin.
  func passing(_ distance: Double) -> Double {
    let reach = mean + distance * deviation
    return Double(margins.count { $0 < reach }) / Double(margins.count)
  }
}

/// What is measured of the figure.
private struct ElasticBands {
  static let sigma = 0.05
  let arc = MarginDraws(target: "arcface", m: 0.5, deviation: sigma)
  let cosine = MarginDraws(target: "cosface", m: 0.35, deviation: sigma)
  let fixed = MarginDraws(target: "arcface", m: 0.5, deviation: 0)

  var claims: [Claim] { [middle, softness, share] }

  private var middle: Claim {
    let limit = 3 * Self.sigma / Double(MarginDraws.count).squareRoot()
    let off = [arc, cosine].map { abs(mean($0.margins) - $0.mean) }
    return .each(
      Wording("on average the margin is m", zh: "平均间隔为 m"),
      threshold: Wording(
        "mean of 4000 draws within three standard errors, 0.0024", zh: "4000 次抽样的均值在三个标准误 0.0024 以内"
      ),
      [
        NamedValue(Wording("Arc off by", zh: "Arc 偏差"), off[0]),
        NamedValue(Wording("Cos off by", zh: "Cos 偏差"), off[1]),
      ], as: ValueForm(places: 4)
    ) { $0 < limit }
  }

  private var softness: Claim {
    let found = [arc, cosine, fixed].map { deviation(of: $0.margins) }
    return Claim(
      Wording("the edges are soft by σ", zh: "边缘的柔和程度为 σ"),
      threshold: Wording(
        "standard deviation within 5 % of σ = 0.05; below 1e-9 with σ = 0",
        zh: "标准差与 σ = 0.05 相差 5 % 以内；σ = 0 时小于 1e-9"),
      measured: ValueForm(places: 4).measures([
        NamedValue("Arc", found[0]), NamedValue("Cos", found[1]),
        NamedValue(Wording("fixed margin", zh: "固定间隔"), found[2]),
      ]),
      isReproduced: found[..<2].allSatisfy { abs($0 / Self.sigma - 1) < 0.05 } && found[2] < 1e-9)
  }

  private var share: Claim {
    let expected = [(-1.0, 0.1587), (0, 0.5), (1, 0.8413)]
    let found = expected.map { arc.passing($0.0) }
    let error = zip(expected, found).map { abs($0.1 - $1) }.max() ?? .nan
    return Claim(
      Wording(
        "σ outside the edge one sample in six is content, σ inside five in six",
        zh: "边缘外 σ 处六分之一的样本满足规则，边缘内 σ 处六分之五"),
      threshold: Wording(
        "15.9, 50 and 84.1 % within 2.5 points", zh: "15.9、50、84.1 %，误差 2.5 个百分点以内"),
      measured: ValueForm.percent.measures(
        zip(["−σ", "0", "+σ"], found).map { NamedValue(Wording($0), $1.percent) }),
      isReproduced: error < 0.025)
  }
}

extension FigurePaper {
  /// The bands of margins from two σ below the mean to two above, over one another.
  fileprivate func softBand(
    _ entry: LossEntry, m: Double, plane: BinaryRule.Plane, heading: RichText, in frame: Rectangle
  ) -> Scene.Item {
    let sigma = ElasticBands.sigma
    func rule(_ margin: Double) -> BinaryRule {
      BinaryRule(head: entry.namedHead { $0["m"] = .number(margin) })
    }
    return .group(
      "soft band",
      items: [
        BoundaryPanel(rule: rule(m), plane: plane, heading: heading).item(
          in: frame, theme: theme, names: classNames,
          bands: [-2.0, -1, 0, 1, 2].map { rule(m + $0 * sigma) })
      ])
  }

  /// The share of samples that satisfy their rule against the distance from the mean's edge.
  fileprivate func passingPanel(
    _ draws: MarginDraws, in frame: Rectangle, color: Color
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: -0.16...0.16, y: 0...103, theme: theme)
    let distances = stride(from: -3.0, through: 3, by: 0.25)
    let points = distances.map { Point($0 * draws.deviation, draws.passing($0).percent) }
    return panel.chart(
      "passing",
      x: Axis(
        text("$θ_2 − θ_1 − m$, radians", zh: "$θ_2 − θ_1 − m$，弧度"),
        ticks: [-0.1, 0, 0.1].map { Tick($0, RichText(plain: decimalText($0, places: 1))) }),
      y: Axis(text("samples that are content", zh: "满足规则的样本"), grid: true, unit: " %"),
      inside: panel.clipped(
        "lines",
        [
          panel.line(
            [Point(-0.16, 0), Point(0, 0), Point(0, 100), Point(0.16, 100)], width: 1.25,
            style: .dashed),
          panel.line(points, color: color, width: 1.6),
          .dots(panel.points(points), radius: 2.6, fill: color),
        ]), heading: text("how many are content", zh: "满足规则的占比"))
  }
}
