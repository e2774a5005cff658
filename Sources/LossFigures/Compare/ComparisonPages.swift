extension Comparison {
  /// The same on pages of at most 8 × 6 panels; itself where one is enough.
  package func pages(_ style: FigureStyle) -> [Comparison] {
    let grid = ComparisonScene.grid(self, style)
    // A page of another width is as high as it comes.
    let isNatural = grid == self.grid(views: grid.views)
    var most = isNatural ? grid.rowsOfPage : grid.mostRows
    if let rows = ComparisonScene(self, style: style).rowsOfReadablePanels {
      most = min(most, rows)
    }
    guard grid.rows > most else { return [self] }
    let fewest = grid.pieces(rows: most).count
    // As many rows on each page as nearly as can be.
    let pages =
      (1...most).lazy.map { grid.pieces(rows: $0) }.first { $0.count == fewest } ?? []
    let limit = ComparisonScene(self, style: style).sharedLimit
    return pages.enumerated().map { index, pieces in
      page(pieces, grid, limit: limit, number: index + 1, of: pages.count)
    }
  }

  private func page(
    _ pieces: [ComparisonGrid.Piece], _ grid: ComparisonGrid, limit: Double?, number: Int,
    of count: Int
  ) -> Comparison {
    var page = self
    page.shape = grid.shape(of: pieces)
    page.cells = pieces.flatMap { Array(cells[$0.cells]) }
    if !blocks.isEmpty {
      page.blocks = pieces.map { Block(blocks[$0.block].title, count: $0.cells.count) }
    }
    page.sharedLimit = limit
    page.place = (number, count)
    return page
  }
}

extension ComparisonGrid {
  /// Part of a block: its number, and which of all cells.
  struct Piece {
    let block: Int
    let cells: Range<Int>
  }

  /// For each page what stands on it, where a page has at most that many rows of cells.
  func pieces(rows most: Int) -> [[Piece]] {
    var pages: [[Piece]] = []
    var taken = 0
    for band in bands {
      let height = rows(band)
      // A band of blocks is cut only where it has no room on a page of its own, and there between
      // lists.
      let step = rowsOfList <= most ? rowsOfList : 1
      let parts = (height + most - 1) / most
      let share = min(most / step * step, (height + parts * step - 1) / (parts * step) * step)
      for start in stride(from: 0, to: height, by: share) {
        let own = min(share, height - start)
        if pages.isEmpty || taken + own > most {
          pages.append([])
          taken = 0
        }
        taken += own
        pages[pages.count - 1] += pieces(of: band, rows: start..<start + own)
      }
    }
    return pages
  }

  private func pieces(of band: Range<Int>, rows: Range<Int>) -> [Piece] {
    band.compactMap { block in
      let first = blocks[..<block].reduce(0, +)
      let own = (0..<blocks[block]).filter { rows.contains(place($0).row) }
      guard let start = own.first, let end = own.last else { return nil }
      return Piece(block: block, cells: first + start..<first + end + 1)
    }
  }

  /// How they stand on their page.
  func shape(of pieces: [Piece]) -> ComparisonGrid {
    var shape = self
    shape.blocks = pieces.map(\.cells.count)
    // A page that begins within a list has cells in rows that just follow.
    if rowsOfList > mostRows { shape.list = nil }
    return shape
  }
}
