extension Figure {
  static let cosfaceToy = Figure(
    name: "cosface-toy",
    title: Wording("CosFace: the gap between identities grows with m", zh: "CosFace：身份之间的空隙随 m 增大"),
    source: Wording("CosFace Fig. 4", zh: "CosFace 图 4"),
    summary: Wording(
      "Eight identities under softmax and under the large margin cosine loss with m = 0, 0.1 and "
        + "0.2: above in the plane of features, below by direction alone.",
      zh: "八个身份：softmax 与 m = 0、0.1、0.2 的大间隔余弦损失；上排为特征平面，下排仅看方向。"),
    caveat: Wording(
      "Follows the paper in s = 64 and 8 people, here with 1,500 samples each; cannot in the data: "
        + "synthetic identities for its face images. In the plane 8 classes allow m ≤ 0.293; dashed "
        + "lines are the margined rules of training, not of recognition.",
      zh: "与论文一致：s = 64，8 个人（此处各 1500 个样本）；不能一致：以合成身份代替人脸图像。"
        + "平面上 8 类要求 m ≤ 0.293；虚线是训练时的带间隔规则。"),
    formulas: ["s (cos θ_y − m)"],
    citations: ["Wang et al. 2018, CVPR, arXiv:1801.09414"], data: .any(standard: "identities"),
    ownSettings: .all
  ) { context in
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")]
        + [0, 0.1, 0.2].map { RunVariant("m = \(short($0))", "cosface", m: $0) },
      data: context.request(standard: "identities", classes: 8), setup: .identities)
    return FigureResult(growingGapClaims(groups), of: groups) { paper in
      paper.planesAndCircles(groups, side: 225)
    }
  }
}

/// - Parameter groups: softmax, then CosFace with m = 0, 0.1, 0.2.
func growingGapClaims(_ groups: [RunGroup]) -> [Claim] {
  let gaps = groups.map { $0.named { $0.metrics.gap.degrees } }
  let angle = 2 * Double.pi / Double(max(2, groups[0].shown.classCount))
  let half = [0.1, 0.2].map { margin -> Double in
    let sine = margin / (2 * sin(angle / 2))
    return sine < 1 ? (.pi / 2 - acos(sine)).degrees : .infinity
  }
  let increments = gaps.dropFirst(2).map { $0.minus(gaps[1]) }
  let scale = groups[0].named(Wording("‖W‖ ‖x‖ of softmax", zh: "softmax 的 ‖W‖ ‖x‖")) { run in
    mean(
      run.test.labels.enumerated().map { row, label in
        norm(run.parameters.weights.row(label)) * norm(run.test.features.row(row))
      })
  }
  return [
    .rises(Wording("the gap between neighbours grows", zh: "相邻类之间的空隙增大"), gaps, as: .degrees).with(
      measured: ValueForm(places: 0).measures([scale])
    ).failing(
      because: Wording(
        "softmax has a scale of its own, ‖W‖ ‖x‖, that starts small and grows: it pulls on where m = 0 "
          + "at s = 64 stops as soon as samples are right",
        zh: "softmax 的尺度 ‖W‖ ‖x‖ 由小变大，一直在拉；而 s = 64、m = 0 时样本一分对便停止")
    ).refuted(.withoutMargin),
    Claim(
      Wording("the margin is really there", zh: "间隔确实存在"),
      threshold: Wording(
        "gap above that of m = 0 by at least half of 2 asin(m / (2 sin(θ₁₂/2)))",
        zh: "空隙比 m = 0 至少大 2 asin(m / (2 sin(θ₁₂/2))) 的一半"),
      measured: zip(increments, half).flatMap { increment, half in
        ValueForm.degrees.measures([
          increment, NamedValue(Wording("half of theory", zh: "理论值的一半"), half),
        ])
      }, isReproduced: !increments.isEmpty && zip(increments, half).allSatisfy { $0.value >= $1 }
    ).refuted(.withoutMargin),
  ]
}

extension FigurePaper {
  /// Two rows: features of each setting in the plane, and the same by direction alone.
  func planesAndCircles(_ groups: [RunGroup], side: Double) -> Scene {
    let scenes = groups.map { RunScene($0.shown, style: style) }
    let key = scenes.last?.caption.key([.features, .angles], classes: scenes[0].classes) ?? []
    return gridPage(rows: 2, columns: groups.count, side: side, key: key).scene { frames in
      zip(groups, scenes).enumerated().flatMap { column, shown in
        [
          shown.1.featurePanel(in: frames[column], heading: text(shown.0.label)),
          shown.1.anglePanel(
            in: frames[groups.count + column].inset(top: 10),
            heading: listed(shown.0.label, Wording("by angle", zh: "按角度"))),
        ]
      }
    }
  }
}
