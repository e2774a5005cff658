/// The panels of a trend.
extension TrendScene {
  func item(_ content: Trend.Panel, in frame: Rectangle, namesMarks: Bool) -> Scene.Item {
    let panel = panel(content, in: frame)
    let words = theoryWords(content, panel, namesMarks: namesMarks)
    var items: [Scene.Item] = [
      // Without headings the axes say what they measure.
      panel.axes(
        x: xAxis,
        y: Axis(theme.hasHeadings ? "" : content.title, grid: true, unit: content.unit, count: 4)),
      panel.border,
      panel.clipped("theory", theory(content).map(panel.dashed)),
    ]
    for (index, (values, style)) in zip(content.series, styles).enumerated() {
      // Bars of several lines stand beside one another.
      let shift = hasBars ? barShift(index, panel) : 0
      var own = frame
      own.x += shift
      items.append(
        .group(
          "series",
          items: series(values, style, self.panel(content, in: own))
            + unfitMarks(values, style.color, row: index, panel)))
    }
    items += words.items
    if nameRoom > 0 { items.append(panel.endLabels(endLabels(content))) }
    if theme.hasHeadings { items.append(panel.heading(heading(content, words.unplaced, panel))) }
    return .group("metric", title: content.title.text, items: items)
  }

  private func panel(_ content: Trend.Panel, in frame: Rectangle) -> Panel {
    Panel(
      in: frame, x: xRange, y: yRange(content), theme: theme,
      xKind: trend.isLogarithmic ? .logarithmic : .linear)
  }

  /// A few values stand below the axis as they are, of many the round ones.
  private var xAxis: Axis {
    let mostTicks = 8
    let isCrowded = trend.isQuantity && !trend.isLogarithmic && trend.ticks.count > mostTicks
    return Axis(trend.axis, ticks: isCrowded ? nil : trend.ticks)
  }

  /// The names of the lines, at their last values.
  private func endLabels(_ content: Trend.Panel) -> [EndLabel] {
    zip(zip(content.series, trend.names), styles).compactMap { line, style in
      line.0.last { !$0.seeds.isEmpty }.map {
        EndLabel(line.1, at: Point(x: $0.x, y: mean($0.seeds)), color: style.color)
      }
    }
  }

  /// With what found no room beside its line.
  private func heading(
    _ content: Trend.Panel, _ unplaced: [RichText], _ panel: Panel
  ) -> RichText {
    guard !unplaced.isEmpty else { return content.title }
    let words = signs.listed(unplaced)
    let long = content.title + text(" (dashed: ", zh: "（虚线：") + words + text(")", zh: "）")
    let isShort =
      long.width(size: theme.textSize, by: theme.measure) <= panel.frame.width + nameRoom
    return isShort ? long : content.title
  }

  /// The lines of theory, each once.
  private func theory(_ content: Trend.Panel) -> [[Point]] {
    let ends = yRange(content)
    let marks = trend.marks.map { mark in
      [Point(x: mark.x, y: ends.upperBound), Point(x: mark.x, y: ends.lowerBound)]
    }
    return content.references.reduce(into: marks) { lines, reference in
      if !lines.contains(reference.line) { lines.append(reference.line) }
    }
  }

  /// What the lines of theory are, each said once, and only where it is on no line.
  private func theoryWords(
    _ content: Trend.Panel, _ panel: Panel, namesMarks: Bool
  ) -> (items: [Scene.Item], unplaced: [RichText]) {
    let ends = yRange(content)
    // Said once: the bound is the same in all panels.
    let marks = (namesMarks ? trend.marks : []).map { mark in
      Trend.Reference(
        mark.words,
        [Point(x: mark.x, y: ends.upperBound), Point(x: mark.x, y: ends.lowerBound)])
    }
    let lines =
      theory(content)
      + content.series.map { line in
        line.filter { !$0.seeds.isEmpty }.map { Point(x: $0.x, y: mean($0.seeds)) }
      }
      + (hasBars ? bars(content, panel) : [])
    var taken: [Rectangle] = []
    var items: [Scene.Item] = []
    var placed: [RichText] = []
    var unplaced: [RichText] = []
    for reference in marks + content.references where !reference.words.isEmpty {
      guard !placed.contains(reference.words) else { continue }
      guard
        let box = panel.lineLabel(
          reference.words, along: reference.line, avoiding: lines, taken: taken)
      else {
        if !unplaced.contains(reference.words) { unplaced.append(reference.words) }
        continue
      }
      taken.append(box)
      placed.append(reference.words)
      items.append(theme.words(reference.words, at: Point(x: box.x, y: box.midY), halo: true))
    }
    return (items, unplaced.filter { !placed.contains($0) })
  }

  /// A cross at the upper edge for each value that there is none of because the margin does not
  /// fit; a row for each line.
  private func unfitMarks(
    _ values: [Trend.Value], _ color: Color, row: Int, _ panel: Panel
  ) -> [Scene.Item] {
    let places = values.filter(\.isUnfit).map {
      Point(x: panel.x($0.x), y: panel.frame.y + 7 + 8 * Double(row))
    }
    guard !places.isEmpty else { return [] }
    return [.dots(places, shape: .cross, radius: 2.8, fill: color, stroke: nil)]
  }

  /// The values of a line in stretches between those that there are none of because the margin does
  /// not fit.
  private func stretches(_ values: [Trend.Value]) -> [[Trend.Value]] {
    values.split(whereSeparator: \.isUnfit).map { $0.filter { !$0.seeds.isEmpty } }
  }

  private func series(
    _ values: [Trend.Value], _ look: SeriesStyle, _ panel: Panel
  ) -> [Scene.Item] {
    stretches(values).flatMap { stretch($0, look, panel) }
  }

  private func stretch(
    _ values: [Trend.Value], _ look: SeriesStyle, _ panel: Panel
  ) -> [Scene.Item] {
    let color = look.color
    let spreads = values.map { value in
      let middle = mean(value.seeds)
      let deviation = standardDeviation(value.seeds)
      // A share below nothing is none.
      let low = max(middle - deviation, panel.y.domain.lowerBound)
      return SpreadValue(x: value.x, mean: middle, low: low, high: middle + deviation)
    }
    let means = spreads.map { Point(x: $0.x, y: $0.mean) }
    let each = values.flatMap { value in value.seeds.map { Point(x: value.x, y: $0) } }
    let style = ClassStyle(color: color, label: color, shape: look.shape)
    var items: [Scene.Item] = []
    if trend.isQuantity {
      if hasSpread, hasRibbons, spreads.count > 1 {
        items.append(
          panel.clipped(
            "spread",
            [
              panel.ribbon(
                lower: spreads.map { Point(x: $0.x, y: $0.low) },
                upper: spreads.map { Point(x: $0.x, y: $0.high) }, color: color)
            ]))
      }
      items.append(panel.line(means, color: color, width: 1.75, style: look.line))
    }
    if hasSpread, !hasRibbons {
      items.append(panel.errorBars(spreads, color: color, radius: barEnd(panel)))
    }
    if hasSpread { items.append(panel.dots(each, style, look: .pale, radius: 1.7)) }
    items.append(panel.dots(means, style, radius: 2.6))
    return items
  }

  private var xRange: ClosedRange<Double> {
    let xs = trend.panels.flatMap { $0.series.flatMap { $0.map(\.x) } }
    guard let low = xs.min(), let high = xs.max() else { return 0...1 }
    guard !trend.isLogarithmic else { return low / 1.25...high * 1.25 }
    let margin = trend.isQuantity ? max(high - low, 1e-9) * (hasBars ? 0.1 : 0.045) : 0.5
    return low - margin...high + margin
  }

  /// All seeds with their spread, and as much of the theory as is near them.
  private func yRange(_ content: Trend.Panel) -> ClosedRange<Double> {
    let values = content.series.flatMap { $0 }.filter { !$0.seeds.isEmpty }
    let ends = values.flatMap { value -> [Double] in
      let (middle, deviation) = (mean(value.seeds), standardDeviation(value.seeds))
      return value.seeds + [middle - deviation, middle + deviation]
    }
    guard var low = ends.min(), var high = ends.max() else { return 0...1 }
    // Numbers that are all one and the same are shown on a scale of their own size.
    let least = max(1e-9, 0.02 * max(abs(low), abs(high)))
    guard high - low > least || low != 0 else { return 0...1 }
    let reach = max(high - low, least)
    for y in content.references.flatMap({ $0.line.map(\.y) })
    where y > low - 1.5 * reach && y < high + 1.5 * reach {
      low = min(low, y)
      high = max(high, y)
    }
    let isCounted = (values.flatMap(\.seeds).min() ?? 0) >= 0
    let margin = max(high - low, least) * 0.12
    // What cannot be negative stays on the ground, if that is near.
    let ground = isCounted && low < 0.35 * high ? 0 : low - margin
    let rows = content.series.lastIndex { $0.contains(where: \.isUnfit) }.map { $0 + 1 } ?? 0
    return ground...(high + margin + 0.06 * Double(rows) * (high - ground))
  }
}

extension Panel {
  fileprivate func dashed(_ line: [Point]) -> Scene.Item {
    self.line(line, color: theme.muted, width: 0.8, style: .dashed)
  }
}
