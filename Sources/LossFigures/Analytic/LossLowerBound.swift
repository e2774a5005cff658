extension Figure {
  /// How low the loss of a normalised softmax can get at all.
  static let lossLowerBound = Figure(
    name: "loss-lower-bound",
    title: Wording("Why a normalised softmax needs a scale", zh: "归一化 softmax 为何需要尺度 s"),
    source: Wording("NormFace, figure of the bound on the loss", zh: "NormFace 损失下限图"),
    summary: Wording(
      "With features and weights of length ℓ the loss cannot fall below this, even where every "
        + "class sits at its ideal place. At ℓ = 1 and many classes nothing can be learned; a scale "
        + "s = ℓ² of a few tens removes the floor.",
      zh: "特征与权重长度为 ℓ 时，即使每类都在理想位置，损失也不可能低于此值。ℓ = 1 且类别很多时几乎学不到东西；"
        + "尺度 s = ℓ² 取到几十即可消除这个下限。"),
    caveat: Wording(
      "Attained only by C ≤ d + 1 classes in d dimensions; in the plane the floor is higher.",
      zh: "仅当 C ≤ d + 1 时可达到；在二维平面上下限更高。"),
    formulas: ["L ≥ ln(1 + (C − 1) e^{−ℓ^2 C / (C − 1)})"],
    citations: ["Wang et al. 2017, ACM MM, arXiv:1704.06369"]
  ) { _ in
    let counts = [10, 100, 1000, 10_000, 100_000]
    return FigureResult(claims: boundClaims()) { paper in
      let theme = paper.theme
      // On a narrow page lines lie too close together for names beside them.
      let isNarrow = paper.narrowWidth(natural: Page.wide.width) != nil
      let lines = zip(counts, [5, 0, 2, 1, 4]).enumerated().map { index, one in
        ChartLine(
          points: (0...400).map { Double($0) / 20 }.map {
            Point($0, lossFloor(classes: one.0, scale: $0))
          }, color: theme.mark(Palette.okabeIto.colors[one.1]), width: 2, style: theme.line(index),
          name: "$C$ = \(grouped(one.0))")
      }
      let page = paper.page(
        subtitle: ["\(formula: "L ≥ ln(1 + (C − 1) e^{−ℓ^2 C / (C − 1)})")"],
        key: isNarrow ? lines.key : [])
      let frame = page.body.inset(left: 16, bottom: Panel.wideAxisRoom)
      let panel = Panel(in: frame, x: 0...20, y: 0...12, theme: theme)
      let names = (isNarrow ? [] : lines).enumerated().map { index, line in
        panel.label(
          line.name ?? "", at: line.points[20 + 20 * index], offset: Point(x: 7, y: -7),
          color: line.color, anchor: .start)
      }
      return paper.scene(
        page,
        [
          panel.axes(
            x: Axis(
              paper.text(
                "squared length $ℓ^2$ of features and weights, the scale $s$",
                zh: "特征与权重的长度平方 $ℓ^2$，即尺度 $s$"), grid: true),
            y: Axis(paper.text("least possible loss", zh: "可能的最小损失"), grid: true)),
          panel.lines(lines, in: "curves"), panel.border,
        ] + names)
    }
  }

  private static func boundClaims() -> [Claim] {
    let golden = [(10, 1.0, 1.377), (10_575, 1.0, 8.266)]
    var error = golden.reduce(0) { max($0, abs(lossFloor(classes: $1.0, scale: $1.1) - $1.2)) }
    error = max(error, abs(lossFloor(classes: 10, scale: 10) - 1.3e-4) * 10)
    let scales = [1.0, 4, 10, 16]
    let simplex = scales.reduce(0) {
      max($0, abs(simplexLoss(classes: 10, scale: $1) - lossFloor(classes: 10, scale: $1)))
    }
    var generator = SplitMix64(seed: 1)
    var nearest = Double.infinity
    for _ in 0..<200 {
      let scale = 1 + 15 * generator.uniform()
      let loss = randomLoss(classes: 10, scale: scale, &generator)
      nearest = min(nearest, loss - lossFloor(classes: 10, scale: scale))
    }
    return [
      Claim(
        Wording("the bound has its known values", zh: "下限取已知数值"),
        threshold: "1.377 (C = 10, s = 1), 8.266 (C = 10,575, s = 1), 1.3e-4 (C = 10, s = 10)",
        measured: [.init(.largestError, error, places: 4)], isReproduced: error < 6e-4),
      Claim(
        Wording(
          "a simplex attains it, and no random arrangement falls below",
          zh: "单纯形达到该下限，随机排布均不低于它"),
        threshold: Wording(
          "simplex within 1e-12 by our own loss; 200 random arrangements above",
          zh: "本程序的损失在单纯形上误差 1e-12 以内；200 个随机排布均在其上"),
        measured: [
          .init(Wording("simplex error", zh: "单纯形误差"), simplex, places: 3),
          .init(Wording("least excess at random", zh: "随机排布的最小超出量"), nearest, places: 3),
        ], isReproduced: simplex < 1e-12 && nearest > 0),
    ]
  }

  /// The loss when every feature lies on its weight and the weights form a simplex.
  private static func simplexLoss(classes: Int, scale: Double) -> Double {
    var weights = Matrix<Double>(rows: classes, columns: classes)
    for row in 0..<classes {
      for column in 0..<classes {
        weights[row, column] = (row == column ? 1 : 0) - 1 / Double(classes)
      }
    }
    return normalisedLoss(features: weights, weights: weights, scale: scale)
  }

  private static func randomLoss(
    classes: Int, scale: Double, _ generator: inout SplitMix64
  ) -> Double {
    func matrix(_ generator: inout SplitMix64) -> Matrix<Double> {
      Matrix(
        rows: classes, columns: classes,
        elements: (0..<classes * classes).map { _ in 2 * generator.uniform() - 1 })
    }
    let features = matrix(&generator)
    return normalisedLoss(features: features, weights: matrix(&generator), scale: scale)
  }

  private static func normalisedLoss(
    features: Matrix<Double>, weights: Matrix<Double>, scale: Double
  ) -> Double {
    var settings = LossSettings()
    settings["s"] = .number(scale)
    let input = LossInput(
      features: features, labels: Array(0..<weights.rows),
      parameters: ClassParameters(weights: weights))
    return LossEntry.normface.make(settings).evaluate(input).value
  }
}

/// The least loss of a normalised softmax over balanced classes.
///
/// Wang et al. 2017 (NormFace), arXiv:1704.06369: equal angles between all pairs of weights are
/// the best there is.
func lossFloor(classes: Int, scale: Double) -> Double {
  let others = Double(classes - 1)
  return log1p(others * exp(-scale * Double(classes) / others))
}

/// 100,000 with its comma.
private func grouped(_ value: Int) -> String {
  value < 10_000 ? "\(value)" : groupedText(value)
}
