import LossLab

extension Figure {
  static let subcenterNoise = Figure(
    name: "subcenter-noise",
    title: Wording("Sub-centers: a place for wrong labels", zh: "子中心：给错误标签一个去处"),
    source: Wording("Sub-center ArcFace Fig. 1, 4", zh: "Sub-center ArcFace 图 1、4"),
    summary: Wording(
      "ArcFace with three weights a class and with one, on training labels of which a part is "
        + "wrong. Wrong samples may gather at a weight of their own, so that the one most samples "
        + "lie at stays clean. On the left the features of 20 % flips: crosses are training samples "
        + "with a wrong label.",
      zh: "训练标签部分错误时，每类三个权重与一个权重的 ArcFace。错误样本可聚到自己的权重处，使多数样本所在的权重保持干净。"
        + "左图为 20 % 翻转时的特征：叉号为标签错误的训练样本。"),
    caveat: Wording(
      "The paper: 38.5 % of wrong samples, 12.4 % of them left at the dominant sub-center, in 512 "
        + "dimensions. A plane has little room for further weights.",
      zh: "论文：512 维中 38.5 % 的样本有误，主子中心处剩 12.4 %。平面上容不下更多权重。"),
    formulas: ["s cos(θ_y + m),  θ_j = min_k θ_{jk}"],
    citations: ["Deng et al. 2020, ECCV, \"Sub-center ArcFace\""],
    data: .any(standard: "identities")
  ) { context in
    let outcome = try SubcenterOutcome(context)
    return FigureResult(claims: outcome.claims, dataTitle: outcome.dataTitle) { paper in
      let layout = paper.gridPage(
        columns: 3, side: 250, gap: 62, bottom: Panel.tickRoom + Panel.titleRoom,
        key: outcome.key(paper))
      let frames = layout.grid.frames
      return paper.scene(
        layout.page,
        [0, 1].map { paper.wrongLabelPanel(outcome, variant: $0, in: frames[$0]) }
          + [paper.subcenterPanel(outcome, in: frames[2])])
    }
  }
}

/// ArcFace with one weight a class and with three, under shares of wrong labels.
struct SubcenterOutcome: Sendable {
  static let shares = [0, 0.1, 0.2, 0.4]
  static let shownShare = 2

  /// By number of weights and share.
  let groups: [[RunGroup]]

  /// - Throws: what training throws.
  init(_ context: FigureContext) throws {
    let data = context.request(standard: "identities", classes: 6)
    groups = try [1.0, 3].map { count in
      try context.groups(
        Self.shares.map { share in
          RunVariant(Wording("K = \(Int(count))"), "subcenter-arcface") {
            $0["k"] = .number(count)
          } training: {
            $0.data.options.noise = LabelNoise(share: share)
          }
        }, data: data)
    }
  }

  /// - Parameter groups: by number of weights (1, 3) and share.
  init(groups: [[RunGroup]]) { self.groups = groups }

  var dataTitle: Wording { groups[0][0].dataTitle }
  var labels: [Wording] { groups.map { $0[0].label } }

  /// Percent.
  func accuracies(_ variant: Int, share: Int) -> [Double] {
    groups[variant][share].runs.map { $0.metrics.testAccuracy.percent }
  }

  /// Which training samples have a wrong label: the others' are those of the run without noise.
  func isWrong(_ variant: Int, share: Int, seed: Int) -> [Bool] {
    zip(
      groups[variant][share].runs[seed].train.labels, groups[variant][0].runs[seed].train.labels
    ).map { $0 != $1 }
  }

  /// The share of wrong labels among samples that lie nearest to the weight of their class at which
  /// most do, percent, a mean over seeds.
  func wrongAtDominant(_ variant: Int, share: Int) -> Double {
    let runs = groups[variant][share].runs
    return mean(
      runs.indices.map { seed in
        let (run, wrong) = (runs[seed], isWrong(variant, share: share, seed: seed))
        let classifier = run.classifier
        let dominant = classifier.dominantRows(in: run.train)
        let there = run.train.labels.indices.filter { sample in
          let label = run.train.labels[sample]
          func cosine(_ row: Int) -> Double {
            angleBetween(run.train.features.row(sample), run.parameters.weights.row(row)).cosine
          }
          let own = cosine(dominant[label])
          return classifier.rows(of: label).allSatisfy { cosine($0) <= own }
        }
        return 100 * Double(there.count { wrong[$0] }) / Double(max(1, there.count))
      })
  }

  var claims: [Claim] {
    let shown = Self.shownShare
    func means(_ share: Int) -> [NamedValue] {
      labels.indices.map { NamedValue(labels[$0], mean(accuracies($0, share: share))) }
    }
    let (clean, noisy) = (means(0), means(shown))
    let overall = Self.shares[shown].percent
    let left = labels.indices.map { NamedValue(labels[$0], wrongAtDominant($0, share: shown)) }
    return [
      Claim(
        Wording("with wrong labels three weights are better than one", zh: "标签有误时三个权重优于一个"),
        threshold: Wording(
          "test accuracy of K = 3 above K = 1 at 20 % flips", zh: "20 % 翻转时 K = 3 的测试准确率高于 K = 1"),
        measured: ValueForm.percent.measures(noisy), isReproduced: noisy[1].value > noisy[0].value),
      Claim(
        Wording("the dominant weight keeps few of the wrong samples", zh: "主权重处错误样本很少"),
        threshold: Wording(
          "with K = 3 at most half of the 20 % overall", zh: "K = 3 时至多为总体 20 % 的一半"),
        measured: ValueForm.percent.measures(left), isReproduced: left[1].value <= overall / 2),
      Claim(
        Wording("on clean labels further weights cost nothing", zh: "标签无误时多出的权重没有代价"),
        threshold: Wording(
          "test accuracy of K = 3 at most 1 point below K = 1", zh: "K = 3 的测试准确率至多低 1 个百分点"),
        measured: ValueForm.percent.measures(clean),
        isReproduced: clean[1].value >= clean[0].value - 1),
    ]
  }

  func key(_ paper: FigurePaper) -> [KeyItem] {
    paper.classKey(groups[0][0].shown) + [
      KeyItem(
        .dot(.cross, fill: paper.theme.ink, stroke: nil), paper.text("wrong label", zh: "错误标签"))
    ]
  }
}

extension FigurePaper {
  /// Training features by label with their weights; those with a wrong label as crosses.
  fileprivate func wrongLabelPanel(
    _ outcome: SubcenterOutcome, variant: Int, in frame: Rectangle
  ) -> Scene.Item {
    let run = outcome.groups[variant][SubcenterOutcome.shownShare].shown
    let wrong = outcome.isWrong(variant, share: SubcenterOutcome.shownShare, seed: 0)
    let panel = Panel(equalIn: frame, x: -1.25...1.25, y: -1.25...1.25, theme: theme)
    let rows = thinned(run.train.labels.count, to: 1500)
    // By direction, right ones inside the circle, wrong ones outside it, so that neither hides the
    // other.
    func place(_ row: Int) -> Point {
      let feature = run.train.features.row(row)
      let reach = 0.06 * Double(row % 7) / 7
      return Point(
        angle: atan2(feature[1], feature[0]), radius: wrong[row] ? 1.05 + reach : 0.95 - reach)
    }
    let marks = classStyles(run).enumerated().flatMap { index, style -> [Scene.Item] in
      let own = rows.filter { run.train.labels[$0] == index }
      var cross = style
      cross.shape = .cross
      return [
        panel.dots(own.filter { !wrong[$0] }.map(place), style, radius: 1.3),
        panel.dots(own.filter { wrong[$0] }.map(place), cross, radius: 2),
      ]
    }
    let count = run.classifier.head.rowsPerClass
    let dominant = run.classifier.dominantRows(in: run.train)
    let arrows = (0..<run.parameters.weights.rows).map { row -> Scene.Item in
      let weight = run.parameters.weights.row(row)
      let isMain = dominant[row / count] == row
      return panel.arrow(
        from: .zero, to: Point(angle: atan2(weight[1], weight[0]), radius: isMain ? 0.82 : 0.62),
        color: theme.label(classStyles(run)[row / count].color), width: isMain ? 2 : 1)
    }
    return .group(
      Scene.Group(
        "wrong labels",
        items: [
          panel.clipped("samples", marks + arrows), panel.border,
          panel.heading(
            RichText(
              plain: listed(
                outcome.labels[variant][language],
                word("20 % of labels wrong", zh: "20 % 标签错误")))),
        ]))
  }

  /// Test accuracy, and the wrong samples at dominant weights, against the share of wrong labels.
  fileprivate func subcenterPanel(
    _ outcome: SubcenterOutcome, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: -2...42, y: 0...103, theme: theme)
    let colors = lineColors(outcome.labels.count)
    var items: [Scene.Item] = []
    var marks: [Scene.Item] = []
    for variant in outcome.labels.indices {
      let values = SubcenterOutcome.shares.indices.map { share -> SpreadValue in
        let all = outcome.accuracies(variant, share: share)
        return SpreadValue(
          x: SubcenterOutcome.shares[share].percent, mean: mean(all), low: all.min() ?? 0,
          high: all.max() ?? 0)
      }
      items.append(
        panel.line(values.map { Point($0.x, $0.mean) }, color: colors[variant], width: 1.6))
      items.append(panel.errorBars(values, color: colors[variant]))
      let wrong = SubcenterOutcome.shares.indices.map {
        Point(
          SubcenterOutcome.shares[$0].percent, outcome.wrongAtDominant(variant, share: $0))
      }
      items.append(panel.line(wrong, color: colors[variant], width: 1.6, style: .dashed))
      marks.append(
        panel.label(
          RichText(plain: outcome.labels[variant][language]), at: Point(36, values[3].mean),
          offset: Point(0, variant == 0 ? 11 : -11), color: colors[variant]))
    }
    return .group(
      Scene.Group(
        "accuracy",
        items: [
          panel.axes(
            x: Axis(
              text("wrong training labels", zh: "错误训练标签"),
              ticks: [0, 10, 20, 30, 40].map { Tick($0, "\(Int($0)) %") }),
            y: Axis(grid: true, unit: " %")),
          panel.clipped("lines", items), panel.border,
          panel.heading(
            text("test accuracy (dashed: wrong at dominant weight)", zh: "测试准确率（虚线：主权重处的错误）")),
        ] + marks))
  }
}
