import LossLab
import LossPlot

/// What there is to say of m and s, as lines for a terminal and as a document.
struct AdviceReport {
  let classes: Int
  let dimensions: Int
  /// `nil` for all.
  let loss: LossEntry?
  let stream: TextStream
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
    let title =
      "\(TypedText.grouped(classes)) classes in \(TypedText.grouped(dimensions)) dimensions"
    var lines = [stream.style(.heading, title)]
    lines += row("apart", [spreadText])
    lines += row("least s", scaleTexts)
    if let scale = advice.adaptiveScale {
      lines += row("AdaCos", ["s = \(number(scale, 2)), √2 ln(classes − 1)"])
    }
    lines += [""] + margins
    if !papers.isEmpty {
      lines += ["", stream.style(.heading, "What papers took, the nearest sizes first")]
      lines += table(
        [["loss", "m", "s", "classes", "data", "source"]]
          + papers.map { paper in
            [
              paper.loss, paper.m.map { TypedText.text($0) } ?? "–",
              paper.s.map { TypedText.text($0) } ?? "–", TypedText.grouped(paper.classes),
              paper.data,
              paper.source,
            ]
          })
    }
    return lines
  }

  private var spreadText: String {
    let (reached, limit) = (degrees(advice.spread.reached), degrees(advice.spread.limit))
    return switch advice.spread.source {
    case .plane: "\(limit)°, evenly around the circle"
    case .simplex: "\(limit)°, every two alike: a simplex"
    case .orthogonal: "90°, at best: from D + 2 to 2D directions (Rankin)"
    case .bounds:
      "the nearest two at most \(limit)° (bound of Levenshtein); \(reached)° can be had (Shannon's"
        + " covering argument); what is best lies between"
    }
  }

  private var scaleTexts: [String] {
    advice.scales.map { one in
      "\(number(one.scale, 2)) for a posterior of \(TypedText.text(one.posterior)) at a class center"
        + (advice.isScaleExact
          ? ", without a margin"
          : ": a bound below it, without a margin; more classes than"
            + " D + 1 need more")
    }
  }

  private var margins: [String] {
    guard !advice.margins.isEmpty else {
      return [
        "\(loss?.name ?? "this loss") has no bound of m (lossviz explain \(loss?.name ?? "LOSS"))"
      ]
    }
    let isExact = advice.spread.isExact
    let head = [
      "loss", isExact ? "largest m" : "m surely fits up to", "none fits beyond", "default",
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
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = "  "
      for (column, cell) in row.enumerated() {
        let isLast = column == row.count - 1
        line +=
          cell + (isLast ? "" : String(repeating: " ", count: widths[column] - cell.count + 3))
      }
      return line
    }
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
