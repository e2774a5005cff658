extension Figure {
  /// ψ of L-Softmax for m = 1 … 4.
  static let lsoftmaxPsi = Figure(
    name: "lsoftmax-psi",
    title: Wording(
      "The large margin of L-Softmax: cos mθ, continued", zh: "L-Softmax 的大间隔：延拓后的 cos mθ"),
    source: Wording("L-Softmax, ψ curve", zh: "L-Softmax ψ 曲线"),
    summary: Wording(
      "The target logit ψ(θ) that L-Softmax and SphereFace put in the place of cos θ. Multiplying "
        + "the angle alone would lower the logit only up to 2π/(m + 1); pieces of cos mθ, each turned "
        + "over and shifted, make it fall on the whole of [0, π].",
      zh: "L-Softmax 与 SphereFace 用目标 logit ψ(θ) 取代 cos θ。单纯把角度乘以 m 只在 θ < 2π/(m+1) 时降低 logit；"
        + "把 cos mθ 的各段翻转并平移后拼接，就能在整个 [0, π] 上单调下降。"),
    formulas: ["ψ(θ) = (−1)^k cos mθ − 2k,  θ ∈ [kπ/m, (k + 1)π/m],  k = 0 … m − 1"],
    citations: ["Liu et al. 2016, ICML, arXiv:1612.02295"]
  ) { _ in
    let factors = [1, 2, 3, 4]
    let margins = factors.map { margin($0) }
    return FigureResult(claims: psiClaims(factors, margins)) { paper in
      let theme = paper.theme
      let colors = Palette.okabeIto.colors
      let curves = zip(factors, margins).map { factor, margin in
        TargetCurve(
          label: factor == 1 ? "$m = 1$: $cos θ$" : "$m = \(factor)$", margin: margin,
          color: factor == 1 ? theme.muted : colors[[0, 4, 2][factor - 2]],
          style: factor == 1 ? .dashed : .solid)
      }
      let page = paper.page(
        subtitle: ["\(formula: "ψ(θ) = (−1)^k cos mθ − 2k")"],
        key: [
          paper.keyItem(
            "each curve is flat at its knots $kπ/m$, and falls between them",
            zh: "每条曲线在结点 $kπ/m$ 处水平，在结点之间下降")
        ])
      let chart = CurvePanel(curves: curves, title: paper.ownAngle)
      let frame = page.body.inset(
        right: chart.room(theme) - max(0, page.right - 16), bottom: Panel.wideAxisRoom)
      return paper.scene(page, [chart.item(in: frame, theme: theme)])
    }
  }

  /// The target of L-Softmax itself, from its registry entry.
  private static func margin(_ factor: Int) -> AngularMargin {
    LossEntry.lsoftmax.namedHead { $0["m"] = .number(Double(factor)) }.target
  }

  /// How often they do not fall in 100,000 steps, and the most that they lie above cos θ.
  private static func descent(_ margins: [AngularMargin]) -> (rises: Int, excess: Double) {
    let count = 100_000
    var rises = 0
    var excess = -Double.infinity
    for margin in margins {
      var last = margin.evaluate(Angle(radians: 0)).value
      for index in 1...count {
        let theta = .pi * Double(index) / Double(count)
        let here = margin.evaluate(Angle(radians: theta)).value
        if here >= last { rises += 1 }
        excess = max(excess, here - cos(theta))
        last = here
      }
    }
    return (rises, excess)
  }

  private static func psiClaims(_ factors: [Int], _ margins: [AngularMargin]) -> [Claim] {
    var (knotError, knotSlope) = (0.0, 0.0)
    for (factor, margin) in zip(factors, margins) {
      for k in 0...factor {
        let knot = margin.evaluate(Angle(radians: .pi * Double(k) / Double(factor)))
        knotError = max(knotError, abs(knot.value - (1 - 2 * Double(k))))
        knotSlope = max(knotSlope, abs(knot.slope))
      }
    }
    let (rises, excess) = descent(Array(margins.dropFirst()))
    return [
      Claim(
        Wording("ψ(kπ/m) = 1 − 2k, with slope 0 at every knot", zh: "ψ(kπ/m) = 1 − 2k，各结点处斜率为 0"),
        threshold: Wording("errors below 1e-12", zh: "误差小于 1e-12"),
        measured: [
          .init(.largestError, knotError, places: 3),
          .init(Wording("largest slope", zh: "最大斜率"), knotSlope, places: 3),
        ], isReproduced: knotError < 1e-12 && knotSlope < 1e-12),
      Claim(
        Wording(
          "ψ falls on the whole of [0, π] and stays below cos θ", zh: "ψ 在 [0, π] 上单调下降，且始终低于 cos θ"
        ),
        threshold: Wording(
          "no rise on 100,000 steps, ψ − cos θ < 0 on (0, π]",
          zh: "100,000 步中没有上升，(0, π] 上 ψ − cos θ < 0"),
        measured: [
          .init(Wording("rises", zh: "上升次数"), Double(rises), places: 0),
          .init(Wording("largest ψ − cos θ", zh: "ψ − cos θ 的最大值"), excess, places: 3),
        ], isReproduced: rises == 0 && excess < 0),
    ]
  }
}
