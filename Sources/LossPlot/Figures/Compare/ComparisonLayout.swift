import LossLab

/// Where the cells of a comparison stand: as large as their number allows, in full rows.
struct ComparisonLayout {
  let columns: Int
  let rows: Int
  /// Of a panel, points.
  let side: Double
  private let views: [RunView]
  /// Of the page where it was asked for, units.
  private let wantedWidth: Double?
  /// Lines of words under the title of a cell.
  private let lines: Int

  private static let left = 45.0
  private static let right = 36.0
  /// Room for what differs and for the numbers.
  private var titleRoom: Double { 20 + 13 * Double(lines) }

  /// - Parameters:
  ///   - columns: cells of a row; `nil` for as many as make a good page.
  ///   - width: of the page, units; panels stand in fewer columns where it is narrow.
  ///   - height: of all rows, units; panels are as large as fit in it.
  ///   - lines: of words under the title of a cell.
  init(
    cells: Int, columns: Int?, views: [RunView], width: Double? = nil, height: Double? = nil,
    lines: Int = 1
  ) {
    self.views = views
    self.lines = lines
    wantedWidth = width
    let cells = max(1, cells)
    let chosen = max(1, min(cells, columns ?? Self.columns(cells)))
    let usual = Self.side(columns: chosen, cells: cells)
    guard let width else {
      (self.columns, side) = (chosen, usual)
      rows = (cells + chosen - 1) / chosen
      return
    }
    let gap = Self.gap(views)
    let inner = width - Self.left - Self.right
    func fitting(_ columns: Int) -> Double {
      (inner - gap * Double(columns - 1)) / Double(columns)
    }
    if let height {
      // Of a row all but its panels.
      let words = Self.cellHeight(side: 0, views, lines)
      func side(_ columns: Int) -> Double {
        let rows = Double((cells + columns - 1) / columns)
        let panels = ((height + 10) / rows - words) / Double(max(1, views.count))
        return min(fitting(columns), panels)
      }
      let best = (1...cells).max { side($0) < side($1) } ?? 1
      (self.columns, self.side) = (best, max(40, side(best)))
      rows = (cells + best - 1) / best
      return
    }
    let least = min(usual, Self.leastSide)
    let possible = (1...chosen).filter { fitting($0) >= least }.last ?? 1
    // Full rows of nearly equal length.
    let count = (cells + possible - 1) / possible
    self.columns = possible == chosen ? chosen : (cells + count - 1) / count
    rows = (cells + self.columns - 1) / self.columns
    side = min(fitting(self.columns), 400)
  }

  /// Panels are at least so wide where a page is to be narrow, units.
  private static let leastSide = 132.0

  private static func side(columns: Int, cells: Int) -> Double {
    switch max(columns, cells > 200 ? 24 : 0) {
    case 1: 400
    case 2: 320
    case 3: 264
    case 4: 205
    case ...6: 190
    case ...9: 165
    case ...16: 140
    default: 104
    }
  }

  /// One row while eyes can follow it, then rows of nearly equal length.
  private static func columns(_ cells: Int) -> Int {
    switch cells {
    case ...6: return cells
    case ...12: return (cells + 1) / 2
    case ...24: return (cells + 2) / 3
    default:
      var columns = 8
      while columns * columns < 2 * cells { columns += 1 }
      return columns
    }
  }

  /// Axes with titles of their own take more room than the plane and the circle.
  private static func gap(_ views: [RunView]) -> Double {
    if views.contains(.histogram) || views.contains(.curve) { return 58 }
    // The names around a circle reach out of its frame.
    return views.contains(.angles) ? 24 : 13
  }
  private var gap: Double { Self.gap(views) }
  private static func room(below view: RunView) -> Double {
    switch view {
    case .features, .pull: Panel.tickRoom + 4
    case .angles: 6
    case .histogram, .curve: Panel.tickRoom + Panel.titleRoom + 14
    }
  }

  private static func cellHeight(side: Double, _ views: [RunView], _ lines: Int) -> Double {
    20 + 13 * Double(lines) + views.map { side + room(below: $0) }.reduce(0, +) + 10
  }

  private var cellHeight: Double { Self.cellHeight(side: side, views, lines) }

  private var contentWidth: Double { Double(columns) * side + Double(columns - 1) * gap }

  /// Of the page; narrow grids still leave room for the words above and below.
  var width: Double { wantedWidth ?? max(620, Self.left + contentWidth + Self.right) }
  /// Of all rows.
  var height: Double { Double(rows) * cellHeight - 10 }

  /// The upper left corner of a cell.
  func origin(of index: Int, in body: Rectangle) -> Point {
    let spare = max(0, body.width - contentWidth) / Double(max(1, columns))
    return Point(
      x: body.x + Double(index % columns) * (side + gap + (columns > 1 ? spare : 0)),
      y: body.y + Double(index / columns) * cellHeight)
  }

  /// The frame of a panel of a cell; `row` counts its views.
  func frame(_ row: Int, at origin: Point) -> Rectangle {
    let above = views.prefix(row).map { side + Self.room(below: $0) }.reduce(0, +)
    return Rectangle(
      x: origin.x, y: origin.y + titleRoom + above, width: side, height: side)
  }
}
