import LossScene

/// A page and where its panels stand.
package struct PlacedPanels {
  package var page: Page
  package let frames: [Rectangle]
}

extension RunScene {
  package var scene: Scene {
    let placed = placed
    var drawn = self
    drawn.style.nameHang = roomBesideCircle(placed)
    let panels = zip(views, placed.frames).map { view, frame in
      drawn.panel(view, in: frame, heading: theme.hasHeadings ? nil : "")
    }
    let scene = placed.page.scene(
      description: told.description(saying: placed.page.sentence.terminalText), panels)
    return scene.scaled(by: style.fit.scale(natural: Self.size(panels: views.count).width))
  }

  /// Between the frame of the circle and the edges or the panels beside it, units.
  func roomBesideCircle(_ placed: PlacedPanels) -> Double {
    guard let index = views.firstIndex(of: .angles) else { return style.nameHang }
    let circle = placed.frames[index]
    let beside = placed.frames.filter { $0.y == circle.y }
    let left = beside.filter { $0.maxX <= circle.x }.map { circle.x - $0.maxX - 10 }.min()
    // The numbers of the next panel stand there, and maybe the title of its axis.
    let numbers = hasAxisTitles ? 44.0 : 24
    let right = beside.filter { $0.x >= circle.maxX }.map { $0.x - circle.maxX - numbers }.min()
    return max(0, min(left ?? circle.x - 6, right ?? placed.page.width - circle.maxX - 6))
  }

  private func page(width: Double, height: Double) -> Page {
    let said = told
    var page = Page(
      RichText(plain: style.title ?? said.title), subtitle: said.subtitle,
      key: key,
      notes: said.notes.isEmpty
        ? [] : [RichText(plain: said.notes.joined(separator: said.said(";  ", zh: "；")))],
      size: (width, height), theme: theme)
    page.name = RichText(plain: said.title)
    page.punctuation = style.language.punctuation
    page.sentence = RichText(plain: said.sentence)
    page.hidesSentence = film != nil
    page.hasFactsFirst = drawsGaps
    // A column of print has no room to say numbers twice.
    let isBrief = width < Self.column && !page.sentence.isEmpty
    func rich(_ facts: [String]) -> [RichText] {
      (isBrief ? RunCaption.besideSentence(facts) : facts).map { RichText(plain: $0) }
    }
    page.facts = rich(said.facts)
    if let film {
      page.factsNow = rich(caption.facts(asOf: said))
      page.factsInShort = rich(caption.facts(asOf: said, isShort: true))
      page.progress = film.progress
      page.widestProgress = film.widestProgress
    }
    return page
  }

  /// Axes with titles of their own take more room than the plane and the circle.
  private var hasAxisTitles: Bool {
    views.contains(.histogram) || views.contains(.curve) || !isPlane
      || drawsGaps
  }

  /// The panels in one row on the usual page; on any other in as many rows as keeps them largest.
  package var placed: PlacedPanels {
    let natural = Self.size(panels: views.count)
    let width = style.fit.layoutWidth(natural: natural.width)
    let wanted = style.fit.layoutHeight(natural: natural.width)
    var page = page(width: width, height: wanted ?? natural.height)
    if wanted == nil, width == natural.width, theme.omitted.isEmpty {
      return PlacedPanels(page: page, frames: frames(on: page, columns: views.count, rows: 1))
    }
    page.fitMargins()
    let isNarrow = width < Page.narrow
    let columns: Int
    if wanted != nil {
      dropWords(of: &page)
      columns = (1...views.count).max { side(on: page, $0) < side(on: page, $1) } ?? 1
    } else {
      let fitting = (1...views.count).last { widest($0, on: page) >= Self.leastSide }
      columns = fitting ?? 1
      let rows = (views.count + columns - 1) / columns
      let most = isNarrow && columns == 1 ? Double.infinity : Self.usualSide(views.count)
      let side = min(widest(columns, on: page), most)
      let needed = Double(rows) * (side + top(rows) + bottom) - airBelow(rows, columns)
      page.height += needed - page.body.height
    }
    let rows = (views.count + columns - 1) / columns
    return PlacedPanels(page: page, frames: frames(on: page, columns: columns, rows: rows))
  }

  /// Pages below this are half of a page of print, units.
  private static let column = 450.0
  /// Panels in a row are at least so wide, in units of the page.
  private static let leastSide = 190.0
  /// Of a panel on the usual page.
  private static func usualSide(_ panels: Int) -> Double { panels < 2 ? 460 : 392 }

  /// Type and names as they suit the size of the page.
  static func fitted(_ style: FigureStyle, panels: Int) -> FigureStyle {
    let natural = size(panels: panels)
    var style = style
    style.fit = style.fit.balanced(natural: natural)
    style.theme = style.fit.printed(style.theme, natural: natural.width)
    style.nameLimit = min(style.nameLimit, nameLimit(style.fit, panels: panels))
    return style
  }

  /// How wide a name may be, so that in a small panel it does not reach the samples at the origin.
  static func nameLimit(_ fit: PageFit, panels: Int) -> Double {
    let natural = size(panels: panels).width
    let width = fit.layoutWidth(natural: natural)
    guard width < natural else { return FigureStyle.longestName * usualSide(panels) }
    let columns = (1...panels).last { width / Double($0) >= leastSide + 48 } ?? 1
    return FigureStyle.longestName * (width / Double(columns) - 48)
  }

  private var gap: Double { hasAxisTitles ? 62 : 34 }
  /// Of the side of a panel.
  private static let widestGap = 0.5
  /// How much wider than high a chart becomes, of its height.
  private static let widestChart = 0.6
  private var bottom: Double { Panel.tickRoom + (hasAxisTitles ? Panel.titleRoom + 4 : 0) }
  /// Below a circle alone in the last of several rows there are no numbers; nor do its names reach
  /// down to its frame.
  private func airBelow(_ rows: Int, _ columns: Int) -> Double {
    let last = views.dropFirst((rows - 1) * columns)
    return rows > 1 && !last.contains { isChart($0) || $0 != .angles } ? bottom : 0
  }
  private func top(_ rows: Int) -> Double {
    theme.hasHeadings ? (rows > 1 ? 26 : 20) : rows > 1 ? 12 : 6
  }

  private func widest(_ columns: Int, on page: Page) -> Double {
    (page.body.width - gap * Double(columns - 1)) / Double(columns)
  }

  private func side(on page: Page, _ columns: Int) -> Double {
    let rows = (views.count + columns - 1) / columns
    let height = (page.body.height + airBelow(rows, columns)) / Double(rows)
    return min(widest(columns, on: page), height - top(rows) - bottom)
  }

  /// On a page of a given height the panels come first: words go that have no room, those last
  /// without which the picture would mislead.
  private func dropWords(of page: inout Page) {
    for part in [PagePart.key, .facts, .title] where page.body.height < 0.55 * page.height {
      page.theme.omitted.append(part)
    }
  }

  private func frames(on page: Page, columns: Int, rows: Int) -> [Rectangle] {
    let isUsual = rows == 1 && theme.hasHeadings
    // A grid widens its gaps threefold at most: so the first panel stands where the words begin.
    let side = side(on: page, columns)
    let between = Double(columns - 1)
    let spare = page.body.width - Double(columns) * side
    var gap = columns > 1 ? max(gap, spare / between / 3) : gap
    var area = page.body
    area.height += airBelow(rows, columns)
    // On a low page, which has more room than its panels need, they do not drift apart.
    if columns > 1, style.fit.height != nil, spare / between > Self.widestGap * side {
      gap = max(self.gap, Self.widestGap * side)
      area.width = Double(columns) * side + between * gap
    }
    let top = isUsual ? 20 : top(rows)
    let bottom = isUsual ? Panel.tickRoom + (hasAxisTitles ? Panel.titleRoom : 0) : bottom
    // Nor does a high one leave all its room below them.
    area.y += max(0, area.height - Double(rows) * (side + top + bottom)) / 2
    let frames = PanelGrid(
      in: area, rows: rows, columns: columns, gap: gap, top: top, bottom: bottom
    ).frames
    return rows == 1 ? widened(frames, in: page.body) : frames
  }

  /// A row in which charts, which need not be square, take the room that squares would leave.
  private func widened(_ frames: [Rectangle], in body: Rectangle) -> [Rectangle] {
    let charts = views.count(where: isChart)
    let count = Double(views.count)
    guard charts > 0, let side = frames.first?.width else { return frames }
    let spare = body.width - count * side - 1.2 * gap * (count - 1)
    guard spare > 0 else { return frames }
    let extra = min(spare / Double(charts), Self.widestChart * side)
    let room = body.width - count * side - Double(charts) * extra
    let between = count > 1 ? min(Self.widestGap * side, room / (count - 1)) : 0
    var x = body.x + (count > 1 ? 0 : room / 2)
    return zip(views, frames).map { view, frame in
      let width = side + (isChart(view) ? extra : 0)
      defer { x += width + between }
      return Rectangle(x: x, y: frame.y, width: width, height: frame.height)
    }
  }

  /// Whether a panel has two scales of its own instead of a plane or a circle.
  private func isChart(_ view: RunView) -> Bool {
    switch view {
    case .features, .pull: false
    case .angles: !Self.hasRoses(run)
    case .histogram, .curve: true
    }
  }

  /// Where the plane of features is drawn.
  package var featureFrame: Rectangle { placed.frames[views.firstIndex(of: .features) ?? 0] }

  private var key: [KeyItem] {
    // A film has one key, that of the still picture.
    let unseen = film?.still.unseen ?? unseen
    var items = told.key(views, classes: classes, hidesRings: unseen.rings)
    if unseen.strays {
      items.append(
        keyItem(
          .dot(.triangle, fill: theme.muted, stroke: nil), "at the edge: samples beyond it",
          zh: "边缘处：框外的样本"))
    }
    return items + nameKey
  }

  /// The names that were cut, in full.
  package var nameKey: [KeyItem] {
    // Other panels name no class.
    guard isUncrowded, views.contains(.features) || views.contains(.angles) && isPlane else {
      return []
    }
    let cut = classes.indices.filter { planeNames.cut.contains($0) || roseNames.cut.contains($0) }
    return cut.map { index in
      let name = RichText(plain: caption.classNames[index]).truncated(
        width: 420, size: theme.smallSize, by: theme.measure)
      let number = roseNames.isNumbered ? roseNames.number(index) : planeNames.number(index)
      return KeyItem(
        .dot(classes[index].shape, fill: classes[index].color, stroke: nil),
        RichText(plain: number) + name)
    }
  }
}
