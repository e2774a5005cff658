import LossLab

extension Comparison {
  /// The same on pages of at most 8 × 6 panels; itself where one is enough.
  public func pages(_ style: FigureStyle) -> [Comparison] {
    let grid = ComparisonScene.grid(self, style)
    let most = max(1, ComparisonGrid.mostDown / grid.panelsInCell)
    guard grid.rows > most else { return [self] }
    var pages: [[Piece]] = []
    var rows = 0
    for band in grid.bands {
      let height = grid.rows(band)
      // A band of blocks is cut only where it has no room on a page of its own.
      let parts = (height + most - 1) / most
      let share = (height + parts - 1) / parts
      for start in stride(from: 0, to: height, by: share) {
        let own = min(share, height - start)
        if pages.isEmpty || rows + own > most {
          pages.append([])
          rows = 0
        }
        rows += own
        pages[pages.count - 1] += pieces(of: band, rows: start..<start + own, grid)
      }
    }
    let limit = ComparisonScene(self, style: style).sharedLimit
    return pages.enumerated().map { index, pieces in
      page(pieces, grid, limit: limit, number: index + 1, of: pages.count)
    }
  }

  /// Part of a block: its number, and which of all cells.
  private struct Piece {
    let block: Int
    let cells: Range<Int>
  }

  private func pieces(
    of band: Range<Int>, rows: Range<Int>, _ grid: ComparisonGrid
  ) -> [Piece] {
    band.compactMap { block in
      let first = grid.blocks[..<block].reduce(0, +)
      let end = grid.blocks[block]
      let columns = grid.columns(block)
      let own = min(end, rows.lowerBound * columns)..<min(end, rows.upperBound * columns)
      return own.isEmpty
        ? nil : Piece(block: block, cells: first + own.lowerBound..<first + own.upperBound)
    }
  }

  private func page(
    _ pieces: [Piece], _ grid: ComparisonGrid, limit: Double?, number: Int, of count: Int
  ) -> Comparison {
    var page = self
    var shape = grid
    shape.blocks = pieces.map(\.cells.count)
    page.shape = shape
    page.cells = pieces.flatMap { Array(cells[$0.cells]) }
    if !blocks.isEmpty {
      page.blocks = pieces.map { Block(blocks[$0.block].title, count: $0.cells.count) }
    }
    page.sharedLimit = limit
    page.place = (number, count)
    return page
  }
}
