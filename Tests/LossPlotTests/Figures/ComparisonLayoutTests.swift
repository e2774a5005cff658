import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

struct ComparisonLayoutTests {
  private func comparison(
    _ blocks: [Int], columns: Int? = nil, list: Int? = nil
  ) -> Comparison {
    let cells = (0..<blocks.reduce(0, +)).map { _ in
      Comparison.Cell(title: "", content: .failed(""))
    }
    var comparison = Comparison(title: "", cells: cells, columns: columns)
    if blocks.count > 1 {
      comparison.blocks = blocks.enumerated().map {
        .init(RichText(plain: "\($0.offset)"), count: $0.element)
      }
    }
    comparison.list = list
    return comparison
  }

  private func layout(
    _ blocks: [Int], columns: Int? = nil, views: [RunView] = [.features], width: Double? = nil
  ) -> ComparisonLayout {
    ComparisonLayout(
      comparison(blocks, columns: columns).grid(views: views.count), views: views, width: width)
  }

  private func expectApart(_ layout: ComparisonLayout, views: Int, width: Double) {
    let (left, right) = layout.isNarrow ? (34.0, 14.0) : (45, 36)
    let body = Rectangle(x: left, y: 60, width: width - left - right, height: layout.height)
    let frames = layout.origins(in: body).flatMap { origin in
      (0..<views).map { layout.frame($0, at: origin) }
    }
    for frame in frames {
      #expect(frame.x >= body.x - 1e-9 && frame.maxX <= body.maxX + 1e-9)
      #expect(frame.y >= body.y - 1e-9 && frame.maxY <= body.maxY + 1e-9)
    }
    for (index, frame) in frames.enumerated() {
      let headings = layout.headings(in: body)
      #expect(!headings.contains { $0.overlaps(frame) })
      #expect(!frames[(index + 1)...].prefix(200).contains { $0.overlaps(frame) })
    }
  }

  @Test(
    arguments: [[1], [2], [3], [4], [6], [7], [12], [24], [25], [60], [300]] as [[Int]]
      + [[6, 6], [1, 4, 4], [2, 1, 1, 2], [8, 8, 8], [13, 13], [1, 1, 1, 1, 1, 1, 1, 1, 1]])
  func framesNeverOverlapNorLeaveThePage(blocks: [Int]) {
    for views: [RunView] in [[.features], [.features, .angles]] {
      for width in [nil, 311, 500, 900, 2000] as [Double?] {
        let layout = layout(
          blocks, columns: blocks.count > 1 ? min(8, blocks.max() ?? 1) : nil, views: views,
          width: width)
        expectApart(layout, views: views.count, width: width ?? layout.width)
      }
    }
  }

  @Test func withoutTitlesCellsBeginAtOnce() {
    var style = FigureStyle()
    let wanted = comparison([4])
    func top(_ style: FigureStyle) -> Double {
      let drawn = ComparisonScene(wanted, style: style)
      return drawn.layout.frame(0, at: .zero).y
    }
    #expect(top(style) > 30)
    style.theme.omitted = PagePart.allCases
    #expect(top(style) < 10)
  }

  @Test func upToSixStandInOneRow() {
    for cells in 1...6 { #expect(layout([cells]).grid.rows == 1) }
    #expect(layout([9]).grid.columns == 5)
  }

  @Test func theColumnsAskedForAreKept() {
    let grid = layout([24], columns: 4).grid
    #expect(grid.columns == 4)
    #expect(grid.rows == 6)
  }

  @Test func theOnePanelsOfACellAloneStandSideBySide() {
    #expect(layout([1], views: [.features, .angles]).grid.isWide)
    #expect(!layout([1], views: [.features, .angles], width: 270).grid.isWide)
  }

  /// What a cross product looks like: not a strip, and never more than fits.
  @Test(
    arguments: [
      ([6, 6], 3), ([2, 2], 2), ([4, 4, 4, 1], 2), ([3, 3, 3, 3, 3, 3], 3), ([8, 8], 8),
      ([1, 2, 2, 1], 2), ([2, 2, 2, 2, 2, 2], 2), ([10, 10], 5),
    ])
  func aCrossProductIsAboutTwiceAsWideAsHigh(blocks: [Int], columns: Int) {
    let comparison = comparison(blocks, columns: columns)
    let views = comparison.shownViews([.features, .angles])
    let layout = ComparisonLayout(comparison.grid(views: views.count), views: views)
    let shape = layout.width / (layout.height + 130)
    #expect((1.2...3.2).contains(shape), "\(blocks): \(shape)")
    #expect(layout.grid.panelsAcross <= 12 && layout.grid.panelsDown <= 6)
  }

  /// Width over height of the pages of a cross product, of 130 units of words each.
  private func ratios(losses: Int, m: Int, s: Int) -> [Double] {
    let list = max(m, s)
    let comparison = comparison(
      Array(repeating: m * s, count: losses), columns: list, list: list)
    let views = comparison.shownViews([.features, .angles])
    let grid = comparison.grid(views: views.count)
    return grid.pieces(rows: grid.rowsOfPage).map { pieces in
      let page = grid.shape(of: pieces)
      #expect(page.panelsAcross * page.panelsDown <= 48)
      let layout = ComparisonLayout(page, views: views, lines: page.panelsAcross > 9 ? 2 : 1)
      return layout.width / (layout.height + 130)
    }
  }

  /// Where blocks have no other number of columns or rows, 2.46 and 1.48 are the widest and the
  /// tallest; a last page has the rows that are left.
  @Test(arguments: [2, 3, 4, 5, 7, 9, 13])
  func noCrossProductIsAStrip(losses: Int) {
    var firsts: [Double] = []
    for m in 1...6 {
      for s in 1...3 where m * s > 1 {
        let ratios = ratios(losses: losses, m: m, s: s)
        #expect((1.45...2.46).contains(ratios[0]), "\(losses) × \(m) × \(s): \(ratios)")
        #expect(ratios.allSatisfy { (0.75...3.2).contains($0) })
        firsts.append(ratios[0])
      }
    }
    let usual = firsts.filter { (1.57...2.36).contains($0) }
    #expect(usual.count >= firsts.count - 5, "\(losses): \(firsts)")
  }

  @Test func aSecondPageIsNoPriceForASecondView() {
    let ten = comparison([5, 5], columns: 5, list: 5)
    #expect(ten.shownViews([.features, .angles]) == [.features])
    // Where both views of all fit one page that is no strip, there they are.
    let four = comparison([12, 12], columns: 6, list: 6)
    #expect(four.shownViews([.features, .angles]) == [.features, .angles])
    #expect(four.grid(views: 2).isWide)
  }

  /// Seven settings were a page of 4 × 4 panels.
  @Test(arguments: 7...12)
  func longerListsStandAsMakesAPageNoStrip(cells: Int) {
    let grid = comparison([cells]).grid(views: 2)
    let layout = ComparisonLayout(grid, views: [.features, .angles])
    #expect((1.45...2.4).contains(layout.width / (layout.height + 130)))
    // On a narrow page the panels of a cell stand below one another.
    let narrow = self.layout([cells], views: [.features, .angles], width: 600)
    #expect(!narrow.grid.isWide && narrow.grid.columns >= 3)
  }

  @Test(
    arguments: [[60], [49], [48], [200], [1000], [32, 32], [13, 13, 13, 13], [9, 9, 1]] as [[Int]],
    [nil, 240, 516])
  func noPageHasMoreThanEightTimesSixPanels(blocks: [Int], width: Double?) {
    var style = FigureStyle()
    style.fit.width = width
    for views: [RunView] in [[.features], [.features, .angles]] {
      style.views = views
      let comparison = comparison(blocks, columns: blocks.count > 1 ? 8 : nil)
      let pages = comparison.pages(style)
      #expect(pages.map(\.cells.count).reduce(0, +) == comparison.cells.count)
      for page in pages {
        let grid = ComparisonScene.grid(page, style)
        // More only where blocks stand beside one another.
        #expect(grid.panelsAcross <= (grid.blocksAcross > 1 ? 12 : 8))
        #expect(grid.panelsDown <= 6)
        #expect(grid.panelsAcross * grid.panelsDown <= 48)
        #expect(page.blocks.map(\.count).reduce(0, +) == (blocks.count > 1 ? page.cells.count : 0))
      }
      #expect(pages.count == 1 || pages[1].place?.number == 2)
    }
  }

  /// Two losses, two scales, five margins in a column of print.
  @Test func eachListBeginsARow() {
    var style = FigureStyle()
    style.views = [.features]
    style.fit.width = 400
    let pages = comparison([10, 10], columns: 5, list: 5).pages(style)
    #expect(pages.map(\.cells.count) == [10, 10])
    for page in pages {
      let grid = ComparisonScene.grid(page, style)
      #expect(grid.columns == 3)
      let layout = ComparisonLayout(grid, views: style.views, isFixed: true)
      #expect(layout.places.map(\.row) == [0, 0, 0, 1, 1, 2, 2, 2, 3, 3])
      #expect(layout.places.map(\.column) == [0, 1, 2, 0, 1, 0, 1, 2, 0, 1])
    }
    style.fit.width = nil
    #expect(ComparisonScene.grid(comparison([10, 10], columns: 5, list: 5), style).rows == 2)
  }

  @Test func pagesHaveAsManyRowsAsTheNext() {
    var style = FigureStyle()
    style.views = [.features]
    let pages = comparison([13, 13, 13, 13], columns: 7).pages(style)
    #expect(pages.map(\.cells.count) == [13, 13, 13, 13])
  }

  /// On a slide more pages, where the panels of all would be too small for their words.
  @Test func aLowPageHasReadablePanels() {
    var style = FigureStyle()
    style.views = [.features]
    style.fit = PageFit(width: 960, height: 480)
    let pages = comparison([13, 13, 13, 13], columns: 7).pages(style)
    #expect(pages.map(\.cells.count) == [13, 13, 13, 13])
    #expect(comparison([10, 10], columns: 5, list: 5).pages(style).count == 1)
    for page in pages {
      #expect(ComparisonScene(page, style: style).rowsOfReadablePanels == nil)
    }
  }

  @Test func pagesShareTheirAxes() throws {
    var far = smallRun()
    far.test.features.elements = far.test.features.elements.map { 10 * $0 }
    let runs = Array(repeating: smallRun(), count: 49) + [far]
    let comparison = Comparison(
      title: "", cells: runs.map { .init(title: "", content: .run($0)) })
    var style = FigureStyle()
    style.views = [.features]
    let pages = comparison.pages(style)
    try #require(pages.count == 2)
    let limits = pages.map { ComparisonScene($0, style: style).sharedLimit }
    #expect(limits[0] == limits[1])
    #expect(limits[0] == ComparisonScene(comparison, style: style).sharedLimit)
  }

  /// Two lists of five in a column of print: a column each, where rows of two would leave the fifth
  /// of each alone.
  @Test func blocksStandBesideOneAnotherWhereThatLeavesNoPlaceEmpty() {
    let layout = layout([5, 5], columns: 5, width: 311)
    #expect(layout.grid.columns == 1 && layout.grid.blocksAcross == 2 && layout.grid.rows == 5)
  }

  @Test func allTitlesAreOfOneSize() throws {
    let run = try FormulaRun().run
    let cells = ["m = 0.1", "a much longer title of a cell"].map {
      Comparison.Cell(
        title: RichText(plain: $0), numbers: "accuracy 97.8 %", content: .run(run))
    }
    var style = FigureStyle()
    style.views = [.features]
    style.fit = PageFit(width: 240)
    let scene = comparisonScene(Comparison(title: "T", cells: cells), style: style)
    let titles = scene.groups("title").compactMap { $0.scene.texts.first?.size }
    #expect(titles.count == 2 && Set(titles).count == 1)
  }
}
