/// The picture of a comparison: a cell for each setting, its panels one below the other, the same
/// axes throughout.
package func comparisonScene(_ comparison: Comparison, style: FigureStyle) -> Scene {
  ComparisonScene(comparison, style: style).scene
}

/// Half the side of a plane that shows the features of all these runs, in the picture of one run.
package func sharedFeatureLimit(_ runs: [Run], style: FigureStyle) -> Double? {
  let frame = Rectangle(x: 0, y: 0, width: 400, height: 400)
  return runs.filter { $0.options.dimensions == 2 }.map {
    RunScene($0, style: style).featureLimit(in: frame)
  }.max()
}

/// Half the side of each cell's plane of features, as its picture has it.
func comparisonLimits(_ comparison: Comparison, style: FigureStyle) -> [Double?] {
  ComparisonScene(comparison, style: style).cellLimits
}

struct ComparisonScene {
  let comparison: Comparison
  let style: FigureStyle
  private(set) var layout: ComparisonLayout
  /// Of the page where it was asked for, units.
  private let wantedHeight: Double?
  /// Points for one unit of the layout.
  private let scale: Double
  /// For each cell with a run.
  let scenes: [RunScene?]

  var theme: Theme { style.theme }

  /// Half the side of each cell's plane, in a film; empty where the features decide.
  var limits: [Double?] = []
  /// The axes of each cell's histograms, in a film.
  var ranges: [FilmRanges?] = []
  /// Where a film is.
  var progress = RichText()

  /// - Parameter frames: for each cell what its film says; empty for a still picture.
  init(_ comparison: Comparison, style: FigureStyle, frames: [FilmFrame?] = []) {
    self.comparison = comparison
    let natural = Self.layout(comparison, style)
    let fit = natural.balanced(style.fit)
    var style = style
    style.theme = fit.printed(style.theme, natural: natural.width)
    self.style = style
    scale = fit.scale(natural: natural.width)
    let width = fit.layoutWidth(natural: natural.width)
    let height = fit.layoutHeight(natural: natural.width)
    let isNatural = width == natural.width && height == nil
    layout = isNatural ? natural : Self.layout(comparison, style, width: width)
    wantedHeight = height
    // The page is fitted, and with it the cells.
    style.fit = PageFit()
    style.nameLimit = min(style.nameLimit, FigureStyle.longestName * layout.side)
    style.cellSide = layout.side
    scenes = comparison.cells.enumerated().map { [style] index, cell in
      cell.run.map { RunScene($0, style: style, film: frames.isEmpty ? nil : frames[index]) }
    }
  }

  /// How the cells stand, whatever they say and however high the page is.
  static func grid(_ comparison: Comparison, _ style: FigureStyle) -> ComparisonGrid {
    let natural = layout(comparison, style)
    guard style.fit.width != nil else { return natural.grid }
    let width = natural.balanced(style.fit).layoutWidth(natural: natural.width)
    return layout(comparison, style, width: width).grid
  }

  private static func layout(
    _ comparison: Comparison, _ style: FigureStyle, width: Double? = nil, height: Double? = nil
  ) -> ComparisonLayout {
    func layout(lines: Int?) -> ComparisonLayout {
      ComparisonLayout(
        comparison.grid(views: style.views.count), views: comparison.shapes(of: style.views),
        width: width, height: height, lines: lines, isFixed: comparison.shape != nil)
    }
    guard style.theme.hasHeadings else { return layout(lines: nil) }
    // How many lines the words take depends on how wide the cells are.
    let width = layout(lines: 1).cellWidth
    let needed = comparison.cells.map { words(of: $0, width: width, style.theme).count }
    return layout(lines: max(1, needed.max() ?? 1))
  }

  /// Rows of cells on a page of the height that was asked for, where all would be too small in
  /// it; else `nil`.
  var rowsOfReadablePanels: Int? {
    guard let wantedHeight else { return nil }
    let room = page(height: wantedHeight).body.height
    return Self.layout(comparison, style, width: layout.width, height: room)
      .rowsOfReadablePanels(in: room)
  }

  var scene: Scene {
    var fitted = self
    if let wantedHeight {
      let room = page(height: wantedHeight).body.height
      fitted.layout = Self.layout(comparison, style, width: layout.width, height: room)
    }
    return fitted.pageScene.scaled(by: scale)
  }

  private var pageScene: Scene {
    // What the words need is known only from a page; its height follows from it.
    let provisional = page(height: 2000)
    let words = 2000 - provisional.body.height
    let page = page(height: wantedHeight ?? words + layout.height)
    let (limit, sizes) = (sharedLimit, wordSizes)
    let places = layout.places
    var body = page.body
    // A page of a given height may have more room than its panels need.
    body.y += max(0, body.height - layout.height) / 2
    let items = zip(places, layout.origins(in: body)).enumerated().flatMap { index, place in
      let (own, origin) = place
      let hasBelow = places.contains { $0.row > own.row && $0.column == own.column }
      return cell(
        index, at: origin, limit: limit, sizes: sizes, isFirst: own.column == 0,
        isLast: !hasBelow)
    }
    return page.scene(description: description, headings(in: body) + items)
  }

  /// The names of the blocks, each over a line as long as its rows.
  private func headings(in body: Rectangle) -> [Scene.Item] {
    zip(comparison.blocks, layout.headings(in: body)).map { block, line in
      let size = 1.15 * theme.textSize
      let name = block.title.bold().truncated(width: line.width, size: size, by: theme.measure)
      let rule = Path(polyline: [Point(x: line.x, y: line.maxY), Point(x: line.maxX, y: line.maxY)])
      return .group(
        "block", title: block.title.text,
        items: [
          .text(name, at: Point(x: line.x, y: line.maxY - 5), size: size, color: theme.ink),
          .path(rule, fill: nil, stroke: Stroke(theme.faint, width: 1)),
        ])
    }
  }

  private func page(height: Double) -> Page {
    var page = Page(
      comparison.title, subtitle: comparison.equal, facts: comparison.facts, key: key,
      notes: comparison.allNotes(style.language).map { RichText(plain: $0) },
      size: (layout.width, height), theme: theme)
    if layout.isNarrow { page.fitMargins() }
    page.name = comparison.name
    page.punctuation = style.signs
    page.progress = comparison.place.map { pageNumber($0) } ?? progress
    page.widestProgress = page.progress
    return page
  }

  private func pageNumber(_ place: (number: Int, count: Int)) -> RichText {
    RichText(
      plain: Wording(
        "page \(place.number) of \(place.count)", zh: "第 \(place.number) 页，共 \(place.count) 页"
      )[style.language])
  }

  /// Of the run with the most to explain: one with a margin band.
  private var key: [KeyItem] {
    let drawn = scenes.compactMap { $0 }
    let said = drawn.map { (scene: $0, caption: $0.film?.still.caption ?? $0.caption) }
    guard
      let telling = said.first(where: { $0.caption.hasRules })
        ?? said.first(where: { $0.caption.hasBand }) ?? said.first
    else { return [] }
    let items = telling.caption.key(style.views, classes: telling.scene.classes)
    // Margins that fit and others that do not may stand side by side.
    let lacking =
      said.first { $0.caption.unfitPairs > 0 }?.caption
      .unfitKey(besideBand: telling.caption.hasRules) ?? []
    return items + lacking.filter { !items.contains($0) } + telling.scene.nameKey
  }

  private var description: String {
    let signs = style.signs
    let blocks = comparison.blocks.flatMap { Array(repeating: $0.title.text, count: $0.count) }
    let cells = comparison.cells.enumerated().map { index, cell in
      let block = index < blocks.count && !blocks[index].isEmpty ? blocks[index] + signs.comma : ""
      let words =
        switch cell.content {
        case .run: (cell.lesson.isEmpty ? cell.numbers : cell.lesson).text
        case .failed(let why): why
        }
      return RichText(plain: block + cell.title.text + signs.colon + words.withoutStop)
    }
    let title = (comparison.title.isEmpty ? comparison.name : comparison.title).text
    let start = Wording(
      "\(title), \(cells.count) settings side by side", zh: "\(title)，\(cells.count) 种设置并列")
    return signs.sentences([RichText(plain: start[style.language])] + cells).text
  }

  /// One for all cells: a plane that looks larger is larger.
  var sharedLimit: Double? {
    if let limit = style.featureLimit ?? comparison.sharedLimit { return limit }
    guard comparison.hasEqualAxes else { return nil }
    let frame = Rectangle(x: 0, y: 0, width: layout.side, height: layout.side)
    return scenes.compactMap { $0 }.filter { $0.run.options.dimensions == 2 }
      .map { $0.featureLimit(in: frame) }.max()
  }

  fileprivate var cellLimits: [Double?] {
    let shared = sharedLimit
    let frame = Rectangle(x: 0, y: 0, width: layout.side, height: layout.side)
    return scenes.map { scene in
      shared
        ?? scene.flatMap { $0.run.options.dimensions == 2 ? $0.featureLimit(in: frame) : nil }
    }
  }
}

extension Comparison {
  /// The panels as what they need room for: a chart in the place of a circle needs that of one.
  fileprivate func shapes(of views: [RunView]) -> [RunView] {
    let hasCharts = cells.contains { $0.run.map { !RunScene.hasRoses($0) } ?? false }
    return views.map { $0 == .angles && hasCharts ? .histogram : $0 }
  }
}

extension String {
  /// A sentence as part of another one.
  fileprivate var withoutStop: String {
    hasSuffix(".") || hasSuffix("。") ? String(dropLast()) : self
  }
}
