import LossPlot

/// What there is to say of m and s, as lines for a terminal and as a document.
struct AdviceReport: Speaking {
  let classes: Int
  let dimensions: Int
  /// `nil` for all.
  let loss: LossEntry?
  let stream: TextStream
  /// Of the lines; a document speaks English.
  var language = PageLanguage.en
  private let advice: MarginAdvice
  private let papers: [PaperMargin]

  init(classes: Int, dimensions: Int, loss: LossEntry?, stream: TextStream) {
    self.classes = classes
    self.dimensions = dimensions
    self.loss = loss
    self.stream = stream
    advice = MarginAdvice(
      classes: classes, dimensions: dimensions, entries: loss.map { [$0] } ?? LossEntry.all)
    papers = Array(PaperMargin.near(classes: classes, loss: loss?.name).prefix(8))
  }

  var lines: [String] {
    let (count, numbers) = (groupedText(classes), groupedText(dimensions))
    let title = said("\(count) classes in \(numbers) dimensions", zh: "\(count) 类，\(numbers) 维")
    var lines = [stream.style(.heading, title)]
    lines += row(said("apart", zh: "类间夹角"), [spreadText])
    lines += row(said("least s", zh: "最小 s"), scaleTexts)
    if let scale = advice.adaptiveScale {
      lines += row("AdaCos", ["s = \(number(scale, 2)), √2 ln(\(said("classes", zh: "类数")) − 1)"])
    }
    lines += [""] + margins
    if !papers.isEmpty {
      let title = said("What papers took, the nearest sizes first", zh: "论文的取值（规模最接近者在前）")
      lines += ["", stream.style(.heading, title)]
      lines += table(
        [paperHead]
          + papers.map { paper in
            [
              paper.loss, paper.m.map { TypedText.text($0) } ?? "–",
              paper.s.map { TypedText.text($0) } ?? "–", groupedText(paper.classes),
              paperData(paper), paperSource(paper),
            ]
          })
    }
    return lines
  }

  private var paperHead: [String] {
    switch language {
    case .en: ["loss", "m", "s", "classes", "data", "source"]
    case .zh: ["损失", "m", "s", "类数", "数据", "出处"]
    }
  }

  private func paperData(_ paper: PaperMargin) -> String {
    paper.data == "8 people" ? said(paper.data, zh: "8 个人") : paper.data
  }

  /// What stands beside the name of a paper.
  private func paperSource(_ paper: PaperMargin) -> String {
    guard language == .zh else { return paper.source }
    return [
      (", its toy of 8 people", "，8 人的示例"), (", its code", "，其代码"), (", Table 2", "，表 2"),
    ].reduce(paper.source) { $0.replacing($1.0, with: $1.1) }
  }

  private var spreadText: String {
    let (reached, limit) = (degrees(advice.spread.reached), degrees(advice.spread.limit))
    return switch advice.spread.source {
    case .plane: said("\(limit)°, evenly around the circle", zh: "\(limit)°，均匀分布在圆上")
    case .simplex: said("\(limit)°, every two alike: a simplex", zh: "\(limit)°，两两相同：单纯形")
    case .orthogonal:
      said(
        "90°, at best: from D + 2 to 2D directions (Rankin)",
        zh: "至多 90°：D + 2 至 2D 个方向（Rankin）")
    case .bounds:
      said(
        "the nearest two at most \(limit)° (bound of Levenshtein); \(reached)° can be had"
          + " (Shannon's covering argument); what is best lies between",
        zh: "最近两类至多 \(limit)°（Levenshtein 上界）；可达到 \(reached)°（Shannon 覆盖论证）；最优值介于两者之间")
    }
  }

  private var scaleTexts: [String] {
    advice.scales.map { one in
      let (scale, posterior) = (number(one.scale, 2), TypedText.text(one.posterior))
      return said(
        "\(scale) for a posterior of \(posterior) at a class center",
        zh: "\(scale)：类中心处后验概率为 \(posterior)")
        + (advice.isScaleExact
          ? said(", without a margin", zh: "（无间隔）")
          : said(
            ": a bound below it, without a margin; more classes than D + 1 need more",
            zh: "（下界，无间隔；类数超过 D + 1 时需要更大）"))
    }
  }

  private var margins: [String] {
    guard !advice.margins.isEmpty else {
      let name = loss?.name ?? said("this loss", zh: "此损失")
      let line = "lossviz explain \(loss?.name ?? "LOSS")"
      return [said("\(name) has no bound of m (\(line))", zh: "\(name) 的 m 没有上界（\(line)）")]
    }
    let isExact = advice.spread.isExact
    let head = [
      said("loss", zh: "损失"),
      isExact
        ? said("largest m", zh: "最大 m") : said("m surely fits up to", zh: "m 可行至"),
      said("none fits beyond", zh: "超过则不可行"), said("default", zh: "默认"),
    ]
    let rows =
      [head]
      + advice.margins.map { margin in
        [
          margin.entry.name, number(margin.reached, 3), number(margin.limit, 3),
          TypedText.text(margin.usual),
        ]
      }
    return table(isExact ? rows.map { [$0[0], $0[1], $0[3]] } : rows)
  }

  private func row(_ name: String, _ paragraphs: [String]) -> [String] {
    TwoColumns(column: 12, stream: stream).lines("  " + name, paragraphs)
  }

  private func table(_ rows: [[String]]) -> [String] {
    alignedCells(rows, gap: 3).map { "  " + $0 }
  }

  private func degrees(_ angle: Double) -> String { number(angle * 180 / .pi, 2) }
  private func number(_ value: Double, _ places: Int) -> String {
    decimalText(value, places: places)
  }

  /// - Parameter outputs: the files that were written.
  func document(outputs: [String]) -> JSONValue {
    let margins: [JSONValue] = advice.margins.map { margin in
      let unit = margin.entry.option(named: "m")?.unit == .radians ? "radians" : "cosine"
      return [
        "loss": .text(margin.entry.name), "unit": .text(unit),
        "mReached": .number(margin.reached), "mMax": .number(margin.limit),
        "default": .number(margin.usual),
      ]
    }
    let scales: [JSONValue] = advice.scales.map {
      ["posterior": .number($0.posterior), "s": .number($0.scale)]
    }
    return [
      "schema": 1, "classes": .number(Double(classes)), "dim": .number(Double(dimensions)),
      "angle": [
        "reached": .number(advice.spread.reached * 180 / .pi),
        "limit": .number(advice.spread.limit * 180 / .pi),
        "exact": .bool(advice.spread.isExact), "source": .text(advice.spread.source.rawValue),
      ],
      "margins": .list(margins),
      "sMin": .number(advice.scales[0].scale), "scales": .list(scales),
      "sMinExact": .bool(advice.isScaleExact),
      "adacos": advice.adaptiveScale.map { .number($0) } ?? .null,
      "papers": .list(papers.map(\.document)), "outputs": .list(outputs.map { .text($0) }),
    ]
  }
}

extension PaperMargin {
  fileprivate var document: JSONValue {
    [
      "loss": .text(loss), "m": m.map { .number($0) } ?? .null,
      "s": s.map { .number($0) } ?? .null, "data": .text(data),
      "classes": .number(Double(classes)), "dim": .number(Double(dimensions)),
      "source": .text(source),
    ]
  }
}
