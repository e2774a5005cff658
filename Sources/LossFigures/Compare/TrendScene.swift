/// The picture of a trend: means with the spread over seeds, theory as thin dashed lines.
package func trendScene(
  _ trend: Trend, theme: Theme, palette: Palette? = nil, fit: PageFit = PageFit(),
  language: PageLanguage = .en
) -> Scene {
  TrendScene(
    trend: trend, theme: fit.printed(theme, natural: Page.wide.width),
    palette: palette ?? .standard(classes: trend.names.count),
    fit: fit, language: language
  ).scene
}

struct TrendScene: Speaking {
  let trend: Trend
  let theme: Theme
  let palette: Palette
  var fit = PageFit()
  var language = PageLanguage.en

  /// Units.
  private var width: Double { fit.layoutWidth(natural: Page.wide.width) }
  /// A panel is at least 220 wide, its numbers included; it has two in a row where three would
  /// leave no room for the names of the lines.
  private var columns: Int {
    let possible = width >= 800 ? 3 : width >= 500 ? 2 : 1
    let most = max(1, min(possible, trend.panels.count))
    let isBetterNamed = hasEndNames(columns: 2) && !hasEndNames(columns: most)
    return most > 2 && isBetterNamed && hasHighRows(columns: 2) ? 2 : most
  }

  /// Whether a page of the height that was asked for has room for rows of panels that are not flat.
  private func hasHighRows(columns: Int) -> Bool {
    guard let height = fit.layoutHeight(natural: Page.wide.width) else { return true }
    let rows = (trend.panels.count + columns - 1) / columns
    return height - Self.usualWords >= Self.leastRow * Double(rows)
  }
  var styles: [SeriesStyle] { palette.series(max(1, trend.names.count), theme: theme) }

  /// Of a panel with its numbers; six panels one below the other are as high as a page of print.
  private var rowHeight: Double { columns == 1 && trend.panels.count > 1 ? 150 : 232 }

  /// What title and key take about, and of a row of panels with their numbers the least that is
  /// not flat.
  private static let usualWords = 110.0
  private static let leastRow = 186.0

  /// Between columns, for the numbers of the y axis.
  private var gap: Double { theme.hasHeadings ? 48 : 62 }

  /// Right of each panel, for the names of its lines; 0 where they stand in the key.
  var nameRoom: Double { hasEndNames(columns: columns) ? endNameRoom : 0 }

  private var endNameRoom: Double { Panel.room(for: trend.names, theme: theme) + 4 }

  private func hasEndNames(columns: Int) -> Bool {
    guard (2...Self.mostEndNames).contains(trend.names.count), trend.isQuantity else {
      return false
    }
    let column = (width - 81 - gap * Double(columns - 1)) / Double(columns)
    return endNameRoom <= 0.36 * column
  }

  /// More have no room beside a panel.
  private static let mostEndNames = 6

  var scene: Scene {
    let rows = (trend.panels.count + columns - 1) / columns
    let provisional = page(height: 2000)
    let page = page(
      height: fit.layoutHeight(natural: Page.wide.width)
        ?? 2000 - provisional.body.height + Double(rows) * rowHeight)
    var area = page.body
    area.width -= nameRoom
    let grid = PanelGrid(
      in: area, rows: rows, columns: columns, aspect: nil,
      gap: gap + nameRoom, top: theme.hasHeadings ? 24 : 8,
      bottom: Panel.tickRoom + (trend.axis.isEmpty ? 0 : Panel.titleRoom) + 14)
    let items = zip(trend.panels, grid.frames).enumerated().map { index, place in
      item(place.0, in: place.1, namesMarks: index == 0)
    }
    return page.scene(description: description, items).scaled(
      by: fit.scale(natural: Page.wide.width))
  }

  private func page(height: Double) -> Page {
    var page = Page(
      trend.title, subtitle: trend.equal, key: key,
      notes: trend.notes.map { RichText(plain: $0) }, size: (width, height), theme: theme)
    page.name = trend.name
    // For what the axes say in the place of headings.
    if !theme.hasHeadings { page.left += 14 }
    page.punctuation = signs
    let title = trend.title.isEmpty ? trend.name : trend.title
    page.captionSentences = [title + page.inParentheses(trend.equal)] + measured
    return page
  }

  var hasSpread: Bool {
    trend.panels.contains { $0.series.contains { $0.contains { $0.seeds.count > 1 } } }
  }

  /// Whether the spread of a line is an area: those of several lines would lie over one another.
  var hasRibbons: Bool { trend.isQuantity && trend.names.count <= Self.mostRibbons }

  private static let mostRibbons = 2

  private var key: [KeyItem] {
    var items = zip(nameRoom > 0 ? [] : trend.names, styles).map { name, style in
      KeyItem(.line(style.stroke(width: 1.75)), name)
    }
    if hasSpread {
      items.append(
        KeyItem(
          hasRibbons ? .area(styles[0].color.withOpacity(0.18)) : .none,
          hasRibbons
            ? text(
              "mean ± standard deviation over the seeds; dots: each seed", zh: "各种子的均值 ± 标准差；点：每个种子"
            )
            : text(
              "bars: mean ± standard deviation over the seeds; dots: each seed",
              zh: "误差线：各种子的均值 ± 标准差；点：每个种子")))
    }
    if trend.panels.contains(where: { $0.series.contains { $0.contains(where: \.isUnfit) } }) {
      items.append(
        keyItem(
          .dot(.cross, fill: trend.names.isEmpty ? styles[0].color : theme.muted, stroke: nil),
          "does not fit: no direction between most neighbours satisfies the margin",
          zh: "容不下：多数相邻类之间没有方向满足间隔"))
    }
    let hasTheory = !trend.marks.isEmpty || trend.panels.contains { !$0.references.isEmpty }
    if hasTheory {
      items.append(
        keyItem(
          .line(theme.muted, width: 1, style: .dashed), "theory, classes spread evenly",
          zh: "理论值（类均匀分布）"))
    }
    return items
  }
}
