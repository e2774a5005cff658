import LossLab
import Testing

@testable import LossPlot

/// The analytic figures as text, so that a change of any line, label or color is seen.
@Suite struct AnalyticGoldenTests {
  @Test(arguments: FigureTests.analytic.map(\.name))
  func anAnalyticFigureIsAsItWasLookedAt(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try FigureTests.result(figure)
    try expectGolden("figure-\(name)", condensed(figure.scene(result, theme: .light).summary))
  }

  /// Curves of hundreds of points in a line of their own: the beginning, and a hash of all.
  private func condensed(_ summary: String) -> String {
    summary.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.count > 240 else { return String(line) }
      var hash = ContentHash()
      hash.add(Array(line.utf8))
      return "\(line.prefix(160))… \(line.count) characters, hash \(hash.text)"
    }.joined(separator: "\n")
  }
}
