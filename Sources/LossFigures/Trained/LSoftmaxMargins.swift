extension Figure {
  static let lsoftmaxMargins = Figure(
    name: "lsoftmax-m",
    title: Wording("L-Softmax: petals narrow as m grows", zh: "L-Softmax：m 越大花瓣越窄"),
    source: Wording("L-Softmax Fig. 2", zh: "L-Softmax 图 2"),
    summary: Wording(
      "Training features above, test features below, for m = 1 (softmax), 2, 3 and 4. The factor "
        + "m on the angle makes each class fit into a narrower sector.",
      zh: "上排训练特征，下排测试特征，m = 1（softmax）、2、3、4。"
        + "角度乘以 m 迫使每类落入更窄的扇形。"),
    caveat: Wording(
      "Follows the paper in λ, which falls to 0 so that the margin is fully on at the end, and on MNIST "
        + "(--data) in a convolutional network (lenet5, without its batch normalisation); each panel has "
        + "its own scale. The digits that come with lossviz are 1,797 pictures of 8 × 8, for a "
        + "perceptron.",
      zh: "与论文一致：λ 降到 0，最终间隔完全生效；用 MNIST（--data）时为卷积网络（lenet5，但无批归一化）；每幅图各自缩放。"
        + "lossviz 自带的数字仅 1797 幅 8 × 8 图像，用感知机训练。"),
    formulas: ["‖W_y‖ ‖x‖ ψ(θ_y),  ψ(θ) = (−1)^k cos mθ − 2k"],
    citations: ["Liu et al. 2016, ICML, arXiv:1612.02295"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [RunVariant("m = 1", "softmax")]
        + (2...4).map { RunVariant("m = \($0)", "lsoftmax", m: Double($0)) },
      data: context.request(standard: "digits"), setup: .images)
    return FigureResult(narrowingClaims(groups), of: groups) { paper in
      paper.gridPage(
        rows: 2, columns: groups.count, side: 225, key: paper.classKey(groups[0].shown)
      ).scene { frames in
        groups.enumerated().flatMap { column, group in
          let run = group.shown
          let accuracy = percentText(group.mean { $0.metrics.testAccuracy })
          return [
            SamplePanel(run.train, of: run, on: paper).item(
              in: frames[column], heading: paper.listed(group.label, Wording("training", zh: "训练集"))
            ),
            SamplePanel(run.test, of: run, on: paper).item(
              in: frames[groups.count + column],
              heading: paper.listed(group.label, Wording("test \(accuracy)", zh: "测试集 \(accuracy)"))
            ),
          ]
        }
      }
    }
  }
}

/// - Parameter groups: m = 1, 2, 3, 4.
func narrowingClaims(_ groups: [RunGroup]) -> [Claim] {
  func values(_ value: (Run) -> Double) -> [NamedValue] { groups.map { $0.named(value) } }
  let tooFew = groups[0].shown.tooFewToTest
  let gaps = values { $0.medianGap($0.train).degrees }
  let accuracy = values { $0.metrics.testAccuracy.percent }
  return [
    .falls(
      Wording("training classes narrow with m", zh: "训练集类内角随 m 变窄"),
      values { $0.medianDeviation($0.train).degrees }, as: ValueForm(unit: "°"), byAtLeast: 0.1
    ).refuted(.withoutMargin),
    Claim.falls(
      Wording("test classes narrow with m", zh: "测试集类内角随 m 变窄"),
      values { $0.medianDeviation($0.test).degrees }, as: ValueForm(unit: "°"), byAtLeast: 0.1
    ).refuted(.withoutMargin).unless(tooFew),
    .rises(Wording("the gap between training classes opens", zh: "训练集类间空隙变大"), gaps, as: .degrees)
      .with(
        Wording("each above the one before, above 0° from m = 2 on", zh: "每个都高于前一个，m ≥ 2 时大于 0°"),
        where: gaps.dropFirst().allSatisfy { $0.value > 0 }
      ).refuted(.withoutMargin),
    Claim(
      Wording("test accuracy does not suffer", zh: "测试准确率不降低"),
      threshold: Wording(
        "m = 1 at least 97 %, m = 4 at most 0.3 points below it",
        zh: "m = 1 至少 97 %，m = 4 最多低 0.3 个百分点"),
      measured: ValueForm.percent.measures(accuracy),
      isReproduced: accuracy[0].value >= 97
        && (accuracy.last?.value ?? 0) >= accuracy[0].value - 0.3
    ).refuted(.withoutLearning).unless(tooFew),
    fisherClaim(groups).refuted(.withoutMargin).unless(tooFew),
  ]
}

/// Wrong samples make most of the score, since they lie far from their class.
private func fisherClaim(_ groups: [RunGroup]) -> Claim {
  func score(_ run: Run, _ set: FeatureSet) -> Double {
    angularFisherScore(set, classes: run.classCount)
  }
  let all = groups.map { group in
    group.named(Wording("all, \(group.label.en)", zh: "全部，\(group.label.zh)")) {
      score($0, $0.test)
    }
  }
  return .falls(
    Wording(
      "the angular Fisher score of correctly classified test samples falls",
      zh: "分类正确的测试样本的角度 Fisher 分数下降"), groups.map { $0.named { score($0, $0.test.correct) } },
    as: ValueForm(places: 4)
  ).with(measured: ValueForm(places: 4).measures(all))
}
