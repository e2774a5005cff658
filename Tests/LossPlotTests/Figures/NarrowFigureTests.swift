import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// Figures on narrow pages: their panels in rows, their words readable and on the page.
struct NarrowFigureTests {
  private func expectReadable(_ scene: Scene, _ what: String) {
    for text in scene.texts {
      for span in text.content.spans where !span.text.isEmpty {
        #expect(
          span.size(in: text.size) >= PageFit.smallestType - 0.02,
          "\(what): '\(text.content.text)' is \(span.size(in: text.size)) high")
      }
      expectOnPage(text, of: scene, what, slack: 1)
    }
  }

  @Test(arguments: Figure.all.map(\.name))
  func noTypeOfAFigureIsTooSmallForPrint(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    for width in [240.0, 400, 516, 960] {
      for language in PageLanguage.allCases {
        let scene = figure.scene(
          result, theme: .light, language: language, fit: PageFit(width: width))
        #expect(abs(scene.width - width) < 1e-6)
        expectReadable(scene, "\(name) at \(width), \(language)")
      }
    }
  }

  /// Lines that lie close together have their names in the key.
  @Test func namesOfTheLossBoundStandOnNoLine() throws {
    let figure = Figure.lossLowerBound
    let result = try FigureTests.result(figure)
    for (width, isNarrow) in [(240.0, true), (516, true), (960, false)] {
      let scene = figure.scene(result, theme: .light, fit: PageFit(width: width))
      let footer = try #require(scene.groups("footer").first).scene.texts.map(\.content.text)
      #expect(footer.contains("C = 10,000") == isNarrow, "\(width)")
      #expect(scene.texts.count { $0.content.text == "C = 10,000" } == 1)
    }
  }

  /// A column of a paper ends: panels shrink, or are flattened, before they are a tower.
  @Test func panelsOfAColumnEndWithThePage() {
    let natural = Rectangle(x: 0, y: 0, width: 290, height: 290)
    let planes = FigureGrid(rows: 2, columns: 2)
    let (grid, height) = planes.narrow(width: 262, natural: natural)
    #expect(grid.columns == 2 && height < 2.4 * 262)
    // On a screen they scroll.
    #expect(planes.narrow(width: 262, natural: natural, scrolls: true).grid.columns == 1)
    var charts = FigureGrid(columns: 3, gap: 66)
    charts.canFlatten = true
    let flat = charts.narrow(width: 262, natural: natural)
    #expect(flat.grid.columns == 1 && flat.height < 2.4 * 262)
    #expect(abs(flat.grid.frames[0].height / flat.grid.frames[0].width - 0.6) < 1e-9)
    let pair = FigureGrid(columns: 2).narrow(width: 262, natural: natural)
    #expect(pair.grid.columns == 1 && pair.grid.frames[0].height == pair.grid.frames[0].width)
  }

  @Test func panelsOfAColumnFollowOneAnotherOnANarrowPage() {
    let grid = FigureGrid(rows: 2, columns: 4, gap: 30, top: 28)
    let natural = Rectangle(x: 0, y: 0, width: 225, height: 225)
    let pairs = grid.narrow(width: 480, natural: natural).grid
    #expect(pairs.columns == 2 && pairs.rows == 4)
    // The second panel of the first column stands right of the first one, the second column below.
    #expect(pairs.frames[4].y == pairs.frames[0].y && pairs.frames[4].x > pairs.frames[0].x)
    #expect(pairs.frames[1].x == pairs.frames[0].x && pairs.frames[1].y > pairs.frames[0].y)
    let single = grid.narrow(width: 200, natural: natural).grid
    #expect(single.columns == 1 && single.rows == 8)
    #expect(single.frames[4].y < single.frames[1].y)
    let row = FigureGrid(rows: 2, columns: 4, isTable: false)
    let plain = row.narrow(width: 480, natural: natural).grid
    #expect(plain.frames.map(\.y) == plain.frames.map(\.y).sorted())
  }

  @Test(arguments: [250.0, 480, 700, 1000])
  func panelsNeverOverlapNorLeaveThePage(width: Double) {
    for grid in [
      FigureGrid(columns: 2, aspect: 1.5, gap: 50), FigureGrid(rows: 2, columns: 3, gap: 44),
      FigureGrid(columns: 3, gap: 62), FigureGrid(columns: 2, aspect: nil, keepsHeight: true),
    ] {
      let placed = grid.narrow(
        width: width, natural: Rectangle(x: 0, y: 0, width: 240, height: 200))
      let frames = placed.grid.frames
      for (index, frame) in frames.enumerated() {
        #expect(frame.x >= -1e-9 && frame.maxX <= width + 1e-9)
        #expect(frame.y >= 0 && frame.maxY <= placed.height + 1e-9)
        #expect(!frames[(index + 1)...].contains { $0.overlaps(frame) })
      }
    }
  }

  @Test func onAPageTitleAndClaimsStandAroundThePicture() throws {
    let figure = Figure.focalCurves
    let result = try FigureTests.result(figure)
    func words(_ isOnPage: Bool) -> [String] {
      figure.scene(result, theme: .light, isOnPage: isOnPage).texts.map(\.content.text)
    }
    #expect(words(false).contains(figure.title.en))
    #expect(words(false).contains { $0.hasPrefix("reproduced") })
    #expect(!words(true).contains(figure.title.en))
    #expect(!words(true).contains { $0.hasPrefix("reproduced") })
    // It has a name all the same.
    #expect(figure.scene(result, theme: .light, isOnPage: true).title == figure.title.en)
  }
}
