import LossLab

extension Figure {
  static let lsoftmaxMargins = Figure(
    name: "lsoftmax-m",
    title: Wording("L-Softmax: petals narrow as m grows", zh: "L-Softmax：m 越大花瓣越窄"),
    source: "L-Softmax Fig. 2",
    summary: Wording(
      "Training features above, test features below, for m = 1 (softmax), 2, 3 and 4. The factor "
        + "m on the angle makes each class fit into a narrower sector.",
      zh: "上排训练特征，下排测试特征，m = 1（softmax）、2、3、4。"
        + "角度乘以 m 迫使每类落入更窄的扇形。"),
    caveat: Wording(
      "Trained with λ falling to 0, so that the margin is fully on at the end; each panel has its "
        + "own scale, as in the paper, whose data are MNIST.",
      zh: "训练中 λ 降到 0，最终间隔完全生效；每幅图各自缩放，与论文一致；论文使用 MNIST。"),
    formulas: ["‖W_y‖ ‖x‖ ψ(θ_y),  ψ(θ) = (−1)^k cos mθ − 2k"],
    citations: ["Liu et al. 2016, ICML, arXiv:1612.02295"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [RunVariant("m = 1", "softmax")]
        + (2...4).map { RunVariant("m = \($0)", "lsoftmax", m: Double($0)) },
      data: context.request(standard: "digits"))
    return FigureResult(
      claims: narrowingClaims(groups), dataTitle: groups[0].dataTitle
    ) { paper in
      let layout = paper.gridPage(
        rows: 2, columns: groups.count, side: 225, key: paper.classKey(groups[0].shown))
      let columns = groups.count
      return paper.scene(
        layout.page,
        groups.enumerated().flatMap { column, group in
          let run = group.shown
          let accuracy = percentText(group.mean { $0.metrics.testAccuracy })
          let (training, test) = (
            paper.word("training", zh: "训练集"), paper.word("test", zh: "测试集")
          )
          return [
            SamplePanel(run.train, of: run, on: paper).item(
              in: layout.grid.frames[column],
              heading: RichText(plain: paper.listed(group.label[paper.language], training))),
            SamplePanel(run.test, of: run, on: paper).item(
              in: layout.grid.frames[columns + column],
              heading: RichText(
                plain: paper.listed(group.label[paper.language], "\(test) \(accuracy)"))),
          ]
        })
    }
  }
}

/// - Parameter groups: m = 1, 2, 3, 4.
func narrowingClaims(_ groups: [RunGroup]) -> [Claim] {
  func values(_ value: (Run) -> Double) -> [NamedValue] {
    groups.map { NamedValue($0.label, $0.mean(value)) }
  }
  let gaps = values { $0.metrics.gap.degrees }
  let accuracy = values { $0.metrics.testAccuracy.percent }
  let rising = Claim.rises(
    Wording("the gap between classes opens", zh: "类间空隙变大"), gaps, as: .degrees)
  return [
    .falls(
      Wording("training classes narrow with m", zh: "训练集类内角随 m 变窄"),
      values { run in
        mean(ClassDirections(run.train, classes: run.classCount).deviations).degrees
      }, as: .degrees, byAtLeast: 0.1),
    .falls(
      Wording("test classes narrow with m", zh: "测试集类内角随 m 变窄"),
      values { $0.metrics.intra.degrees }, as: .degrees, byAtLeast: 0.1),
    Claim(
      rising.sentence,
      threshold: Wording(
        "each above the one before, above 0° from m = 2 on", zh: "每个都高于前一个，m ≥ 2 时大于 0°"),
      measured: rising.measured,
      isReproduced: rising.isReproduced && gaps.dropFirst().allSatisfy { $0.value > 0 }),
    Claim(
      Wording("test accuracy does not suffer", zh: "测试准确率不降低"),
      threshold: Wording(
        "m = 4 at most 0.3 points below m = 1", zh: "m = 4 比 m = 1 最多低 0.3 个百分点"),
      measured: ValueForm.percent.measures(accuracy),
      isReproduced: (accuracy.last?.value ?? 0) >= (accuracy.first?.value ?? 0) - 0.3),
    .falls(
      Wording("the angular Fisher score falls", zh: "角度 Fisher 分数下降"),
      values { $0.metrics.angularFisherScore }, as: ValueForm(places: 4)),
  ]
}
