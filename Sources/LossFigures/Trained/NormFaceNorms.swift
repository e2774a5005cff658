extension Figure {
  static let normfaceNorms = Figure(
    name: "normface-norms",
    title: Wording(
      "Why lengths mislead: softmax features and their probability", zh: "长度为何误导：softmax 特征与其概率"),
    source: Wording("NormFace Fig. 2", zh: "NormFace 图 2"),
    summary: Wording(
      "Softmax features: f₁ and f₂ are of two classes and near each other, f₃ is of f₂'s class and "
        + "farther away, so Euclidean distance takes the wrong pair for one. Right, the probability "
        + "of that class: a cone which a longer feature makes sharper.",
      zh: "softmax 特征：f₁ 与 f₂ 属于两类却更近，f₃ 与 f₂ 同类却更远，欧氏距离判错。"
        + "右图为该类概率：一个锥形，特征越长越陡。"),
    caveat: Wording(
      "Follows the paper on MNIST (--data) in a convolutional network with a feature of two units: "
        + "lenet5 unless --network says another. The digits that come with lossviz are 1,797 pictures of "
        + "8 × 8, for a perceptron.",
      zh: "用 MNIST（--data）时与论文一致：卷积网络，二维特征，默认 lenet5，可用 --network 更换。"
        + "lossviz 自带的数字仅 1797 幅 8 × 8 图像，用感知机训练。"),
    citations: ["Wang et al. 2017, ACM MM, arXiv:1704.06369"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")], data: context.request(standard: "digits"),
      setup: .images)
    let run = groups[0].shown
    return FigureResult(normClaims(groups[0]), of: groups) { paper in
      let reach = SamplePanel.reach(of: [run.test])
      // Rather one whose arrows can be seen.
      let triple = MisleadingTriple(run, longerThan: 0.25 * reach) ?? MisleadingTriple(run)
      var plain = SamplePanel(run.test, of: run, on: paper)
      plain.reach = reach
      let index = triple.map { run.test.labels[$0.second] } ?? 0
      let name = triple == nil ? "0" : run.facts.classNames[index]
      return paper.gridPage(
        columns: 2, side: 330,
        key: paper.classKey(run) + [
          paper.keyItem(
            .area(ColorRamp.heat(paper.theme).color(at: 1)), "probability 1, fading to 0",
            zh: "概率 1，渐隐至 0")
        ]
      ).scene { frames in
        [
          plain.item(in: frames[0], heading: paper.text("test features", zh: "测试特征")),
          paper.tripleArrows(
            triple, run,
            Panel(equalIn: frames[0], x: -reach...reach, y: -reach...reach, theme: paper.theme)),
          paper.probabilityPanel(
            of: index, run, reach: reach, in: frames[1],
            heading: paper.text("probability of class \(name)", zh: "类 \(name) 的概率")),
        ]
      }
    }
  }
}

/// Three samples of which the two nearer ones are not of one class.
struct MisleadingTriple: Sendable, Equatable {
  /// Rows of the test features: `second` and `third` are of one class, `first` of another.
  var first: Int
  var second: Int
  var third: Int

  /// The triple of correctly classified samples where ‖f₂ − f₃‖ exceeds ‖f₁ − f₂‖ by most; `nil`
  /// where there is none.
  ///
  /// - Parameter shortest: no feature is shorter.
  init?(_ run: Run, longerThan shortest: Double = 0) {
    let set = run.test
    let picked = evenly(
      set.labels.indices.filter {
        set.predicted[$0] == set.labels[$0] && norm(set.features.row($0)) >= shortest
      }, 300)
    func span(_ a: Int, _ b: Int) -> Double {
      (set.features.point(a) - set.features.point(b)).length
    }
    var best: (triple: [Int], excess: Double)?
    for second in picked {
      let others = picked.filter { set.labels[$0] != set.labels[second] }
      let own = picked.filter { set.labels[$0] == set.labels[second] && $0 != second }
      guard let first = others.min(by: { span($0, second) < span($1, second) }),
        let third = own.max(by: { span($0, second) < span($1, second) })
      else { continue }
      let excess = span(second, third) - span(first, second)
      if excess > (best?.excess ?? 0) { best = ([first, second, third], excess) }
    }
    guard let best else { return nil }
    (first, second, third) = (best.triple[0], best.triple[1], best.triple[2])
  }
}

func normClaims(_ group: RunGroup) -> [Claim] {
  let distance = group.named(Wording("by distance", zh: "按距离")) {
    misleadingShare($0.test.correct).percent
  }
  let angle = group.named(Wording("by angle", zh: "按角度")) {
    misleadingShare($0.test.correct.onCircle).percent
  }
  let losses = [
    group.named(Wording("shorter half", zh: "较短的一半")) { lossByLength($0).shorter },
    group.named(Wording("longer half", zh: "较长的一半")) { lossByLength($0).longer },
  ]
  return [
    Claim(
      Wording("Euclidean distance misleads, the angle far less", zh: "欧氏距离误导，角度远不如此"),
      threshold: Wording(
        "of triples of correctly classified test samples, f₂ and f₃ of one class, f₁ of another, those "
          + "with ‖f₁ − f₂‖ < ‖f₂ − f₃‖: at least twice as many by distance as by angle",
        zh: "分类正确的测试样本三元组（f₂、f₃ 同类，f₁ 异类）中 ‖f₁ − f₂‖ < ‖f₂ − f₃‖ 的比例：按距离至少为按角度的两倍"),
      measured: ValueForm(unit: " %").measures([distance, angle]),
      isReproduced: distance.value > 0 && distance.value >= 2 * angle.value
    ).refuted(Wording("the same features divided by their length", zh: "除以长度后的同一特征")),
    Claim(
      Wording("a longer feature is a more confident one", zh: "特征越长越自信"),
      threshold: Wording(
        "mean −ln p of correctly classified test samples: of the longer half of each class at most "
          + "half of that of the shorter half",
        zh: "分类正确的测试样本的平均 −ln p：每类较长的一半不超过较短的一半的二分之一"),
      measured: ValueForm(places: 4).measures(losses),
      isReproduced: losses[1].value <= 0.5 * losses[0].value
    ).refuted(
      Wording("normalised features, whose length is nothing", zh: "长度不起作用的归一化特征")),
  ]
}

extension FeatureSet {
  /// Every feature divided by its length.
  var onCircle: FeatureSet {
    var set = self
    for row in 0..<features.rows {
      let length = max(norm(features.row(row)), 1e-12)
      for column in 0..<features.columns { set.features[row, column] /= length }
    }
    return set
  }
}

/// Of all triples, the share whose two of one class are farther apart than the two of different ones.
func misleadingShare(_ set: FeatureSet) -> Double {
  let picked = evenly(Array(set.labels.indices), 120)
  let rows = picked.map { set.features.row($0) }
  let labels = picked.map { set.labels[$0] }
  var (wrong, all) = (0, 0)
  for second in rows.indices {
    let spans = rows.map { span($0, rows[second]) }
    for third in rows.indices where third != second && labels[third] == labels[second] {
      for first in rows.indices where labels[first] != labels[second] {
        all += 1
        wrong += spans[first] < spans[third] ? 1 : 0
      }
    }
  }
  return Double(wrong) / Double(max(1, all))
}

/// The mean −ln p of correctly classified test samples, of the shorter and the longer half of each
/// class.
func lossByLength(_ run: Run) -> (shorter: Double, longer: Double) {
  let set = run.test.correct
  let posteriors = run.classifier.posteriors(of: set.labels, for: set.features)
  let lengths = set.features.lengths
  var halves: (shorter: [Double], longer: [Double]) = ([], [])
  for index in 0..<run.classCount {
    let rows = set.labels.indices.filter { set.labels[$0] == index }
      .sorted { lengths[$0] < lengths[$1] }
    for (rank, row) in rows.enumerated() {
      let loss = -log(max(posteriors[row], 1e-300))
      if 2 * rank < rows.count { halves.shorter.append(loss) } else { halves.longer.append(loss) }
    }
  }
  return (mean(halves.shorter), mean(halves.longer))
}

extension FigurePaper {
  fileprivate func tripleArrows(
    _ triple: MisleadingTriple?, _ run: Run, _ panel: Panel
  ) -> Scene.Item {
    guard let triple else { return .group("triple", items: []) }
    let rows = [triple.first, triple.second, triple.third]
    return .group(
      "triple",
      items: zip(rows, ["f₁", "f₂", "f₃"]).flatMap { row, name in
        let tip = run.test.features.point(row)
        return [
          panel.arrow(from: .zero, to: tip),
          panel.rimLabel(RichText(plain: name), at: tip, ground: theme.paper),
        ]
      })
  }

  fileprivate func probabilityPanel(
    of index: Int, _ run: Run, reach: Double, in frame: Rectangle, heading: RichText
  ) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: -reach...reach, y: -reach...reach, theme: theme)
    let cells = 160
    var elements: [Double] = []
    for row in 0..<cells {
      for column in 0..<cells {
        elements.append(reach * (2 * (Double(column) + 0.5) / Double(cells) - 1))
        elements.append(reach * (2 * (Double(row) + 0.5) / Double(cells) - 1))
      }
    }
    let values = run.classifier.posteriors(
      of: Array(repeating: index, count: cells * cells),
      for: Matrix(rows: cells * cells, columns: 2, elements: elements))
    let places = run.test.labels.indices.filter { run.test.labels[$0] == index }.map {
      run.test.features.point($0)
    }
    var own = classStyles(run)[index]
    own.color = theme.mark(Palette.okabeIto.colors[1])
    return .group(
      "probability",
      items: [
        panel.axes(x: Axis(count: 4), y: nil),
        panel.clipped("heat", [panel.heat(values, columns: cells, colors: .heat(theme))]),
        panel.clipped("samples", [panel.dots(places, own, radius: 1.8)]), panel.border,
        panel.heading(heading),
      ])
  }
}
