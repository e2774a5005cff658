import LossLab

extension Figure {
  static let normfaceNorms = Figure(
    name: "normface-norms",
    title: Wording(
      "Why lengths mislead: softmax features and their probability", zh: "长度为何误导：softmax 特征与其概率"),
    source: "NormFace Fig. 2",
    summary: Wording(
      "Softmax features: f₁ and f₂ are of two classes and near each other, f₃ is of f₂'s class and "
        + "farther away, so Euclidean distance takes the wrong pair for one. Right, the probability "
        + "of that class: a cone which a longer feature makes sharper.",
      zh: "softmax 特征：f₁ 与 f₂ 属于两类却更近，f₃ 与 f₂ 同类却更远，欧氏距离判错。"
        + "右图为该类概率：一个锥形，特征越长越陡。"),
    caveat: Wording("The paper's data are MNIST.", zh: "论文使用 MNIST。"),
    citations: ["Wang et al. 2017, ACM MM, arXiv:1704.06369"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")], data: context.request(standard: "digits"))
    let run = groups[0].shown
    return FigureResult(claims: normClaims(groups[0]), dataTitle: groups[0].dataTitle) { paper in
      let layout = paper.gridPage(
        columns: 2, side: 330,
        key: paper.classKey(run) + [
          KeyItem(
            .area(ColorRamp.heat(paper.theme).color(at: 1)),
            RichText(plain: paper.word("probability 1, fading to 0", zh: "概率 1，渐隐至 0")))
        ])
      let reach = SamplePanel.reach(of: [run.test])
      // Rather one whose arrows can be seen.
      let triple = MisleadingTriple(run, longerThan: 0.25 * reach) ?? MisleadingTriple(run)
      var plain = SamplePanel(run.test, of: run, on: paper)
      plain.reach = reach
      let name = triple.map { run.facts.classNames[run.test.labels[$0.second]] } ?? "0"
      let frames = layout.grid.frames
      let panel = Panel(
        equalIn: frames[0], x: -reach...reach, y: -reach...reach, theme: paper.theme)
      return paper.scene(
        layout.page,
        [
          plain.item(
            in: frames[0], heading: RichText(plain: paper.word("test features", zh: "测试特征"))),
          paper.tripleArrows(triple, run, panel),
          paper.probabilityPanel(
            of: triple.map { run.test.labels[$0.second] } ?? 0, run, reach: reach, in: frames[1],
            heading: RichText(
              plain: paper.word("probability of class \(name)", zh: "类 \(name) 的概率"))),
        ])
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
      let (x, y) = (
        set.features[a, 0] - set.features[b, 0], set.features[a, 1] - set.features[b, 1]
      )
      return (x * x + y * y).squareRoot()
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
  let found = group.runs.filter { MisleadingTriple($0) != nil }.count
  let largestFall = group.runs.map(largestProbabilityFall).max() ?? 0
  return [
    .each(
      Wording("Euclidean distance misleads", zh: "欧氏距离误导"),
      threshold: Wording(
        "in every run correctly classified samples with ‖f₁ − f₂‖ < ‖f₂ − f₃‖, f₂ and f₃ of one "
          + "class, f₁ of another",
        zh: "每次训练都有分类正确的样本满足 ‖f₁ − f₂‖ < ‖f₂ − f₃‖，f₂ 与 f₃ 同类，f₁ 异类"),
      [NamedValue(Wording("runs with such a triple", zh: "存在此种三元组的训练次数"), Double(found))],
      as: ValueForm(places: 0)
    ) { $0 == Double(group.runs.count) },
    .each(
      Wording("a longer feature is never less probable", zh: "特征越长概率不减"),
      threshold: Wording(
        "along every class mean the probability of the class falls nowhere by more than 1e-12",
        zh: "沿每个类均值方向，本类概率的任何下降都不超过 1e-12"),
      [NamedValue(Wording("largest fall", zh: "最大下降"), largestFall)], as: ValueForm(places: 3)
    ) { $0 <= 1e-12 },
  ]
}

/// How far the probability of a class falls, where it does, along the ray through its mean.
func largestProbabilityFall(_ run: Run) -> Double {
  let directions = ClassDirections(run.test, classes: run.classCount)
  let classifier = run.classifier
  let reach = SamplePanel.reach(of: [run.test])
  let steps = 200
  var largest = 0.0
  for index in directions.present {
    var elements: [Double] = []
    for step in 0...steps {
      for value in directions.means.row(index) {
        elements.append(value * reach * Double(step) / Double(steps))
      }
    }
    let ray = Matrix(rows: steps + 1, columns: directions.means.columns, elements: elements)
    let values = classifier.posteriors(
      of: Array(repeating: index, count: steps + 1), for: ray)
    for (before, after) in zip(values, values.dropFirst()) {
      largest = max(largest, before - after)
    }
  }
  return largest
}

extension FigurePaper {
  fileprivate func tripleArrows(
    _ triple: MisleadingTriple?, _ run: Run, _ panel: Panel
  ) -> Scene.Item {
    guard let triple else { return .group(Scene.Group("triple", items: [])) }
    let rows = [triple.first, triple.second, triple.third]
    return .group(
      Scene.Group(
        "triple",
        items: zip(rows, ["f₁", "f₂", "f₃"]).flatMap { row, name in
          let tip = Point(x: run.test.features[row, 0], y: run.test.features[row, 1])
          return [
            panel.arrow(from: .zero, to: tip),
            panel.rimLabel(RichText(plain: name), at: tip, ground: theme.paper),
          ]
        }))
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
      Point(x: run.test.features[$0, 0], y: run.test.features[$0, 1])
    }
    var own = classStyles(run)[index]
    own.color = theme.mark(Palette.okabeIto.colors[1])
    return .group(
      Scene.Group(
        "probability",
        items: [
          panel.axes(x: Axis(count: 4), y: nil),
          panel.clipped(
            "heat", [panel.heat(values, columns: cells, colors: .heat(theme))]),
          panel.clipped("samples", [panel.dots(places, own, radius: 1.8)]), panel.border,
          panel.heading(heading),
        ]))
  }
}
