import LossLab
import Testing

@testable import LossPlot
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
}
