extension Figure {
  static let tripletConvergence = Figure(
    name: "triplet-convergence",
    title: Wording(
      "Triplet loss against softmax-type losses on the same samples",
      zh: "相同样本量下的三元组损失与 softmax 类损失"),
    source: Wording(
      "the article's remark that triplet loss is slow and hard to train",
      zh: "文章称三元组损失收敛慢、难训练"),
    summary: Wording(
      "Test accuracy by the nearest class mean direction against the number of samples seen, the "
        + "same batches for all losses; the band spans the seeds.",
      zh: "按最近类均值方向的测试准确率随已见样本数的变化，所有损失使用相同批次；色带为各种子的范围。"),
    caveat: Wording(
      "Semi-hard mining inside batches of 64, of 8 classes: easy conditions for triplets, of which "
        + "a real data set has far more. s = 64; 500 samples of each of 8 synthetic identities, looked "
        + "at after every batch.",
      zh: "在 64 个样本、8 类的批内做半难挖掘：对三元组是容易的条件，真实数据中三元组多得多。"
        + "s = 64；8 个合成身份各 500 个样本，每批之后都测量。"),
    citations: ["Schroff et al. 2015, CVPR, arXiv:1503.03832"], data: .any(standard: "identities"),
    ownSettings: .all
  ) { context in
    let groups = try context.groups(
      [
        .convergence("softmax", "softmax"), .convergence("Center loss", "center"),
        .convergence("CosFace", "cosface"), .convergence("ArcFace", "arcface"),
        .convergence(Wording("triplet loss", zh: "三元组损失"), "triplet"),
      ], data: context.request(standard: "identities", classes: 8),
      setup: FigureSetup(samples: 500, scale: 64))
    return FigureResult(convergenceClaims(groups), of: groups) { paper in
      let names = groups.map { paper.text($0.label) }
      // In a column the lines need the room.
      let hasEndLabels = paper.width(natural: Page.narrow) == Page.narrow
      let layout = paper.gridPage(
        columns: 1, side: 330, aspect: hasEndLabels ? 2 : 1.4, bottom: Panel.axisRoom,
        key: hasEndLabels ? [] : paper.lineKey(names, paper.lineColors(names.count), width: 1.6))
      var frame = layout.frames[0]
      frame.x = layout.page.body.x + 30
      frame.width = layout.page.body.width - 30
      if hasEndLabels { frame.width -= Panel.room(for: names, theme: paper.theme) }
      return layout.scene { _ in
        [paper.convergencePanel(groups, in: frame, hasEndLabels: hasEndLabels)]
      }
    }
  }
}

extension RunVariant {
  /// Triplet loss in batches of 64, watched every 20 steps: the run that several figures share.
  static var triplet: RunVariant {
    RunVariant(
      Wording("triplet loss", zh: "三元组损失"), "triplet",
      training: {
        $0.steps = 700
        $0.options.batch = 64
        $0.options.snapshotInterval = 20
      })
  }

  /// Half as many steps, watched at each.
  static func convergence(_ label: Wording, _ loss: String) -> RunVariant {
    RunVariant(
      label, loss,
      training: {
        $0.steps = 350
        $0.options.batch = 64
        $0.options.snapshotInterval = 1
      })
  }
}

/// How many samples had been seen, and the share of test samples nearest to their own class's mean
/// direction then.
func convergenceCurve(_ run: Run) -> [Point] {
  run.snapshots.map { snapshot in
    let directions = ClassDirections(
      snapshot.features, labels: run.test.labels, classes: run.classCount)
    let predicted = Classifier.nearestDirection(directions.means)
      .predictions(for: snapshot.features)
    return Point(
      x: Double(snapshot.step * run.options.batch),
      y: accuracy(predicted, run.test.labels).percent)
  }
}

/// The samples seen until 90 % are right and stay so; all of them where that is never.
func samplesNeeded(_ curve: [Point]) -> Double {
  let after = curve.lastIndex { $0.y < 90 }.map { $0 + 1 } ?? 0
  return after < curve.count ? curve[after].x : curve.last?.x ?? 0
}

/// The mean over the last tenth of a curve.
func settledAccuracy(_ curve: [Point]) -> Double {
  mean(curve.suffix(max(1, curve.count / 10)).map(\.y))
}

/// - Parameter groups: softmax, center loss, CosFace, ArcFace, triplet loss.
func convergenceClaims(_ groups: [RunGroup]) -> [Claim] {
  let curves = groups.map { $0.runs.map(convergenceCurve) }
  let needed = zip(groups, curves).map { NamedValue($0.label, seeds: $1.map(samplesNeeded)) }
  let final = zip(groups, curves).map { NamedValue($0.label, seeds: $1.map(settledAccuracy)) }
  let triplet = needed.last?.value ?? 0
  return [
    Claim(
      Wording("triplet loss is slower", zh: "三元组损失收敛更慢"),
      threshold: Wording(
        "samples seen until 90 % of test samples are right and stay so: at least a tenth more than "
          + "for every other loss",
        zh: "测试样本 90 % 正确并保持之前已见的样本数：比其他每种损失至少多十分之一"),
      measured: ValueForm(places: 0).measures(needed),
      isReproduced: needed.dropLast().allSatisfy { 1.1 * $0.value <= triplet }
    ).refuted(.withOneLoss),
    Claim(
      Wording("and ends below the margin losses", zh: "最终低于间隔损失"),
      threshold: Wording(
        "accuracy over the last tenth of training: at least 0.3 points below CosFace and ArcFace",
        zh: "训练最后十分之一的准确率：比 CosFace 与 ArcFace 至少低 0.3 个百分点"),
      measured: ValueForm.percent.measures(final),
      isReproduced: final.count == 5
        && final[4].value <= min(final[2].value, final[3].value) - 0.3
    ).refuted(.withOneLoss),
  ]
}

extension FigurePaper {
  fileprivate func convergencePanel(
    _ groups: [RunGroup], in frame: Rectangle, hasEndLabels: Bool
  ) -> Scene.Item {
    let curves = groups.map { $0.runs.map(convergenceCurve) }
    let end = curves.flatMap { $0 }.flatMap { $0 }.map(\.x).max() ?? 1
    let start = curves.flatMap { $0 }.compactMap { $0.dropFirst().first?.x }.min() ?? 1
    let least = curves.flatMap { $0 }.flatMap { $0.dropFirst() }.map(\.y).min() ?? 0
    let lowest = 10 * (least / 10).rounded(.down) - 0.001
    let panel = Panel(
      in: frame, x: start...max(2 * start, end), y: lowest...100, theme: theme, xKind: .logarithmic)
    let colors = lineColors(groups.count)
    var (bands, lines): ([Scene.Item], [Scene.Item]) = ([], [])
    var labels: [EndLabel] = []
    for (index, group) in curves.enumerated() {
      // The first point, before any sample, has no place on a logarithm.
      let group = group.map { Array($0.dropFirst()) }
      guard let first = group.first else { continue }
      func at(_ place: Int) -> [Double] {
        group.compactMap { place < $0.count ? $0[place].y : nil }
      }
      func edge(_ value: ([Double]) -> Double?) -> [Point] {
        first.indices.map { Point(x: first[$0].x, y: value(at($0)) ?? 0) }
      }
      let middle = edge(mean)
      bands.append(
        panel.ribbon(lower: edge { $0.min() }, upper: edge { $0.max() }, color: colors[index]))
      lines.append(panel.line(middle, color: colors[index], width: 1.6, style: theme.line(index)))
      labels += middle.suffix(1).map {
        EndLabel(text(groups[index].label), at: $0, color: colors[index])
      }
    }
    return panel.chart(
      "curves", x: Axis(text("samples seen", zh: "已见样本数"), ticks: Self.sampleTicks),
      y: Axis(text("test accuracy", zh: "测试准确率"), grid: true, unit: " %"),
      inside: panel.clipped("lines", bands + lines),
      over: hasEndLabels ? [panel.endLabels(labels)] : [])
  }

  private static var sampleTicks: [Tick] {
    [10.0, 100, 1000, 10_000, 100_000].flatMap { power in
      [1.0, 2, 5].map { Tick($0 * power, "\(Int($0 * power))") }
    }
  }
}
