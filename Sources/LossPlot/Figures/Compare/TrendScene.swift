import LossLab

/// The picture of a trend: means with the spread over seeds, theory as thin dashed lines.
public func trendScene(
  _ trend: Trend, theme: Theme, palette: Palette? = nil, fit: PageFit = PageFit(),
  language: PageLanguage = .en
) -> Scene {
  TrendScene(
    trend: trend, theme: theme, palette: palette ?? .standard(classes: trend.names.count),
    fit: fit, language: language
  ).scene
}

struct TrendScene {
  let trend: Trend
  let theme: Theme
  let palette: Palette
  var fit = PageFit()
  var language = PageLanguage.en

  /// Units.
  private var width: Double { fit.layoutWidth(natural: Page.wide.width) }
  /// A panel is at least 220 wide, its numbers included.
  private var columns: Int {
    let possible = width >= 800 ? 3 : width >= 500 ? 2 : 1
    return max(1, min(possible, trend.panels.count))
  }
  private var colors: [Color] {
    palette.styles(classes: max(1, trend.names.count), theme: theme).map(\.color)
  }

  var scene: Scene {
    let rows = (trend.panels.count + columns - 1) / columns
    let provisional = page(height: 2000)
    let page = page(
      height: fit.layoutHeight(natural: Page.wide.width)
        ?? 2000 - provisional.body.height + Double(rows) * 232)
    let grid = PanelGrid(
      in: page.body, rows: rows, columns: columns, aspect: nil,
      gap: 48, top: 24, bottom: Panel.tickRoom + Panel.titleRoom + 14)
    let items = zip(trend.panels, grid.frames).enumerated().map { index, place in
      item(place.0, in: place.1, namesMarks: index == 0)
    }
    let scene = page.scene(description: description, items)
    let scale = fit.scale(natural: Page.wide.width)
    return scale == 1 ? scene : scene.scaled(by: scale)
  }

  private func page(height: Double) -> Page {
    var page = Page(
      trend.title, subtitle: trend.equal, key: key,
      notes: trend.notes.map { RichText(plain: $0) }, size: (width, height), theme: theme)
    page.name = trend.name
    return page
  }

  private func said(_ en: String, zh: String) -> String { Wording(en, zh: zh)[language] }

  private var hasSpread: Bool {
    trend.panels.contains { $0.series.contains { $0.contains { $0.seeds.count > 1 } } }
  }

  private var key: [KeyItem] {
    var items = zip(trend.names, colors).map { name, color in
      KeyItem(.line(Stroke(color, width: 1.75)), name)
    }
    if hasSpread {
      items.append(
        KeyItem(
          trend.isQuantity ? .area(colors[0].withOpacity(0.18)) : .none,
          trend.isQuantity
            ? RichText(
              plain: said(
                "mean ± standard deviation over the seeds; dots: each seed",
                zh: "各种子的均值 ± 标准差；点：每个种子"))
            : RichText(
              plain: said(
                "bars: mean ± standard deviation over the seeds; dots: each seed",
                zh: "误差线：各种子的均值 ± 标准差；点：每个种子"))))
    }
    let hasTheory = !trend.marks.isEmpty || trend.panels.contains { !$0.references.isEmpty }
    if hasTheory {
      items.append(
        KeyItem(
          .line(LineStyle.dashed.stroke(theme.muted, width: 1)),
          RichText(plain: said("theory, classes spread evenly", zh: "理论值（类均匀分布）"))))
    }
    return items
  }

  /// What each line does from its first value to its last.
  private var description: String {
    let axis = trend.axis.terminalText
    let panels = trend.panels.map { panel in
      let lines = panel.series.enumerated().compactMap { index, values -> String? in
        guard let first = values.first, let last = values.last else { return nil }
        let name = index < trend.names.count ? trend.names[index].terminalText + " " : ""
        return name
          + said(
            "\(meanText(first, panel)) at \(label(first)), \(meanText(last, panel)) at \(label(last))",
            zh:
              "\(label(first)) 时 \(meanText(first, panel))，\(label(last)) 时 \(meanText(last, panel))"
          )
      }
      return "\(panel.title.text): \(lines.joined(separator: "; "))"
    }
    let title = (trend.title.isEmpty ? trend.name : trend.title).terminalText
    return said(
      "\(title), measured\(axis.isEmpty ? "" : " against \(axis)"). "
        + panels.joined(separator: ". ") + ".",
      zh: "\(title)\(axis.isEmpty ? "" : "，随 \(axis) 变化")。" + panels.joined(separator: "。") + "。")
  }

  private func meanText(_ value: Trend.Value, _ panel: Trend.Panel) -> String {
    guard !value.seeds.isEmpty else { return "nothing" }
    let mean = value.seeds.reduce(0, +) / Double(value.seeds.count)
    return decimalText(mean, places: 1) + panel.unit
  }

  private func label(_ value: Trend.Value) -> String {
    trend.ticks.first { $0.value == value.x }?.label.terminalText ?? short(value.x)
  }

  private func item(_ content: Trend.Panel, in frame: Rectangle, namesMarks: Bool) -> Scene.Item {
    let panel = Panel(
      in: frame, x: xRange, y: yRange(content), theme: theme,
      xKind: trend.isLogarithmic ? .logarithmic : .linear)
    var items: [Scene.Item] = [
      panel.axes(
        x: Axis(trend.axis, ticks: trend.ticks),
        y: Axis(grid: true, unit: content.unit, count: 4)), panel.border,
    ]
    items.append(panel.clipped("theory", theory(content, panel)))
    items += theoryWords(content, panel, namesMarks: namesMarks)
    for (values, color) in zip(content.series, colors) {
      items.append(.group(Scene.Group("series", items: series(values, color, panel))))
    }
    items.append(panel.heading(content.title))
    return .group(Scene.Group("metric", title: content.title.text, items: items))
  }

  private func theory(_ content: Trend.Panel, _ panel: Panel) -> [Scene.Item] {
    let marks = trend.marks.map { mark in
      panel.line(
        [
          Point(x: mark.x, y: panel.y.domain.lowerBound),
          Point(x: mark.x, y: panel.y.domain.upperBound),
        ], color: theme.muted, width: 0.8, style: .dashed)
    }
    return marks
      + content.references.map {
        panel.line($0.line, color: theme.muted, width: 0.8, style: .dashed)
      }
  }

  private func theoryWords(
    _ content: Trend.Panel, _ panel: Panel, namesMarks: Bool
  ) -> [Scene.Item] {
    func words(_ text: RichText, at place: Point, _ anchor: Scene.Text.Anchor) -> Scene.Item {
      .text(
        Scene.Text(
          text, at: place, size: theme.smallSize, color: theme.muted, anchor: anchor,
          baseline: .middle, halo: theme.paper))
    }
    // Said once: the line is the same in all panels.
    let marks = (namesMarks ? trend.marks : []).map { mark in
      let isRight = panel.x(mark.x) > panel.frame.midX
      return words(
        mark.words,
        at: Point(x: panel.x(mark.x) + (isRight ? -4 : 4), y: panel.frame.maxY - 8),
        isRight ? .end : .start)
    }
    return marks
      + content.references.compactMap { reference in
        guard let last = reference.line.last(where: { panel.domain.contains($0) }) else {
          return nil
        }
        // Below a line that rises there is room in its middle, above a level one at its end.
        if let first = reference.line.first, first.y < last.y {
          let middle = panel.point(reference.line[reference.line.count / 2])
          return words(reference.words, at: middle + Point(x: 7, y: 9), .start)
        }
        let place = panel.point(last)
        let y = min(panel.frame.maxY - 8, max(panel.frame.y + 8, place.y - 7))
        return words(reference.words, at: Point(x: min(place.x, panel.frame.maxX) - 3, y: y), .end)
      }
  }

  private func series(_ values: [Trend.Value], _ color: Color, _ panel: Panel) -> [Scene.Item] {
    let values = values.filter { !$0.seeds.isEmpty }
    let spreads = values.map { value in
      let middle = mean(value.seeds)
      let deviation = standardDeviation(value.seeds)
      return SpreadValue(
        x: value.x, mean: middle, low: middle - deviation, high: middle + deviation)
    }
    let means = spreads.map { Point(x: $0.x, y: $0.mean) }
    let each = values.flatMap { value in value.seeds.map { Point(x: value.x, y: $0) } }
    let style = ClassStyle(color: color, label: color)
    var items: [Scene.Item] = []
    if trend.isQuantity {
      if hasSpread, spreads.count > 1 {
        items.append(
          panel.clipped(
            "spread",
            [
              panel.ribbon(
                lower: spreads.map { Point(x: $0.x, y: $0.low) },
                upper: spreads.map { Point(x: $0.x, y: $0.high) }, color: color)
            ]))
      }
      items.append(panel.line(means, color: color, width: 1.75))
    } else if hasSpread {
      items.append(panel.errorBars(spreads, color: color))
    }
    if hasSpread { items.append(panel.dots(each, style, look: .pale, radius: 1.7)) }
    items.append(panel.dots(means, style, radius: 2.6))
    return items
  }

  private var xRange: ClosedRange<Double> {
    let xs = trend.panels.flatMap { $0.series.flatMap { $0.map(\.x) } }
    guard let low = xs.min(), let high = xs.max() else { return 0...1 }
    guard !trend.isLogarithmic else { return low / 1.25...high * 1.25 }
    let margin = trend.isQuantity ? max(high - low, 1e-9) * 0.045 : 0.5
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
    return ground...(high + margin)
  }
}
