import LossPlot

extension Command {
  static let explain = Command(
    name: "explain", summary: "formula, ranges, defaults, bounds and source of a loss",
    usage: "explain LOSS",
    examples: ["lossviz explain arcface": "what --m means there, and how large it may be"],
    operands: Operands(
      what: "the name of a loss", count: 1...1, hint: "lossviz list losses shows them",
      words: LossEntry.all.map(\.name)),
    values: { try LossEntry.named($0.operands[0]) }
  ) { entry, console in
    try console.output.write(LossExplanation(entry: entry, stream: console.output).text)
  }
}

/// What there is to know of a loss, as lines for a terminal.
struct LossExplanation {
  let entry: LossEntry
  let stream: TextStream

  private static let column = 12
  private static let classCounts = [6, 8, 10]

  var text: String {
    let names = ([entry.name] + entry.aliases).listed
    var lines = [stream.style(.heading, entry.title) + " (\(names))", entry.summary, ""]
    lines += row("formula", RichText(formula: entry.formula).terminalText)
    lines += row("boundary", RichText(markup: entry.boundary).terminalText)
    lines += row("source", entry.citation)
    if !training.isEmpty { lines += row("training", training) }
    if !entry.remarks.isEmpty {
      lines += entryLines(
        "  notes", entry.typedRemarks.map { RichText(plain: "· " + $0).terminalText },
        column: Self.column)
    }
    lines += ["", stream.style(.heading, "Options")]
    lines += LossOptionWords.all(of: entry).flatMap { option in
      entryLines(
        "  " + option.name + (option.symbol.map { " (\($0))" } ?? ""), [option.text], column: 18)
    }
    lines += ["", stream.style(.heading, "Classes spread evenly in the plane")] + bounds
    if entry.kind == .softmax {
      lines += [
        "", "  other numbers: lossviz advise --classes 10572 --dim 512 --loss \(entry.name)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What it asks of a training that most losses do not; empty for nothing.
  private var training: String {
    let (own, most) = (entry.usual, UsualTraining.standard)
    var wishes: [String] = []
    if own.rounds != most.rounds { wishes.append("\(own.rounds) rounds over much data") }
    if own.batch != most.batch { wishes.append("batches of \(own.batch)") }
    if let share = own.warmupShare {
      wishes.append("the rate rises over \(TypedText.text(100 * share)) % of the steps")
    }
    if !entry.raisesMargin { wishes.append("the whole margin from the first step") }
    return wishes.joined(separator: ", ")
  }

  private func row(_ name: String, _ text: String) -> [String] {
    entryLines("  " + name, [text], column: Self.column)
  }

  private func entryLines(_ name: String, _ paragraphs: [String], column: Int) -> [String] {
    TwoColumns(column: column, stream: stream).lines(name, paragraphs)
  }

  /// For each number of classes: what the plane allows, and what the defaults make of it.
  private var bounds: [String] {
    var rows = [
      ["classes", "apart", "largest m", "default m", "margin there", "least s for p = 0.9"]
    ]
    for classes in Self.classCounts {
      let settings = entry.settings(classes: classes)
      let bounds = Bounds(entry: entry, settings: settings, classes: classes, dimensions: 2)
      let hasMargin = entry.option(named: "m") != nil
      rows.append([
        "\(classes)", decimalText(360 / Double(classes), places: 1) + "°",
        bounds.largestMargin.map { decimalText($0, places: 3) } ?? "–",
        hasMargin ? TypedText.text(settings.margin) : "–",
        margin(settings, classes: classes).map { decimalText($0, places: 1) + "°" } ?? "–",
        entry.option(named: "s") == nil ? "–" : decimalText(bounds.smallestScale, places: 2),
      ])
    }
    return alignedCells(rows, gap: 3) { _ in true }.map { "  " + $0 }
  }

  /// The angle between the two margined rules of neighbours, in degrees; found on the logits.
  private func margin(_ settings: LossSettings, classes: Int) -> Double? {
    guard let head = entry.make(settings).classifier else { return nil }
    let weights = evenDirections(classes: classes, dimensions: 2)
    let classifier = Classifier(
      head: head.withOneRow, parameters: ClassParameters(weights: weights))
    guard let pair = classifier.angularBoundaries().first, let first = pair.firstRule,
      let second = pair.secondRule
    else { return nil }
    return max(0, (second - first) * 180 / .pi)
  }
}
