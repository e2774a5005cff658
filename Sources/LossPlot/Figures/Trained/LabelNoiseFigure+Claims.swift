import LossLab

extension NoiseOutcome {
  /// What the paper says of softmax, center loss and A-Softmax.
  var claims: [Claim] {
    let paper = Array(losses.prefix(3).indices)
    func values(_ kind: LabelNoise.Kind, _ share: Int) -> [NamedValue] {
      paper.map { NamedValue(losses[$0].label, accuracy(kind, loss: $0, share: share)) }
    }
    let clean = values(.flip, 0)
    let (few, most) = (values(.flip, 1), values(.flip, 3))
    let drops = zip(clean, few).map { NamedValue($0.name, $0.value - $1.value) }
    let outliers = (1...3).map { values(.outlier, $0).map(\.value) }
    let widest = outliers.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
    return [
      claim(
        Wording("on clean data A-Softmax is best", zh: "干净数据上 A-Softmax 最好"),
        Wording(
          "A-Softmax above softmax and center loss at 0 %",
          zh: "0 % 时 A-Softmax 高于 softmax 与 Center loss"), clean, lastIs: >),
      claim(
        Wording("flips hit A-Softmax hardest", zh: "翻转对 A-Softmax 影响最大"),
        Wording("largest loss of accuracy from 0 to 10 % flips", zh: "翻转由 0 增至 10 % 时准确率损失最大"),
        drops, as: .points, lastIs: >),
      claim(
        Wording("with half the labels flipped A-Softmax is last", zh: "一半标签翻转时 A-Softmax 最差"),
        Wording(
          "A-Softmax below softmax and center loss at 50 % flips",
          zh: "50 % 翻转时 A-Softmax 低于 softmax 与 Center loss"), most, lastIs: <),
      .each(
        Wording("outliers leave the three together", zh: "离群噪声下三者接近"),
        threshold: Wording(
          "best and worst of the three at most 3 points apart", zh: "三者最好与最差相差不超过 3 个百分点"),
        zip(["10 %", "20 %", "50 %"], widest).map { NamedValue(Wording($0), $1) }, as: .points
      ) { $0 <= 3 },
    ]
  }

  /// Holds where the last value stands so to all others.
  private func claim(
    _ sentence: Wording, _ threshold: Wording, _ values: [NamedValue],
    as form: ValueForm = .percent,
    lastIs isBeyond: (Double, Double) -> Bool
  ) -> Claim {
    let last = values[values.count - 1].value
    return Claim(
      sentence, threshold: threshold, measured: form.measures(values),
      isReproduced: values.dropLast().allSatisfy { isBeyond(last, $0.value) })
  }
}

extension FigurePaper {
  /// Accuracy against the share of wrong labels, a line a loss.
  func noisePanel(
    _ outcome: NoiseOutcome, _ kind: LabelNoise.Kind, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: -2...52, y: 0...103, theme: theme)
    let colors = lineColors(outcome.losses.count)
    var items: [Scene.Item] = []
    var labels: [EndLabel] = []
    for (index, loss) in outcome.losses.enumerated() {
      let values = outcome.spread(kind, loss: index)
      let points = values.map { Point(x: $0.x, y: $0.mean) }
      items.append(panel.line(points, color: colors[index], width: 1.6))
      items.append(panel.errorBars(values, color: colors[index]))
      if let last = points.last {
        labels.append(
          EndLabel(RichText(plain: loss.label[language]), at: last, color: colors[index]))
      }
    }
    let heading =
      switch kind {
      case .flip: word("Flips: the label of another class", zh: "翻转：别的类的标签")
      case .outlier: word("Outliers: samples of strangers", zh: "离群：外人的样本")
      }
    return .group(
      Scene.Group(
        "noise",
        items: [
          panel.axes(
            x: Axis(
              RichText(plain: word("wrong training labels", zh: "错误训练标签")),
              ticks: [0, 10, 20, 30, 40, 50].map { Tick($0, "\(Int($0)) %") }),
            y: Axis(
              RichText(plain: word("test accuracy", zh: "测试准确率")), grid: true, unit: " %")),
          panel.clipped("lines", items), panel.border, panel.heading(RichText(plain: heading)),
          panel.endLabels(labels),
        ]))
  }
}
