/// How losses pull at a feature all over the plane, class weights evenly around the circle.
package struct PullChart: LossChart {
  package struct Member: Sendable {
    package var entry: LossEntry
    package var settings: LossSettings
    package var label: RichText

    package init(entry: LossEntry, settings: LossSettings, label: RichText) {
      self.entry = entry
      self.settings = settings
      self.label = label
    }
  }

  package var members: [Member]
  package var classes: Int
  /// The class that every point is taken as, from 0; `nil` for the nearest.
  package var own: Int?
  package var style: FigureStyle
  private let maps: [PullMap]

  package init(members: [Member], classes: Int, own: Int? = nil, style: FigureStyle) {
    self.members = members
    self.classes = classes
    self.own = own
    self.style = style
    // Half the side of the plane.
    let limit = style.featureLimit ?? 10
    maps = members.map { member in
      PullMap(
        member.entry, member.settings,
        PullField.evenParameters(
          member.entry, member.settings, classes: classes, centerLength: limit / 2),
        limit: limit, own: own)
    }
  }

  private var mostColumns: Int { members.count == 4 ? 2 : min(3, members.count) }
  package var naturalWidth: Double { mostColumns == 1 ? 640 : Page.wide.width }
  private var width: Double { fit.layoutWidth(natural: naturalWidth) }
  private var isNarrow: Bool { width < naturalWidth }

  /// Room for the bar of colors and its numbers.
  private static let barRoom = 64.0
  private static let gap = 40.0

  private func side(columns: Int) -> Double {
    (width - 48 - Self.barRoom - Self.gap * Double(columns - 1)) / Double(columns)
  }

  private var columns: Int {
    let least = 150.0
    guard isNarrow else { return mostColumns }
    return (1...mostColumns).last { side(columns: $0) >= least } ?? 1
  }

  /// Above a panel; headings keep clear of the numbers of the row above.
  private var top: Double { isNarrow && columns < members.count ? 28 : 20 }

  private func height(rows: Int) -> Double {
    if let height = fit.layoutHeight(natural: naturalWidth) { return height }
    if isNarrow {
      let words = page((width, 0)).with(body: 0).height
      return words + Double(rows) * (side(columns: columns) + top + Panel.tickRoom)
    }
    return columns == 1
      ? 620 : 125 + 15 * Double(stateNotes.count) + Double(rows) * (columns == 2 ? 395 : 263)
  }

  package var unscaled: Scene {
    let rows = (members.count + columns - 1) / columns
    let page = page((width, height(rows: rows)))
    var area = page.body
    let barWidth = 12.0
    area.width -= Self.barRoom
    let frames = PanelGrid(in: area, rows: rows, columns: columns, gap: Self.gap, top: top).frames
    let scale = PullMap.scale(of: maps)
    var items = maps.indices.map { index in
      maps[index].panel(
        in: frames[index], scale: scale, heading: theme.hasHeadings ? members[index].label : "",
        theme: theme, classes: style.styles(classes: classes))
    }
    if let first = frames.first {
      let bar = Rectangle(
        x: page.body.maxX - barWidth, y: first.y, width: barWidth, height: first.height)
      items.append(PullMap.bar(in: bar, scale: scale, theme: theme))
    }
    let names = signs.listed(members.map(\.label)).text
    return page.scene(
      description: said(
        "Maps of the gradient by the feature of \(names).", zh: "\(names) 对特征的梯度图。"), items)
  }

  private func page(_ size: (width: Double, height: Double)) -> Page {
    let taken =
      own.map { text("every point taken as class \($0 + 1)", zh: "每点都视为类 \($0 + 1)") }
      ?? text("every point taken as the nearest class", zh: "每点视为最近的类")
    var page = style.page(
      text("How a loss pulls at a feature", zh: "损失如何拉动特征"),
      subtitle: [
        text("\(classes) classes evenly around the circle", zh: "\(classes) 类均匀分布在圆上"), taken,
      ],
      key: [
        keyItem(
          .arrow(theme.ink), "whereto: $−∂L/∂x$, all of one length", zh: "去向：$−∂L/∂x$，长度一律相同"),
        keyItem(.line(PullMap.boundary(theme)), "boundary of the classifier", zh: "分类器的边界"),
        keyItem(.arrow(theme.label(Palette.okabeIto.colors[0])), "class weight", zh: "类权重"),
      ],
      notes: [
        text(
          "how hard: the colors, on one logarithmic scale down to a ten-thousandth of the strongest pull; what is weaker has the color of its lower end, and no arrow",
          zh: "力度：颜色，同一对数刻度，至最强者的万分之一；更弱处取刻度下端的颜色，不画箭头")
      ] + stateNotes, size: size)
    page.captionSentences = [showing, signs.listed(page.subtitle).capitalized]
    if isNarrow { page.fitMargins() }
    return page
  }

  /// For a document: what arrows and colors are, and of which losses.
  private var showing: RichText {
    text(
      "Whereto and how hard a loss pulls at a feature, $−∂L/∂x$ (arrows: whereto; colors: how hard, on one logarithmic scale)",
      zh: "损失拉动特征的去向与力度 $−∂L/∂x$（箭头：去向；颜色：力度，同一对数刻度）") + RichText(plain: signs.colon)
      + signs.listed(members.map(\.label))
  }

  private var stateNotes: [RichText] {
    members.compactMap { member in
      let count = member.entry.make(member.settings).means.count
      guard count > 0 else { return nil }
      let (title, names) = (member.entry.title, member.entry.stateNames.suffix(count))
      return text(
        "\(title): \(names.joined(separator: ", ")) as the points of the plane make them",
        zh: "\(title)：\(names.joined(separator: "、")) 由平面上的点决定")
    }
  }
}
