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
    let body = Rectangle(x: 45, y: 60, width: width - 81, height: layout.height)
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
    #expect(!layout([1], views: [.features, .angles], width: 300).grid.isWide)
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
    #expect(layout.grid.panelsAcross <= 10 && layout.grid.panelsDown <= 6)
    #expect(layout.grid.panelsAcross <= 8 || views.count == 1)
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
        // More only where blocks of single panels stand beside one another.
        #expect(grid.panelsAcross <= (views.count == 1 && grid.blocksAcross > 1 ? 10 : 8))
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
    #expect(pages.map(\.cells.count) == [26, 26])
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
