/// The family tree on a narrow page: one loss below the other, each further in than the one it was
/// made from, its year at the end of the line and what it changes below.
struct FamilyList {
  let tree: FamilyTree
  let paper: FigurePaper
  /// Points.
  let width: Double

  private static let indent = 13.0
  private static let nameHeight = 16.0
  private static let leading = 12.5
  private static let gap = 6.0

  private var theme: Theme { paper.theme }

  private func parent(of row: Int) -> Int? {
    tree.rows.firstIndex { $0.entry.name == tree.rows[row].parent?.name }
  }

  private func depth(_ row: Int) -> Int { parent(of: row).map { depth($0) + 1 } ?? 0 }

  private func left(_ row: Int) -> Double { 5 + Self.indent * Double(depth(row)) }

  private func summary(_ row: Int) -> [RichText] {
    paper.text(tree.rows[row].summary).wrapped(
      width: width - left(row) - 10, size: theme.smallSize, by: theme.measure)
  }

  private func height(_ row: Int) -> Double {
    Self.nameHeight + Self.leading * Double(summary(row).count) + Self.gap
  }

  var height: Double { tree.rows.indices.map(height).reduce(0, +) + Self.gap }

  func items(in area: Rectangle) -> [Scene.Item] {
    var tops: [Double] = []
    var y = area.y
    for row in tree.rows.indices {
      tops.append(y)
      y += height(row)
    }
    func dot(_ row: Int) -> Point {
      Point(area.x + left(row), tops[row] + Self.nameHeight / 2)
    }
    let color = theme.mark(Palette.okabeIto.colors[4])
    let lines = tree.rows.indices.compactMap { row in
      parent(of: row).map { tree.line(to: row, from: dot($0), dot(row), theme) }
    }
    return [
      .group("lines", items: lines),
      .dots(tree.rows.indices.map(dot), radius: 3.2, fill: color),
      .group("words", items: tree.rows.indices.flatMap { words($0, at: dot($0), area) }),
    ]
  }

  private func words(_ row: Int, at dot: Point, _ area: Rectangle) -> [Scene.Item] {
    let kin = tree.rows[row]
    let year = kin.entry.year.map { "\($0)" } ?? paper.said("before", zh: "此前")
    return [
      .text(
        RichText(plain: kin.entry.title).bold(), at: dot + Point(8, 0),
        size: theme.smallSize + 1, color: theme.ink, baseline: .middle, halo: theme.paper),
      theme.words(RichText(plain: year), at: Point(area.maxX, dot.y), anchor: .end),
    ]
      + summary(row).enumerated().map { place, line in
        theme.words(
          line,
          at: Point(dot.x + 8, dot.y + Self.nameHeight / 2 + Self.leading * (Double(place) + 0.5)),
          halo: true)
      }
  }
}
