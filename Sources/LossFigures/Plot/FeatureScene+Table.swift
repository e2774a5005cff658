extension FeatureScene {
  /// The lines of a panel that is a table; `nil` for a chart.
  func tableRows(_ panel: FeaturePanel, in frame: Rectangle) -> [TableRow]? {
    switch panel {
    case .thresholds: thresholdRows(in: frame)
    case .numbers: isComparison ? comparisonRows : numberRows(in: frame)
    case .suspects: suspectRows(in: frame)
    default: nil
    }
  }

  func table(_ panel: FeaturePanel, _ rows: [TableRow], in frame: Rectangle) -> Scene.Item {
    let title = panel == .suspects && isComparison ? said(" Of ", zh: " ") + files[0].title : ""
    return .group(
      panel == .numbers ? "table" : panel.rawValue,
      items: lines(rows, in: frame, heading: heading(panel, RichText(plain: title))))
  }

  /// The numbers of one file, and its classes and samples that stand out.
  private func numberRows(in frame: Rectangle) -> [TableRow] {
    let facts = facts(files[0])
    // What has a table of its own is not said here.
    func isHere(_ row: TableRow) -> Bool { row.topic.map { !panels.contains($0) } ?? true }
    let rows = (facts.rates.filter(isHere) + facts.angles).filter { !$0.isMissing }
    let standouts = fitting(in: frame) { facts.standouts(namesUpTo: $0, classes: $1) }
    return rows + [TableRow("", [])] + standouts.filter(isHere)
  }

  /// At each false accept rate the threshold and what it comes to; without cosines where they have
  /// no room in a line.
  private func thresholdRows(in frame: Rectangle) -> [TableRow] {
    let whole = thresholdRows(hasCosines: true)
    let columns = TableColumns(whole, in: frame, theme: theme, isLoose: !isNarrow)
    return whole.contains { columns.stacks($0) } ? thresholdRows(hasCosines: false) : whole
  }

  private func thresholdRows(hasCosines: Bool) -> [TableRow] {
    files.flatMap { file in
      let rows = facts(file).thresholds(hasCosines: hasCosines)
      return isComparison
        ? [TableRow(file.title, [])]
          + rows.dropFirst(file.title == files[0].title ? 0 : 1)
        : rows + [TableRow("", [])] + facts(file).advice.map { TableRow($0, []) }
    }
  }

  /// As many of the worst ones as fit.
  private func suspectRows(in frame: Rectangle) -> [TableRow] {
    let all = files[0].measurement.table.suspects.count
    // Below them up to three lines say what the causes mean, and one how many more there are.
    let room = max(1, Int(frame.height / 16) - 5)
    var rows = fitting(in: frame) { names, _ in facts(files[0]).suspects(room, namesUpTo: names) }
    if rows.isEmpty {
      rows = [
        TableRow(
          first.comparesAll
            ? said("no sample is nearer to another class than to its own", zh: "没有样本更靠近其他类")
            : TableRow.notCompared[language], [])
      ]
      return rows
    }
    if all > rows.count {
      let more = groupedText(all - rows.count)
      rows.append(
        TableRow(
          said("and \(more) more: --export-suspects FILE", zh: "另有 \(more) 个：--export-suspects 文件"),
          []))
    }
    return rows + [TableRow("", [])] + facts(files[0]).causes.map { TableRow($0, []) }
  }

  /// The numbers of several files side by side.
  private var comparisonRows: [TableRow] {
    let facts = files.map { self.facts($0) }
    let columns = facts.map { facts in facts.rates.filter { $0.topic == nil } + facts.angles }
    // The other panel has the angle at the line of each file.
    let isBrief = panels.contains(.pairs)
    let rows = columns[0].indices.map { index in
      TableRow(
        columns[0][index].name,
        columns.flatMap { column in
          isBrief ? column[index].brief.map { [$0] } ?? column[index].values : column[index].values
        })
    }.filter { !$0.isMissing }
    return [TableRow("", files.map { $0.title })] + rows
  }

  private func facts(_ file: MeasuredFile) -> FeatureFacts {
    FeatureFacts(file, in: language)
  }

  /// Rows with names of people: of each the longest words that fit.
  ///
  /// - Parameter rows: with so many letters of a name at most, and so many classes in a list.
  private func fitting(in frame: Rectangle, _ rows: (Int, Int) -> [TableRow]) -> [TableRow] {
    // Fewer classes rather than one whose number is cut off.
    let all =
      [Int.max, 28, 22, 18, 15, 12, 10, 8].map { rows($0, 3) } + [2, 1].map { rows(8, $0) }
    let size = TableColumns.usualSize(theme)
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
    let columns = TableColumns(rows, in: frame, theme: theme, isLoose: !isNarrow)
    let leading = columns.leading
    let panel = Panel(in: frame, x: 0...1, y: 0...1, theme: theme)
    var items: [Scene.Item] = [panel.heading(heading)]
    var y = frame.y + 0.75 * leading
    for (index, row) in rows.enumerated() {
      if index > 0 && !row.name.isEmpty {
        let line = Path(polyline: [
          Point(x: frame.x, y: y - leading * 0.72), Point(x: frame.maxX, y: y - leading * 0.72),
        ])
        items.append(.path(line, fill: nil, stroke: Stroke(theme.faint, width: 0.5)))
      }
      let isTitle = row.values.isEmpty && isComparison && index + 1 < rows.count
      if row.values.isEmpty && !isTitle {
        for words in columns.sentence(row.name) {
          items.append(
            text(words.text, at: Point(x: frame.x, y: y), columns, theme.muted, .start, frame.width)
          )
          y += leading
        }
        continue
      }
      let room = isTitle || columns.stacks(row) ? frame.width : columns.names
      items.append(
        text(
          isTitle ? fitted(row.name, room, columns) : row.name, at: Point(x: frame.x, y: y),
          columns, theme.muted, .start, room))
      if columns.stacks(row) { y += leading }
      let isHead = isComparison && index == 0 && row.name.isEmpty
      items += values(of: row, at: Point(x: frame.x, y: y), columns, areNames: isHead)
      y += leading
    }
    return items
  }

  private func values(
    of row: TableRow, at start: Point, _ columns: TableColumns, areNames: Bool
  ) -> [Scene.Item] {
    row.values.enumerated().map { column, value in
      let room = columns.room(for: row, column)
      return text(
        areNames ? fitted(value, room, columns) : value,
        at: Point(x: start.x + columns.end(of: column), y: start.y), columns,
        areNames ? theme.label(color(column)) : theme.ink, .end, room)
    }
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
      RichText(plain: words).truncated(width: width, size: columns.size, by: theme.measure),
      at: point, size: columns.size, color: color, anchor: anchor)
  }
}
