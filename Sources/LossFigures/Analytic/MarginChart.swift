/// m against the number of classes: what none can satisfy, what some spread of the classes does, the
/// default, and what papers took.
package struct MarginChart: LossChart {
  package var classes: Int
  package var dimensions: Int
  /// `nil` for ArcFace and CosFace.
  package var entry: LossEntry?
  package var style: FigureStyle

  package init(classes: Int, dimensions: Int, entry: LossEntry? = nil, style: FigureStyle) {
    self.classes = classes
    self.dimensions = dimensions
    self.entry = entry
    self.style = style
  }

  private var entries: [LossEntry] { entry.map { [$0] } ?? [.arcface, .cosface] }

  private var largest: Double { max(dimensions == 2 ? 100 : 1e6, 4 * Double(classes)) }

  private func key(_ color: Color) -> [KeyItem] {
    let papers = keyItem(.dot(.circle, fill: color, stroke: nil), "papers", zh: "论文")
    // In the plane classes can be spread evenly, and both bounds are one.
    let between = [
      keyItem(
        .line(theme.ink, width: 1.25, style: .dashed), "some spread satisfies $m$",
        zh: "有某种分布满足 $m$"),
      keyItem(.area(theme.band), "depends on how well the classes are spread", zh: "取决于类分布得如何"),
    ]
    return [
      keyItem(.line(theme.ink, width: 1.75), "no $m$ beyond can be satisfied", zh: "其上的 $m$ 都无法满足")
    ] + (dimensions > 2 ? between : []) + [
      keyItem(.line(color, width: 1.75, style: .dotted), "default of lossviz", zh: "lossviz 的默认值")
    ] + (entries.contains { !self.papers(of: $0).isEmpty } ? [papers] : []) + [
      keyItem(
        .dot(.diamond, fill: theme.ink, stroke: nil), "$m$ for this number of classes",
        zh: "此类数对应的 $m$")
    ]
  }

  private var note: RichText {
    dimensions == 2
      ? text("evenly around the circle: exact", zh: "均匀分布在圆上：精确值")
      : text(
        "exact up to two classes a dimension; beyond, above: Levenshtein's bound of linear programming, below: Shannon's covering argument",
        zh: "每维不超过两类时精确；更多时，上方为线性规划的 Levenshtein 界，下方为 Shannon 覆盖论证")
  }

  private var natural: (width: Double, height: Double) {
    entries.count == 1 ? Page.square : Page.wide
  }
  package var naturalWidth: Double { natural.width }

  /// A panel has room for its words.
  private static let leastSide = 300.0

  package var unscaled: Scene {
    // Red of the usual palette, and its like of another.
    let color = style.palette?.styles(classes: 5, theme: theme)[4].color ?? theme.hues[4]
    var size = fit.size(natural)
    let isSplit = size.width / Double(entries.count) < Self.leastSide
    let columns = isSplit ? 1 : entries.count
    let rows = (entries.count + columns - 1) / columns
    if fit.height == nil, fit.width != nil {
      let words = 4000 - page(color, size: (size.width, 4000)).body.height
      size.height = words + Double(rows) * min(0.85 * size.width / Double(columns), 420)
    }
    let page = page(color, size: size)
    let grid = PanelGrid(
      in: page.body.inset(left: 14), rows: rows, columns: columns, aspect: nil, gap: 60,
      top: rows > 1 ? 26 : 20, bottom: Panel.wideAxisRoom)
    let items = zip(entries, grid.frames).map { panel($0, in: $1, color: color) }
    let words = said(
      "Bounds of the margin m against the number of classes in \(dimensions) dimensions.",
      zh: "\(dimensions) 维中间隔 m 的界随类数的变化。")
    let answers = entries.map { "\($0.title): " + answerText($0) + "." }
    return page.scene(description: ([words] + answers).joined(separator: " "), items)
  }

  private func page(_ color: Color, size: (width: Double, height: Double)) -> Page {
    let count = groupedText(classes)
    var page = style.page(
      text("Which margin?", zh: "取多大的间隔？"),
      subtitle: [
        text("\(dimensions) dimensions", zh: "\(dimensions) 维"),
        text("\(count) classes: the upright line", zh: "\(count) 类：竖线"),
      ], key: key(color), notes: [note], size: size)
    page.fitMargins()
    return page
  }

  /// Numbers of classes, evenly on the logarithmic axis, each once.
  private var counts: [Int] {
    let steps = 96
    let end = log(largest / 2)
    var counts: [Int] = []
    for index in 0...steps {
      let count = Int((2 * exp(end * Double(index) / Double(steps))).rounded())
      if count != counts.last { counts.append(count) }
    }
    return counts
  }

  /// Over the numbers of classes.
  private struct Lines {
    let limit: [Point]
    let reached: [Point]
    let usual: [Point]
  }

  private func lines(_ entry: LossEntry) -> Lines {
    let advices = counts.map {
      MarginAdvice(classes: $0, dimensions: dimensions, entries: [entry], posteriors: [])
    }
    func line(_ value: (MarginAdvice.Margin) -> Double) -> [Point] {
      advices.compactMap { advice in
        advice.margins.first.map { Point(Double(advice.classes), value($0)) }
      }
    }
    return Lines(limit: line(\.limit), reached: line(\.reached), usual: line(\.usual))
  }

  private func panel(_ entry: LossEntry, in frame: Rectangle, color: Color) -> Scene.Item {
    let (lines, papers, answers) = (lines(entry), papers(of: entry), answers(of: entry))
    let top = top(entry, papers)
    let panel = Panel(in: frame, x: 2...largest, y: 0...top, theme: theme, xKind: .logarithmic)
    let isAngle = entry.option(named: "m")?.unit == .radians
    let asked = [Point(Double(classes), 0), Point(Double(classes), top)]
    let dots = papers.map { Point(Double($0.classes), $0.m ?? 0) }
    let band = Path(polygon: panel.points(lines.limit + lines.reached.reversed()))
    let marks: [Scene.Item] = [
      .path(band, fill: theme.band, stroke: nil),
      panel.line(asked, color: theme.muted, width: 0.9), panel.line(lines.limit, width: 1.75),
      panel.line(lines.reached, width: 1.25, style: .dashed),
      panel.line(lines.usual, color: color, width: 1.75, style: .dotted),
      .dots(panel.points(dots), radius: 3.2, fill: color),
      .dots(
        panel.points(answers.map(\.point)), shape: .diamond, radius: 3.4, fill: theme.ink,
        stroke: Stroke(theme.paper, width: 0.8)),
    ]
    let named =
      answers.map { ($0.point, $0.words, theme.ink) }
      + zip(dots, papers).map { ($0, RichText(plain: $1.data), theme.label(color)) }
    let words = names(named, in: panel, lines: [lines.limit, lines.reached, lines.usual, asked])
    return panel.chart(
      "margins", x: Axis(text("classes", zh: "类数"), grid: true),
      y: Axis(
        isAngle ? text("$m$, radians", zh: "$m$，弧度") : text("$m$, a cosine", zh: "$m$，余弦"),
        grid: true), inside: panel.clipped("bounds", marks), heading: RichText(plain: entry.title),
      over: [.group("names", items: words)])
  }

  /// A margin of the plane says nothing of many dimensions, nor the other way.
  private func papers(of entry: LossEntry) -> [PaperMargin] {
    PaperMargin.all.filter {
      $0.loss == entry.name && $0.m != nil && ($0.dimensions < 8) == (dimensions < 8)
    }
  }

  /// Two and three classes would take most of the panel.
  private func top(_ entry: LossEntry, _ papers: [PaperMargin]) -> Double {
    let four = MarginAdvice(classes: 4, dimensions: 3, entries: [entry], posteriors: [])
    return 1.15 * max(four.margins.first?.limit ?? 1, papers.compactMap(\.m).max() ?? 0)
  }

  /// One name a dot, whatever the number of papers there: at the corner of it where the fewest lines
  /// go through, and no other name is.
  private func names(
    _ marks: [(point: Point, words: RichText, color: Color)], in panel: Panel, lines: [[Point]]
  ) -> [Scene.Item] {
    let crowd = lines.flatMap { line in
      zip(line, line.dropFirst()).flatMap { start, end in
        let (from, to) = (panel.point(start), panel.point(end))
        let count = max(1, Int((to - from).length / 2))
        return (0...count).map { from + (to - from) * (Double($0) / Double(count)) }
      }
    }
    var named: [Point] = []
    var taken: [Rectangle] = []
    var items: [Scene.Item] = []
    for (point, text, color) in marks {
      guard !named.contains(point) else { continue }
      named.append(point)
      let places = corners(of: text, at: panel.point(point), panel)
      func cost(_ box: Rectangle) -> Int {
        let isOver = taken.contains {
          $0.x < box.maxX && box.x < $0.maxX && $0.y < box.maxY && box.y < $0.maxY
        }
        let isOut = box.x < panel.frame.x || box.maxX > panel.frame.maxX
        let dots = marks.count {
          $0.point != point && box.inset(by: -4).contains(panel.point($0.point))
        }
        return (isOver || isOut ? 10_000 : 0) + 100 * dots
          + crowd.count { box.inset(by: -1).contains($0) }
      }
      guard let box = places.min(by: { cost($0) < cost($1) }) else { continue }
      taken.append(box)
      items.append(
        panel.theme.words(text, at: box.center, color: color, anchor: .middle, halo: true))
    }
    return items
  }

  /// Boxes for words beside a point: right above, left above, right below, left below, then farther
  /// off.
  private func corners(of text: RichText, at tip: Point, _ panel: Panel) -> [Rectangle] {
    let width = text.width(size: panel.theme.smallSize, by: panel.theme.measure)
    let height = panel.theme.smallSize * 1.2
    let offsets = [(4.0, 5.0), (4, 12), (12, 5), (12, 12), (20, 5), (24, 20), (32, 28)]
    return offsets.flatMap { rise, aside in
      [tip.y - rise - height, tip.y + rise].flatMap { y in
        [tip.x + aside, tip.x - aside - width].map {
          Rectangle(x: $0, y: y, width: width, height: height)
        }
      }
    }
  }
}
