import LossLab
import Testing

@testable import LossPlot

/// A few steps on little data: enough to draw from, far too little to prove anything.
private func tinyContext(_ figure: Figure) -> FigureContext {
  var data: DataRequest?
  if case .any(let standard) = figure.data {
    var request = DataRequest()
    request.data = standard
    request.options.samplesPerClass = 12
    data = request
  } else {
    var request = DataRequest()
    request.options.classes = .first(6)
    request.options.samplesPerClass = 12
    data = request
  }
  return FigureContext(data: data, seeds: [1]) { request in
    request.steps = 24
    request.options.batch = 24
    request.options.warmup = 2
    request.options.network = .mlp([12])
    if request.options.snapshotInterval > 0 { request.options.snapshotInterval = 8 }
  }
}

@Suite struct TrainedFigureTests {
  @Test(arguments: Figure.all.filter { $0.data.trains }.map(\.name))
  func everyTrainedFigureDrawsFromTinyRuns(name: String) throws {
    let figure = try #require(Figure.named(name))
    let result = try figure.make(tinyContext(figure))
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
    let first = try figure.make(tinyContext(figure)).claims
    #expect(try figure.make(tinyContext(figure)).claims == first)
  }
}
