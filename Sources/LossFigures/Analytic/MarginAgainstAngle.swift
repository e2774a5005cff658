extension Figure {
  /// What a margin is worth as two weights come together.
  static let marginVsAngle = Figure(
    name: "margin-vs-angle",
    title: Wording("The margin as two classes come together", zh: "两类靠近时间隔如何变化"),
    source: Wording(
      "the article's argument on A-Softmax and LMCL", zh: "文章关于 A-Softmax 与 LMCL 的论证"),
    summary: Wording(
      "The angle kept free between two classes, found on the logits, against the angle between their "
        + "weights. SphereFace gives a share of what there is, so near classes get next to nothing; "
        + "ArcFace gives the same angle always; CosFace gives more the nearer they are. The last two "
        + "end where no feature can satisfy both rules.",
      zh: "在 logit 上求出两类之间留空的角度，随两权重夹角的变化。SphereFace 只给出夹角的固定比例，相近的类几乎得不到间隔；"
        + "ArcFace 始终给出同样的角度；CosFace 越近给得越多。后两者在没有特征能同时满足两条规则处终止。"),
    formulas: ["(m − 1)/(m + 1) · θ_{12}", "2 asin(m / (2 sin ½θ_{12}))", "m"],
    citations: [
      "Wang et al. 2018, CVPR, arXiv:1801.09414", "Deng et al. 2019, CVPR, arXiv:1801.07698",
      "Liu et al. 2017, CVPR, arXiv:1704.08063",
    ]
  ) { _ in
    let lines = MarginLine.shown
    return FigureResult(claims: MarginLine.claims(lines)) { paper in
      let theme = paper.theme
      let labels = lines.map { $0.label }
      let drawn = lines.enumerated().map { index, line in
        ChartLine(
          points: line.points, color: theme.mark(line.color), width: 2, style: theme.line(index),
          name: line.label)
      }
      let hasEndLabels = Panel.hasRoom(
        for: labels, pageWidth: paper.width(natural: Page.wide.width), theme: theme)
      let page = paper.page(
        subtitle: [
          paper.text("two weights of one length", zh: "两个等长权重"),
          paper.text("gap found on the logits", zh: "间隔由 logit 求得"),
        ],
        key: (hasEndLabels ? [] : drawn.key) + [
          paper.keyItem(
            .dot(.circle, fill: theme.paper, stroke: Stroke(theme.ink, width: 1.2)),
            "infeasible for smaller angles: no direction satisfies both rules",
            zh: "角度再小即不可行：没有方向满足两条规则")
        ])
      let room = hasEndLabels ? Panel.room(for: labels, theme: theme) - (page.right - 12) : 0
      let frame = page.body.inset(left: 12, right: room, bottom: Panel.wideAxisRoom)
      let panel = Panel(in: frame, x: 0...120, y: 0...75, theme: theme)
      let ends = lines.compactMap { line in line.isBounded ? line.points.first : nil }
      return paper.scene(
        page,
        [
          panel.axes(
            x: Axis(
              paper.text("angle between the class weights $θ_{12}$", zh: "两个类权重的夹角 $θ_{12}$"),
              ticks: stride(from: 0.0, through: 120, by: 15).map { Tick($0, "\(Int($0))°") },
              grid: true),
            y: Axis(paper.text("angle kept free", zh: "留空的角度"), grid: true, unit: "°")),
          panel.lines(drawn), panel.border,
          .dots(
            panel.points(ends), radius: 3.4, fill: theme.paper,
            stroke: Stroke(theme.ink, width: 1.2)),
          panel.endLabels(hasEndLabels ? drawn : [ChartLine]()),
        ])
    }
  }
}

/// The gap of one loss over all angles between two weights.
private struct MarginLine: Sendable {
  let entry: LossEntry
  let margin: Double
  let label: RichText
  let color: Color
  /// Degrees against degrees, from the smallest feasible angle.
  let points: [Point]
  /// Whether small angles are infeasible.
  let isBounded: Bool

  static var shown: [MarginLine] {
    let colors = Palette.okabeIto.colors
    return [
      MarginLine(.sphereface, 4, "SphereFace $m = 4$", colors[0]),
      MarginLine(.sphereface, 2, "SphereFace $m = 2$", colors[5]),
      MarginLine(.cosface, 0.35, "CosFace $m = 0.35$", colors[4]),
      MarginLine(.arcface, 0.5, "ArcFace $m = 0.5$", colors[2]),
    ]
  }

  init(_ entry: LossEntry, _ margin: Double, _ label: RichText, _ color: Color) {
    self.entry = entry
    self.margin = margin
    self.label = label
    self.color = color
    var points = (1...480).map { Double($0) / 4 }.compactMap { degrees in
      Self.gap(entry, margin, degrees * .pi / 180).map { Point(degrees, $0 * 180 / .pi) }
    }
    isBounded = entry.marginBound != nil
    if let start = Self.smallestAngle(entry, margin), let first = points.first {
      let gap = Self.gap(entry, margin, start + 1e-9) ?? first.y * .pi / 180
      points.insert(Point(start * 180 / .pi, gap * 180 / .pi), at: 0)
    }
    self.points = points
  }

  static func gap(_ entry: LossEntry, _ margin: Double, _ angle: Double) -> Double? {
    TwoClasses(entry.namedHead { $0["m"] = .number(margin) }, angle: angle).gap
  }

  /// Where the loss's own bound reaches the margin; `nil` where it has none.
  static func smallestAngle(_ entry: LossEntry, _ margin: Double) -> Double? {
    guard let bound = entry.marginBound else { return nil }
    return halved(0, .pi, times: 80) { bound($0, LossSettings()) < margin }.high
  }

  /// From what is expected of an angle, both in radians.
  private func largestError(_ expected: (Double) -> Double) -> Double {
    points.dropFirst(isBounded ? 1 : 0).reduce(0) {
      max($0, abs($1.y - expected($1.x * .pi / 180) * 180 / .pi))
    }
  }

  static func claims(_ lines: [MarginLine]) -> [Claim] {
    [sphereClaim(lines[0]), arcClaim(lines[3]), cosineClaim(lines[2])]
  }

  private static func sphereClaim(_ line: MarginLine) -> Claim {
    let error = line.largestError { 0.6 * $0 }
    let small = gap(.sphereface, 4, 1e-6) ?? .nan
    return Claim(
      Wording("SphereFace: the margin goes to 0 with the angle", zh: "SphereFace：间隔随夹角趋于 0"),
      threshold: Wording(
        "within 1e-9° of (m − 1)/(m + 1) θ₁₂ everywhere, below 1e-6 rad at θ₁₂ = 1e-6 rad",
        zh: "处处与 (m − 1)/(m + 1) θ₁₂ 相差 1e-9° 以内，θ₁₂ = 1e-6 rad 时小于 1e-6 rad"),
      measured: [
        .init(.largestError, error, unit: "°", places: 3),
        .init(Wording("gap at 1e-6 rad", zh: "1e-6 rad 处的间隔"), small, unit: " rad", places: 3),
      ], isReproduced: error < 1e-9 && small < 1e-6)
  }

  private static func arcClaim(_ line: MarginLine) -> Claim {
    let error = line.largestError { _ in line.margin }
    return Claim(
      Wording("ArcFace: the margin is m for every angle above m", zh: "ArcFace：只要夹角大于 m，间隔恒为 m"),
      threshold: Wording("within 1e-9° of 28.65°", zh: "与 28.65° 相差 1e-9° 以内"),
      measured: [
        .init(Wording("gap", zh: "间隔"), line.points[40].y, unit: "°"),
        .init(.largestError, error, unit: "°", places: 3),
      ], isReproduced: error < 1e-9)
  }

  private static func cosineClaim(_ line: MarginLine) -> Claim {
    let error = line.largestError { angle in
      2 * (Double.pi / 2 - acos(min(1, line.margin / (2 * sin(angle / 2)))))
    }
    let falls = zip(line.points, line.points.dropFirst()).allSatisfy { $0.y > $1.y }
    let start = (smallestAngle(.cosface, 0.35) ?? .nan) * 180 / .pi
    return Claim(
      Wording(
        "CosFace: the margin grows as the classes near each other, then is infeasible",
        zh: "CosFace：两类越近间隔越大，直到不可行"),
      threshold: Wording(
        "within 1e-6° of 2 asin(m/(2 sin ½θ₁₂)), strictly falling in θ₁₂, none below "
          + "arccos(1 − m) = 49.46°",
        zh: "与 2 asin(m/(2 sin ½θ₁₂)) 相差 1e-6° 以内，随 θ₁₂ 严格下降，arccos(1 − m) = 49.46° 以下无解"),
      measured: [
        .init(.largestError, error, unit: "°", places: 3),
        .init(Wording("begins at", zh: "起点"), start, unit: "°"),
      ],
      isReproduced: error < 1e-6 && falls && abs(start - acos(0.65) * 180 / .pi) < 1e-9
        && gap(.cosface, 0.35, (start - 0.01) * .pi / 180) == nil)
  }
}
