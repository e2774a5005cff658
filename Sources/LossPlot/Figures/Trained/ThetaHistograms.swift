import LossLab

extension Figure {
  static let thetaHistograms = Figure(
    name: "theta-histograms",
    title: Wording(
      "Angles during training, and of pairs after it", zh: "训练中的 θ_y 与训练后的样本对角度"),
    source: Wording("ArcFace Fig. 4a and 6", zh: "ArcFace 图 4a、6"),
    summary: Wording(
      "Above, the angle θ_y of test samples to the weight of their class at the start, in the "
        + "middle and at the end of training with ArcFace; below, the angles of pairs of one "
        + "identity and of two after training with softmax, triplet loss and ArcFace.",
      zh: "上排：ArcFace 训练开始、中间、结束时测试样本与本类权重的夹角 θ_y；"
        + "下排：softmax、三元组损失与 ArcFace 训练后同身份与不同身份样本对的角度。"),
    caveat: Wording(
      "In 512 dimensions the angle starts near 90°; in the plane a random start is uniform between 0° "
        + "and 180°, with the same mean.",
      zh: "512 维时夹角起始集中于 90°；平面上随机初始化在 0° 到 180° 间均匀分布，均值相同。"),
    citations: ["Deng et al. 2019, CVPR, arXiv:1801.07698"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax"), .triplet,
        RunVariant("ArcFace, m = 0.5", "arcface") {
          $0["m"] = 0.5
        } training: {
          $0.options.snapshotInterval = 350
        },
      ], data: context.request(standard: "identities", classes: 8))
    return FigureResult(
      claims: thetaClaims(softmax: groups[0], arcface: groups[2]),
      dataTitle: groups[0].dataTitle
    ) { paper in
      let layout = paper.gridPage(
        rows: 2, columns: 3, side: 190, aspect: 1.3, gap: 44,
        bottom: Panel.tickRoom + Panel.titleRoom, key: paper.pairKey)
      let moments = [
        paper.word("start", zh: "开始"), paper.word("middle", zh: "中间"),
        paper.word("end", zh: "结束"),
      ]
      let angles = targetAngles(groups[2].shown)
      // The numbers are those of the claims: means over the seeds.
      let means = meanTargetAngles(groups[2])
      let top = zip(angles.indices, layout.grid.frames).map { place, frame in
        let moment = (moments[place], angles[place], means[place])
        return paper.anglePanel(
          moment.1, in: frame,
          heading: RichText(
            plain: "ArcFace, \(moment.0): " + paper.word("mean ", zh: "均值 ")
              + degreesText(moment.2)))
      }
      let bottom = zip(groups, layout.grid.frames.dropFirst(3)).map { group, frame in
        let pairs = testPairs(group.shown)
        return paper.pairPanel(
          pairs, in: frame,
          heading: RichText(
            plain: group.label[paper.language] + paper.word(", overlap ", zh: "，重叠 ")
              + percentText(group.mean { testPairs($0).overlap })))
      }
      return paper.scene(layout.page, top + bottom)
    }
  }
}

/// The angles of test samples to the weights of their classes at the first, the middle and the last
/// snapshot, radians.
func targetAngles(_ run: Run) -> [[Double]] {
  guard !run.snapshots.isEmpty else { return [] }
  let last = run.snapshots.count - 1
  return [0, (last + 1) / 2, last].map { place in
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

func thetaClaims(softmax: RunGroup, arcface: RunGroup) -> [Claim] {
  let names = [
    Wording("start", zh: "开始"), Wording("middle", zh: "中间"), Wording("end", zh: "结束"),
  ]
  let means = zip(names, meanTargetAngles(arcface)).map { NamedValue($0, $1.degrees) }
  func overlap(_ run: Run) -> Double {
    testPairs(run).overlap.percent
  }
  let (before, after) = (softmax.mean(overlap), arcface.mean(overlap))
  return [
    .each(
      Wording("the angle to the own weight starts around 90°", zh: "与本类权重的夹角起始在 90° 附近"),
      threshold: Wording("mean between 80° and 100°", zh: "均值在 80° 与 100° 之间"),
      Array(means.prefix(1)), as: .degrees
    ) { 80...100 ~= $0 },
    .falls(Wording("it falls during training", zh: "训练中下降"), means, as: .degrees),
    .each(
      Wording("and ends far below 90°", zh: "结束时远小于 90°"),
      threshold: Wording("mean below 45°", zh: "均值小于 45°"),
      Array(means.suffix(1)), as: .degrees
    ) { $0 < 45 },
    Claim(
      Wording("pairs of one and of two identities overlap less", zh: "同/异身份样本对重叠更少"),
      threshold: Wording(
        "overlap of the histograms smaller for ArcFace than for softmax",
        zh: "直方图重叠 ArcFace 小于 softmax"),
      measured: ValueForm.percent.measures([
        NamedValue("softmax", before), NamedValue("ArcFace", after),
      ]), isReproduced: after < before),
  ]
}

extension FigurePaper {
  /// A histogram of angles between 0° and 180°.
  func anglePanel(_ angles: [Double], in frame: Rectangle, heading: RichText) -> Scene.Item {
    var shares = Array(repeating: 0.0, count: 60)
    for angle in angles {
      shares[min(59, Int(angle / .pi * 60))] += 100 / Double(max(1, angles.count))
    }
    let panel = Panel(
      in: frame, x: 0...180, y: 0...1.08 * max(1, shares.max() ?? 1), theme: theme)
    let ticks = [0, 45, 90, 135, 180].map { Tick($0, "\(Int($0))°") }
    return .group(
      Scene.Group(
        "angles",
        items: [
          panel.axes(
            x: Axis("$θ_y$", ticks: ticks), y: Axis(grid: true, unit: " %", count: 4)),
          panel.clipped(
            "bars",
            [
              panel.histogram(
                shares, over: 0...180, color: theme.mark(Palette.okabeIto.colors[2]))
            ]), panel.border, panel.heading(heading),
        ]))
  }
}
