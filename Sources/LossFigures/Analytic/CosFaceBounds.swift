extension Figure {
  /// How large s must and m may be.
  static let cosfaceBounds = Figure(
    name: "cosface-bounds",
    title: Wording("How large s must be and m may be", zh: "s 须多大，m 可多大"),
    source: Wording("CosFace eq. 6 and 7", zh: "CosFace 式 6、7"),
    summary: Wording(
      "Left: the posterior that a sample at its class center can reach, against the scale. The "
        + "paper's bound holds for a simplex; in the plane neighbours are closer, and the exact sum asks "
        + "for a far larger s. Right: the largest margin that evenly spread classes allow.",
      zh: "左：位于类中心的样本可达到的后验概率随尺度 s 的变化。论文的下界对应单纯形；在二维平面上相邻类更近，"
        + "精确求和要求大得多的 s。右：均匀分布的类别所允许的最大间隔。"),
    formulas: [
      "s ≥ (C − 1)/C · ln((C − 1) P_W / (1 − P_W))", "m ≤ 1 − cos(2π/C)", "m ≤ C/(C − 1)",
    ],
    citations: ["Wang et al. 2018, CVPR, arXiv:1801.09414, eq. 6 and 7"]
  ) { _ in
    FigureResult(claims: boundsClaims()) { paper in
      let theme = paper.theme
      return paper.gridPage(
        FigureGrid(columns: 2, aspect: nil, gap: 62, top: 24, bottom: Panel.wideAxisRoom),
        key: [
          paper.keyItem(.line(theme.ink, width: 1.75), "exact, in the plane", zh: "平面上的精确值"),
          paper.keyItem(
            .line(theme.ink, width: 1.4, style: .dashed), "the paper's bound: a simplex",
            zh: "论文的下界：单纯形"),
        ]
          + scaleColors(theme).map {
            KeyItem(.line($0.color, width: 1.75), "$C = \($0.classes)$")
          }
      ).scene { [scalePanel($0[0], theme, paper), marginPanel($0[1], theme, paper)] }
    }
  }

  /// The numbers of classes whose scales are shown.
  private static func scaleColors(_ theme: Theme) -> [(classes: Int, color: Color)] {
    // Dashes have a meaning of their own here: in grey the lightness must tell.
    let colors = theme.isGrey ? [0, 3, 4] : [5, 0, 4]
    return zip([6, 8, 10], colors).map { ($0, theme.mark(Palette.okabeIto.colors[$1])) }
  }

  private static func scalePanel(
    _ frame: Rectangle, _ theme: Theme, _ paper: FigurePaper
  ) -> Scene.Item {
    let panel = Panel(in: frame.inset(left: 12), x: 0...40, y: 0...1, theme: theme)
    let all = (1...398).map { Double($0) / 400 } + [0.9975, 0.999, 0.9995, 0.9999, 0.99999]
    let lines = scaleColors(theme).flatMap { classes, color in
      let posteriors = all.filter { $0 > 1 / Double(classes) }
      return [
        ChartLine(
          points: posteriors.map { Point(planarScale(classes: classes, posterior: $0), $0) },
          color: color, width: 1.75),
        ChartLine(
          points: posteriors.map { Point(simplexScale(classes: classes, posterior: $0), $0) },
          color: color, width: 1.4, style: .dashed),
      ]
    }
    return panel.chart(
      "scale", x: Axis(paper.text("scale $s$", zh: "尺度 $s$"), grid: true),
      y: Axis(paper.text("posterior at a class center", zh: "类中心处的后验概率"), grid: true),
      inside: panel.lines(lines, in: "curves"), heading: paper.text("least scale", zh: "最小尺度"))
  }

  private static func marginPanel(
    _ frame: Rectangle, _ theme: Theme, _ paper: FigurePaper
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: 2...20, y: 0...2.1, theme: theme)
    let plane = (2...20).map { Point(Double($0), planeMargin(classes: $0)) }
    let simplex = (2...20).map { Point(Double($0), Double($0) / Double($0 - 1)) }
    let color = theme.mark(Palette.okabeIto.colors[0])
    return panel.chart(
      "margin",
      x: Axis(
        paper.text("classes $C$", zh: "类别数 $C$"),
        ticks: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20].map { Tick($0, "\(Int($0))") },
        grid: true),
      y: Axis(
        paper.text("largest $m$ of CosFace", zh: "CosFace 的最大 $m$"), grid: true),
      inside: panel.clipped(
        "curves",
        [
          panel.line(plane, color: color, width: 1.75),
          panel.line(simplex, color: color, width: 1.4, style: .dashed),
        ]), heading: paper.text("largest margin", zh: "最大间隔"),
      over: [
        .dots(panel.points(plane), radius: 2.6, fill: color),
        panel.label(
          "$1 − cos(2π/C)$", at: plane[5], offset: Point(x: 10, y: -12), color: color,
          anchor: .start),
        panel.label("$C/(C − 1)$", at: simplex[10], offset: Point(x: 0, y: -12), color: color),
      ])
  }

  /// The bound of CosFace's own registry entry.
  private static func planeMargin(classes: Int) -> Double {
    LossEntry.cosface.marginBound?(2 * .pi / Double(classes), LossSettings()) ?? .nan
  }

  /// The least s as the paper lists it, and in the plane.
  private static let listed: [(classes: Int, posterior: Double, simplex: Double, plane: Double)] = [
    (8, 0.9, 3.63, 9.87), (8, 0.99, 5.72, 18.06), (8, 0.999, 7.75, 25.95),
    (10, 0.9, 3.96, 15.14), (10, 0.99, 6.11, 27.69), (10, 0.999, 8.19, 39.79),
  ]

  /// By how much the plane needs more than the paper's bound, at the least.
  private static var smallestExcess: Double {
    (3...30).flatMap { classes in
      (1...99).map { index in
        let p = 1 / Double(classes) + (1 - 1 / Double(classes)) * Double(index) / 100
        return planarScale(classes: classes, posterior: p)
          - simplexScale(classes: classes, posterior: p)
      }
    }.min() ?? .infinity
  }

  private static func boundsClaims() -> [Claim] {
    var (bound, exact, posterior) = (0.0, 0.0, 0.0)
    for row in listed {
      let plane = planarScale(classes: row.classes, posterior: row.posterior)
      bound = max(
        bound, abs(simplexScale(classes: row.classes, posterior: row.posterior) - row.simplex))
      exact = max(exact, abs(plane - row.plane))
      posterior = max(
        posterior, abs(centerPosterior(classes: row.classes, scale: plane) - row.posterior))
    }
    let smallest = smallestExcess
    let eight = planeMargin(classes: 8)
    return [
      Claim(
        Wording(
          "the paper's bound on s crosses P at its listed values", zh: "论文的 s 下界在给定 P 处取所列数值"),
        threshold: Wording("six values of two decimals, within 0.005", zh: "六个两位小数的值，误差 0.005 以内"),
        measured: [.init(.largestError, bound, places: 4)], isReproduced: bound <= 0.0051),
      Claim(
        Wording("in the plane more is needed, always", zh: "在平面上始终需要更大的 s"),
        threshold: Wording(
          "exact values within 0.005; our own loss reaches P there within 1e-9; exact ≥ bound for "
            + "C = 3 … 30",
          zh: "精确值误差 0.005 以内；本程序的损失在该处达到 P，误差 1e-9 以内；C = 3 … 30 时精确值 ≥ 下界"),
        measured: [
          .init(.largestError, exact, places: 4),
          .init(Wording("error of P", zh: "P 的误差"), posterior, places: 3),
          .init(Wording("smallest excess", zh: "最小超出量"), smallest, places: 3),
        ], isReproduced: exact <= 0.0051 && posterior < 1e-9 && smallest >= -1e-9),
      Claim(
        Wording("eight classes in the plane allow m ≤ 0.29", zh: "平面上 8 类允许 m ≤ 0.29"),
        threshold: Wording("0.2929 within 5e-5", zh: "0.2929，误差 5e-5 以内"),
        measured: [.init(Wording("bound", zh: "上界"), eight, places: 4)],
        isReproduced: abs(eight - 0.2929) < 5e-5),
    ]
  }

  /// The posterior of a feature on its weight, from the value of the loss itself.
  private static func centerPosterior(classes: Int, scale: Double) -> Double {
    var settings = LossSettings()
    settings["s"] = .number(scale)
    let weights = Matrix<Double>(
      rows: classes, columns: 2,
      elements: (0..<classes).flatMap { index -> [Double] in
        let point = Point(angle: 2 * .pi * Double(index) / Double(classes))
        return [point.x, point.y]
      })
    let input = LossInput(
      features: Matrix(rows: 1, columns: 2, elements: [1, 0]), labels: [0],
      parameters: ClassParameters(weights: weights))
    return exp(-LossEntry.cosface.make(settings).evaluate(input).value)
  }
}
