import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// The keys of pictures have what is drawn, and nothing else.
struct KeyTests {
  private func key(
    _ made: FormulaRun, _ views: [RunView], names: [String]? = nil
  ) throws -> [String] {
    var style = FigureStyle()
    style.views = views
    style.classNames = names
    let drawn = RunScene(try made.run, style: style)
    let footer = try #require(drawn.scene.groups("footer").first)
    return footer.scene.texts.map(\.content.text)
  }

  @Test func theSphereSaysWhatItsPointsAndCirclesAre() throws {
    let words = try key(FormulaRun(dimensions: 3), [.features])
    #expect(words.contains("class weight, near half"))
    #expect(words.contains("rule of a class, with its margin, near half"))
    let plain = try key(FormulaRun(loss: "normface", dimensions: 3), [.features])
    #expect(!plain.contains { $0.hasPrefix("rule of a class") })
    let large = try key(
      FormulaRun(change: { $0["m"] = .number(1.9) }, dimensions: 3), [.features])
    #expect(large.contains("no circle around 6 of 6: the margin does not fit"))
  }

  @Test func aMapOfPullsSaysWhatItsArrowsAre() throws {
    let words = try key(FormulaRun(loss: "arcface"), [.pull])
    #expect(words.contains { $0.hasPrefix("whereto a feature is pulled") })
    #expect(words.contains("class weight") && words.contains("decision boundary"))
    let both = try key(FormulaRun(loss: "arcface"), [.features, .pull])
    #expect(both.filter { $0 == "class weight" }.count == 1)
    var style = FigureStyle()
    style.views = [.pull]
    let scene = RunScene(try FormulaRun(loss: "arcface").run, style: style).scene
    #expect(!scene.texts.contains { $0.content.text.contains("$") })
  }

  @Test func panelsWithoutNamesHaveNoKeyOfNames() throws {
    let names = (1...6).map { "a rather long name of a class, number \($0)" }
    #expect(
      try key(FormulaRun(), [.features], names: names).contains { $0.contains("rather long") })
    #expect(
      try !key(FormulaRun(), [.histogram, .curve], names: names).contains {
        $0.contains("rather long")
      })
  }

  @Test func whatStandsInBracketsIsNotBroken() {
    let words = RichText(plain: "margin band (dashed: the two margined rules)")
    let measure = TextMeasure.pango
    let width = 0.8 * words.width(size: 10, by: measure)
    let lines = words.wrapped(width: width, size: 10, by: measure, keepingBrackets: true)
    #expect(lines.map(\.text) == ["margin band", "(dashed: the two margined rules)"])
    // What has no room in a line is broken as ever.
    let narrow = words.wrapped(width: 0.3 * width, size: 10, by: measure, keepingBrackets: true)
    #expect(narrow.count > 2)
  }

  @Test func aCurveThatFallsFarLeavesTheFrameAndSaysHowFarItGoes() throws {
    func chart(_ names: [String]) throws -> TargetLogitChart {
      TargetLogitChart(
        heads: try names.map { name in
          NamedHead(
            head: try #require(LossEntry.named(name).head()),
            label: RichText(plain: try LossEntry.named(name).title))
        })
    }
    let mixed = try chart(["sphereface", "cosface", "arcface"])
    let lowest = try #require(mixed.lowestShown)
    #expect(lowest < -1.35 && lowest > -3)
    #expect(
      mixed.scene(theme: .light).texts.contains {
        $0.content.text == "SphereFace: goes on below, to −7 at 180°"
      })
    #expect(try chart(["cosface", "arcface"]).lowestShown == nil)
    #expect(try chart(["sphereface", "lsoftmax"]).lowestShown == nil)
  }
}
