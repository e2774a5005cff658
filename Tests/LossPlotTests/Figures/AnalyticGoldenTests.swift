import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossScene

/// The analytic figures as text, so that a change of any line, label or color is seen.
@Suite struct AnalyticGoldenTests {
  @Test(arguments: FigureTests.analytic.map(\.name))
  func anAnalyticFigureIsAsItWasLookedAt(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    try expectGolden(figure.scene(result, theme: .light).condensedSummary, "figure-\(name)")
  }
}
