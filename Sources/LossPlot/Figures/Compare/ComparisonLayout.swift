import LossLab

/// Where the cells of a comparison stand: as large as their number allows, in full rows.
struct ComparisonLayout {
  let columns: Int
  let rows: Int
  /// Of a panel, points.
  let side: Double
  private let views: [RunView]

  private static let left = 45.0
  private static let right = 36.0
  /// Room for what differs and for the numbers.
  private static let titleRoom = 33.0

  init(cells: Int, columns: Int?, views: [RunView]) {
    self.views = views
    let cells = max(1, cells)
    let chosen = columns ?? Self.columns(cells)
    self.columns = max(1, min(cells, chosen))
    rows = (cells + self.columns - 1) / self.columns
    side =
      switch max(self.columns, cells > 200 ? 24 : 0) {
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
  private var hasTitles: Bool { views.contains(.histogram) || views.contains(.curve) }
  // The names around a circle reach out of its frame.
  private var gap: Double { hasTitles ? 58 : views.contains(.angles) ? 24 : 13 }
  private func room(below view: RunView) -> Double {
    switch view {
    case .features, .pull: Panel.tickRoom + 4
    case .angles: 6
    case .histogram, .curve: Panel.tickRoom + Panel.titleRoom + 14
    }
  }

  private var cellHeight: Double {
    Self.titleRoom + views.map { side + room(below: $0) }.reduce(0, +) + 10
  }

  private var contentWidth: Double { Double(columns) * side + Double(columns - 1) * gap }

  /// Of the page; narrow grids still leave room for the words above and below.
  var width: Double { max(620, Self.left + contentWidth + Self.right) }
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
    let above = views.prefix(row).map { side + room(below: $0) }.reduce(0, +)
    return Rectangle(
      x: origin.x, y: origin.y + Self.titleRoom + above, width: side, height: side)
  }
}
