import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossScene

/// Pictures look made for the size that they are wanted at.
struct PageSizeTests {
  private static let widths = [240.0, 330, 400, 516, 640, 900, 960, 1800]

  private func expectReadable(_ scene: Scene, width: Double, _ what: String) {
    #expect(abs(scene.width - width) < 1e-6, "\(what)")
    for text in scene.texts {
      for span in text.content.spans where !span.text.isEmpty {
        #expect(
          span.size(in: text.size) >= PageFit.smallestType - 1e-9,
          "\(what) at \(width): '\(text.content.text)' is \(span.size(in: text.size)) high")
      }
      expectOnPage(text, of: scene, "\(what) at \(width)")
    }
  }

  @Test(arguments: widths)
  func noTypeOfARunIsTooSmallForPrint(width: Double) throws {
    var style = FigureStyle()
    style.fit.width = width
    try expectReadable(runScene(FormulaRun().run, style: style), width: width, "run")
    style.views = [.features]
    try expectReadable(runScene(FormulaRun().run, style: style), width: width, "one panel")
    style.views = [.histogram, .angles]
    try expectReadable(runScene(FormulaRun().run, style: style), width: width, "histogram")
  }

  @Test(arguments: widths)
  func noTypeOfAComparisonOrItsTrendIsTooSmall(width: Double) throws {
    var style = FigureStyle()
    style.fit.width = width
    let run = try FormulaRun(tested: 4, trained: 3).run
    let comparison = Comparison(
      title: "CosFace under different m", facts: ["equal in all panels: data"],
      cells: (0..<6).map {
        .init(title: "m = 0.\($0)", numbers: "gap 41.2°", content: .run(run))
      })
    expectReadable(comparisonScene(comparison, style: style), width: width, "grid")
    let trend = Trend(
      title: "CosFace", axis: "m", ticks: [Tick(0, "0"), Tick(0.4, "0.4")], isQuantity: true,
      panels: (0..<5).map { index in
        .init(
          title: "Gap \(index)", unit: "°",
          series: [[.init(x: 0, seeds: [1]), .init(x: 0.4, seeds: [3])]])
      })
    let scene = trendScene(trend, theme: .light, fit: style.fit)
    expectReadable(scene, width: width, "trend")
  }

  @Test(arguments: widths)
  func noTypeOfAnAnalyticPictureIsTooSmall(width: Double) throws {
    let heads = try ["softmax", "cosface", "arcface"].map { name in
      let entry = try LossEntry.named(name)
      return NamedHead(
        head: try #require(entry.make(entry.settings(classes: 2)).classifier),
        label: RichText(plain: entry.title))
    }
    var curves = TargetLogitChart(heads: heads, style: FigureStyle())
    curves.style.fit.width = width
    let scene = curves.scene(theme: .light)
    #expect(abs(scene.width - width) < 1e-6)
    for text in scene.texts { expectOnPage(text, of: scene, "curves at \(width)") }
    var classes = TwoClassChart(
      heads: heads, plane: .circle, angle: 1, norms: TwoClasses.Norms(), style: FigureStyle())
    classes.style.fit.width = width
    #expect(abs(classes.scene(theme: .light).width - width) < 1e-6)
  }

  @Test func aNarrowPageHasItsPanelsInTwoRowsAndAWideOneInOne() throws {
    func rows(_ width: Double) throws -> Int {
      var style = FigureStyle()
      style.fit.width = width
      let frames = try RunScene(FormulaRun().run, style: style, film: nil).placed.frames
      return Set(frames.prefix(2).map { $0.y }).count
    }
    #expect(try rows(240) == 2)
    #expect(try rows(400) == 1)
    #expect(try rows(960) == 1)
  }

  @Test(arguments: [(960.0, 540.0), (400, 400), (240, 600), (516, 250)])
  func aSizeAskedForIsKeptAndThePanelsComeFirst(width: Double, height: Double) throws {
    var style = FigureStyle()
    style.fit = PageFit(width: width, height: height)
    let scene = try runScene(FormulaRun().run, style: style)
    #expect(abs(scene.width - width) < 1e-6 && abs(scene.height - height) < 1e-6)
    let placed = try RunScene(FormulaRun().run, style: style, film: nil).placed
    let scale = style.fit.scale(natural: Page.wide.width)
    let tops = Set(placed.frames.prefix(2).map { $0.y })
    #expect(Double(tops.count) * placed.frames[0].height * scale > 0.4 * height)
  }

  @Test func typeHasTheSizeAskedForWhateverTheWidth() throws {
    for width in [nil, 400.0, 1200] {
      var style = FigureStyle()
      style.fit = PageFit(width: width, typeSize: 10)
      let sizes = try runScene(FormulaRun().run, style: style).texts.map { $0.size }
      #expect(sizes.contains { abs($0 - 10) < 1e-9 })
    }
  }

  @Test func theUsualSizesAreAsTheyWereLookedAt() throws {
    for (name, width) in [("column", 240.0), ("page", 516)] {
      var style = FigureStyle()
      style.fit.width = width
      try expectGolden(
        runScene(FormulaRun(tested: 4, trained: 2).run, style: style).condensedSummary,
        "picture-\(name)")
    }
  }

  @Test func whatIsLeftOutLeavesThePanelsAsLarge() throws {
    let run = try FormulaRun().run
    func frame(_ parts: [PagePart]) -> Rectangle {
      var style = FigureStyle()
      style.theme.omitted = parts
      return RunScene(run, style: style, film: nil).placed.frames[0]
    }
    let whole = frame([])
    for parts in [[PagePart.title], [.facts, .key], PagePart.allCases] {
      #expect(frame(parts).width >= whole.width)
    }
    var style = FigureStyle()
    style.theme.omitted = PagePart.allCases
    let bare = runScene(run, style: style)
    let words = bare.texts.map { $0.content.text }
    #expect(!words.contains { $0.contains("CosFace") || $0.contains("space") })
    // It has a name all the same, and says what it shows.
    #expect(bare.title == "CosFace")
    #expect(!bare.description.isEmpty)
  }
}
