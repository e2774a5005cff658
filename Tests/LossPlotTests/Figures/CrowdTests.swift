import LossLab
import LossPlot
import TestSupport
import Testing

@testable import LossPictures
@testable import LossScene

/// Ten classes and more: what is drawn must not bury what is shown.
struct CrowdTests {
  private func scene(_ run: Run) -> RunScene {
    RunScene(run, style: FigureStyle(), film: nil)
  }

  /// Ten classes of which number 8 lies near the origin, as of digits.
  private var short: Run {
    get throws {
      var run = try FormulaRun(loss: "arcface", classes: 10).run
      for row in 0..<run.test.features.rows where run.test.labels[row] == 8 {
        for k in 0..<2 { run.test.features[row, k] *= 0.08 }
      }
      return run
    }
  }

  @Test func theShortClassesOfTenAreAsTheyWereLookedAt() throws {
    try expectGolden(runScene(short, style: FigureStyle()).condensedSummary, "picture-ten")
  }

  @Test func aShortClassIsShownLargerWhereNoSampleIs() throws {
    let drawn = try scene(short)
    let frame = drawn.featureFrame
    let limit = drawn.featureLimit(in: frame)
    let panel = Panel(equalIn: frame, x: -limit...limit, y: -limit...limit, theme: drawn.theme)
    let inset = try #require(drawn.inset(in: panel))
    #expect(inset.scale >= 2)
    #expect(inset.reach <= 0.11 * limit)
    #expect(!drawn.shown.contains { inset.frame.contains(panel.point($0)) })
    let names = Scene(
      width: 1, height: 1, background: nil, items: drawn.names(panel, beside: inset.frame))
    for name in names.texts {
      #expect(!inset.frame.contains(name.position), "\(name.content.text)")
    }
    #expect(names.texts.count == 10)
    let group = try #require(drawn.scene.groups("inset").first)
    #expect(group.scene.texts.map(\.content.text).contains { $0.hasPrefix("origin ×") })
  }

  /// Whichever class is short, and however small the panel: its name is not on the inset.
  @Test(arguments: [244.0, 266, 400], 0..<10)
  func noNameStandsOnTheInset(side: Double, class index: Int) throws {
    var run = try FormulaRun(loss: "arcface", classes: 10).run
    for row in 0..<run.test.features.rows where run.test.labels[row] == index {
      for k in 0..<2 { run.test.features[row, k] *= 0.15 }
    }
    let frame = Rectangle(x: 0, y: 0, width: side, height: side)
    var style = FigureStyle()
    // The corners are free.
    style.featureLimit = 1.6 * scene(run).featureLimit(in: frame)
    let drawn = RunScene(run, style: style, film: nil)
    let panel = drawn.plane(frame)
    let inset = try #require(drawn.inset(in: panel))
    let names = Scene(
      width: 1, height: 1, background: nil, items: drawn.names(panel, beside: inset.frame))
    for name in names.texts {
      let half = name.content.width(size: name.size, by: drawn.theme.measure) / 2
      let box = Rectangle(
        x: name.position.x - half, y: name.position.y - 6, width: 2 * half, height: 12)
      #expect(!inset.frame.overlaps(box), "\(name.content.text)")
    }
  }

  /// Where panels have the same axes, small ones are there to show what is short.
  @Test func smallPanelsOfTheSameAxesHaveNone() throws {
    var style = FigureStyle()
    style.sharesAxes = true
    style.featureLimit =
      1.6 * (try scene(short).featureLimit(in: Rectangle(x: 0, y: 0, width: 400, height: 400)))
    let drawn = RunScene(try short, style: style, film: nil)
    func inset(_ side: Double) -> Inset? {
      drawn.inset(in: drawn.plane(Rectangle(x: 0, y: 0, width: side, height: side)))
    }
    #expect(inset(400) != nil)
    #expect(inset(220) == nil)
  }

  /// It stands still, and shows the same part of the plane, whatever the axes show.
  @Test func aFilmHasTheInsetOfItsStill() throws {
    let still = try scene(short)
    let side = Rectangle(x: 0, y: 0, width: 300, height: 300)
    let frame = FilmFrame(
      still: FilmStill(still, plane: side), classVectors: still.classVectors, glide: 0)
    let inset = try #require(still.inset(in: still.plane(side)))
    var style = FigureStyle()
    style.featureLimit = 1.5 * still.featureLimit(in: side)
    let moment = try RunScene(short, style: style, film: frame)
    let shown = try #require(moment.inset(in: moment.plane(side)))
    #expect(shown.frame == inset.frame && shown.reach == inset.reach)
    #expect(abs(shown.scale - 1.5 * inset.scale) < 1e-9)
    #expect(moment.scene.groups("inset").count == 1)
  }

  @Test func noInsetWhereAllClassesAreLong() throws {
    let usual = try FormulaRun(loss: "arcface", classes: 10).run
    #expect(scene(usual).scene.groups("inset").isEmpty)
    let drawn = try scene(short)
    let small = Rectangle(x: 0, y: 0, width: 150, height: 150)
    let limit = drawn.featureLimit(in: small)
    let panel = Panel(equalIn: small, x: -limit...limit, y: -limit...limit, theme: drawn.theme)
    #expect(drawn.inset(in: panel) == nil)
  }

  @Test func arrowsOfTenClassesLieBelowTheSamples() throws {
    func names(_ classes: Int) throws -> [String] {
      let scene = try scene(FormulaRun(classes: classes).run).scene
      return ["regions", "boundaries"].filter { name in
        scene.groups(name).contains { !$0.scene.groups("arrow").isEmpty }
      }
    }
    #expect(try names(6) == ["boundaries"])
    // The circle has no samples: its lines and arrows are one layer.
    let ten = try scene(FormulaRun(classes: 10).run).scene
    let plane = try #require(ten.groups("feature-space").first).scene
    #expect(plane.groups("regions").first.map { $0.scene.groups("arrow").count } == 10)
    #expect(plane.groups("boundaries").first.map { $0.scene.groups("arrow").count } == 0)
  }

  @Test(arguments: [[0.1, 0.15, 2, 4, 6.2], [0, 1e-12, .pi], [5]])
  func linesBeginWhereTheyAreApart(directions: [Double]) {
    let fan = LineFan(directions)
    for direction in directions {
      let start = Point(angle: direction, radius: fan.start(of: direction))
      for other in directions where abs(signedTurn(other - direction)) > 1e-9 {
        let there = Point(angle: other, radius: start.length)
        #expect((there - start).length >= 3.49 || start.length == 0)
      }
    }
    #expect(LineFan([5]).start(of: 5) == 0)
  }

  @Test func aHeapOfWrongSamplesHasNoRings() throws {
    var run = try FormulaRun(loss: "softmax", classes: 10, tested: 20).run
    for row in 0..<12 {
      run.test.features[row, 0] = 5 + 0.001 * Double(row)
      run.test.features[row, 1] = 5
      run.test.predicted[row] = 9
    }
    run.test.features[20, 0] = -3
    run.test.predicted[20] = 9
    let drawn = scene(run)
    let limit = drawn.featureLimit(in: RunScene.usualFrame)
    let panel = Panel(
      equalIn: RunScene.usualFrame, x: -limit...limit, y: -limit...limit, theme: drawn.theme)
    let ringed = drawn.ringedRows(panel)
    #expect(!ringed[0..<12].contains(true))
    #expect(ringed[20])
    #expect(drawn.unseen.rings)
    #expect(drawn.scene.texts.contains { $0.content.text == "misclassified, where apart" })
    let apart = try scene(FormulaRun(loss: "softmax", classes: 10).run)
    #expect(!apart.unseen.rings)
  }

  @Test(arguments: [20, 60])
  func manyClassesHaveGapsInThePlaceOfRoses(classes: Int) throws {
    let run = try FormulaRun(loss: "arcface", classes: classes, tested: 5, trained: 2).run
    let drawn = scene(run)
    let scene = drawn.scene
    #expect(scene.groups("angular-space").isEmpty)
    let panel = try #require(scene.groups("gap-histogram").first).scene
    #expect(panel.texts.contains { $0.content.text == "median \(degreesText(run.metrics.gap))" })
    let plane = try #require(scene.groups("feature-space").first).scene
    #expect(plane.groups("arrow").isEmpty)
    // Numbers of the axes alone.
    #expect(plane.groups("names").allSatisfy { $0.items.isEmpty })
    #expect(!scene.dots.contains { $0.fill == nil })
    #expect(scene.texts.contains { $0.content.text.hasPrefix("test accuracy") })
    #expect(drawn.caption.facts.first?.hasPrefix("test accuracy") == true)
  }

  /// Above 100 classes neither color nor shape says whose a dot is.
  @Test(arguments: [100, 101, 400])
  func manyMoreClassesAreADensityWithoutColors(classes: Int) throws {
    let run = try FormulaRun(loss: "softmax", classes: classes, tested: 3, trained: 2).run
    let drawn = scene(run)
    let plane = try #require(drawn.scene.groups("samples").first)
    guard classes > 100 else {
      #expect(plane.scene.dots.count > 100 && !drawn.showsDensity)
      return
    }
    #expect(plane.scene.dots.isEmpty)
    guard case .raster(let raster) = plane.items[0] else {
      Issue.record("no density")
      return
    }
    let ink = drawn.theme.ink
    var shown = 0
    for start in stride(from: 0, to: raster.pixels.count, by: 4) where raster.pixels[start + 3] > 0
    {
      #expect(Array(raster.pixels[start..<start + 3]) == [ink.red, ink.green, ink.blue])
      shown += 1
    }
    #expect(shown > 20)
    let texts = drawn.scene.texts.map(\.content.text)
    #expect(texts.contains { $0.contains("stronger where there are more") })
    #expect(!texts.contains { $0.hasPrefix("at the edge") })
    // As small as a picture may be that is pasted into a page.
    #expect(try render(drawn.scene, as: .svg).bytes.count < 400_000)
    #expect(try render(drawn.scene, as: .pdf).bytes.count < 400_000)
  }

  /// What is counted stands above what is said of it.
  @Test func ofManyClassesTheAccuracyComesFirst() throws {
    let run = try FormulaRun(loss: "arcface", classes: 40, tested: 5, trained: 2).run
    let drawn = scene(run)
    let texts = drawn.scene.texts
    let sentence = try #require(
      texts.first { $0.content.text.prefix(20) == drawn.caption.sentence.prefix(20) })
    let fact = try #require(texts.first { $0.content.text.hasPrefix("test accuracy") })
    #expect(fact.position.y < sentence.position.y)
  }

  /// One pair of classes that overlaps by far most does not squeeze the others.
  @Test func theAxisOfGapsEndsWhereNearlyAllDo() throws {
    var run = try FormulaRun(loss: "arcface", classes: 120, tested: 10, trained: 2).run
    let whole = scene(run).gapRange
    for row in 0..<run.test.features.rows where run.test.labels[row] == 7 && row % 2 == 0 {
      for k in 0..<2 { run.test.features[row, k] *= -1 }
    }
    let drawn = scene(run)
    let gaps = ClassDirections(run.test, classes: 120).gaps(run.test).map { $0 * 180 / .pi }
    let least = try #require(gaps.min())
    #expect(least < 5 * min(-1, whole.lowerBound))
    #expect(drawn.gapRange.lowerBound > least)
    let panel = try #require(drawn.scene.groups("gap-histogram").first).scene
    let beyond = try #require(panel.texts.first { $0.content.text.contains("% beyond") })
    // Above the bars, not on the low ones at the end.
    #expect(beyond.position.y < drawn.featureFrame.y + 0.2 * drawn.featureFrame.height)
  }

  @Test(arguments: [(-30.0, 40.0), (-250, -3), (2, 9), (0, 0)])
  func gapsHaveABarThatBeginsAtNothing(least: Double, most: Double) {
    let range = RunScene.gapRange(min(0, least), max(0, most))
    #expect(range.lowerBound <= least && range.upperBound >= most)
    let bars = -range.lowerBound / (range.upperBound - range.lowerBound) * 40
    #expect(abs(bars - bars.rounded()) < 1e-6)
  }
}
