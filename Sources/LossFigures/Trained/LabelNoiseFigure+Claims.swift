extension NoiseOutcome {
  /// What the paper says of softmax, center loss and A-Softmax, and what of A-Softmax as it is
  /// trained.
  var claims: [Claim] {
    let paper = [0, 1, 2]
    func values(_ kind: LabelNoise.Kind, _ share: Int, _ losses: [Int]) -> [NamedValue] {
      losses.map { seeds(kind, loss: $0, share: share) }
    }
    func drops(_ losses: [Int]) -> [NamedValue] {
      zip(values(.flip, 0, losses), values(.flip, 1, losses)).map { $0.minus($1) }
    }
    return [
      claim(
        Wording("on clean data A-Softmax is best", zh: "干净数据上 A-Softmax 最好"),
        Wording(
          "A-Softmax above softmax and center loss at 0 %",
          zh: "0 % 时 A-Softmax 高于 softmax 与 Center loss"), values(.flip, 0, paper), lastIs: >),
      claim(
        Wording("flips hit A-Softmax hardest", zh: "翻转对 A-Softmax 影响最大"),
        Wording("largest loss of accuracy from 0 to 10 % flips", zh: "翻转由 0 增至 10 % 时准确率损失最大"),
        drops(paper), as: .points, lastIs: >),
      claim(
        Wording("with half the labels flipped A-Softmax is last", zh: "一半标签翻转时 A-Softmax 最差"),
        Wording(
          "A-Softmax below softmax and center loss at 50 % flips",
          zh: "50 % 翻转时 A-Softmax 低于 softmax 与 Center loss"), values(.flip, 3, paper),
        lastIs: <),
      outlierClaim(paper),
      claim(
        Wording(
          "with λ ≥ 5, as people train it, A-Softmax loses least (not in the paper)",
          zh: "按常用的 λ ≥ 5 训练时 A-Softmax 损失最小（论文未涉及）"),
        Wording("smallest loss of accuracy from 0 to 10 % flips", zh: "翻转由 0 增至 10 % 时准确率损失最小"),
        drops([0, 1, 3]), as: .points, lastIs: <),
    ]
  }

  private func outlierClaim(_ paper: [Int]) -> Claim {
    let accuracies = (1...3).map { share in
      paper.map { accuracy(.outlier, loss: $0, share: share) }
    }
    let widest = accuracies.map { ($0.max() ?? 0) - ($0.min() ?? 0) }
    let least = accuracies.flatMap { $0 }.min() ?? 0
    return Claim(
      Wording("outliers leave the three together", zh: "离群噪声下三者接近"),
      threshold: Wording(
        "best and worst of the three at most 3 points apart, and none below 50 %",
        zh: "三者最好与最差相差不超过 3 个百分点，且都不低于 50 %"),
      measured: ValueForm.points.measures(
        zip(["10 %", "20 %", "50 %"], widest).map { NamedValue(Wording($0), $1) })
        + ValueForm.percent.measures([NamedValue(Wording("least accuracy", zh: "最低准确率"), least)]),
      isReproduced: widest.allSatisfy { $0 <= 3 } && least >= 50
    ).refuted(.withoutLearning)
  }

  private func seeds(_ kind: LabelNoise.Kind, loss: Int, share: Int) -> NamedValue {
    let place = kinds.firstIndex(of: kind) ?? 0
    return NamedValue(losses[loss].label, seeds: accuracies[place][loss][share])
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
      isReproduced: values.dropLast().allSatisfy { isBeyond(last, $0.value) }
    ).refuted(.withOneLoss)
  }
}

extension FigurePaper {
  /// Accuracy against the share of wrong labels, a line a loss.
  func noisePanel(
    _ outcome: NoiseOutcome, _ kind: LabelNoise.Kind, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: -2...52, y: 0...103, theme: theme)
    let colors = lineColors(outcome.losses.count)
    let lines = outcome.losses.enumerated().map { index, loss in
      ChartLine(
        outcome.spread(kind, loss: index), color: colors[index], style: theme.line(index),
        name: text(loss.label))
    }
    let heading =
      switch kind {
      case .flip: text("Flips: the label of another class", zh: "翻转：别的类的标签")
      case .outlier: text("Outliers: samples of strangers", zh: "离群：外人的样本")
      }
    return panel.chart(
      "noise",
      x: Axis(
        text("wrong training labels", zh: "错误训练标签"),
        ticks: [0, 10, 20, 30, 40, 50].map { Tick($0, "\(Int($0)) %") }),
      y: Axis(text("test accuracy", zh: "测试准确率"), grid: true, unit: " %"),
      inside: panel.lines(lines), heading: heading, over: [panel.endLabels(lines)])
  }
}
