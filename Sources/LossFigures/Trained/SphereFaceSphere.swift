extension Figure {
  static let spherefaceSphere = Figure(
    name: "sphereface-sphere",
    title: Wording("A-Softmax on the sphere", zh: "球面上的 A-Softmax"),
    source: Wording("SphereFace Fig. 5", zh: "SphereFace 图 5"),
    summary: Wording(
      "Six identities with three-dimensional features, projected on the unit sphere, for m = 1, 2, "
        + "3 and 4; below, the angles between two samples of one identity and of two.",
      zh: "六个身份的三维特征投影到单位球面，m = 1、2、3、4；下排为同身份与不同身份样本对的角度。"),
    caveat: Wording(
      "Follows the paper in 6 people, here of 1,500 samples, and three dimensions; cannot in the "
        + "data: synthetic identities for CASIA-WebFace. The pairs are those of all classes, the "
        + "paper's those of two; spheres and histograms show test samples.",
      zh: "与论文一致：6 个人（此处各 1500 个样本），三维特征；不能一致：以合成身份代替 CASIA-WebFace。"
        + "样本对取自所有类，论文只取两类；球面与直方图为测试样本。"),
    formulas: ["‖x‖ ψ(θ_y),  ψ(θ) = (−1)^k cos mθ − 2k"],
    citations: ["Liu et al. 2017, CVPR, arXiv:1704.08063"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      (1...4).map { margin in
        RunVariant("m = \(margin)", margin == 1 ? "modified-softmax" : "sphereface") {
          if margin > 1 { $0["m"] = .number(Double(margin)) }
        } training: {
          $0.options.dimensions = 3
        }
      }, data: context.request(standard: "identities", classes: 6),
      setup: FigureSetup(samples: 1500))
    return FigureResult(sphereClaims(groups), of: groups) { paper in
      let scenes = groups.map { RunScene($0.shown, style: paper.style) }
      return paper.gridPage(
        rows: 2, columns: groups.count, side: 225, gap: 42, bottom: Panel.axisRoom,
        key: scenes[groups.count - 1].caption.key([.features], classes: scenes[0].classes)
          + paper.pairKey
      ).scene { frames in
        groups.enumerated().flatMap { column, group in
          [
            scenes[column].spherePanel(
              in: sphereFrame(frames[column]), heading: paper.text(group.label)),
            paper.pairPanel(
              testPairs(group.shown), in: frames[groups.count + column],
              heading: RichText(
                plain: paper.said("pairs, overlap ", zh: "样本对，重叠 ")
                  + percentText(group.mean { testPairs($0).overlap }))),
          ]
        }
      }
    }
  }
}

/// Spheres have no axes, and may fill the room of those below them.
private func sphereFrame(_ frame: Rectangle) -> Rectangle {
  Rectangle(x: frame.x - 15, y: frame.y, width: frame.width + 30, height: frame.height + 30)
}

/// The angles between test samples, two by two.
func testPairs(_ run: Run) -> PairTally { pairs(run.test) }

/// The same of the samples that are classified as labelled.
func correctPairs(_ run: Run) -> PairTally { pairs(run.test.correct) }

private func pairs(_ all: FeatureSet) -> PairTally {
  let set = all.rows(evenly(Array(all.labels.indices), 1200))
  return PairTally(set.features, labels: set.labels)
}

/// - Parameter groups: m = 1, 2, 3, 4.
func sphereClaims(_ groups: [RunGroup]) -> [Claim] {
  let test = groups.map { group in
    group.named(Wording("test, \(group.label.en)", zh: "测试，\(group.label.zh)")) {
      $0.clearance($0.test).degrees
    }
  }
  return [
    .rises(
      Wording(
        "training: smallest angle between classes less that within one grows", zh: "训练集：最小类间角减类内角增大"
      ), groups.map { $0.named { $0.clearance($0.train).degrees } }, as: .degrees
    ).with(
      Wording(
        "smallest angle of two class means less the 99th percentile of pairs within classes: each "
          + "above the one before (on test samples it is shown, not claimed)",
        zh: "最小类均值夹角减同类样本对角度的 99 百分位：每个都高于前一个（测试集仅列出，不作论断）"),
      measured: ValueForm.degrees.measures(test)
    ).refuted(.withoutMargin),
    .falls(
      Wording("test pairs of one identity move together", zh: "同身份测试样本对的角度减小"),
      groups.map { $0.named { testPairs($0).positive.mean.degrees } }, as: .degrees
    ).refuted(.withoutMargin),
  ]
}

extension FigurePaper {
  private var pairColors: (same: Color, different: Color) {
    // Those of own and other classes everywhere; in grey the two that are furthest apart.
    (theme.hues[0], theme.hues[4])
  }

  /// What the colors of `pairPanel` mean.
  var pairKey: [KeyItem] {
    [
      keyItem(.area(pairColors.same.withOpacity(0.7)), "pairs of one identity", zh: "同身份样本对"),
      keyItem(.area(pairColors.different.withOpacity(0.7)), "pairs of two", zh: "不同身份样本对"),
    ]
  }

  /// Histograms of pair angles, each of area 1.
  func pairPanel(_ pairs: PairTally, in frame: Rectangle, heading: RichText) -> Scene.Item {
    let (same, different) = (shares(pairs.positive), shares(pairs.negative))
    return angleBars(
      "pairs", [(different, pairColors.different), (same, pairColors.same)], in: frame,
      title: text("angle of a pair", zh: "样本对的角度"), heading: heading)
  }

  /// Histograms over one another, of equal parts of 180°.
  func angleBars(
    _ name: String, _ bars: [(shares: [Double], color: Color)], in frame: Rectangle,
    title: RichText, heading: RichText
  ) -> Scene.Item {
    let highest = max(1, bars.flatMap(\.shares).max() ?? 1)
    let panel = Panel(in: frame, x: 0...180, y: 0...1.08 * highest, theme: theme)
    let ticks = [0, 45, 90, 135, 180].map { Tick($0, "\(Int($0))°") }
    return panel.chart(
      name, x: Axis(title, ticks: ticks), y: Axis(grid: true, unit: " %", count: 4),
      inside: panel.clipped(
        "bars", bars.map { panel.histogram($0.shares, over: 0...180, color: $0.color) }),
      heading: heading)
  }

  /// Percent of the angles in each of 60 equal parts of 180°.
  private func shares(_ angles: PairAngles) -> [Double] {
    stride(from: 0, to: 180, by: 3).map { start in
      let count = angles.histogram[start..<start + 3].reduce(0, +)
      return (Double(count) / Double(max(1, angles.count))).percent
    }
  }
}
