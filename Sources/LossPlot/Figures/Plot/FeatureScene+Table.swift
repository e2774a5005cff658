import LossLab

extension FeatureScene {
  /// The numbers of one file, and its classes and samples that stand out.
  func table(in frame: Rectangle) -> Scene.Item {
    let facts = facts(files[0])
    // What has a table of its own is not said here.
    func isHere(_ row: TableRow) -> Bool { row.topic.map { !panels.contains($0) } ?? true }
    let rows = (facts.rates.filter(isHere) + facts.angles).filter { !$0.isMissing }
    let standouts = fitting(in: frame) { facts.standouts(namesUpTo: $0) }
    return .group(
      Scene.Group(
        "table",
        items: lines(
          rows + [TableRow("", [])]
            + standouts.filter(isHere), in: frame, heading: heading(.numbers))))
  }

  /// At each false accept rate the threshold and what it comes to.
  func thresholdTable(in frame: Rectangle) -> Scene.Item {
    let rows = files.flatMap { file in
      let rows = facts(file).thresholds
      return isComparison
        ? [TableRow(file.title, [])]
          + rows.dropFirst(file.title == files[0].title ? 0 : 1)
        : rows + [TableRow("", [])] + facts(file).advice.map { TableRow($0, []) }
    }
    return .group(
      Scene.Group(
        "thresholds",
        items: lines(rows, in: frame, heading: heading(.thresholds))))
  }

  /// As many of the worst ones as fit.
  func suspectTable(in frame: Rectangle) -> Scene.Item {
    let all = files[0].measurement.table.suspects.count
    let room = Int(frame.height / 16) - 2
    var rows = fitting(in: frame) { facts(files[0]).suspects(room, namesUpTo: $0) }
    if rows.isEmpty {
      rows = [
        TableRow(
          first.comparesAll
            ? words(
              "no sample is nearer to another class than to its own", zh: "没有样本更靠近其他类")
            : TableRow.notCompared[style.language], [])
      ]
    } else if all > rows.count {
      let more = groupedText(all - rows.count)
      rows.append(
        TableRow(
          words(
            "and \(more) more: --export-suspects FILE", zh: "另有 \(more) 个：--export-suspects 文件"),
          []))
    }
    let title = isComparison ? words(" Of ", zh: " ") + files[0].title : ""
    return .group(
      Scene.Group(
        "suspects",
        items: lines(
          rows, in: frame, heading: heading(.suspects) + RichText(plain: title))))
  }

  /// The numbers of several files side by side.
  func comparison(in frame: Rectangle) -> Scene.Item {
    let facts = files.map { self.facts($0) }
    let columns = facts.map { facts in
      facts.rates.filter { $0.topic == nil } + facts.angles
    }
    let rows = columns[0].indices.map { index in
      TableRow(columns[0][index].name, columns.flatMap { $0[index].values.prefix(1) })
    }.filter { !$0.isMissing }
    let names = TableRow("", files.map { $0.title })
    return .group(
      Scene.Group(
        "table",
        items: lines(
          [names] + rows, in: frame, heading: heading(.numbers))))
  }

  private func facts(_ file: MeasuredFile) -> FeatureFacts {
    FeatureFacts(file, in: style.language)
  }

  private func words(_ en: String, zh: String) -> String { Wording(en, zh: zh)[style.language] }

  /// Rows with names of people: of each the longest words that fit.
  private func fitting(in frame: Rectangle, _ rows: (Int) -> [TableRow]) -> [TableRow] {
    let all = [Int.max, 28, 22, 18, 15, 12, 10, 8].map(rows)
    let size = theme.smallSize + 0.5
    func width(_ row: TableRow) -> Double {
      ([row.name] + row.values).map {
        RichText(plain: $0).width(size: size, by: theme.measure) + TableColumns.gap
      }.reduce(0, +)
    }
    return all[0].indices.map { index in
      all.lazy.map { $0[index] }.first { width($0) <= frame.width } ?? all[all.count - 1][index]
    }
  }

  private func lines(
    _ rows: [TableRow], in frame: Rectangle, heading: RichText
  ) -> [Scene.Item] {
    let leading = min(16.0, (frame.height + 30) / Double(max(1, rows.count)))
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
      let isTitle = row.values.isEmpty && isComparison && index + 1 < rows.count
      let room = row.values.isEmpty ? frame.width : columns.names
      items.append(
        text(
          isTitle ? fitted(row.name, room, columns) : row.name, at: Point(x: frame.x, y: y),
          columns,
          theme.muted, .start, room))
      for (column, value) in row.values.enumerated() {
        let isName = isComparison && index == 0 && row.name.isEmpty
        items.append(
          text(
            isName ? fitted(value, columns.room(for: row), columns) : value,
            at: Point(x: frame.x + columns.end(of: column), y: y), columns,
            isName ? theme.label(color(column)) : theme.ink, .end, columns.room(for: row)))
      }
    }
    return items
  }

  /// The name of a file, its middle left out where it is too long for its column.
  private func fitted(_ name: String, _ width: Double, _ columns: TableColumns) -> String {
    stride(from: name.count, through: 4, by: -1).lazy.map { name.shortened(to: $0) }.first {
      RichText(plain: $0).width(size: columns.size, by: theme.measure) <= width
    } ?? name
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

  static let gap = 12.0

  /// Words that need more than there is are set smaller, by a quarter at most, then cut.
  init(_ rows: [TableRow], width: Double, size: Double, by measure: TextMeasure) {
    func widest(_ words: [String]) -> Double {
      words.map { RichText(plain: $0).width(size: size, by: measure) }.max() ?? 0
    }
    let count = max(1, rows.map { $0.values.count }.max() ?? 1)
    // A sentence has the width of the table to itself.
    let name = widest(rows.filter { !$0.values.isEmpty }.map { $0.name })
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
