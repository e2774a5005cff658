extension Figure {
  static let spherefaceToy = Figure(
    name: "sphereface-toy",
    title: Wording(
      "From softmax to A-Softmax: two identities in the plane and by angle",
      zh: "从 softmax 到 A-Softmax：两个身份的平面特征与角度"),
    source: Wording("SphereFace Fig. 2", zh: "SphereFace 图 2"),
    summary: Wording(
      "Two of sixteen identities under softmax with bias, under modified softmax (‖W‖ = 1, no bias) "
        + "and under A-Softmax with m = 4: above the features, below their directions.",
      zh: "十六个身份中的两个：带偏置的 softmax、修正 softmax（‖W‖ = 1，无偏置）与 m = 4 的 A-Softmax；"
        + "上排为特征，下排为方向。"),
    caveat: Wording(
      "Follows the paper in showing two of the many people that were trained on; cannot in the data: "
        + "16 synthetic identities of 1,500 samples for CASIA-WebFace. Two alone would end opposite "
        + "under any loss. The claims are about all sixteen.",
      zh: "与论文一致：在许多人上训练，只画其中两人；不能一致：以 16 个合成身份（各 1500 个样本）代替 CASIA-WebFace。"
        + "若只有两类，任何损失都会使其相反。论断针对全部十六类。"),
    formulas: ["‖x‖ ψ(θ_y),  ψ(θ) = (−1)^k cos mθ − 2k"],
    citations: ["Liu et al. 2017, CVPR, arXiv:1704.08063"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax", training: { $0.options.usesBias = true }),
        RunVariant(Wording("modified softmax", zh: "修正 softmax"), "modified-softmax"),
        RunVariant("A-Softmax (m = 4)", "sphereface", m: 4),
      ], data: context.request(standard: "identities", classes: 16),
      setup: FigureSetup(samples: 1500))
    return FigureResult(angularDecisionClaims(groups), of: groups) { paper in
      paper.planesAndCircles(
        groups.map { RunGroup(label: $0.label, runs: [$0.shown.showing(first: 2)]) }, side: 250)
    }
  }
}

/// - Parameter groups: softmax, modified softmax, A-Softmax.
func angularDecisionClaims(_ groups: [RunGroup]) -> [Claim] {
  let byAngle = groups.map { $0.named { $0.metrics.testAccuracyCosine.percent } }
  let gaps = groups.map { $0.named { $0.metrics.minGap.degrees } }
  let (raw, cosine) = (
    groups[0].named(Wording("by logits", zh: "按 logit")) { $0.metrics.testAccuracy.percent },
    groups[0].named(Wording("by angle", zh: "按角度")) { $0.metrics.testAccuracyCosine.percent }
  )
  return [
    Claim(
      Wording("the angle alone decides better", zh: "仅凭角度的分类逐步变好"),
      threshold: Wording(
        "accuracy by angle: softmax below modified, modified at most A-Softmax",
        zh: "按角度的准确率：softmax 低于修正 softmax，后者不高于 A-Softmax"),
      measured: ValueForm.percent.measures(byAngle),
      isReproduced: byAngle.count == 3 && byAngle[0].value < byAngle[1].value
        && byAngle[1].value <= byAngle[2].value
    ).refuted(.withOneLoss),
    Claim(
      Wording("softmax needs lengths and biases", zh: "softmax 依赖长度与偏置"),
      threshold: Wording(
        "softmax: accuracy by its logits above accuracy by angle",
        zh: "softmax：按 logit 的准确率高于按角度"),
      measured: ValueForm.percent.measures([raw, cosine]),
      isReproduced: raw.value > cosine.value
    ).refuted(.withOneLoss),
    Claim(
      Wording("neighbours go from overlap to an empty sector", zh: "相邻类由重叠变为空扇区"),
      threshold: Wording(
        "smallest gap: softmax below 0°, A-Softmax above it, modified softmax between the two",
        zh: "最小空隙：softmax 小于 0°，A-Softmax 大于 0°，修正 softmax 介于两者之间"),
      measured: ValueForm.degrees.measures(gaps),
      isReproduced: gaps.count == 3 && gaps[0].value < 0 && gaps[2].value > 0
        && gaps[1].value > gaps[0].value && gaps[1].value < gaps[2].value
    ).refuted(.withOneLoss),
  ]
}

extension Run {
  /// The first classes alone, to be drawn: a sample that another one took is wrong all the same.
  func showing(first count: Int) -> Run {
    guard classCount > count else { return self }
    func part(_ set: FeatureSet) -> FeatureSet {
      var part = set.rows(set.labels.indices.filter { set.labels[$0] < count })
      part.predicted = zip(part.predicted, part.labels).map { predicted, label in
        predicted < count ? predicted : (label + 1) % count
      }
      return part
    }
    var run = self
    run.facts.classNames = Array(facts.classNames.prefix(count))
    run.train = part(train)
    run.test = part(test)
    run.parameters.weights = parameters.weights.rows(at: Array(0..<count))
    run.parameters.bias = Array(parameters.bias.prefix(count))
    run.boundaries = boundaries.filter { max($0.first, $0.second) < count }
    run.snapshots = []
    return run
  }
}
