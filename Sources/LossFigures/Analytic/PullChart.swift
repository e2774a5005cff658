/// How losses pull at a feature all over the plane, class weights evenly around the circle.
package struct PullChart: Sendable, Speaking {
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
  /// Half the side of the plane.
  package var limit: Double
  /// `nil` for the usual one.
  package var title: String?
  /// Of the class weights; `nil` for the one that suits their number.
  package var palette: Palette?
  /// Of all words but names.
  package var language = PageLanguage.en
  /// Of the page; narrow ones have fewer panels in a row.
  package var fit = PageFit()
  private let maps: [PullMap]

  package init(
    members: [Member], classes: Int, own: Int? = nil, limit: Double = 10, title: String? = nil
  ) {
    self.members = members
    self.classes = classes
    self.own = own
    self.limit = limit
    self.title = title
    maps = members.map { member in
      PullMap(
        member.entry, member.settings,
        PullField.evenParameters(
          member.entry, member.settings, classes: classes, centerLength: limit / 2),
        limit: limit, own: own)
    }
  }

  private var mostColumns: Int { members.count == 4 ? 2 : min(3, members.count) }
  private var naturalWidth: Double { mostColumns == 1 ? 640 : Page.wide.width }
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

  private func height(rows: Int, _ theme: Theme) -> Double {
    if let height = fit.layoutHeight(natural: naturalWidth) { return height }
    if isNarrow {
      let words = page(theme, (width, 0)).with(body: 0).height
      return words + Double(rows) * (side(columns: columns) + top + Panel.tickRoom)
    }
    return columns == 1
      ? 620 : 125 + 15 * Double(stateNotes.count) + Double(rows) * (columns == 2 ? 395 : 263)
  }

  package func scene(theme: Theme) -> Scene {
    let theme = fit.printed(theme, natural: naturalWidth)
    let rows = (members.count + columns - 1) / columns
    let size = (width: width, height: height(rows: rows, theme))
    let page = page(theme, size)
    var area = page.body
    let barWidth = 12.0
    area.width -= Self.barRoom
    let frames = PanelGrid(in: area, rows: rows, columns: columns, gap: Self.gap, top: top).frames
    let scale = PullMap.scale(of: maps)
    let palette = palette ?? .standard(classes: classes)
    let styles = palette.styles(classes: classes, theme: theme)
    var items = maps.indices.map { index in
      maps[index].panel(
        in: frames[index], scale: scale, heading: theme.hasHeadings ? members[index].label : "",
        theme: theme,
        classes: styles)
    }
    if let first = frames.first {
      let bar = Rectangle(
        x: page.body.maxX - barWidth, y: first.y, width: barWidth, height: first.height)
      items.append(PullMap.bar(in: bar, scale: scale, theme: theme))
    }
    let scene = page.scene(
      description: said(
        "Maps of the gradient by the feature of \(language.punctuation.listed(members.map(\.label)).text).",
        zh: "\(language.punctuation.listed(members.map(\.label)).text) 对特征的梯度图。"),
      items)
    let share = fit.scale(natural: naturalWidth)
    return share == 1 ? scene : scene.scaled(by: share)
  }

  private func page(_ theme: Theme, _ size: (width: Double, height: Double)) -> Page {
    let title =
      self.title ?? said("How a loss pulls at a feature", zh: "损失如何拉动特征")
    let taken =
      own.map { said("every point taken as class \($0 + 1)", zh: "每点都视为类 \($0 + 1)") }
      ?? said("every point taken as the nearest class", zh: "每点视为最近的类")
    var page = Page(
      RichText(plain: title),
      subtitle: [
        text("\(classes) classes evenly around the circle", zh: "\(classes) 类均匀分布在圆上"),
        RichText(plain: taken),
      ],
      key: [
        KeyItem(
          .arrow(theme.ink),
          language == .zh
            ? "去向：$−∂L/∂x$，长度一律相同" : "whereto: $−∂L/∂x$, all of one length"),
        keyItem(.line(PullMap.boundary(theme)), "boundary of the classifier", zh: "分类器的边界"),
        keyItem(.arrow(theme.label(Palette.okabeIto.colors[0])), "class weight", zh: "类权重"),
      ],
      notes: [
        text(
          "how hard: the colors, on one logarithmic scale down to a ten-thousandth of the strongest pull; what is weaker has the color of its lower end, and no arrow",
          zh: "力度：颜色，同一对数刻度，至最强者的万分之一；更弱处取刻度下端的颜色，不画箭头")
      ] + stateNotes, size: size, theme: theme)
    page.name = text("How a loss pulls at a feature", zh: "损失如何拉动特征")
    page.punctuation = language.punctuation
    page.captionSentences = [showing] + [page.punctuation.listed(page.subtitle).capitalized]
    if isNarrow { page.fitMargins() }
    return page
  }

  /// For a document: what arrows and colors are, and of which losses.
  private var showing: RichText {
    let signs = language.punctuation
    let names = signs.listed(members.map(\.label))
    let start: RichText =
      language == .zh
      ? "损失拉动特征的去向与力度 $−∂L/∂x$（箭头：去向；颜色：力度，同一对数刻度）"
      : "Whereto and how hard a loss pulls at a feature, $−∂L/∂x$ (arrows: whereto; colors: how hard, on one logarithmic scale)"
    return start + RichText(plain: signs.colon) + names
  }

  private func stateNote(_ member: Member, _ count: Int) -> String {
    let names = member.entry.stateNames.suffix(count)
    return said(
      "\(member.entry.title): \(names.joined(separator: ", ")) as the points of the plane make them",
      zh: "\(member.entry.title)：\(names.joined(separator: "、")) 由平面上的点决定")
  }

  private var stateNotes: [RichText] {
    var notes: [RichText] = []
    for member in members {
      let loss = member.entry.make(member.settings)
      if !loss.means.isEmpty {
        notes.append(
          RichText(plain: stateNote(member, loss.means.count)))
      }
    }
    return notes
  }
}
