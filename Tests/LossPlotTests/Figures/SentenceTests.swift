import LossLab
import LossPlot
import Testing

@testable import LossPictures

/// The sentence under a picture says what is true, or nothing.
struct SentenceTests {
  private func sentence(_ change: (inout Run) -> Void = { _ in }) throws -> String {
    var run = try FormulaRun().run
    change(&run)
    return RunCaption(run, style: FigureStyle()).sentence
  }

  @Test func itSaysTheNumbersOfTheRun() throws {
    let run = try FormulaRun().run
    let text = RunCaption(run, style: FigureStyle()).sentence
    #expect(text.contains(degreesText(run.metrics.intra)))
    #expect(text.contains(degreesText(run.metrics.inter)))
    #expect(text.contains(degreesText(abs(run.metrics.gap))))
    #expect(text.contains("in the margin"))
    #expect(RunCaption(run, style: FigureStyle()).description.contains(text))
  }

  @Test func overlappingNeighboursAreCalledSo() throws {
    let overlapping = "half of the neighbours overlap by 5.7° or more"
    #expect(try sentence { $0.metrics.gap = -0.1 }.contains(overlapping))
  }

  /// A median is said of all neighbours only where none is far below it.
  @Test func whatIsSaidOfAllNeighboursIsTrueOfAll() throws {
    func room(least: Double) throws -> String {
      try sentence { ($0.metrics.gap, $0.metrics.minGap) = (0.1, least) }
    }
    #expect(try room(least: 0.08).contains("5.7° between neighbours stay free"))
    for least in [0.04, -0.2] {
      let text = try room(least: least)
      #expect(text.contains("half of the neighbours keep 5.7° or more free"), "\(text)")
      #expect(!text.contains("stay free"))
    }
  }

  @Test func whereClassesAreMixedItSaysOnlyThat() throws {
    let text = try sentence { $0.metrics.testAccuracyCosine = 0.5 }
    #expect(text.hasPrefix("Only 50.0 %"))
    #expect(!text.contains("free"))
    // By how much, where they overlap.
    let mixed = try sentence {
      $0.metrics.testAccuracyCosine = 0.5
      $0.metrics.gap = -0.1
    }
    #expect(mixed.hasSuffix("class; half of the neighbours overlap by 5.7° or more."), "\(mixed)")
  }

  @Test func whereTwoClassesLieOnOneAnotherMeansAreNotSaid() throws {
    #expect(try sentence { $0.metrics.minInter = 0.5 * $0.metrics.intra } == "")
    // All but those two apart: the median is large all the same.
    let text = try sentence { $0.metrics.minInter = 1.5 * $0.metrics.intra }
    #expect(text.hasPrefix("Samples lie"))
  }

  /// The sentence of a loss without a margin has no word of one, nor has that of the sphere.
  @Test func withoutAMarginNoneIsSaid() throws {
    let plain = try FormulaRun(loss: "softmax").run
    let sphere = try FormulaRun(dimensions: 3).run
    for run in [plain, sphere] {
      let text = RunCaption(run, style: FigureStyle()).sentence
      #expect(text.hasPrefix("Samples lie") && !text.contains("margin"), "\(text)")
    }
  }

  @Test func aThousandClassesThatAreMixedSayOnlyThat() throws {
    let run = try FormulaRun(classes: 1000, tested: 2, trained: 1, spread: 40).run
    let text = RunCaption(run, style: FigureStyle()).sentence
    #expect(text == "" || text.hasPrefix("Only "), "\(text)")
  }

  @Test func whatMeansNothingIsNotSaid() throws {
    #expect(try sentence { $0.metrics.inter = .nan } == "")
    // All in one direction.
    #expect(
      try sentence { run in
        for row in 0..<run.test.features.rows {
          run.test.features[row, 0] = 1
          run.test.features[row, 1] = 0
        }
      } == "")
  }
}
