/// Where the cells of a comparison stand: as large as their number allows, in full rows.
struct ComparisonLayout {
  let grid: ComparisonGrid
  /// Of a panel, points.
  let side: Double
  private let views: [RunView]
  /// Of the page where it was asked for, units.
  private let wantedWidth: Double?
  /// Lines of words under the title of a cell; `nil` where cells have no titles.
  let lines: Int?

  static let left = 45.0
  static let right = 36.0
  /// Of a page that is as wide as it needs to be, for its words.
  static let leastWidth = 620.0

  /// Of a page of that width, as `Page` has them.
  private static func margins(_ width: Double) -> (left: Double, right: Double) {
    width < Page.narrow ? Page.narrowMargins : (left, right)
  }

  /// Room for what differs and for the numbers.
  private static func titleRoom(_ lines: Int?) -> Double { lines.map { 20 + 13 * Double($0) } ?? 4 }
  /// Room for the name of a block, and between it and the block above.
  private static let headingRoom = 26.0
  private static let blockGap = 18.0

  /// - Parameters:
  ///   - wanted: how cells stand where there is room.
  ///   - width: of the page, units; panels stand in fewer columns where it is narrow.
  ///   - height: of all rows, units; panels are as large as fit in it.
  ///   - lines: of words under the title of a cell; `nil` for no titles.
  ///   - isFixed: whether the grid stays as it is however narrow the page.
  init(
    _ wanted: ComparisonGrid, views: [RunView], width: Double? = nil, height: Double? = nil,
    lines: Int? = 1, isFixed: Bool = false
  ) {
    self.views = views
    self.lines = lines
    wantedWidth = width
    let usual = Self.side(across: wanted.panelsAcross)
    guard let width else {
      (grid, side) = (wanted, Self.side(wanted, views, lines))
      return
    }
    let margins = Self.margins(width)
    let inner = width - margins.left - margins.right
    func fitting(_ grid: ComparisonGrid) -> Double {
      (inner - Self.gaps(grid, views)) / Double(grid.panelsAcross)
    }
    let all = isFixed ? [wanted] : [wanted] + wanted.narrower
    guard let height else {
      let least = min(usual, Self.leastSide)
      // A column for each block has the room between blocks besides.
      grid =
        all.first {
          fitting($0)
            >= ($0.columns == 1 && $0.blocksAcross > 1 ? least - Self.blockGap / 2 : least)
        } ?? all[all.count - 1]
      side = max(40, min(fitting(grid), 400))
      return
    }
    // Of the rows all but their panels.
    func panel(_ grid: ComparisonGrid) -> Double {
      let words = Self.height(grid, side: 0, views, lines)
      return min(fitting(grid), (height - words) / Double(max(1, grid.panelsDown)))
    }
    let more = isFixed ? all : all + Self.longer(than: wanted)
    grid = more.max { panel($0) < panel($1) } ?? wanted
    side = max(40, panel(grid))
  }

  /// A low page has room for longer rows of a plain list.
  private static func longer(than grid: ComparisonGrid) -> [ComparisonGrid] {
    let most = min(ComparisonGrid.mostAcross, grid.blocks[0])
    guard grid.blocks.count == 1, !grid.hasHeadings, most > grid.columns else { return [] }
    return (grid.columns + 1...most).map { columns in
      var longer = grid
      (longer.columns, longer.across) = (columns, columns)
      return longer
    }
  }

  /// Panels are at least so wide where a page is to be narrow, units.
  private static let leastSide = 104.0

  /// The rows of cells that a height has room for where panels are as wide as their words; `nil`
  /// where they are so wide as it is.
  func rowsOfReadablePanels(in height: Double) -> Int? {
    guard side < Self.readableSide else { return nil }
    let cell =
      Self.cellHeight(grid, side: Self.readableSide, views, lines)
      + (grid.hasHeadings ? Self.headingRoom : 0)
    return max(1, Int((height + 10) / cell))
  }

  /// Words below a title still have room in one so wide, units.
  private static let readableSide = 84.0

  /// Axes with titles of their own take more room than the plane and the circle.
  private static func gap(_ views: [RunView]) -> Double {
    if views.contains(.histogram) || views.contains(.curve) { return 58 }
    // The names around a circle reach out of its frame.
    return views.contains(.angles) ? 24 : 13
  }

  /// Between the columns of panels, together.
  static func gaps(_ grid: ComparisonGrid, _ views: [RunView]) -> Double {
    gap(views) * Double(grid.panelsAcross - 1) + blockGap * Double(grid.blocksAcross - 1)
  }

  private static func room(below view: RunView) -> Double {
    switch view {
    case .features, .pull: Panel.tickRoom + 4
    case .angles: 6
    case .histogram, .curve: Panel.tickRoom + Panel.titleRoom + 14
    }
  }

  private static func cellHeight(
    _ grid: ComparisonGrid, side: Double, _ views: [RunView], _ lines: Int?
  ) -> Double {
    let rooms = views.map { room(below: $0) }
    let panels = grid.isWide ? side + (rooms.max() ?? 0) : rooms.reduce(0) { $0 + side + $1 }
    return titleRoom(lines) + panels + 10
  }

  private static func bandHeight(
    _ band: Range<Int>, _ grid: ComparisonGrid, _ cellHeight: Double
  ) -> Double {
    (grid.hasHeadings ? headingRoom : 0) + Double(grid.rows(band)) * cellHeight
  }

  static func height(
    _ grid: ComparisonGrid, side: Double, _ views: [RunView], _ lines: Int?
  ) -> Double {
    let cell = cellHeight(grid, side: side, views, lines)
    return grid.bands.map { bandHeight($0, grid, cell) }.reduce(-10, +)
  }

  /// Of the title and the panels of a cell.
  var cellWidth: Double {
    grid.isWide ? Double(grid.views) * (side + Self.gap(views)) - Self.gap(views) : side
  }
  private var cellHeight: Double { Self.cellHeight(grid, side: side, views, lines) }
  private var contentWidth: Double { Double(grid.panelsAcross) * side + Self.gaps(grid, views) }

  /// Of the page; narrow grids still leave room for the words above and below.
  var width: Double { wantedWidth ?? max(Self.leastWidth, Self.left + contentWidth + Self.right) }
  /// Whether it has the margins of a page that was asked to be narrow.
  var isNarrow: Bool { wantedWidth.map { $0 < Page.narrow } ?? false }
  /// Of all rows.
  var height: Double { Self.height(grid, side: side, views, lines) }

  /// Where a cell stands among all.
  struct Place {
    var row: Int
    var column: Int
    /// Blocks of its row before its own.
    var blocks: Int
  }

  /// Of each cell.
  var places: [Place] {
    var places: [Place] = []
    var top = 0
    for band in grid.bands {
      var left = 0
      for block in band {
        places += (0..<grid.blocks[block]).map {
          let own = grid.place($0)
          return Place(
            row: top + own.row, column: left + own.column, blocks: block - band.lowerBound)
        }
        left += grid.columns(block)
      }
      top += grid.rows(band)
    }
    return places
  }

  /// The upper left corners of all cells.
  func origins(in body: Rectangle) -> [Point] {
    // Where each row of cells begins.
    var tops: [Double] = []
    var y = body.y
    for band in grid.bands {
      if grid.hasHeadings { y += Self.headingRoom }
      for _ in 0..<grid.rows(band) {
        tops.append(y)
        y += cellHeight
      }
    }
    return places.map { Point(x: x(of: $0, in: body), y: tops[$0.row]) }
  }

  private func x(of place: Place, in body: Rectangle) -> Double {
    let columns = grid.cellColumns
    let spare = columns > 1 ? max(0, body.width - contentWidth) / Double(columns) : 0
    return body.x + Double(place.column) * (cellWidth + Self.gap(views) + spare)
      + Double(place.blocks) * Self.blockGap
  }

  /// The line on which the name of each block stands: above its first cell, as wide as its rows.
  func headings(in body: Rectangle) -> [Rectangle] {
    guard grid.hasHeadings else { return [] }
    var lines: [Rectangle] = []
    var y = body.y
    for band in grid.bands {
      var left = 0
      for block in band {
        let columns = grid.columns(block)
        var place = Place(row: 0, column: left, blocks: block - band.lowerBound)
        let start = x(of: place, in: body)
        place.column = left + columns - 1
        lines.append(
          Rectangle(x: start, y: y, width: x(of: place, in: body) + cellWidth - start, height: 20))
        left += columns
      }
      y += Self.bandHeight(band, grid, cellHeight)
    }
    return lines
  }

  /// The frame of a panel of a cell; `index` counts its views.
  func frame(_ index: Int, at origin: Point) -> Rectangle {
    let top = origin.y + Self.titleRoom(lines)
    guard !grid.isWide else {
      return Rectangle(
        x: origin.x + Double(index) * (side + Self.gap(views)), y: top, width: side, height: side)
    }
    let above = views.prefix(index).map { side + Self.room(below: $0) }.reduce(0, +)
    return Rectangle(x: origin.x, y: top + above, width: side, height: side)
  }
}
