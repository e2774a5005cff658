import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

private func comparison() -> Comparison {
  var far = smallRun()
  far.test.features.elements = far.test.features.elements.map { 10 * $0 }
  return Comparison(
    title: "CosFace under different m", equal: ["s = 16"], notes: ["one failed"],
    cells: [
      .init(title: "m = 0.1", numbers: "intra-class 3°", content: .run(smallRun())),
      .init(title: "m = 0.2", numbers: "intra-class 2°", content: .run(far)),
      .init(title: "m = 0.3", content: .failed("did not stay finite at step 3")),
    ])
}

struct ComparisonSceneTests {
  private func words(_ scene: Scene) -> [String] { scene.texts.map(\.content.text) }

  @Test func everySettingHasItsTitleAndNumbers() {
    let words = words(comparisonScene(comparison(), style: FigureStyle()))
    for text in ["m = 0.1", "intra-class 3°", "m = 0.2", "m = 0.3", "s = 16", "one failed"] {
      #expect(words.filter { $0 == text }.count == 1, "\(text)")
    }
  }

  @Test func aFailedSettingSaysWhyInItsPanel() {
    let words = words(comparisonScene(comparison(), style: FigureStyle()))
    #expect(words.joined(separator: " ").contains("did not stay finite at step 3"))
  }

  @Test func thePlaneIsOneForAllSettings() {
    var style = FigureStyle()
    style.views = [.features]
    let alone = sharedFeatureLimit([smallRun()], style: style) ?? 0
    let both =
      sharedFeatureLimit(
        comparison().cells.compactMap(\.run), style: style) ?? 0
    #expect(both > 5 * alone)
    // The numbers of the x axis are the same below each of the two planes that have some.
    let scene = comparisonScene(comparison(), style: style)
    let numbers = scene.texts.filter { $0.baseline == .top && $0.anchor == .middle }
    let left = numbers.filter { $0.position.x < scene.width / 3 }.map(\.content.text)
    let next = numbers.filter {
      $0.position.x > scene.width / 3 && $0.position.x < 2 * scene.width / 3
    }.map(\.content.text)
    #expect(!left.isEmpty)
    #expect(left == next)
  }

  @Test func noTextLeavesThePage() {
    for cells in [1, 3] {
      var comparison = comparison()
      comparison.cells = Array(comparison.cells.prefix(cells))
      let scene = comparisonScene(comparison, style: FigureStyle())
      for text in scene.texts where !text.content.isEmpty {
        #expect(text.position.y > 0 && text.position.y < scene.height, "\(text.content.text)")
        #expect(text.position.x >= 0 && text.position.x < scene.width, "\(text.content.text)")
      }
    }
  }
}

struct TrendSceneTests {
  private func trend(_ seeds: [[Double]]) -> Trend {
    Trend(
      title: "Trend", axis: "m", ticks: [Tick(0, "0"), Tick(1, "1")], isQuantity: true,
      panels: [
        .init(
          title: "Gap", unit: "°",
          series: [seeds.enumerated().map { .init(x: Double($0.offset), seeds: $0.element) }])
      ], marks: [.init(x: 0.5, words: "bound 0.5")])
  }

  @Test func theSpreadIsKeyedOnlyWhereThereIsOne() {
    let spread = trendScene(trend([[1, 2], [3, 5]]), theme: .light)
    let plain = trendScene(trend([[1], [3]]), theme: .light)
    func says(_ scene: Scene) -> Bool {
      scene.texts.contains { $0.content.text.contains("standard deviation") }
    }
    #expect(says(spread))
    #expect(!says(plain))
  }

  @Test(arguments: [[[0.0], [0]], [[]], [[5, 5], [5, 5]], [[-1e300], [1e300]], [[0], []]])
  func oddValuesAreDrawnAllTheSame(seeds: [[Double]]) throws {
    let scene = trendScene(trend(seeds), theme: .dark)
    #expect(try render(scene, as: .png(pixelsPerPoint: 0.5)).bytes.count > 100)
  }

  @Test func theDeviationIsOverOneLessThanTheirNumber() {
    #expect(standardDeviation([1, 3]) == 2.0.squareRoot())
    #expect(standardDeviation([7]) == 0)
    #expect(standardDeviation([]) == 0)
  }
}
