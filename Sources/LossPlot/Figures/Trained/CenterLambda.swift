import LossLab

extension Figure {
  static let centerLambda = Figure(
    name: "center-lambda",
    title: Wording(
      "Center loss draws petals together as λ grows", zh: "λ 越大，Center loss 把花瓣收得越紧"),
    source: Wording("Center loss Fig. 2 and 3", zh: "Center loss 图 2、3"),
    summary: Wording(
      "Features under softmax alone and with center loss of growing weight λ; white dots are the "
        + "centers. Softmax makes classes that can be told apart; the centers make them tight.",
      zh: "仅用 softmax 与加上权重 λ 逐渐增大的 Center loss 时的特征；白点是各类中心。"
        + "softmax 只让类别可分，中心使同类特征聚拢。"),
    caveat: Wording(
      "λ weighs the sum of ½‖x − c‖² over the batch against the sum of the softmax losses, as in "
        + "the paper; the paper's data are MNIST.",
      zh: "λ 是批内 ½‖x − c‖² 之和相对 softmax 损失之和的权重，与论文一致；论文使用 MNIST。"),
    formulas: ["L = L_softmax + λ/2 Σ_i ‖x_i − c_{y_i}‖^2"],
    citations: ["Wen et al. 2016, ECCV"], data: .any(standard: "digits")
  ) { context in
    let data = context.request(standard: "digits")
    let weights = [0.001, 0.01, 0.1, 1]
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")]
        + weights.map { weight in
          RunVariant("λ = \(short(weight))", "center") { $0["lambda"] = .number(weight) }
        }, data: data)
    return FigureResult(
      claims: centerLambdaClaims(groups), dataTitle: groups[0].dataTitle
    ) { paper in
      let layout = paper.gridPage(
        columns: groups.count, side: 205,
        key: paper.classKey(groups[0].shown) + [paper.centerKey])
      return paper.scene(
        layout.page,
        zip(groups, layout.grid.frames).map { group, frame in
          var panel = SamplePanel(group.shown.train, of: group.shown, on: paper)
          if group.shown.parameters.centers.rows > 0 {
            panel.centers = group.shown.parameters.centers
          }
          return panel.item(in: frame, heading: RichText(plain: group.label[paper.language]))
        })
    }
  }
}

/// - Parameter groups: softmax, then center loss with λ = 0.001, 0.01, 0.1, 1.
func centerLambdaClaims(_ groups: [RunGroup]) -> [Claim] {
  func ratio(_ run: Run) -> Double {
    ClassSpread(run.test, classes: run.classCount).scatterRatio
  }
  func offset(_ run: Run) -> Double {
    let spread = ClassSpread(run.train, classes: run.classCount)
    return spread.offsets(of: run.parameters.centers).max() ?? 0
  }
  let accuracy = groups.map { $0.mean { $0.metrics.testAccuracy.percent } }
  let drops = zip(groups, accuracy).dropFirst().map {
    NamedValue($0.label, accuracy[0] - $1)
  }
  return [
    .falls(
      Wording(
        "spread within classes over spread between them falls with λ",
        zh: "类内散度与类间散度之比随 λ 下降"),
      groups.map { NamedValue($0.label, $0.mean(ratio)) }, as: ValueForm(places: 3)),
    .each(
      Wording("from λ = 0.01 on every center sits inside its class", zh: "λ ≥ 0.01 时每个中心都在类内"),
      threshold: Wording(
        "‖c − μ‖ below half the standard deviation within the class", zh: "‖c − μ‖ 小于类内标准差的一半"),
      groups.dropFirst(2).map { NamedValue($0.label, $0.mean(offset)) }
    ) { $0 < 0.5 },
    .each(
      Wording("accuracy pays no more than a point for it", zh: "准确率下降不超过 1 个百分点"),
      threshold: Wording(
        "test accuracy at most 1 point below softmax", zh: "测试准确率比 softmax 最多低 1 个百分点"),
      drops, as: .points
    ) { $0 <= 1 },
  ]
}
