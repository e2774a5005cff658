import LossLab

/// Several runs that differ in a few settings, for one picture of equal panels.
public struct Comparison: Sendable {
  public var title: RichText
  /// What is the same everywhere, said once.
  public var equal: [RichText]
  /// What was varied and measured, under the panels.
  public var facts: [RichText]
  /// What an honest picture has to add, a line each.
  public var notes: [String]
  public var cells: [Cell]
  /// Cells of a row; `nil` for as many as make a good page.
  public var columns: Int?

  /// One setting.
  public struct Cell: Sendable {
    /// What differs: "m = 0.20".
    public var title: RichText
    /// The numbers that tell most.
    public var numbers: RichText
    public var content: Content

    public enum Content: Sendable {
      case run(Run)
      /// Why there is nothing to see.
      case failed(String)
    }

    public init(title: RichText, numbers: RichText = "", content: Content) {
      self.title = title
      self.numbers = numbers
      self.content = content
    }

    var run: Run? {
      guard case .run(let run) = content else { return nil }
      return run
    }
  }

  public init(
    title: RichText, equal: [RichText] = [], facts: [RichText] = [], notes: [String] = [],
    cells: [Cell], columns: Int? = nil
  ) {
    self.title = title
    self.equal = equal
    self.facts = facts
    self.notes = notes
    self.cells = cells
    self.columns = columns
  }
}

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

struct ComparisonScene {
  let comparison: Comparison
  let style: FigureStyle
  private let layout: ComparisonLayout
  /// For each cell with a run.
  private let scenes: [RunScene?]

  private var theme: Theme { style.theme }

  init(_ comparison: Comparison, style: FigureStyle) {
    self.comparison = comparison
    self.style = style
    layout = ComparisonLayout(
      cells: comparison.cells.count, columns: comparison.columns, views: style.views)
    scenes = comparison.cells.map { cell in cell.run.map { RunScene($0, style: style) } }
  }

  var scene: Scene {
    // What the words need is known only from a page; its height follows from it.
    let provisional = page(height: 2000)
    let words = 2000 - provisional.body.height
    let page = page(height: words + layout.height)
    let limit = limit
    let items = comparison.cells.indices.flatMap { index in
      cell(index, at: layout.origin(of: index, in: page.body), limit: limit)
    }
    return page.scene(description: description, items)
  }

  private func page(height: Double) -> Page {
    Page(
      comparison.title, subtitle: comparison.equal, facts: comparison.facts, key: key,
      notes: comparison.notes.map { RichText(plain: $0) }, size: (layout.width, height),
      theme: theme)
  }

  /// Of the run with the most to explain: one with a margin band.
  private var key: [KeyItem] {
    let drawn = scenes.compactMap { $0 }
    guard let telling = drawn.first(where: { !$0.bands.isEmpty }) ?? drawn.first else { return [] }
    return telling.caption.key(style.views, classes: telling.classes)
  }

  private var description: String {
    let cells = comparison.cells.map { cell in
      switch cell.content {
      case .run: "\(cell.title.text): \(cell.numbers.text)"
      case .failed(let why): "\(cell.title.text): \(why)"
      }
    }
    return "\(comparison.title.text), \(cells.count) settings side by side. "
      + cells.joined(separator: ". ") + "."
  }

  /// One for all cells: a plane that looks larger is larger.
  private var limit: Double? {
    if let limit = style.featureLimit { return limit }
    let frame = Rectangle(x: 0, y: 0, width: layout.side, height: layout.side)
    return scenes.compactMap { $0 }.filter { $0.run.options.dimensions == 2 }
      .map { $0.featureLimit(in: frame) }.max()
  }

  private func cell(_ index: Int, at origin: Point, limit: Double?) -> [Scene.Item] {
    let cell = comparison.cells[index]
    var items = [title(cell, at: origin)]
    guard var scene = scenes[index] else {
      if case .failed(let why) = cell.content { items.append(notice(why, at: origin)) }
      return items
    }
    scene.style.featureLimit = limit
    scene.style.dotScale = min(1, (layout.side / 380).squareRoot())
    for (row, view) in scene.views.enumerated() {
      scene.style.hasYNumbers = index % layout.columns == 0
      scene.style.hasXNumbers = index + layout.columns >= scenes.count
      let frame = layout.frame(row, at: origin)
      items.append(scene.panel(view, in: frame, heading: ""))
    }
    return items
  }

  private func title(_ cell: Comparison.Cell, at origin: Point) -> Scene.Item {
    let title = cell.title.bold().truncated(
      width: layout.side, size: theme.textSize, by: theme.measure)
    let numbers = cell.numbers
    let size = numbers.size(fitting: layout.side, at: theme.smallSize, by: theme.measure)
    return .group(
      Scene.Group(
        "title",
        items: [
          .text(
            Scene.Text(
              title, at: origin + Point(x: 0, y: 12), size: theme.textSize, color: theme.ink)),
          .text(
            Scene.Text(
              numbers, at: origin + Point(x: 0, y: 25.5), size: size, color: theme.muted)),
        ]))
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
