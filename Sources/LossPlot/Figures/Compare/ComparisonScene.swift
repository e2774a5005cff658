import LossLab

/// The picture of a comparison: a cell for each setting, its panels one below the other, the same
/// axes throughout.
public func comparisonScene(_ comparison: Comparison, style: FigureStyle) -> Scene {
  ComparisonScene(comparison, style: style).scene
}

/// Half the side of a plane that shows the features of all these runs, in the picture of one run.
public func sharedFeatureLimit(_ runs: [Run], style: FigureStyle) -> Double? {
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
  private var layout: ComparisonLayout
  /// Of the page where it was asked for, units.
  private let wantedHeight: Double?
  /// Points for one unit of the layout.
  private let scale: Double
  /// For each cell with a run.
  private let scenes: [RunScene?]

  private var theme: Theme { style.theme }

  /// Half the side of each cell's plane, in a film; empty where the features decide.
  var limits: [Double?] = []
  /// The axes of each cell's histograms, in a film.
  var ranges: [FilmRanges?] = []
  /// Where a film is.
  var progress = RichText()

  /// - Parameter frames: for each cell what its film says; empty for a still picture.
  init(_ comparison: Comparison, style: FigureStyle, frames: [FilmFrame?] = []) {
    self.comparison = comparison
    self.style = style
    let natural = Self.layout(comparison, style)
    let fit = style.fit
    scale = fit.scale(natural: natural.width)
    let width = fit.layoutWidth(natural: natural.width)
    let height = fit.layoutHeight(natural: natural.width)
    let isNatural = width == natural.width && height == nil
    layout = isNatural ? natural : Self.layout(comparison, style, width: width)
    wantedHeight = height
    var style = style
    style.nameLimit = min(style.nameLimit, 0.36 * layout.side)
    style.roseNameLimit = min(style.roseNameLimit, 0.2 * layout.side)
    scenes = comparison.cells.enumerated().map { [style] index, cell in
      cell.run.map {
        RunScene($0, style: style, film: frames.isEmpty ? nil : frames[index])
      }
    }
  }

  private static func layout(
    _ comparison: Comparison, _ style: FigureStyle, width: Double? = nil, height: Double? = nil
  ) -> ComparisonLayout {
    func layout(lines: Int) -> ComparisonLayout {
      ComparisonLayout(
        cells: comparison.cells.count, columns: comparison.columns, views: style.views,
        width: width, height: height, lines: lines)
    }
    // How many lines a lesson takes depends on how wide the cells are.
    let side = layout(lines: 1).side
    let needed = comparison.cells.map { cell in
      cell.lesson.wrapped(width: side, size: style.theme.smallSize, by: style.theme.measure).count
    }
    return layout(lines: min(Self.mostLines, max(1, needed.max() ?? 1)))
  }

  /// Of the words under the title of a cell.
  private static let mostLines = 3

  var scene: Scene {
    var fitted = self
    if let wantedHeight {
      let room = page(height: wantedHeight).body.height
      fitted.layout = Self.layout(comparison, style, width: layout.width, height: room)
    }
    let scene = fitted.pageScene
    return scale == 1 ? scene : scene.scaled(by: scale)
  }

  private var pageScene: Scene {
    // What the words need is known only from a page; its height follows from it.
    let provisional = page(height: 2000)
    let words = 2000 - provisional.body.height
    let page = page(height: wantedHeight ?? words + layout.height)
    let limit = limit
    let items = comparison.cells.indices.flatMap { index in
      cell(index, at: layout.origin(of: index, in: page.body), limit: limit)
    }
    return page.scene(description: description, items)
  }

  private func page(height: Double) -> Page {
    var page = Page(
      comparison.title, subtitle: comparison.equal, facts: comparison.facts, key: key,
      notes: comparison.notes.map { RichText(plain: $0) }, size: (layout.width, height),
      theme: theme)
    page.name = comparison.name
    page.progress = progress
    page.widestProgress = progress
    return page
  }

  /// Of the run with the most to explain: one with a margin band.
  private var key: [KeyItem] {
    let drawn = scenes.compactMap { $0 }
    let said = drawn.map { (scene: $0, caption: $0.film?.still.caption ?? $0.caption) }
    guard let telling = said.first(where: { $0.caption.hasBand }) ?? said.first else { return [] }
    return telling.caption.key(style.views, classes: telling.scene.classes)
      + telling.scene.nameKey
  }

  private var description: String {
    let cells = comparison.cells.map { cell in
      switch cell.content {
      case .run: "\(cell.title.text): \((cell.lesson.isEmpty ? cell.numbers : cell.lesson).text)"
      case .failed(let why): "\(cell.title.text): \(why)"
      }
    }
    let title = (comparison.title.isEmpty ? comparison.name : comparison.title).text
    return Wording(
      "\(title), \(cells.count) settings side by side. " + cells.joined(separator: ". ") + ".",
      zh: "\(title)，\(cells.count) 种设置并列。" + cells.joined(separator: "。") + "。")[style.language]
  }

  /// One for all cells: a plane that looks larger is larger.
  private var limit: Double? {
    if let limit = style.featureLimit { return limit }
    guard comparison.hasEqualAxes else { return nil }
    let frame = Rectangle(x: 0, y: 0, width: layout.side, height: layout.side)
    return scenes.compactMap { $0 }.filter { $0.run.options.dimensions == 2 }
      .map { $0.featureLimit(in: frame) }.max()
  }

  fileprivate var cellLimits: [Double?] {
    let shared = limit
    let frame = Rectangle(x: 0, y: 0, width: layout.side, height: layout.side)
    return scenes.map { scene in
      shared
        ?? scene.flatMap { $0.run.options.dimensions == 2 ? $0.featureLimit(in: frame) : nil }
    }
  }

  private func cell(_ index: Int, at origin: Point, limit: Double?) -> [Scene.Item] {
    let cell = comparison.cells[index]
    var items = [title(cell, at: origin)]
    guard var scene = scenes[index] else {
      if case .failed(let why) = cell.content { items.append(notice(why, at: origin)) }
      return items
    }
    if !ranges.isEmpty { ranges[index]?.set(&scene.style) }
    scene.style.featureLimit = limits.isEmpty ? limit : limits[index]
    scene.style.dotScale = min(1, (layout.side / 380).squareRoot())
    for (row, view) in scene.views.enumerated() {
      let isShared = comparison.hasEqualAxes || style.featureLimit != nil
      // Own axes say their scale in the frame; there is no room for numbers between the panels.
      scene.style.hasInnerScale = !isShared
      scene.style.hasYNumbers = isShared && index % layout.columns == 0
      scene.style.hasXNumbers = isShared && index + layout.columns >= scenes.count
      let frame = layout.frame(row, at: origin)
      items.append(scene.panel(view, in: frame, heading: ""))
    }
    return items
  }

  private func title(_ cell: Comparison.Cell, at origin: Point) -> Scene.Item {
    let titleSize = max(
      cell.title.bold().size(fitting: layout.side, at: theme.textSize, by: theme.measure),
      0.8 * theme.textSize)
    let title = cell.title.bold().truncated(
      width: layout.side, size: titleSize, by: theme.measure)
    let lines =
      cell.lesson.isEmpty
      ? [cell.numbers]
      : Array(
        cell.lesson.wrapped(width: layout.side, size: theme.smallSize, by: theme.measure)
          .prefix(Self.mostLines))
    let words = lines.enumerated().map { row, line in
      // Numbers may be a little smaller before they lose their end.
      let size = max(
        line.size(fitting: layout.side, at: theme.smallSize, by: theme.measure),
        0.8 * theme.smallSize)
      return Scene.Item.text(
        Scene.Text(
          line.truncated(width: layout.side, size: size, by: theme.measure),
          at: origin + Point(x: 0, y: 25.5 + 12.5 * Double(row)), size: size,
          color: theme.muted))
    }
    return .group(
      Scene.Group(
        "title",
        items: [
          .text(
            Scene.Text(
              title, at: origin + Point(x: 0, y: 12), size: titleSize, color: theme.ink))
        ] + words))
  }

  /// An empty panel that says why it is empty.
  private func notice(_ why: String, at origin: Point) -> Scene.Item {
    let frame = layout.frame(0, at: origin)
    let lines = RichText(plain: why).wrapped(
      width: frame.width - 24, size: theme.textSize, by: theme.measure)
    let leading = theme.textSize * 1.4
    let top = frame.midY - Double(lines.count - 1) * leading / 2
    let words = lines.enumerated().map { row, line in
      Scene.Item.text(
        Scene.Text(
          line, at: Point(x: frame.midX, y: top + Double(row) * leading), size: theme.textSize,
          color: theme.muted, anchor: .middle, baseline: .middle))
    }
    let border = Scene.Item.path(
      Path(rectangle: frame), fill: nil, stroke: Stroke(theme.faint, width: 1, join: .miter))
    return .group(Scene.Group("failed", items: [border] + words))
  }
}
