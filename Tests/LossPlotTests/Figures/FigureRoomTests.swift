import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossRender
@testable import LossScene

/// Figures leave no room for what is not there.
struct FigureRoomTests {
  /// The most rows of pixels in a row without ink.
  private func widestBand(_ scene: Scene) throws -> Int {
    let image = try renderPixels(scene, pixelsPerPoint: 1)
    let line = 3 * image.width
    var (widest, now) = (0, 0)
    for row in 0..<image.height {
      let pixels = image.pixels[row * line..<(row + 1) * line]
      now = pixels.allSatisfy { $0 == image.pixels[0] } ? now + 1 : 0
      widest = max(widest, now)
    }
    return widest
  }

  /// On the page, where claims stand beside the picture; 40 points are what roses that grow
  /// nowhere leave between rows.
  @Test(arguments: Figure.all.map(\.name))
  func noFigureOfThePageHasAnEmptyBand(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    let wide = figure.scene(result, theme: .light, isOnPage: true)
    #expect(try widestBand(wide) <= 40)
    // Panels of a row that circles do not fill stand below one another there.
    let narrow = figure.scene(
      result, theme: .light, fit: PageFit(width: 360), isOnPage: true)
    #expect(try widestBand(narrow) <= 70)
  }
}
