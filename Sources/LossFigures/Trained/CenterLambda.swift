extension Figure {
  static let centerLambda = Figure(
    name: "center-lambda",
    title: Wording("Center loss draws petals together as λ grows", zh: "λ 越大，Center loss 把花瓣收得越紧"),
    source: Wording("Center loss Fig. 2 and 3", zh: "Center loss 图 2、3"),
    summary: Wording(
      "Features under softmax alone and with center loss of growing weight λ; white dots are the "
        + "centers. Softmax makes classes that can be told apart; the centers make them tight.",
      zh: "仅用 softmax 与加上权重 λ 逐渐增大的 Center loss 时的特征；白点是各类中心。"
        + "softmax 只让类别可分，中心使同类特征聚拢。"),
    caveat: Wording(
      "Follows the paper in λ, which weighs the sum of ½‖x − c‖² over the batch against the sum of the "
        + "softmax losses, and on MNIST (--data) in a convolutional network: lenet5, or with --network "
        + "lenet its LeNets++. The digits that come with lossviz are 1,797 pictures of 8 × 8, for a "
        + "perceptron.",
      zh: "与论文一致：λ 是批内 ½‖x − c‖² 之和相对 softmax 损失之和的权重；用 MNIST（--data）时为卷积网络："
        + "lenet5，或用 --network lenet 即 LeNets++。lossviz 自带的数字仅 1797 幅 8 × 8 图像，用感知机训练。"),
    formulas: ["L = L_softmax + λ/2 Σ_i ‖x_i − c_{y_i}‖^2"],
    citations: ["Wen et al. 2016, ECCV"], data: .any(standard: "digits")
  ) { context in
    let data = context.request(standard: "digits")
    let weights = [0.001, 0.01, 0.1, 1]
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")]
        + weights.map { weight in
          RunVariant("λ = \(short(weight))", "center") { $0["lambda"] = .number(weight) }
        }, data: data, setup: .images)
    return FigureResult(centerLambdaClaims(groups), of: groups) { paper in
      paper.gridPage(
        columns: groups.count, side: 205, key: paper.classKey(groups[0].shown) + [paper.centerKey]
      ).scene {
        zip(groups, $0).map { group, frame in
          SamplePanel(group.shown.train, of: group.shown, on: paper).item(
            in: frame, heading: paper.text(group.label))
        }
      }
    }
  }
}

/// - Parameter groups: softmax, then center loss with λ = 0.001, 0.01, 0.1, 1.
func centerLambdaClaims(_ groups: [RunGroup]) -> [Claim] {
  func spread(_ run: Run) -> ClassSpread { ClassSpread(run.train, classes: run.classCount) }
  func offsets(_ run: Run) -> [Double] { spread(run).offsets(of: run.parameters.centers) }
  let strongest = groups[groups.count - 1]
  let accuracy = groups.map { $0.named { $0.metrics.testAccuracy.percent } }
  let drops = accuracy.dropFirst().map { accuracy[0].minus($0, $0.name) }
  return [
    .falls(
      Wording(
        "training: spread within classes over spread between them falls with λ",
        zh: "训练集：类内散度与类间散度之比随 λ 下降"),
      groups.map { $0.named { spread($0).scatterRatio } }, as: ValueForm(places: 3)
    ).refuted(Wording("λ = 0 throughout", zh: "λ 始终为 0")),
    .each(
      Wording("from λ = 0.01 on every center sits inside its class", zh: "λ ≥ 0.01 时每个中心都在类内"),
      threshold: Wording(
        "‖c − μ‖ below half the standard deviation within the class", zh: "‖c − μ‖ 小于类内标准差的一半"),
      groups.dropFirst(2).map { $0.named { offsets($0).max() ?? 0 } }
    ) { $0 < 0.5 }.failing(
      because: Wording(
        "the worst of the classes counts, and among the few samples of a class in the last batches one "
          + "stray moves a center",
        zh: "以各类中最差者计，末几批每类样本很少，一个离群样本就会带走中心"),
      measured: ValueForm.plain.measures([
        strongest.named(Wording("median class", zh: "中位类")) { percentile(50, of: offsets($0)) },
        strongest.named(
          Wording("farthest sample, in standard deviations", zh: "最远样本（以标准差计）")
        ) { spread($0).farthest },
      ])
    ).refuted(Wording("centers that do not move", zh: "不移动的中心")),
    Claim(
      Wording("accuracy pays no more than a point for it", zh: "准确率下降不超过 1 个百分点"),
      threshold: Wording(
        "test accuracy at most 1 point below softmax's, which is at least 90 %",
        zh: "测试准确率比 softmax 最多低 1 个百分点，且 softmax 不低于 90 %"),
      measured: ValueForm.points.measures(Array(drops)),
      isReproduced: drops.allSatisfy { $0.value <= 1 } && accuracy[0].value >= 90
    ).refuted(.withoutLearning).unless(groups[0].shown.tooFewToTest),
  ]
}
