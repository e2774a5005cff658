import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossScene

/// The pictures of several settings as text.
@Suite struct ComparisonGoldenTests {
  private static let themes = [("", Theme.light), ("-dark", Theme.dark)]

  private func comparison(_ settings: [FormulaRun]) throws -> Comparison {
    var cells = try settings.map { made in
      let run = try made.run
      return Comparison.Cell(
        title: RichText(plain: "m = \(short(run.settings.margin))"),
        numbers: RichText(plain: "intra-class \(degreesText(run.metrics.intra))"),
        content: .run(run))
    }
    cells.append(.init(title: "m = 9", content: .failed("did not stay finite at step 3")))
    return Comparison(
      title: "CosFace under different m", equal: ["s = 16", "4 classes by a formula"],
      facts: ["m from 0 to 9"], notes: ["one setting failed"], cells: cells)
  }

  private static var sweep: [FormulaRun] {
    [0.0, 0.2, 0.4].map { margin in
      FormulaRun(
        change: { $0.margin = margin }, classes: 4, tested: 5, trained: 3, spread: 0.8 - margin)
    }
  }

  @Test func theGridOfAComparisonIsAsItWasLookedAt() throws {
    for (name, theme) in Self.themes {
      var style = FigureStyle()
      style.theme = theme
      let scene = try comparisonScene(comparison(Self.sweep), style: style)
      try expectGolden(scene.condensedSummary, "compare\(name)")
    }
  }

  @Test func histogramsAndCurvesOfAComparisonAreAsTheyWereLookedAt() throws {
    var style = FigureStyle()
    style.views = [.histogram, .curve]
    var comparison = try comparison(Self.sweep)
    comparison.columns = 2
    try expectGolden(
      comparisonScene(comparison, style: style).condensedSummary, "compare-histogram")
  }

  @Test func theTrendOfAComparisonIsAsItWasLookedAt() throws {
    let values = [0.0, 0.1, 0.2, 0.4]
    func series(_ start: Double) -> [Trend.Value] {
      values.map { .init(x: $0, seeds: [start - 20 * $0, start + 1 - 22 * $0, start - 24 * $0]) }
    }
    let trend = Trend(
      title: "CosFace: m", equal: ["s = 16"], notes: ["means of three seeds"], axis: "m",
      ticks: values.map { Tick($0, RichText(plain: short($0))) }, isQuantity: true,
      names: ["s = 16", "s = 30"],
      panels: [
        .init(
          title: "Intra-class angle", unit: "°", series: [series(20), series(14)],
          references: [.init("theory", values.map { Point($0, 18 - 15 * $0) })]),
        .init(title: "Test accuracy", unit: " %", series: [series(99), series(98)]),
      ], marks: [.init(x: 0.3, words: "bound 0.3")])
    for (name, theme) in Self.themes {
      try expectGolden(trendScene(trend, theme: theme).condensedSummary, "trend\(name)")
    }
    var words = trend
    words.isQuantity = false
    words.names = []
    words.marks = []
    words.panels = trend.panels.map { panel in
      Trend.Panel(title: panel.title, unit: panel.unit, series: [panel.series[0]])
    }
    try expectGolden(trendScene(words, theme: .light).condensedSummary, "trend-words")
  }
}
