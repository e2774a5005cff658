import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossRender
@testable import LossScene

/// Figures in other colors than those that they are made with.
struct FigurePaletteTests {
  /// How many pixels of a picture are no greys.
  private func hues(_ scene: Scene) throws -> Int {
    let pixels = try renderPixels(scene, pixelsPerPoint: 1).pixels
    var count = 0
    for start in stride(from: 0, to: pixels.count, by: 3) {
      let red = pixels[start]
      if pixels[start + 1] != red || pixels[start + 2] != red { count += 1 }
    }
    return count
  }

  private static let trained: [Figure] = [
    .arcfaceToy, .centerLambda, .curricularTime, .normfaceNorms,
  ]

  @Test(arguments: FigureTests.analytic.map(\.name) + trained.map(\.name))
  func inGreyNoFigureHasAHue(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    for theme in [Theme.light, .dark] {
      #expect(try hues(figure.scene(result, theme: theme, palette: .grey)) == 0)
      #expect(try hues(figure.scene(result, theme: theme)) > 0)
    }
  }

  @Test(arguments: FigureTests.analytic.map(\.name) + trained.map(\.name))
  func aPaletteChangesColorsAlone(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    let usual = figure.scene(result, theme: .light)
    let other = figure.scene(result, theme: .light, palette: .tab10)
    #expect(other != usual)
    #expect(other.texts.map(\.position) == usual.texts.map(\.position))
    #expect(figure.scene(result, theme: .light, palette: .okabeIto).texts == usual.texts)
  }

  /// Lines that are told apart by hue are by lightness there.
  @Test func greysOfAFigureDiffer() throws {
    var theme = Theme.light.suiting(.grey)
    theme.substitute = .grey
    let marks = Palette.okabeIto.colors.map { theme.mark($0) }
    #expect(Set(marks.map(\.red)).count == marks.count)
    #expect(marks.allSatisfy { $0.contrast(with: theme.paper) >= 2.99 })
  }
}
