import LossLab

extension Figure {
  static let spherefaceSphere = Figure(
    name: "sphereface-sphere",
    title: Wording("A-Softmax on the sphere", zh: "球面上的 A-Softmax"),
    source: "SphereFace Fig. 5",
    summary: Wording(
      "Six identities with three-dimensional features, projected on the unit sphere, for m = 1, 2, "
        + "3 and 4; below, the angles between two samples of one identity and of two.",
      zh: "六个身份的三维特征投影到单位球面，m = 1、2、3、4；下排为同身份与不同身份样本对的角度。"),
    caveat: Wording(
      "The paper shows the 6 people of CASIA-WebFace with the most images, and the pairs of two of "
        + "them; the pairs here are those of all classes.",
      zh: "论文使用 CASIA-WebFace 中图像最多的 6 人并统计其中两类；此处统计所有类。"),
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
      }, data: context.request(standard: "identities", classes: 6))
    return FigureResult(
      claims: sphereClaims(groups), dataTitle: groups[0].dataTitle
    ) { paper in
      let scenes = groups.map { RunScene($0.shown, style: paper.style) }
      let layout = paper.gridPage(
        rows: 2, columns: groups.count, side: 225, gap: 42,
        bottom: Panel.tickRoom + Panel.titleRoom,
        key: scenes[0].caption.key([.features], classes: scenes[0].classes) + paper.pairKey)
      let pairs = groups.map { testPairs($0.shown) }
      return paper.scene(
        layout.page,
        groups.indices.flatMap { column in
          [
            scenes[column].spherePanel(
              in: sphereFrame(layout.grid.frames[column]),
              heading: RichText(plain: groups[column].label[paper.language])),
            paper.pairPanel(
              pairs[column], in: layout.grid.frames[groups.count + column],
              heading: RichText(
                plain: paper.word("pairs, overlap ", zh: "样本对，重叠 ")
                  + percentText(groups[column].mean { testPairs($0).overlap }))),
          ]
        })
    }
  }
}

/// Spheres have no axes, and may fill the room of those below them.
private func sphereFrame(_ frame: Rectangle) -> Rectangle {
  Rectangle(x: frame.x - 15, y: frame.y, width: frame.width + 30, height: frame.height + 30)
}

/// The angles between test samples, two by two.
func testPairs(_ run: Run) -> PairTally {
  PairTally(run.test.features, labels: run.test.labels)
}

/// - Parameter groups: m = 1, 2, 3, 4.
func sphereClaims(_ groups: [RunGroup]) -> [Claim] {
  func clearance(_ run: Run) -> Double {
    let largest = largestAngles(
      run.test.features, labels: run.test.labels, classes: run.classCount)
    return (run.metrics.minInter - (largest.max() ?? 0)).degrees
  }
  func values(_ value: (Run) -> Double) -> [NamedValue] {
    groups.map { NamedValue($0.label, $0.mean(value)) }
  }
  return [
    .falls(
      Wording("pairs of one identity move together", zh: "同身份样本对的角度减小"),
      values { testPairs($0).positive.mean.degrees }, as: .degrees),
    .falls(
      Wording("the two histograms part", zh: "两个直方图分离"),
      values { testPairs($0).overlap.percent }, as: .percent),
    .rises(
      Wording(
        "smallest angle between classes less largest within one grows",
        zh: "最小类间角减最大类内角增大"), values(clearance), as: .degrees),
  ]
}

extension FigurePaper {
  private var pairColors: (same: Color, different: Color) {
    let colors = Palette.okabeIto.colors.map { theme.mark($0) }
    return (colors[4], colors[5])
  }

  /// What the colors of `pairPanel` mean.
  var pairKey: [KeyItem] {
    [
      KeyItem(
        .area(pairColors.same.withOpacity(0.7)),
        RichText(plain: word("pairs of one identity", zh: "同身份样本对"))),
      KeyItem(
        .area(pairColors.different.withOpacity(0.7)),
        RichText(plain: word("pairs of two", zh: "不同身份样本对"))),
    ]
  }

  /// Histograms of pair angles, each of area 1.
  func pairPanel(_ pairs: PairTally, in frame: Rectangle, heading: RichText) -> Scene.Item {
    let (same, different) = (shares(pairs.positive), shares(pairs.negative))
    let highest = max(1, (same + different).max() ?? 1)
    let panel = Panel(in: frame, x: 0...180, y: 0...1.08 * highest, theme: theme)
    let ticks = [0, 45, 90, 135, 180].map { Tick($0, "\(Int($0))°") }
    return .group(
      Scene.Group(
        "pairs",
        items: [
          panel.axes(
            x: Axis(RichText(plain: word("angle of a pair", zh: "样本对的角度")), ticks: ticks),
            y: Axis(grid: true, unit: " %", count: 4)),
          panel.clipped(
            "bars",
            [
              panel.histogram(different, over: 0...180, color: pairColors.different),
              panel.histogram(same, over: 0...180, color: pairColors.same),
            ]), panel.border, panel.heading(heading),
        ]))
  }

  /// Percent of the angles in each of 60 equal parts of 180°.
  private func shares(_ angles: PairAngles) -> [Double] {
    stride(from: 0, to: 180, by: 3).map { start in
      let count = angles.histogram[start..<start + 3].reduce(0, +)
      return (Double(count) / Double(max(1, angles.count))).percent
    }
  }
}
