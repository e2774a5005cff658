import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// Slides, columns and small panels, as an editor would look at them.
struct PrintedPageTests {
  private func style(_ width: Double?, _ height: Double? = nil, views: [RunView]? = nil)
    -> FigureStyle
  {
    var style = FigureStyle()
    style.fit = PageFit(width: width, height: height)
    if let views { style.views = views }
    return style
  }

  private func mainType(_ style: FigureStyle) throws -> Double {
    let scene = try runScene(FormulaRun().run, style: style)
    return try #require(scene.texts.first { $0.content.text.hasPrefix("test accuracy") }).size
  }

  @Test(arguments: [6, 10, 24]) func aSlideIsFilledFromMarginToMargin(classes: Int) throws {
    let placed = try RunScene(FormulaRun(classes: classes).run, style: style(960, 540)).placed
    let body = placed.page.body
    #expect(abs(placed.frames[0].x - body.x) < 1)
    #expect(abs(placed.frames[1].maxX - body.maxX) < 1)
  }

  /// Neither as large as one panel would make it nor as small as four.
  @Test(arguments: [[RunView.features], [.features, .angles], RunView.allCases.dropLast()])
  func typeOfASlideCanBeReadAndLeavesRoom(views: [RunView]) throws {
    let size = try mainType(style(960, 540, views: views))
    #expect((10...13).contains(size))
  }

  @Test func aComparisonOnASlideHasTypeThatCanBeRead() throws {
    let run = try FormulaRun().run
    let comparison = Comparison(
      title: "m", facts: ["equal in all panels: data"],
      cells: (0..<6).map { .init(title: "m = 0.\($0)", numbers: "gap", content: .run(run)) })
    let scene = comparisonScene(comparison, style: style(960, 540))
    let fact = try #require(scene.texts.first { $0.content.text.hasPrefix("equal") })
    #expect(fact.size >= 10)
  }

  /// Between the lowest name beside the circle and the sentence below it.
  @Test func noAirIsLeftBelowTheCircleOfAColumn() throws {
    let scene = try runScene(FormulaRun().run, style: style(240))
    let names = scene.groups("angular-space").flatMap { $0.scene.texts }.map(\.position.y)
    let words = scene.groups("footer").flatMap { $0.scene.texts }.map(\.position.y)
    let lowest = try #require(names.max())
    let first = try #require(words.min())
    #expect(first - lowest < 27, "\(first - lowest)")
  }

  /// A chart in the place of the circle needs room for the titles of its axes.
  @Test func chartsOfManyClassesKeepClearOfOneAnotherAndOfTheFacts() throws {
    let run = try FormulaRun(classes: 24).run
    let comparison = Comparison(
      title: "m", facts: ["equal in all panels: data"],
      cells: (0..<3).map { .init(title: "m = 0.\($0)", numbers: "gap", content: .run(run)) })
    let scene = comparisonScene(comparison, style: FigureStyle())
    let charts = scene.groups("gap-histogram").map(\.scene)
    let fact = try #require(scene.texts.first { $0.content.text.hasPrefix("equal") })
    #expect(charts.count == 3)
    for text in charts.flatMap(\.texts) where text.rotation == 0 {
      #expect(text.position.y < fact.position.y - 12, "\(text.content.text)")
    }
    for (left, right) in zip(charts, charts.dropFirst()) {
      let end = left.texts.filter { $0.rotation == 0 }.map(\.position.x).max() ?? 0
      let title = try #require(right.texts.first { $0.rotation != 0 }).position.x
      #expect(title > end + 10)
    }
  }

  @Test func fourBlocksStandInTwoRowsRatherThanOneAloneInTheSecond() {
    let cells = (0..<12).map { _ in Comparison.Cell(title: "", content: .failed("")) }
    var comparison = Comparison(title: "", cells: cells, columns: 3)
    comparison.blocks = (0..<4).map { .init(RichText(plain: "\($0)"), count: 3) }
    let views = comparison.shownViews([.features, .angles])
    let grid = comparison.grid(views: views.count)
    #expect(grid.emptyPlaces == 0)
  }

  @Test func namesInSmallPanelsAreSmaller() throws {
    let run = try FormulaRun(classes: 10).run
    func size(_ side: Double) -> Double? {
      var style = FigureStyle()
      style.cellSide = side
      let drawn = RunScene(run, style: style)
      let item = drawn.panel(.features, in: Rectangle(x: 0, y: 0, width: side, height: side))
      return Scene(width: side, height: side, background: nil, items: [item])
        .groups("names").flatMap { $0.scene.texts }.first?.size
    }
    let theme = FigureStyle().theme
    #expect(size(90) == theme.smallSize)
    #expect(size(205) == theme.textSize)
  }

  /// The name that would reach the samples is cut, the one that fits is not.
  @Test func aNameTakesAThirdOfThePlane() throws {
    var style = FigureStyle()
    style.classNames =
      ["Luiz_Inacio_Lula_da_Silva", "Junichiro_Koizumi"] + (2..<6).map { "\($0)" }
    let drawn = try RunScene(FormulaRun().run, style: style)
    let widths = drawn.nameSigns.map(\.width)
    #expect((widths.max() ?? 0) < 0.34 * 392)
    let words = drawn.scene.groups("names").flatMap { $0.scene.texts }.map(\.content.text)
    #expect(words.contains("Junichiro_Koizumi"))
  }

  /// Of ten equal weights the heads show directions; from the origin they would hide boundaries.
  @Test(arguments: [(6, true), (10, false)])
  func arrowsOfManyClassesBeginAwayFromTheOrigin(classes: Int, fromOrigin: Bool) throws {
    let drawn = try RunScene(
      FormulaRun(loss: "arcface", classes: classes).run, style: FigureStyle())
    let panel = try #require(drawn.scene.groups("angular-space").first).scene
    let starts = panel.groups("arrow").flatMap(\.items).compactMap { item -> Point? in
      guard case .path(let path, _, .some) = item, case .move(let start)? = path.segments.first
      else { return nil }
      return start
    }
    #expect(starts.count == classes)
    let frame = drawn.placed.frames[1]
    let near = starts.filter { ($0 - frame.center).length < 5 }
    #expect(near.isEmpty != fromOrigin)
  }

  /// Where all neighbours overlap, or none does, the way to 0 is no third of the axis.
  @Test(arguments: [(-90.0, -30.0, false), (10, 12, false), (-90, -10, true), (-9, 2, true)])
  func theAxisOfGapsHasNoEmptyWayToNothing(least: Double, most: Double, hasZero: Bool) {
    let range = RunScene.gapRange(least, most)
    #expect(range.contains(0) == hasZero)
    #expect(range.lowerBound <= least && range.upperBound >= most)
  }

  @Test func wordsOverGapsStandAboveTheBarsOfASmallPanel() throws {
    let drawn = try RunScene(FormulaRun(classes: 24, spread: 1.6).run, style: FigureStyle())
    let side = 190.0
    let item = drawn.panel(.angles, in: Rectangle(x: 0, y: 0, width: side, height: side))
    let panel = Scene(width: side, height: side, background: nil, items: [item])
    let words = panel.texts.filter { $0.content.text.hasPrefix("median") }
    let lowest = try #require(words.map { $0.position.y + $0.size }.max())
    for case .path(let path, _, _) in panel.groups("bars").flatMap(\.items) {
      for case .move(let corner) in path.segments where path.segments.count > 2 {
        #expect(corner.y > lowest)
      }
    }
  }

  /// Four lines of three seeds: the ends of the bars at one value.
  @Test func barsOfSeveralLinesDoNotTouch() {
    let xs = [0.1, 0.3]
    let trend = Trend(
      title: "Trend", axis: "m", ticks: xs.map { Tick($0, RichText(plain: "\($0)")) },
      isQuantity: true, names: (0..<4).map { "s = \($0)" },
      panels: [
        .init(
          title: "Gap", unit: "°",
          series: (0..<4).map { line in
            xs.map { .init(x: $0, seeds: [20, 22, 25 + Double(line)]) }
          })
      ])
    let ends = trendScene(trend, theme: .light).groups("error bars").map { group in
      group.items.flatMap { item -> [Double] in
        guard case .path(let path, _, _) = item else { return [] }
        return path.segments.prefix(2).compactMap {
          switch $0 {
          case .move(let point), .line(let point): point.x
          default: nil
          }
        }
      }
    }
    #expect(ends.count == 4)
    for (left, right) in zip(ends, ends.dropFirst()) {
      #expect((left.max() ?? 0) < (right.min() ?? 0))
    }
  }

  @Test func whatIsEqualToWhatStaysOnOneLine() {
    let title = RichText(plain: "CosFace, m = 0.134")
    let lines = title.wrapped(width: 80, size: 12, by: .pango).map(\.text)
    #expect(lines == ["CosFace,", "m = 0.134"])
  }
}
