/// A page whose panels stand in rows and columns, as high as its words need.
struct GridPage {
  let paper: FigurePaper
  let page: Page
  let frames: [Rectangle]

  /// The figure's scene.
  ///
  /// - Parameter items: for the frames, row by row.
  func scene(_ items: ([Rectangle]) -> [Scene.Item]) -> Scene { paper.scene(page, items(frames)) }
}

/// Panels in rows and columns on a page of usual width, and how they may stand on a narrow one.
struct FigureGrid {
  var rows = 1
  var columns: Int
  /// Width over height of a panel; `nil` fills the page.
  var aspect: Double? = 1
  var gap = 30.0
  var top = 20.0
  /// Room for the numbers and titles of x axes.
  var bottom = Panel.tickRoom
  /// Whether panels of one column belong together more than those of one row.
  var isTable = true
  /// Of the width of a panel, for names right of it.
  var reserve = 0.0
  /// Whether panels stay as high as they are, however narrow.
  var keepsHeight = false
  /// Whether panels may be flatter than they are wide, to end with the page of a paper: no planes.
  var canFlatten = false

  /// Of a column of print, how high all panels may be, widths of the column.
  private static let tallest = 2.4
  /// Panels shrink so far, units, before they take more height than that, and where they can are
  /// flattened to this share.
  private static let leastOnPage = 100.0
  private static let leastGap = 46.0
  private static let flattest = 0.6
  /// Of rows of dots on paper, where they do not scroll.
  private static let closeRows = 0.75
  /// Panels narrower than this have headings of two lines.
  private static let wrapsHeadings = 150.0

  /// In a column of print panels shrink to this share of their width, and so many units, before
  /// fewer stand in a row.
  private static let leastShare = 0.45
  private static let leastWidth = 112.0
  /// The same with titles of axes.
  private static let leastWidthWithTitles = 150.0
  /// The same where a page scrolls.
  private static let leastShareOnScreen = 0.75
  /// They grow to this share where fewer stand in a row.
  private static let largestShare = 1.3

  /// Gaps from here on hold the titles of axes.
  private static let gapWithTitles = 60.0

  func placed(in area: Rectangle) -> PanelGrid {
    PanelGrid(
      in: area, rows: rows, columns: columns, aspect: aspect, gap: gap, top: top, bottom: bottom)
  }

  /// The same panels, in the same order, on a page of that inner width.
  ///
  /// - Parameters:
  ///   - natural: a panel on the usual page.
  ///   - scrolls: whether a page may be as long as it likes.
  /// - Returns: how the panels stand from (0, 0) on, and how high they all are.
  func narrow(
    width: Double, natural: Rectangle, scrolls: Bool = false
  ) -> (grid: PanelGrid, height: Double) {
    let hasTitles = gap >= Self.gapWithTitles
    guard !scrolls else {
      return narrow(
        width: width, natural: natural, least: Self.leastShareOnScreen * natural.width, rise: 1,
        hasTitles: hasTitles)
    }
    let least = max(
      reserve + (hasTitles ? Self.leastWidthWithTitles : Self.leastWidth),
      Self.leastShare * natural.width)
    let rise = keepsHeight ? Self.closeRows : 1
    let usual = narrow(
      width: width, natural: natural, least: least, rise: rise, hasTitles: hasTitles)
    guard usual.height > Self.tallest * width, !keepsHeight else { return usual }
    if canFlatten {
      return narrow(
        width: width, natural: natural, least: least, rise: Self.flattest, hasTitles: hasTitles)
    }
    var close = self
    close.gap = min(gap, Self.leastGap)
    return close.narrow(
      width: width, natural: natural, least: Self.leastOnPage, rise: rise, hasTitles: hasTitles)
  }

  /// - Parameters:
  ///   - least: how narrow a panel may be, units.
  ///   - rise: height of a panel, shares of its own.
  ///   - hasTitles: whether y axes have some.
  private func narrow(
    width: Double, natural: Rectangle, least: Double, rise: Double, hasTitles: Bool
  ) -> (grid: PanelGrid, height: Double) {
    // Titles of a first y axis stand where a wide page has its margin.
    let inset = hasTitles ? 12.0 : 0
    let inner = width - inset
    func fitting(_ columns: Int) -> Double {
      (inner - gap * Double(columns - 1)) / Double(columns)
    }
    let most = (1...columns).last { fitting($0) >= least } ?? 1
    let turns = isTable && rows > 1 && most < columns
    let across = turns ? (rows <= most ? rows : 1) : most
    let count = rows * columns
    let down = (count + across - 1) / across
    let side = min(fitting(across), Self.largestShare * natural.width)
    let high = rise * (keepsHeight ? natural.height : side * natural.height / natural.width)
    let top = down > 1 ? max(side < Self.wrapsHeadings ? 36 : 28, top) : top
    let height = Double(down) * (high + top + bottom)
    let grid = PanelGrid(
      in: Rectangle(x: inset, y: 0, width: inner, height: height), rows: down, columns: across,
      aspect: side / high, gap: gap, top: top, bottom: bottom)
    guard turns else { return (grid, height) }
    // Panels of a column follow one another.
    let frames = (0..<count).map { grid.frames[$0 % columns * rows + $0 / columns] }
    return (PanelGrid(rows: down, columns: across, frames: frames), height)
  }
}

extension FigurePaper {
  /// - Parameters:
  ///   - side: of a panel, points.
  ///   - aspect: width over height of a panel.
  ///   - bottom: room for the numbers and titles of x axes.
  ///   - reserve: of the width of a panel, for names right of it.
  ///   - canFlatten: whether panels may be flatter than they are wide.
  func gridPage(
    rows: Int = 1, columns: Int, side: Double = 220, aspect: Double = 1, gap: Double = 30,
    bottom: Double = Panel.tickRoom, reserve: Double = 0, canFlatten: Bool = false,
    subtitle: [RichText] = [], key: [KeyItem] = []
  ) -> GridPage {
    let columnCount = Double(columns)
    let natural = max(620, columnCount * side * aspect + (columnCount - 1) * gap + 45 + 36)
    let grid = FigureGrid(
      rows: rows, columns: columns, aspect: aspect, gap: gap,
      // Headings keep clear of the numbers of the row above.
      top: rows > 1 ? 28 : 20, bottom: bottom, reserve: reserve, canFlatten: canFlatten)
    // Titles of axes keep clear of the words below.
    let below = bottom > Panel.tickRoom ? 8.0 : 0
    if let width = narrowWidth(natural: natural) {
      return narrow(
        grid, words(subtitle: subtitle, key: key, size: (width, 0)), below,
        natural: Rectangle(x: 0, y: 0, width: side * aspect, height: side))
    }
    // Words take more lines on a narrow page: what they need is known once they are laid out.
    let page = words(subtitle: subtitle, key: key, size: (natural, 4000)).with(
      body: Double(rows) * (side + grid.top + bottom) + below)
    return GridPage(paper: self, page: page, frames: grid.placed(in: page.body).frames)
  }

  /// - Parameter size: of the page where no other width is wanted.
  func gridPage(
    _ grid: FigureGrid, size: (width: Double, height: Double) = Page.wide,
    subtitle: [RichText] = [], key: [KeyItem] = []
  ) -> GridPage {
    let page = words(subtitle: subtitle, key: key, size: size)
    let frames = grid.placed(in: page.body).frames
    guard let width = narrowWidth(natural: size.width) else {
      return GridPage(
        paper: self, page: page.endingBelow(frames, bottom: grid.bottom), frames: frames)
    }
    return narrow(
      grid, words(subtitle: subtitle, key: key, size: (width, 0)), 0, natural: frames[0])
  }

  private func narrow(
    _ grid: FigureGrid, _ words: Page, _ below: Double, natural: Rectangle
  ) -> GridPage {
    let placed = grid.narrow(width: words.body.width, natural: natural, scrolls: isOnPage)
    let page = words.with(body: placed.height + below)
    let (x, y) = (page.body.x, page.body.y)
    let frames = placed.grid.frames.map {
      Rectangle(x: $0.x + x, y: $0.y + y, width: $0.width, height: $0.height)
    }
    return GridPage(paper: self, page: page, frames: frames)
  }

  /// The classes of a run, in the colors of this paper.
  func classStyles(_ run: Run) -> [ClassStyle] {
    style.styles(classes: run.classCount)
  }

  /// How the centers of center loss are drawn.
  var centerKey: KeyItem {
    keyItem(
      .dot(.circle, fill: .white, stroke: Stroke(theme.printed(Color(hex: 0x16191D)), width: 1)),
      "center", zh: "中心")
  }

  /// Each class's color and name.
  func classKey(_ run: Run) -> [KeyItem] {
    zip(classStyles(run), run.facts.classNames).map { style, name in
      KeyItem(.dot(style.shape, fill: style.color, stroke: nil), RichText(plain: name))
    }
  }
}
