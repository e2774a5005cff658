extension Figure {
  /// The boundaries between two classes of every loss of the article, in both planes.
  static let decisionMargins = Figure(
    name: "decision-margins",
    title: Wording("Decision margins between two classes", zh: "各损失函数的决策边界与间隔"),
    source: Wording("CosFace Fig. 2, ArcFace Fig. 5", zh: "CosFace 图 2，ArcFace 图 5"),
    summary: Wording(
      "Where each loss lets class 1 end and class 2 begin; grey is what the margin keeps free. In the "
        + "cosine plane the margin of CosFace has one width everywhere, that of SphereFace shrinks to "
        + "nothing where both angles are small. In the angle plane it is ArcFace whose band is even.",
      zh: "各损失让第 1 类在何处结束、第 2 类在何处开始；灰色是间隔留出的空带。在余弦平面上 CosFace 的间隔处处等宽，"
        + "SphereFace 的间隔在角度很小时收缩为零；在角度平面上等宽的则是 ArcFace。"),
    caveat: Wording(
      "Margins are rules of training: at test time each classifier changes its mind on the solid "
        + "line.",
      zh: "间隔只是训练时的规则：测试时分类器在实线处改变判决。"),
    formulas: [
      "‖W_1‖ cos θ_1 = ‖W_2‖ cos θ_2", "cos θ_1 = cos θ_2", "cos mθ_1 = cos θ_2",
      "cos θ_1 − m = cos θ_2", "θ_1 + m = θ_2",
    ],
    citations: [
      "Wang et al. 2018, CVPR, arXiv:1801.09414", "Deng et al. 2019, CVPR, arXiv:1801.07698",
      "Liu et al. 2017, CVPR, arXiv:1704.08063",
    ]
  ) { _ in
    let rules = MarginRules()
    return FigureResult(claims: rules.claims) { paper in
      let theme = paper.theme
      return paper.gridPage(
        FigureGrid(
          rows: 2, columns: 4, gap: 40, top: 26,
          bottom: Panel.wideAxisRoom, isTable: false), size: (1000, 692),
        subtitle: ["SphereFace $m = 4$", "CosFace $m = 0.35$", "ArcFace $m = 0.5$"],
        key: [
          paper.boundaryKey,
          paper.keyItem(
            .area(theme.band), "decision margin (dashed: the rule of each class)",
            zh: "决策间隔（虚线：各类的规则）"),
          paper.keyItem(
            .line(theme.ink, width: 1, style: .dotted), "softmax: where the cosines are equal",
            zh: "softmax：余弦相等处"),
        ] + rules.shared(theme).map { KeyItem(.line($0.look.stroke(width: 1.5)), $0.name) }
      ).scene { frames in
        let panels = rules.panels(paper)
        let first = panels[0].panel(in: frames[0], theme: theme)
        return zip(panels, frames).map { $0.item(in: $1, theme: theme, names: paper.classNames) }
          + [
            first.line([Point(0, 0), Point(1, 1)], width: 1, style: .dotted),
            rules.common(in: frames[7], paper),
          ]
      }
    }
  }
}

/// The rules that the figure shows, and what is measured on them.
private struct MarginRules {
  /// Weights of unlike length show what normalising them removes.
  let softmax: BinaryRule
  let normalised: BinaryRule
  let sphereface: BinaryRule
  let cosface: BinaryRule
  let arcface: BinaryRule

  init() {
    func rule(
      _ entry: LossEntry, norms: TwoClasses.Norms = .init(), _ margin: Double = 0
    ) -> BinaryRule {
      BinaryRule(head: entry.namedHead { $0["m"] = .number(margin) }, norms: norms)
    }
    softmax = rule(.softmax, norms: .init(first: 1, second: 1.35))
    normalised = rule(.normface)
    sphereface = rule(.sphereface, 4)
    cosface = rule(.cosface, 0.35)
    arcface = rule(.arcface, 0.5)
  }

  /// Two rows of four; the last place is for the common plane.
  func panels(_ paper: FigurePaper) -> [BoundaryPanel] {
    [
      BoundaryPanel(rule: softmax, plane: .cosine, heading: "softmax, $‖W_2‖ = 1.35 ‖W_1‖$"),
      BoundaryPanel(
        rule: normalised, plane: .cosine,
        heading: paper.text("normalised softmax (NSL)", zh: "归一化 softmax（NSL）")),
      BoundaryPanel(rule: sphereface, plane: .cosine, heading: "SphereFace (A-Softmax)"),
      BoundaryPanel(rule: cosface, plane: .cosine, heading: "CosFace (LMCL)"),
      BoundaryPanel(rule: sphereface, plane: .angle, heading: "SphereFace"),
      BoundaryPanel(rule: cosface, plane: .angle, heading: "CosFace"),
      BoundaryPanel(rule: arcface, plane: .angle, heading: "ArcFace"),
    ]
  }

  /// Those of the common plane.
  func shared(_ theme: Theme) -> [(rule: BinaryRule, look: SeriesStyle, name: RichText)] {
    let colors = Palette.okabeIto.colors
    // In grey they differ in their dashes.
    func look(_ color: Int, _ line: LineStyle) -> SeriesStyle {
      SeriesStyle(color: theme.mark(colors[color]), line: theme.isGrey ? line : .solid)
    }
    return [
      (sphereface, look(0, .dashDotted), "SphereFace"), (cosface, look(4, .dashed), "CosFace"),
      (arcface, look(2, .dotted), "ArcFace"),
    ]
  }

  /// The three bands as outlines in one angle plane.
  func common(in frame: Rectangle, _ paper: FigurePaper) -> Scene.Item {
    let theme = paper.theme
    let panel = Panel(in: frame, x: 0...90, y: 0...90, theme: theme)
    let lines = shared(theme).flatMap { item in
      [0, 1].map {
        panel.line(
          item.rule.curve(margined: $0, in: .angle, limit: .pi / 2), color: item.look.color,
          width: 1.5, style: item.look.line)
      }
    }
    let ticks = BinaryRule.Plane.angle.ticks(90)
    return .group(
      "common",
      items: [
        panel.clipped("lines", [panel.line([Point(0, 0), Point(90, 90)], width: 1)] + lines),
        panel.axes(x: Axis("$θ_1$", ticks: ticks), y: Axis("$θ_2$", ticks: ticks)), panel.border,
        panel.heading(paper.text("all three", zh: "三者合一")),
      ])
  }

  var claims: [Claim] { [overlap, noMargin, pinch, cosineBand, angleBand] }

  /// The area of the cosine plane where the logits say class 1 and the cosines class 2, or the
  /// other way round.
  private func disagreement(_ rule: BinaryRule) -> Double {
    let count = 400
    var inside = 0
    for row in 0..<count {
      for column in 0..<count {
        let (x, y) = ((Double(column) + 0.5) / Double(count), (Double(row) + 0.5) / Double(count))
        if (rule.difference(acos(x), acos(y)) > 0) != (x > y) { inside += 1 }
      }
    }
    return Double(inside) / Double(count * count)
  }

  private var overlap: Claim {
    let area = disagreement(softmax)
    return Claim(
      Wording(
        "softmax with weights of unlike length: the classes overlap in the cosine plane",
        zh: "权重长短不一的 softmax：两类在余弦平面上重叠"),
      threshold: Wording(
        "share of the plane in which logits and cosines disagree > 0", zh: "logit 与余弦判决不一致的面积占比大于 0"
      ),
      measured: [.init(Wording("share", zh: "占比"), 100 * area, unit: " %", places: 1)],
      isReproduced: area > 0)
  }

  private var noMargin: Claim {
    let widths = [0.2, 0.6, 1.0, 1.4, 1.8].map { normalised.width(sum: $0, in: .cosine) ?? .nan }
    let largest = widths.max() ?? .nan
    return Claim(
      Wording("normalised softmax: one line, no margin", zh: "归一化 softmax：一条线，没有间隔"),
      threshold: Wording("width below 1e-9", zh: "宽度小于 1e-9"),
      measured: [.init(Wording("width", zh: "宽度"), largest, places: 3)],
      isReproduced: largest < 1e-9)
  }

  private var pinch: Claim {
    let sums = [1e-7, 0.2, 0.4, 0.6, 0.8]
    let widths = sums.map { sphereface.width(sum: $0, in: .angle) ?? .nan }
    let grows = zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 }
    return Claim(
      Wording("SphereFace: the margin vanishes as both angles do", zh: "SphereFace：两个角趋于零时间隔消失"),
      threshold: Wording(
        "width below 1e-6 at the origin, and growing from there", zh: "原点处宽度小于 1e-6，并由此增大"),
      measured: [
        .init(Wording("at the origin", zh: "原点处"), widths[0], places: 3),
        .init(Wording("at θ₁ + θ₂ = 0.8 rad", zh: "θ₁ + θ₂ = 0.8 rad 处"), widths[4], places: 3),
      ], isReproduced: widths[0] < 1e-6 && grows)
  }

  /// The band's width across, at many places of one plane.
  private func spread(_ rule: BinaryRule, _ plane: BinaryRule.Plane) -> (mean: Double, sd: Double) {
    let sums = stride(from: 0.7, through: 1.5, by: 0.05)
    let widths = sums.compactMap { rule.width(sum: $0, in: plane) }
    return (mean(widths), deviation(of: widths))
  }

  private var cosineBand: Claim {
    let (mean, sd) = spread(cosface, .cosine)
    let other = spread(cosface, .angle)
    return Claim(
      Wording(
        "CosFace: √2·m wide everywhere in the cosine plane, not in the angle plane",
        zh: "CosFace：在余弦平面上处处宽 √2·m，在角度平面上则不然"),
      threshold: Wording(
        "mean within 1e-9 of √2·0.35, standard deviation below 1e-9; in angles above 0.01",
        zh: "均值与 √2·0.35 相差 1e-9 以内，标准差小于 1e-9；在角度平面上大于 0.01"),
      measured: [
        .init(Wording("width", zh: "宽度"), mean, places: 4),
        .init(Wording("sd", zh: "标准差"), sd, places: 3),
        .init(Wording("sd in angles", zh: "角度平面标准差"), other.sd, unit: " rad", places: 3),
      ], isReproduced: abs(mean - 0.35 * 2.0.squareRoot()) < 1e-9 && sd < 1e-9 && other.sd > 0.01)
  }

  private var angleBand: Claim {
    let (mean, sd) = spread(arcface, .angle)
    return Claim(
      Wording("ArcFace: √2·m wide everywhere in the angle plane", zh: "ArcFace：在角度平面上处处宽 √2·m"),
      threshold: Wording(
        "mean within 1e-9 of √2·0.5, standard deviation below 1e-9",
        zh: "均值与 √2·0.5 相差 1e-9 以内，标准差小于 1e-9"),
      measured: [
        .init(Wording("width", zh: "宽度"), mean, unit: " rad", places: 4),
        .init(Wording("sd", zh: "标准差"), sd, places: 3),
      ],
      isReproduced: abs(mean - 0.5 * 2.0.squareRoot()) < 1e-9 && sd < 1e-9)
  }
}
