import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossScene

/// The pages of features from elsewhere as text.
@Suite struct FeatureGoldenTests {
  private func file(_ title: String, _ made: FormulaRun, weights: Bool) throws -> MeasuredFile {
    try .made(
      title, made, weights: weights,
      notes: weights
        ? [] : [Wording("one row was left out: all zeros", zh: "一行未计入：全为零")])
  }

  @Test func featuresInThePlaneAreDrawnAsTheyWere() throws {
    let formula = try FormulaRun(classes: 5).run
    let run = Run(
      features: formula.test.features, labels: formula.test.labels, isTest: nil,
      classNames: ["a", "b", "c", "d", "e"], title: "mine", weights: nil, bias: [], entry: nil,
      settings: LossSettings())
    try expectGolden(runScene(run).condensedSummary, "plot-plane")
  }

  @Test func thePageOfManyDimensionsIsAsItWasLookedAt() throws {
    let files = [try file("mine", FormulaRun(dimensions: 6), weights: true)]
    for (name, theme) in [("", Theme.light), ("-dark", Theme.dark)] {
      var style = FigureStyle()
      style.theme = theme
      try expectGolden(featureScene(files, style: style).condensedSummary, "plot-page\(name)")
    }
  }

  @Test func theColumnOfPrintIsAsItWasLookedAt() throws {
    var style = FigureStyle()
    style.fit.width = 240
    let files = [try file("mine", FormulaRun(dimensions: 6), weights: true)]
    try expectGolden(featureScene(files, style: style).condensedSummary, "plot-column")
  }

  @Test func twoFilesAgainstOneAnotherAreAsTheyWereLookedAt() throws {
    let files = [
      try file("mine", FormulaRun(dimensions: 6), weights: false),
      try file("yours", FormulaRun(dimensions: 4, spread: 1.1), weights: false),
    ]
    try expectGolden(featureScene(files).condensedSummary, "plot-two")
  }
}
