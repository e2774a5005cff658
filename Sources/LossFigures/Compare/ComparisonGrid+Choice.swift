extension Comparison {
  /// Above this many cells of one list nobody sees several panels of each.
  private static let mostWithAllViews = 12

  /// How the cells stand on a page that is as wide as it needs to be.
  func grid(views: Int) -> ComparisonGrid {
    if let shape { return shape }
    let usual = ComparisonGrid.columns(cells: cells.count)
    let columns = min(max(1, cells.count), columns ?? usual)
    var one = ComparisonGrid(
      blocks: blocks.isEmpty ? [max(1, cells.count)] : blocks.map(\.count), columns: columns,
      across: columns, views: views, hasHeadings: blocks.contains { !$0.title.isEmpty })
    // A cell alone has room for its panels beside one another.
    one.isWide = cells.count == 1
    one.list = list
    let judged = candidates(one).map { (grid: $0, unlike: $0.unlike) }
    return judged.min { $0.unlike < $1.unlike }?.grid ?? one
  }

  /// The panels that are shown of each cell where nobody chose them: the first alone where more
  /// would make the page a strip, or too many to see.
  package func shownViews(_ views: [RunView]) -> [RunView] {
    let first = Array(views.prefix(1))
    guard !blocks.isEmpty, views.count > 1 else {
      return cells.count <= Self.mostWithAllViews ? views : first
    }
    guard cells.count * views.count <= ComparisonGrid.mostPanels else { return first }
    // A view that is not shown is a loss, too, but less so than a second page.
    let loss = 0.3
    let all = grid(views: views.count)
    return all.rows <= all.rowsOfPage && all.unlike <= grid(views: 1).unlike + loss ? views : first
  }

  /// The arrangements to choose from; `one` alone where there is no choice.
  private func candidates(_ one: ComparisonGrid) -> [ComparisonGrid] {
    let sides = one.views > 1 ? [false, true] : [false]
    guard blocks.isEmpty else {
      return (one.columns...max(one.columns, ComparisonGrid.mostBeside)).flatMap { across in
        sides.map { one.with(across: across, isWide: $0) }
      }.filter { $0.hasRoom || $0 == one }
    }
    // One row is read as it is; of very many the longest rows are.
    let isChosen = columns != nil || cells.count <= ComparisonGrid.longestList
    guard !isChosen, cells.count <= ComparisonGrid.mostPanels else { return [one] }
    let evenRows = (1...ComparisonGrid.mostAcross).filter { one.evenly($0) == $0 }
    return evenRows.flatMap { columns in
      sides.map { one.with(columns: columns, across: columns, isWide: $0) }
    }.filter { $0.hasRoom }
  }
}

extension ComparisonGrid {
  fileprivate func with(columns: Int? = nil, across: Int, isWide: Bool) -> ComparisonGrid {
    var grid = self
    grid.columns = columns ?? self.columns
    grid.across = across
    grid.isWide = isWide
    return grid
  }

  /// Whether no row is longer than eyes follow.
  fileprivate var hasRoom: Bool { panelsAcross <= mostAcross }

  /// How far the best pages are from one page twice as wide as high, with no place empty; 0 is best.
  fileprivate var unlike: Double {
    let empty = Double(emptyPlaces) / Double(rows * cellColumns)
    // A block alone in its row is seen as an odd one; a row of a list may end early.
    return strangeness(rows: rowsOfPage) + (blocks.count > 1 ? 1 : 0.5) * empty
  }

  /// Rows of cells of a page: as many as make pages about twice as wide as high, and few.
  var rowsOfPage: Int {
    let judged = (1...min(mostRows, max(1, rows))).map {
      (rows: $0, strangeness: strangeness(rows: $0))
    }
    return judged.min { $0.strangeness < $1.strangeness }?.rows ?? 1
  }

  /// How far pages with so many rows at most are from one page twice as wide as high.
  private func strangeness(rows: Int) -> Double {
    let pages = pieces(rows: rows)
    let all = pages.map { shape(of: $0).distance }.reduce(0, +)
    return all / Double(pages.count) + log(Double(pages.count))
  }

  /// How far one page of it is from twice as wide as high; more so where that is plain to see.
  private var distance: Double {
    let shown: [RunView] = [.features] + Array(repeating: .angles, count: max(0, views - 1))
    // Numbers take two lines over small panels.
    let ratio = ComparisonLayout.usualRatio(self, views: shown, lines: panelsAcross > 9 ? 2 : 1)
    let beyond = max(
      0, log(Self.usualRatio.lowerBound / ratio), log(ratio / Self.usualRatio.upperBound))
    return abs(log(ratio / 2)) + 2 * beyond
  }

  /// Width over height of a page.
  static let usualRatio = 1.6...2.3
}
