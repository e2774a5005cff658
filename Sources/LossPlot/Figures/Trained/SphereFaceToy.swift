import LossLab

extension Figure {
  static let spherefaceToy = Figure(
    name: "sphereface-toy",
    title: Wording(
      "From softmax to A-Softmax: two identities in the plane and by angle",
      zh: "从 softmax 到 A-Softmax：两个身份的平面特征与角度"),
    source: "SphereFace Fig. 2",
    summary: Wording(
      "Two identities under softmax with bias, under modified softmax (‖W‖ = 1, no bias) and under "
        + "A-Softmax with m = 4: above the features, below their directions.",
      zh: "两个身份：带偏置的 softmax、修正 softmax（‖W‖ = 1，无偏置）与 m = 4 的 A-Softmax；"
        + "上排为特征，下排为方向。"),
    caveat: Wording(
      "The paper shows two people of CASIA-WebFace. Class weights start on opposite sides here, so "
        + "that even softmax learns two opposite directions.",
      zh: "论文使用 CASIA-WebFace 的两个人。这里类权重初始化在相反方向，故 softmax 也学到相反方向。"),
    formulas: ["‖x‖ ψ(θ_y),  ψ(θ) = (−1)^k cos mθ − 2k"],
    citations: ["Liu et al. 2017, CVPR, arXiv:1704.08063"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax", training: { $0.options.usesBias = true }),
        RunVariant(Wording("modified softmax", zh: "修正 softmax"), "modified-softmax"),
        RunVariant("A-Softmax (m = 4)", "sphereface", m: 4),
      ], data: context.request(standard: "identities", classes: 2))
    return FigureResult(
      claims: angularDecisionClaims(groups), dataTitle: groups[0].dataTitle
    ) { paper in paper.planesAndCircles(groups, side: 250) }
  }
}

/// - Parameter groups: softmax, modified softmax, A-Softmax.
func angularDecisionClaims(_ groups: [RunGroup]) -> [Claim] {
  let byAngle = groups.map {
    NamedValue($0.label, $0.mean { $0.metrics.testAccuracyCosine.percent })
  }
  let gaps = groups.map { NamedValue($0.label, $0.mean { $0.metrics.gap.degrees }) }
  let softmax = groups[0]
  let (raw, cosine) = (
    softmax.mean { $0.metrics.testAccuracy.percent },
    softmax.mean { $0.metrics.testAccuracyCosine.percent }
  )
  return [
    Claim(
      Wording("the angle alone decides better", zh: "仅凭角度的分类逐步变好"),
      threshold: Wording(
        "accuracy by angle: softmax below modified, modified at most A-Softmax",
        zh: "按角度的准确率：softmax 低于修正 softmax，后者不高于 A-Softmax"),
      measured: ValueForm.percent.measures(byAngle),
      isReproduced: byAngle.count == 3 && byAngle[0].value < byAngle[1].value
        && byAngle[1].value <= byAngle[2].value),
    Claim(
      Wording("softmax needs lengths and biases", zh: "softmax 依赖长度与偏置"),
      threshold: Wording(
        "softmax: accuracy by its logits above accuracy by angle",
        zh: "softmax：按 logit 的准确率高于按角度"),
      measured: ValueForm.percent.measures([
        NamedValue(Wording("logits", zh: "按 logit"), raw),
        NamedValue(Wording("angle", zh: "按角度"), cosine),
      ]), isReproduced: raw > cosine),
    Claim(
      Wording("the gap goes from overlap to empty sector", zh: "空隙由重叠变为空扇区"),
      threshold: Wording(
        "gap below 0° for softmax, larger for modified, above 0° and larger still for A-Softmax",
        zh: "空隙：softmax 小于 0°，修正 softmax 更大，A-Softmax 大于 0° 且最大"),
      measured: ValueForm.degrees.measures(gaps),
      isReproduced: gaps.count == 3 && gaps[0].value < 0 && gaps[1].value > gaps[0].value
        && gaps[2].value > max(0, gaps[1].value)),
  ]
}
