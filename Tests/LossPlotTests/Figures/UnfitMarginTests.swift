import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// What pictures say of a margin that is larger than what lies between neighbouring classes.
struct UnfitMarginTests {
  private func run(_ m: Double, loss: String = "cosface") throws -> Run {
    try FormulaRun(loss: loss, change: { $0["m"] = .number(m) }).run
  }

  @Test(arguments: [("cosface", 0.6), ("arcface", 1.2), ("li-arcface", 1.2)])
  func aMarginThatFitsNowhereTakesTheWholeCircle(loss: String, m: Double) throws {
    let run = try run(m, loss: loss)
    let drawn = RunScene(run, style: FigureStyle())
    #expect(run.unfitPairs == 6 && run.bandWidth == nil)
    #expect(drawn.bands.count == 6)
    #expect(abs(drawn.bands.map(\.width).reduce(0, +) - 2 * .pi) < 1e-6)
    #expect(drawn.caption.facts.contains("margin fits 0 of 6 pairs"))
    #expect(drawn.caption.shareInBand == 1)
    #expect(drawn.caption.description.contains("no direction there satisfies it"))
    let key = drawn.caption.key([.features], classes: drawn.classes).map(\.words.text)
    #expect(key.contains { $0.contains("does not fit") })
    #expect(!key.contains { $0.contains("two margined rules") })
  }

  /// 1 − cos 60°: every wedge is all band, and its rules end at the weights.
  @Test func aMarginOnItsBoundFits() throws {
    let run = try run(0.5)
    #expect(run.unfitPairs == 0)
    let widths = run.bands.compactMap { $0?.width }
    #expect(widths.count == 6 && widths.allSatisfy { abs($0 - .pi / 3) < 1e-6 })
    let usual = try self.run(0.3)
    #expect(usual.unfitPairs == 0 && usual.bands.allSatisfy { $0?.fits == true })
    let plain = try FormulaRun(loss: "softmax").run
    #expect(plain.unfitPairs == 0 && plain.bands.allSatisfy { $0 == nil })
  }

  /// Two classes as near as 20° have no room for what the others have room for.
  @Test func onlyThePairsWithoutRoomAreSaidToHaveNone() throws {
    var run = try run(0.3)
    let weights = [0.0, 20, 120, 180, 240, 300].map { Point(angle: $0 * .pi / 180) }
    run.parameters.weights = Matrix(
      rows: 6, columns: 2, elements: weights.flatMap { [$0.x, $0.y] })
    run.boundaries = run.classifier.angularBoundaries()
    #expect(run.bands.map { $0?.fits } == [false, true, true, true, true, true])
    let wide = try #require(run.bands[0])
    #expect(wide.start == 0 && abs(wide.width - 20 * .pi / 180) < 1e-9)
    let caption = RunCaption(run, style: FigureStyle())
    #expect(caption.facts.contains("margin fits 5 of 6 pairs"))
    #expect(caption.hasRules)
    // One sign for bands, however they end.
    let key = caption.key([.features], classes: FigureStyle().styles(classes: 6))
    #expect(key.count { if case .area = $0.sign { true } else { false } } == 1)
    #expect(key.contains { $0.words.text == "from weight to weight where the margin does not fit" })
    // The band is not the one of most neighbours alone.
    #expect(caption.description.contains("Where it fits the margin band is"))
  }

  @Test func aTrendHasAMarkInThePlaceOfANumber() {
    var missing = Trend.Value(x: 0.6, seeds: [])
    missing.isUnfit = true
    let trend = Trend(
      title: "Trend", axis: "m", ticks: [0.4, 0.5, 0.6].map { Tick($0, RichText(plain: "\($0)")) },
      isQuantity: true,
      panels: [
        .init(
          title: "Margin band", unit: "°",
          series: [[.init(x: 0.4, seeds: [40]), .init(x: 0.5, seeds: [50]), missing]])
      ])
    let scene = trendScene(trend, theme: .light)
    let dots = scene.groups("series").flatMap { $0.scene.dots }
    #expect(dots.filter { $0.shape == .cross }.flatMap(\.centers).count == 1)
    #expect(dots.filter { $0.shape == .circle }.flatMap(\.centers).count == 2)
    #expect(scene.description.contains("does not fit at 0.6"))
    #expect(scene.texts.contains { $0.content.text.contains("does not fit") })
  }

  @Test func twoWeightsTooNearAreAllMargin() throws {
    let head = try #require(LossEntry.cosface.head { $0["m"] = .number(0.6) })
    #expect(TwoClasses(head, angle: .pi / 3).isUnfit)
    #expect(!TwoClasses(head, angle: .pi / 2).isUnfit)
  }

  /// A band from weight to weight reaches round as far as its wedge, however wide that is.
  @Test func aWideBandEndsInAnArc() {
    let reach = [1.0, 10].map { radius in
      (Point(angle: 0, radius: radius), Point(angle: 2.8, radius: radius))
    }
    let band = MarginBand(first: reach.map(\.0), second: reach.map(\.1), fits: false)
    for angle in stride(from: 0.2, to: 2.8, by: 0.2) {
      let near = band.polygon.filter { abs($0.angle - angle) < 0.1 }.map(\.length)
      #expect(abs((near.max() ?? 0) - 10) < 1e-9 && abs((near.min() ?? 0) - 1) < 1e-9)
    }
  }
}
