import LossLab

extension FeatureScene {
  /// The numbers of one file, and its classes and samples that stand out.
  func table(in frame: Rectangle) -> Scene.Item {
    let facts = FeatureFacts(files[0])
    let rows = (facts.rates + facts.angles).filter { !$0.isMissing }
    return .group(
      Scene.Group(
        "table",
        items: lines(rows + [TableRow("", [])] + facts.standouts, in: frame, heading: "Numbers")))
  }

  /// The numbers of several files side by side.
  func comparison(in frame: Rectangle) -> Scene.Item {
    let facts = files.map { FeatureFacts($0) }
    let columns = facts.map { $0.rates + $0.angles }
    let rows = columns[0].indices.map { index in
      TableRow(columns[0][index].name, columns.flatMap { $0[index].values.prefix(1) })
    }.filter { !$0.isMissing }
    let names = TableRow("", files.map { $0.title })
    return .group(
      Scene.Group("table", items: lines([names] + rows, in: frame, heading: "Numbers")))
  }

  private func lines(
    _ rows: [TableRow], in frame: Rectangle, heading: RichText
  ) -> [Scene.Item] {
    let leading = min(16, (frame.height + 30) / Double(max(1, rows.count)))
    let columns = TableColumns(
      rows, width: frame.width, size: min(theme.smallSize + 0.5, leading * 0.76), by: theme.measure)
    let panel = Panel(in: frame, x: 0...1, y: 0...1, theme: theme)
    var items: [Scene.Item] = [panel.heading(heading)]
    for (index, row) in rows.enumerated() {
      let y = frame.y + (Double(index) + 0.75) * leading
      if index > 0 && !row.name.isEmpty {
        let line = Path(polyline: [
          Point(x: frame.x, y: y - leading * 0.72), Point(x: frame.maxX, y: y - leading * 0.72),
        ])
        items.append(.path(line, fill: nil, stroke: Stroke(theme.faint, width: 0.5)))
      }
      items.append(
        text(row.name, at: Point(x: frame.x, y: y), columns, theme.muted, .start, columns.names))
      for (column, value) in row.values.enumerated() {
        let isName = isComparison && index == 0
        items.append(
          text(
            value, at: Point(x: frame.x + columns.end(of: column), y: y), columns,
            isName ? theme.label(color(column)) : theme.ink, .end, columns.room(for: row)))
      }
    }
    return items
  }

  private func text(
    _ words: String, at point: Point, _ columns: TableColumns, _ color: Color,
    _ anchor: Scene.Text.Anchor, _ width: Double
  ) -> Scene.Item {
    .text(
      Scene.Text(
        RichText(plain: words).truncated(width: width, size: columns.size, by: theme.measure),
        at: point,
        size: columns.size, color: color, anchor: anchor))
  }
}

/// Where the columns of a table end, so that their words fit.
private struct TableColumns {
  let size: Double
  /// Room for what the rows are called.
  let names: Double
  private let width: Double
  private let count: Int
  private let measure: TextMeasure

  private static let gap = 12.0

  /// Words that need more than there is are set smaller, by a quarter at most, then cut.
  init(_ rows: [TableRow], width: Double, size: Double, by measure: TextMeasure) {
    func widest(_ words: [String]) -> Double {
      words.map { RichText(plain: $0).width(size: size, by: measure) }.max() ?? 0
    }
    let count = max(1, rows.map { $0.values.count }.max() ?? 1)
    let name = widest(rows.map { $0.name })
    let value = widest(rows.flatMap { $0.values })
    // A single column's words may begin left of its longest ones' end: row by row they fit.
    let needed = count > 1 ? name + Double(count) * (value + Self.gap) : width
    let scale = max(0.75, min(1, width / needed))
    self.size = size * scale
    self.width = width
    self.count = count
    self.measure = measure
    names = min(name * scale, width * 0.6)
  }

  /// Right of the table's left edge.
  func end(of column: Int) -> Double {
    count == 1 ? width : names + (width - names) * Double(column + 1) / Double(count)
  }

  func room(for row: TableRow) -> Double {
    guard count > 1 else {
      return width - RichText(plain: row.name).width(size: size, by: measure) - Self.gap
    }
    return (width - names) / Double(count) - Self.gap
  }
}

/// A line of a table: what it is, and its values.
public struct TableRow: Sendable, Equatable {
  public var name: String
  public var values: [String]

  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }

  static let noWeights = "no weights given"
  static let noLoss = "no loss given"

  static let notCompared = "not compared: a list of pairs is given"

  /// Whether a picture can do without the row: nothing was given that it could be about.
  var isMissing: Bool {
    values.allSatisfy { [Self.noWeights, Self.noLoss, Self.notCompared].contains($0) }
  }
}

/// What is said of a file in words and numbers: on the picture, in tables, on a terminal.
public struct FeatureFacts: Sendable {
  private let file: MeasuredFile
  private var measured: FeatureMeasurement { file.measurement }

  public init(_ file: MeasuredFile) {
    self.file = file
  }

  /// Verification and identification; each file has the same rows.
  public var rates: [TableRow] {
    let rates = measured.verification
    var rows = [
      TableRow(
        "pairs of one class / of two",
        ["\(groupedText(rates.positive.count)) / \(groupedText(rates.negative.count))"]),
      TableRow(
        "angle of pairs of one class", [spread(rates.positive)]),
      TableRow("angle of pairs of two classes", [spread(rates.negative)]),
      TableRow(
        "area under the ROC curve",
        [
          rates.areaUnderCurve.map {
            decimalText($0, places: 6) + (measured.collapse == nil ? "" : ", collapsed")
          } ?? Self.none
        ]),
      TableRow(
        "equal error rate",
        [rates.equalError.map { "\(rateText($0.rate)) at \(degreesText($0.angle))" } ?? Self.none]),
      TableRow(
        "accuracy, best threshold, \(rates.accuracy?.folds ?? 10) folds",
        [
          rates.accuracy.map {
            "\(decimalText(100 * $0.mean, places: 2)) ± \(rateText($0.deviation))"
          } ?? Self.none
        ]),
    ]
    for acceptance in rates.acceptance {
      rows.append(
        TableRow(
          "TAR @ FAR 1e\(acceptance.exponent) (false accepts)",
          [
            acceptance.rate.map {
              "\(rateText($0)) (\(groupedText(acceptance.falseAccepts)))"
            } ?? Self.none
          ]))
    }
    let levels = measured.identification?.levels ?? []
    rows.append(
      TableRow(
        "rank 1, all distractors",
        [
          levels.last.map { "\(rateText($0.rank1)) of \(groupedText($0.distractors))" }
            ?? (measured.comparesAll ? Self.none : TableRow.notCompared)
        ]))
    return rows
  }

  public var angles: [TableRow] {
    let table = measured.table3
    func text(_ angle: Double?) -> String { angle.map { degreesText($0) } ?? TableRow.noWeights }
    func compared(_ text: String) -> [String] {
      [measured.comparesAll ? text : TableRow.notCompared]
    }
    return [
      TableRow("Intra: sample to class center", [known(table.intra)]),
      TableRow("Inter: center to nearest center", compared(known(table.inter))),
      TableRow("W-EC: weight to center", [text(table.weightToCenter)]),
      TableRow("W-Inter: weight to nearest weight", compared(text(table.weightInter))),
      TableRow("nearest to the own class", compared(rateText(measured.accuracy))),
      TableRow(
        "samples that violate the margin",
        compared(measured.violations.map { rateText($0) } ?? TableRow.noLoss)),
    ]
  }

  /// Classes and samples to look at.
  public var standouts: [TableRow] {
    let order = measured.table.byTightness
    func classes(_ rows: some Sequence<ClassTable.Row>) -> [String] {
      [rows.map { "\(name($0.classIndex)) (\(degreesText($0.intra)))" }.joined(separator: ", ")]
    }
    var rows: [TableRow] = []
    if !order.isEmpty {
      rows.append(TableRow("tightest", classes(order.prefix(3))))
      rows.append(TableRow("loosest", classes(order.suffix(3).reversed())))
    }
    for confusion in measured.table.confusions.prefix(2) {
      let angle = confusion.angle.isNaN ? "" : ", \(degreesText(confusion.angle)) apart"
      rows.append(
        TableRow(
          confusion.samples > 0 ? "most confused" : "nearest classes",
          [
            "\(name(confusion.first)) and \(name(confusion.second))"
              + (confusion.samples > 0
                ? ": \(confusion.samples) sample\(confusion.samples == 1 ? "" : "s")" : angle)
          ]))
    }
    // Where all lies in one place, nothing stands out.
    for suspect in measured.table.suspects.prefix(measured.collapse == nil ? 3 : 0) {
      rows.append(
        TableRow(
          "wrong label? row \(file.places[suspect.row])",
          [
            "\(name(suspect.label)) at \(degreesText(suspect.own)), but"
              + " \(name(suspect.looksLike)) at \(degreesText(suspect.other))"
          ]))
    }
    return rows
  }

  private static let none = "not measurable"

  private func known(_ angle: Double) -> String {
    angle.isNaN ? Self.none : degreesText(angle)
  }

  private func name(_ index: Int) -> String { measured.classNames[index] }

  private func spread(_ angles: PairAngles) -> String {
    angles.count == 0 ? Self.none : "\(degreesText(angles.mean)) ± \(degreesText(angles.deviation))"
  }
}
