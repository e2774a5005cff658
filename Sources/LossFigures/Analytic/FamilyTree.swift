extension Figure {
  /// All losses of the registry by year, each under the one it was made from.
  static let familyTree = Figure(
    name: "family-tree",
    title: Wording("A family tree of losses", zh: "损失函数家谱"),
    source: Wording("the papers of the losses", zh: "各损失的论文"),
    summary: Wording(
      "Every loss that lossviz knows, in the year of its paper, under the loss it was made from. A "
        + "solid line: with its addition turned off it is the other one, as is measured. A dashed one: "
        + "it took over the idea.",
      zh: "lossviz 所知的全部损失，按论文年份排列，列在其由来的损失之下。实线：关掉所加之物即与前者相同（已测量）；虚线：继承其思想。"),
    citations: ["lossviz list losses"]
  ) { _ in
    let tree = FamilyTree()
    return FigureResult(claims: FamilyTree.claims(LossKin.all)) { paper in
      let theme = paper.theme
      let page = paper.words(
        subtitle: [],
        key: [
          paper.keyItem(
            .line(theme.muted, width: 1.25), "the same with its addition turned off",
            zh: "关掉所加之物即相同"),
          paper.keyItem(
            .line(theme.muted, width: 1.25, style: .dashed), "the same idea", zh: "思想相承"),
        ], size: (paper.narrowWidth(natural: 1000) ?? 1000, 0))
      guard paper.narrowWidth(natural: 1000) != nil else {
        let whole = page.with(body: tree.height)
        return paper.scene(whole, tree.items(in: whole.body, paper))
      }
      let list = FamilyList(tree: tree, paper: paper, width: page.body.width)
      let long = page.with(body: list.height)
      return paper.scene(long, list.items(in: long.body))
    }
  }
}

/// The losses in the order in which they are shown: each under its parent, the older first.
struct FamilyTree: Sendable {
  static let rowHeight = 17.5
  /// Room for the years, and from there to what each loss changes.
  static let yearsWidth = 405.0
  static let namesWidth = 80.0
  static let headHeight = 22.0

  let rows: [LossKin]

  init(_ kin: [LossKin] = LossKin.all) {
    func branch(_ parent: String?) -> [LossKin] {
      kin.filter { $0.parent?.name == parent }.sorted {
        ($0.entry.year ?? 0) < ($1.entry.year ?? 0)
      }
      .flatMap { [$0] + branch($0.entry.name) }
    }
    rows = branch(nil)
  }

  /// Of rows and years, points.
  var height: Double { Self.headHeight + Self.rowHeight * Double(rows.count) + 6 }

  /// The years that have losses, the first for those before any paper; `nil` is that.
  private var years: [Int?] {
    let all = Set(rows.compactMap(\.entry.year)).sorted()
    return (rows.contains { $0.entry.year == nil } ? [nil] : []) + all.map { $0 }
  }

  static func claims(_ kin: [LossKin]) -> [Claim] {
    let shown = Set(FamilyTree(kin).rows.map(\.entry.name))
    let missing = LossEntry.all.count { !shown.contains($0.name) }
    let older = kin.count { ($0.parent?.year ?? 0) > ($0.entry.year ?? 0) }
    let differences = kin.compactMap(\.difference)
    let worst = differences.max() ?? .nan
    return [
      Claim(
        Wording("every loss has its place, none before what it came from", zh: "每个损失都有位置，且不早于其由来"),
        threshold: Wording(
          "no loss of the registry missing, none older than its parent", zh: "登记表无遗漏，且无一早于其父"),
        measured: [
          .init(Wording("losses", zh: "损失"), Double(shown.count), places: 0),
          .init(Wording("missing", zh: "遗漏"), Double(missing), places: 0),
          .init(Wording("older than their parent", zh: "早于其父"), Double(older), places: 0),
        ], isReproduced: missing == 0 && older == 0),
      Claim(
        Wording("along a solid line both losses are the same", zh: "实线两端的损失相同"),
        threshold: Wording(
          "values on random batches within 1e-12 of one another, with the addition turned off",
          zh: "关掉所加之物后，随机批次上的值相差 1e-12 以内"),
        measured: [
          .init(Wording("solid lines", zh: "实线"), Double(differences.count), places: 0),
          .init(.largestError, worst, places: 3),
        ],
        isReproduced: !differences.isEmpty && differences.allSatisfy { $0 < 1e-12 }),
    ]
  }

  /// Years above, a row a loss.
  func items(in area: Rectangle, _ paper: FigurePaper) -> [Scene.Item] {
    let color = paper.theme.mark(Palette.okabeIto.colors[4])
    return [
      .group("years", items: yearMarks(in: area, paper)),
      .group("lines", items: rows.indices.compactMap { line(to: $0, area, paper.theme) }),
      .dots(rows.indices.map { place($0, area) }, radius: 3.2, fill: color),
      .group("words", items: rows.indices.flatMap { words(of: $0, area, paper) }),
    ]
  }

  private func x(ofYear column: Int, _ area: Rectangle) -> Double {
    area.x + 8 + (Self.yearsWidth - 20) * Double(column) / Double(max(1, years.count - 1))
  }

  private func place(_ row: Int, _ area: Rectangle) -> Point {
    Point(
      x(ofYear: years.firstIndex { $0 == rows[row].entry.year } ?? 0, area),
      area.y + Self.headHeight + (Double(row) + 0.5) * Self.rowHeight)
  }

  /// Each year with a faint line down all rows.
  private func yearMarks(in area: Rectangle, _ paper: FigurePaper) -> [Scene.Item] {
    let top = area.y + Self.headHeight
    let bottom = top + Double(rows.count) * Self.rowHeight
    return years.enumerated().flatMap { column, year -> [Scene.Item] in
      let x = x(ofYear: column, area)
      return [
        .path(
          Path(polyline: [Point(x, top), Point(x, bottom)]), fill: nil,
          stroke: Stroke(paper.theme.faint, width: 0.75)),
        paper.theme.words(
          RichText(plain: year.map { "\($0)" } ?? paper.said("before", zh: "此前")),
          at: Point(x, area.y + 10), anchor: .middle),
      ]
    }
  }

  /// From the parent down and across; `nil` for a root.
  private func line(to row: Int, _ area: Rectangle, _ theme: Theme) -> Scene.Item? {
    let name = rows[row].parent?.name
    guard let parent = rows.firstIndex(where: { $0.entry.name == name }) else { return nil }
    return line(to: row, from: place(parent, area), place(row, area), theme)
  }

  func line(to row: Int, from start: Point, _ end: Point, _ theme: Theme) -> Scene.Item {
    let style: LineStyle = rows[row].reduction == nil ? .dashed : .solid
    return .path(
      Path(polyline: [start, Point(start.x, end.y), end]), fill: nil,
      stroke: style.stroke(theme.muted, width: 1.25))
  }

  /// The name beside its dot, and what it changes.
  private func words(of row: Int, _ area: Rectangle, _ paper: FigurePaper) -> [Scene.Item] {
    let (kin, theme, here) = (rows[row], paper.theme, place(row, area))
    return [
      .text(
        RichText(plain: kin.entry.title).bold(), at: here + Point(8, 0),
        size: theme.smallSize + 1, color: theme.ink, anchor: .start, baseline: .middle,
        halo: theme.paper),
      theme.words(
        paper.text(kin.summary), at: Point(area.x + Self.yearsWidth + Self.namesWidth, here.y),
        anchor: .start, halo: true),
    ]
  }
}
