extension Figure {
  /// Focal loss against the probability of the true class.
  static let focalCurves = Figure(
    name: "focal-curves",
    title: Wording("Focal loss: easy samples fade out", zh: "Focal loss：简单样本逐渐淡出"),
    source: Wording("Focal loss Fig. 1", zh: "Focal loss 图 1"),
    summary: Wording(
      "The loss of one sample against the probability that it gives its own class. A "
        + "factor takes away from samples that are right already, so that the hard ones count.",
      zh: "单个样本的损失随其本类概率的变化。调制因子削弱已经分对的样本，使困难样本占主导。"),
    formulas: ["FL = −(1 − p_t)^γ ln p_t"],
    citations: ["Lin et al. 2017, ICCV, arXiv:1708.02002"]
  ) { _ in
    let focusing = [0.0, 0.5, 1, 2, 5]
    let lines = focusing.map { gamma in
      (1...399).map { Point(Double($0) / 400, focalLoss(Double($0) / 400, gamma: gamma)) }
    }
    return FigureResult(claims: focalClaims(lines[0])) { paper in
      let theme = paper.theme
      let colors = [theme.muted] + [5, 0, 2, 4].map { Palette.okabeIto.colors[$0] }
      let curves = focusing.enumerated().map { index, gamma in
        ChartLine(
          points: lines[index], color: theme.mark(colors[index]), width: 2,
          style: theme.line(index),
          name: gamma == 0
            ? paper.text("$γ = 0$: cross-entropy", zh: "$γ = 0$：交叉熵") : "$γ = \(short(gamma))$")
      }
      let page = paper.page(subtitle: ["\(formula: "FL = −(1 − p_t)^γ ln p_t")"], key: curves.key)
      let frame = page.body.inset(left: 16, bottom: Panel.wideAxisRoom)
      let panel = Panel(in: frame, x: 0...1, y: 0...5, theme: theme)
      let (start, end) = (panel.x(0.6), panel.x(1))
      let easy = Rectangle(x: start, y: frame.y, width: end - start, height: frame.height)
      return paper.scene(
        page,
        [
          panel.clipped("easy", [.path(Path(rectangle: easy), fill: theme.band, stroke: nil)]),
          panel.axes(
            x: Axis(paper.text("probability of the own class $p_t$", zh: "本类概率 $p_t$"), grid: true),
            y: Axis(paper.text("loss", zh: "损失"), grid: true)), panel.lines(curves, in: "curves"),
          panel.border,
          panel.label(
            paper.text("well-classified samples", zh: "已分对的样本"), at: Point(0.8, 4.75), halo: false),
        ])
    }
  }

  /// The loss of a sample whose own class has probability p of two, from the registry's loss.
  private static func focalLoss(_ p: Double, gamma: Double) -> Double {
    var settings = LossSettings()
    settings["gamma"] = .number(gamma)
    // Logits ln(p/(1 − p)) and 0.
    let input = LossInput(
      features: Matrix(rows: 1, columns: 2, elements: [log(p / (1 - p)), 0]), labels: [0],
      parameters: ClassParameters(weights: Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1])))
    return LossEntry.focal.make(settings).evaluate(input).value
  }

  private static func focalClaims(_ plain: [Point]) -> [Claim] {
    let error = plain.reduce(0) { max($0, abs($1.y + log($1.x))) }
    let easy = focalLoss(0.9, gamma: 2)
    let ratio = focalLoss(0.9, gamma: 0) / easy
    return [
      Claim(
        Wording("γ = 0 is cross-entropy", zh: "γ = 0 即交叉熵"),
        threshold: Wording("within 1e-12 of −ln p", zh: "与 −ln p 相差 1e-12 以内"),
        measured: [.init(.largestError, error, places: 3)], isReproduced: error < 1e-12),
      Claim(
        Wording(
          "with γ = 2 a sample of p = 0.9 counts a hundredth", zh: "γ = 2 时 p = 0.9 的样本只计百分之一"),
        threshold: Wording(
          "FL = 0.0010536 within 5e-8, 100 times below cross-entropy within 1e-9",
          zh: "FL = 0.0010536，误差 5e-8 以内；为交叉熵的 1/100，误差 1e-9 以内"),
        measured: [
          .init("FL(0.9)", easy, places: 7), .init(Wording("ratio", zh: "倍数"), ratio, places: 1),
        ],
        isReproduced: abs(easy - 0.0010536) < 5e-8 && abs(ratio - 100) < 1e-9),
    ]
  }
}
