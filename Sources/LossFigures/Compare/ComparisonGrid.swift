/// Which cell of a comparison stands beside which: blocks of cells in rows, and whether the panels
/// of a cell stand one below the other or side by side.
struct ComparisonGrid: Equatable {
  /// Cells of each block.
  var blocks: [Int]
  /// Cells of a row of a block, at most.
  var columns: Int
  /// Cells of a row of the page, at most: blocks stand beside one another where they have room.
  var across: Int
  /// Panels of a cell.
  var views: Int
  /// Whether the panels of a cell stand side by side.
  var isWide = false
  /// Whether blocks have names.
  var hasHeadings = false
  /// Cells of one list of a block, each of which begins a row; `nil` where rows just follow.
  var list: Int?

  /// Panels beside one another, and rows of them, on one page.
  static let mostAcross = 8
  static let mostDown = 6
  /// Panels beside one another where blocks are.
  static let mostBeside = 12
  /// Panels of a page.
  static let mostPanels = mostAcross * mostDown

  func columns(_ block: Int) -> Int { max(1, min(columns, blocks[block])) }
  func rows(_ block: Int) -> Int { blocks[block] > 0 ? place(blocks[block] - 1).row + 1 : 0 }

  /// Rows of a list that is longer than a row.
  var rowsOfList: Int { list.map { ($0 + columns - 1) / columns } ?? 1 }

  /// Where a cell of a block stands in it.
  func place(_ cell: Int) -> (row: Int, column: Int) {
    guard let list, columns < list else { return (cell / columns, cell % columns) }
    let own = cell % list
    return (cell / list * rowsOfList + own / columns, own % columns)
  }

  /// Blocks that stand beside one another.
  var bands: [Range<Int>] {
    var bands: [Range<Int>] = []
    var width = 0
    for block in blocks.indices {
      if let last = bands.last, width + columns(block) <= across {
        bands[bands.count - 1] = last.lowerBound..<block + 1
        width += columns(block)
      } else {
        bands.append(block..<block + 1)
        width = columns(block)
      }
    }
    return bands
  }
  func columns(_ band: Range<Int>) -> Int { band.map { columns($0) }.reduce(0, +) }
  func rows(_ band: Range<Int>) -> Int { band.map { rows($0) }.max() ?? 0 }

  var emptyPlaces: Int { rows * cellColumns - blocks.reduce(0, +) }

  /// Panels beside one another, at most.
  var mostAcross: Int { blocks.count > 1 ? Self.mostBeside : Self.mostAcross }
  /// Rows of cells of a page, at most.
  var mostRows: Int {
    max(1, min(Self.mostDown, Self.mostPanels / max(1, panelsAcross)) / panelsInCell)
  }

  var cellColumns: Int { bands.map { columns($0) }.max() ?? 1 }
  var rows: Int { bands.map { rows($0) }.reduce(0, +) }
  var panelsAcross: Int { cellColumns * (isWide ? views : 1) }
  /// Rows of panels in a row of cells.
  var panelsInCell: Int { isWide ? 1 : max(1, views) }
  var panelsDown: Int { rows * panelsInCell }
  /// Blocks beside one another, at most.
  var blocksAcross: Int { bands.map(\.count).max() ?? 1 }

  /// The grids that need less width than this one, the widest first: panels of a cell below one
  /// another, then fewer blocks, then shorter rows of nearly equal length.
  var narrower: [ComparisonGrid] {
    var grid = self
    grid.isWide = false
    // One below the other, panels leave room for more cells in a row.
    if isWide, blocks.count == 1, !hasHeadings {
      grid.columns = max(columns, Self.columns(cells: blocks[0]))
      grid.across = grid.columns
    }
    var grids: [ComparisonGrid] = isWide ? [grid] : []
    let longest = grid.columns
    for most in stride(from: grid.cellColumns - 1, through: 1, by: -1) {
      grid.across = most
      grid.columns = min(longest, grid.evenly(most))
      // Blocks beside one another, each in fewer columns, where that leaves fewer places empty and
      // panels no fewer in a row.
      for fewer in stride(from: grid.columns - 1, through: 1, by: -1) where blocks.count > 1 {
        var other = grid
        other.columns = fewer
        if other.cellColumns >= grid.cellColumns, other.emptyPlaces < grid.emptyPlaces {
          grid = other
        }
      }
      if grid.cellColumns < (grids.last ?? self).cellColumns { grids.append(grid) }
    }
    return grids
  }

  /// Cells of a row where those of the longest row of a block stand in rows of at most that many.
  func evenly(_ most: Int) -> Int {
    let cells = blocks.count > 1 || hasHeadings ? columns : blocks.max() ?? 1
    let rows = (cells + most - 1) / most
    return (cells + rows - 1) / rows
  }

  /// A list of so many is one row.
  static let longestList = 6

  /// One list: one row while eyes can follow it, then rows of nearly equal length.
  static func columns(cells: Int) -> Int {
    switch cells {
    case ...longestList: max(1, cells)
    case ...12: (cells + 1) / 2
    case ...24: (cells + 2) / 3
    default: mostAcross
    }
  }
}
