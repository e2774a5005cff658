extension Figure {
  static let thetaHistograms = Figure(
    name: "theta-histograms",
    title: Wording("Angles during training, and of pairs after it", zh: "训练中的角度，以及训练后的样本对角度"),
    source: Wording("ArcFace Fig. 4a and 6", zh: "ArcFace 图 4a、6"),
    summary: Wording(
      "Above, the angle θ_y of test samples to the weight of their class at the start, in the "
        + "middle and at the end of training with ArcFace; below, the angles of pairs of one "
        + "identity and of two after training with softmax, triplet loss and ArcFace.",
      zh: "上排：ArcFace 训练开始、中间、结束时测试样本与本类权重的夹角 θ_y；"
        + "下排：softmax、三元组损失与 ArcFace 训练后同身份与不同身份样本对的角度。"),
    caveat: Wording(
      "Follows the paper in s = 64 and m = 0.5, with 1,500 samples of each of 8 people; cannot in data "
        + "and dimensions: in 512 the angle starts near 90°, in the plane it starts anywhere between 0° "
        + "and 180°, with the same mean.",
      zh: "与论文一致：s = 64，m = 0.5，8 个人各 1500 个样本；不能一致：数据与维数：512 维时夹角起始集中于 90°，"
        + "平面上起始于 0° 到 180° 之间任意处，均值相同。"),
    citations: ["Deng et al. 2019, CVPR, arXiv:1801.07698"], data: .any(standard: "identities"),
    ownSettings: .all
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax"), .triplet,
        RunVariant("ArcFace, m = 0.5", "arcface") {
          $0["m"] = 0.5
        } training: {
          $0.options.snapshotInterval = 50
        }, RunVariant(Wording("norm-softmax", zh: "归一化 softmax"), "normface"),
      ], data: context.request(standard: "identities", classes: 8), setup: .identities)
    return FigureResult(thetaClaims(groups), of: groups) { paper in
      let moments = [
        paper.said("start", zh: "开始"), paper.said("middle", zh: "中间"), paper.said("end", zh: "结束"),
      ]
      let angles = targetAngles(groups[2].shown)
      // The numbers are those of the claims: means over the seeds.
      let means = meanTargetAngles(groups[2])
      return paper.gridPage(
        rows: 2, columns: 3, side: 190, aspect: 1.3, gap: 44, bottom: Panel.axisRoom,
        key: paper.pairKey
      ).scene { frames in
        zip(angles.indices, frames).map { place, frame in
          paper.anglePanel(
            angles[place], in: frame,
            heading: RichText(
              plain: "ArcFace, \(moments[place]): " + paper.said("mean ", zh: "均值 ")
                + degreesText(means[place])))
        }
          + zip(groups.prefix(3), frames.dropFirst(3)).map { group, frame in
            paper.pairPanel(
              testPairs(group.shown), in: frame,
              heading: RichText(
                plain: group.label[paper.language] + paper.said(", overlap ", zh: "，重叠 ")
                  + percentText(group.mean { testPairs($0).overlap })))
          }
      }
    }
  }
}

/// The angles of test samples to the weights of their classes at the first, the middle and the last
/// snapshot, radians.
func targetAngles(_ run: Run) -> [[Double]] {
  guard !run.snapshots.isEmpty else { return [] }
  let last = run.snapshots.count - 1
  let half = Double(run.snapshots[last].step) / 2
  let middle =
    run.snapshots.indices.min {
      abs(Double(run.snapshots[$0].step) - half) < abs(Double(run.snapshots[$1].step) - half)
    } ?? 0
  return [0, middle, last].map { place in
    let snapshot = run.snapshots[place]
    return run.test.labels.enumerated().map { row, label in
      angleBetween(snapshot.features.row(row), snapshot.parameters.weights.row(label)).radians
    }
  }
}

/// The mean angle at each of those moments, over samples and seeds, radians.
func meanTargetAngles(_ group: RunGroup) -> [Double] {
  (0..<3).map { place in
    group.mean { run in
      let angles = targetAngles(run)
      return place < angles.count ? mean(angles[place]) : .nan
    }
  }
}

/// - Parameter groups: softmax, triplet loss, ArcFace, norm-softmax.
func thetaClaims(_ groups: [RunGroup]) -> [Claim] {
  let (softmax, triplet, arcface, plain) = (groups[0], groups[1], groups[2], groups[3])
  let angles = [plain, arcface].map { $0.named { $0.meanTargetAngle($0.test).degrees } }
  let overlaps = [softmax, triplet, arcface].map { $0.named { testPairs($0).overlap.percent } }
  let right = [softmax, arcface].map { group in
    group.named(
      Wording("of correct samples, \(group.label.en)", zh: "分对的样本，\(group.label.zh)")
    ) { correctPairs($0).overlap.percent }
  }
  return [
    Claim(
      Wording("the margin brings samples nearer to their weight", zh: "间隔使样本更靠近本类权重"),
      threshold: Wording(
        "mean θ_y of test samples at most three quarters of that without margin (norm-softmax)",
        zh: "测试样本的平均 θ_y 不超过无间隔（归一化 softmax）的四分之三"),
      measured: ValueForm.degrees.measures(angles),
      isReproduced: angles[1].value <= 0.75 * angles[0].value
    ).refuted(.withoutMargin),
    Claim(
      Wording("pairs of one and of two identities overlap less", zh: "同/异身份样本对重叠更少"),
      threshold: Wording(
        "overlap of the histograms for ArcFace at most half of softmax's",
        zh: "直方图重叠 ArcFace 不超过 softmax 的一半"),
      measured: ValueForm.percent.measures([overlaps[0], overlaps[2]] + right),
      isReproduced: overlaps[2].value <= 0.5 * overlaps[0].value
    ).failing(
      because: Wording(
        "most of what overlaps are the few samples in the wrong class, which no margin moves",
        zh: "重叠主要来自少数落入错误类的样本，任何间隔都移不动它们")
    ).refuted(.withOneLoss),
    Claim(
      Wording("less than under triplet loss, too", zh: "也少于三元组损失"),
      threshold: Wording(
        "overlap of the histograms for ArcFace below that for triplet loss",
        zh: "直方图重叠 ArcFace 低于三元组损失"),
      measured: ValueForm.percent.measures([overlaps[1], overlaps[2]]),
      isReproduced: overlaps[2].value < overlaps[1].value
    ).refuted(.withOneLoss),
  ]
}

extension FigurePaper {
  /// A histogram of angles between 0° and 180°.
  func anglePanel(_ angles: [Double], in frame: Rectangle, heading: RichText) -> Scene.Item {
    angleBars(
      "angles",
      [(shares(of: angles, in: 0...Double.pi, parts: 60), theme.mark(Palette.okabeIto.colors[2]))],
      in: frame, title: "$θ_y$", heading: heading)
  }
}
