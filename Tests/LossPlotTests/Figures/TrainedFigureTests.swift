import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

@Suite struct TrainedFigureTests {
  @Test(arguments: Figure.all.filter { $0.data.trains }.map(\.name))
  func everyTrainedFigureDrawsFromTinyRuns(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try figure.make(FigureContext.tiny)
    #expect(!result.claims.isEmpty)
    #expect(result.dataTitle != nil)
    for language in PageLanguage.allCases {
      let scene = figure.scene(result, theme: .light, language: language)
      #expect(scene.height < 1400)
      let image = try renderPixels(scene, pixelsPerPoint: 0.25)
      #expect(Set(image.pixels).count > 16)
    }
  }

  @Test func theSameRequestsGiveTheSameClaims() throws {
    let figure = Figure.centerLambda
    let first = try figure.make(FigureContext.tiny).claims
    #expect(try figure.make(FigureContext.tiny).claims == first)
  }

  /// Two losses with one seed each; the work is that of their options.
  @Test func whatIsToBeTrainedIsToldBefore() throws {
    let told = Told()
    var context = FigureContext.tiny
    context.announce = { told.add($0, $1) }
    _ = try Figure.arcfaceToy.make(context)
    #expect(told.counts == [2])
    var longer = context
    let adjust = context.adjust
    longer.adjust = {
      adjust(&$0)
      $0.steps = 48
    }
    _ = try Figure.arcfaceToy.make(longer)
    #expect(told.counts == [2, 2] && abs(told.seconds[1] / told.seconds[0] - 2) < 1e-9)
  }
}

/// What was told, by a figure that runs in this thread.
private final class Told: @unchecked Sendable {
  private(set) var counts: [Int] = []
  private(set) var seconds: [Double] = []

  func add(_ count: Int, _ time: Double) {
    counts.append(count)
    seconds.append(time)
  }
}
