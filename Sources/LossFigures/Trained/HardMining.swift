extension Figure {
  static let hardMining = Figure(
    name: "hard-mining",
    title: Wording(
      "Hard samples: what OHEM and focal loss do for a stalled softmax",
      zh: "难样本：OHEM 与 Focal loss 对停滞的 softmax 的作用"),
    source: Wording(
      "the article's remark on OHEM and focal loss", zh: "文章关于 OHEM 与 Focal loss 的评述"),
    summary: Wording(
      "Left, on the samples of a trained softmax: the share of all gradient that comes from its "
        + "hardest samples, under plain cross-entropy, focal loss and OHEM. Right, training and "
        + "test loss of the hardest tenth after training with each.",
      zh: "左：在训练好的 softmax 上，各损失中最难样本所占的梯度份额；"
        + "右：用各损失训练后，最难十分之一样本的训练与测试损失。"),
    caveat: Wording(
      "The article argues this in words; no paper has the picture. The loss on the right is plain "
        + "cross-entropy for all three, so that it compares.",
      zh: "文章只作文字论述，没有论文有此图。右图统一用普通交叉熵，以便比较。"),
    formulas: ["(1 − p)^γ · (−ln p)"],
    citations: [
      "Shrivastava et al. 2016, CVPR, arXiv:1604.03540", "Lin et al. 2017, ICCV, arXiv:1708.02002",
    ], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax"),
        RunVariant("Focal (γ = 2)", "focal") { $0["gamma"] = 2 },
        RunVariant(Wording("OHEM (keep 0.3)", zh: "OHEM（保留 0.3）"), "ohem") { $0["keep"] = 0.3 },
      ], data: context.request(standard: "identities", classes: 8))
    return FigureResult(hardMiningClaims(groups), of: groups) { paper in
      let names = groups.map { paper.text($0.label) }
      let key = paper.lineKey(names, paper.lineColors(3), width: 1.6)
      return paper.gridPage(
        columns: 2, side: 280, aspect: 1.2, gap: 60, bottom: Panel.axisRoom, key: key
      ).scene {
        [paper.gradientSharePanel(groups, in: $0[0]), paper.hardestPanel(groups, in: $0[1])]
      }
    }
  }
}

/// How the gradient of the logits is shared out among the samples of a softmax.
struct GradientShares: Sendable {
  /// The part of all gradient that the hardest 1, 2, … samples have, by falling cross-entropy.
  let cumulative: [Double]

  /// - Parameters:
  ///   - probabilities: of the own class, one a sample.
  ///   - focusing: γ of focal loss, 0 for none.
  ///   - keep: share of samples that count, hardest first.
  init(_ probabilities: [Double], focusing: Double = 0, keep: Double = 1) {
    let hardest = probabilities.sorted()
    let kept = max(1, Int((keep * Double(hardest.count)).rounded()))
    var sum = 0.0
    var cumulative: [Double] = []
    for (rank, p) in hardest.enumerated() {
      let miss = max(1 - p, 0)
      // d/dz of (1 − p)^γ · −ln p, in sizes of the gradient 1 − p of plain cross-entropy.
      let factor =
        focusing == 0
        ? 1
        : miss == 0
          ? 0
          : exp(focusing * log(miss))
            + focusing * exp((focusing - 1) * log(miss)) * p * -log(max(p, 1e-300))
      sum += rank < kept ? factor * miss : 0
      cumulative.append(sum)
    }
    self.cumulative = cumulative.map { sum > 0 ? $0 / sum : 0 }
  }

  /// Of the hardest share of samples.
  func part(ofHardest share: Double) -> Double {
    guard !cumulative.isEmpty else { return 0 }
    let count = Int((share * Double(cumulative.count)).rounded())
    return count < 1 ? 0 : cumulative[min(count, cumulative.count) - 1]
  }
}

/// The mean −ln p of the hardest tenth of a set.
func hardestLoss(_ run: Run, _ set: FeatureSet) -> Double {
  let probabilities = run.classifier.posteriors(of: set.labels, for: set.features).sorted()
  let count = max(1, probabilities.count / 10)
  return mean(probabilities.prefix(count).map { -log(max($0, 1e-300)) })
}

/// - Parameter groups: softmax, focal loss, OHEM.
func hardMiningClaims(_ groups: [RunGroup]) -> [Claim] {
  let left = groups.map { $0.named { hardestLoss($0, $0.train) } }
  let form = ValueForm(places: 4)
  return [
    Claim(
      Wording("OHEM: the hardest end with less loss", zh: "OHEM：最难样本的损失变小"),
      threshold: Wording(
        "cross-entropy of the hardest tenth of training samples below softmax's",
        zh: "最难十分之一训练样本的交叉熵低于 softmax"),
      measured: form.measures([left[0], left[2]]), isReproduced: left[2].value < left[0].value
    ).refuted(Wording("OHEM that keeps all samples", zh: "保留全部样本的 OHEM")),
    Claim(
      Wording(
        "focal loss: they end with more, since it stops pushing once p is high",
        zh: "Focal loss：损失反而更大，因为 p 一高它就不再推"),
      threshold: Wording(
        "cross-entropy of the hardest tenth of training samples above softmax's",
        zh: "最难十分之一训练样本的交叉熵高于 softmax"),
      measured: form.measures([left[0], left[1]]), isReproduced: left[1].value > left[0].value
    ).refuted(Wording("focal loss with γ = 0", zh: "γ = 0 的 Focal loss")),
  ]
}

extension FigurePaper {
  fileprivate func gradientSharePanel(_ groups: [RunGroup], in frame: Rectangle) -> Scene.Item {
    let run = groups[0].shown
    let probabilities = run.classifier.posteriors(of: run.train.labels, for: run.train.features)
    let curves = [
      GradientShares(probabilities), GradientShares(probabilities, focusing: 2),
      GradientShares(probabilities, keep: 0.3),
    ]
    let panel = Panel(in: frame, x: 0.1...100, y: 0...100, theme: theme, xKind: .logarithmic)
    let colors = lineColors(3)
    // Even steps of the logarithm.
    let places = (0...90).map { 0.001 * exp(log(1000) * Double($0) / 90) }
    return panel.chart(
      "gradient", x: Axis(text("hardest samples, %", zh: "最难样本占比，%")),
      y: Axis(grid: true, unit: " %"),
      inside: panel.lines(
        curves.indices.map { index in
          ChartLine(
            points: places.map {
              Point(x: $0.percent, y: curves[index].part(ofHardest: $0).percent)
            }, color: colors[index], style: theme.line(index))
        }), heading: text("Share of the gradient that the hardest have", zh: "最难样本的梯度份额")
    )
  }

  fileprivate func hardestPanel(_ groups: [RunGroup], in frame: Rectangle) -> Scene.Item {
    let halves = [
      (said("training", zh: "训练集"), groups.map { $0.runs.map { hardestLoss($0, $0.train) } }),
      (said("test", zh: "测试集"), groups.map { $0.runs.map { hardestLoss($0, $0.test) } }),
    ]
    // Training and test lie two powers of ten apart.
    let all = halves.flatMap { $0.1.flatMap { $0 } }.filter { $0 > 0 }
    let panel = Panel(
      in: frame, x: 0...2, y: max(1e-6, 0.5 * (all.min() ?? 1))...(2 * (all.max() ?? 1)),
      theme: theme, yKind: .logarithmic)
    let colors = lineColors(3)
    let items = halves.enumerated().flatMap { half, values in
      values.1.enumerated().map { index, losses in
        panel.errorBars(
          [SpreadValue(x: Double(half) + 0.25 + 0.25 * Double(index), seeds: losses)],
          color: colors[index], radius: 4)
      }
    }
    return panel.chart(
      "hardest",
      x: Axis(
        ticks: halves.enumerated().map {
          Tick(Double($0.offset) + 0.5, RichText(plain: $0.element.0))
        }), y: Axis(grid: true), inside: panel.clipped("losses", items),
      heading: text("Cross-entropy of the hardest tenth", zh: "最难十分之一的交叉熵"))
  }
}
