import LossLab
import Testing

@testable import LossPictures
@testable import LossPlot
@testable import LossScene

/// Names as people have them stay in their panel and off the samples.
struct ClassNameTests {
  private static let people = [
    "Alejandro_Toledo_Manrique", "Gloria_Macapagal_Arroyo", "Luiz_Inacio_Lula_da_Silva",
    "阿里巴巴与四十大盗的故事", "Jean-Claude Van Damme Jr.", "محمد علي كلاي الملاكم",
  ]

  private func scene(_ names: [String], width: Double? = nil) throws -> RunScene {
    var style = FigureStyle()
    style.classNames = names
    style.fit.width = width
    return RunScene(try FormulaRun().run, style: style, film: nil)
  }

  @Test(arguments: [nil, 240.0, 516])
  func longNamesStayInTheirPanelAndInFullInTheKey(width: Double?) throws {
    let drawn = try scene(Self.people, width: width)
    let placed = drawn.placed
    let scale = drawn.style.fit.scale(natural: Page.wide.width)
    let texts = drawn.scene.texts
    for (index, name) in Self.people.enumerated() {
      let short = [drawn.planeNames.short[index], drawn.roseNames.short[index]]
      for (panel, shown) in zip(placed.frames, short) {
        let text = try #require(
          texts.first { $0.content.text == shown && $0.anchor == .middle }, "\(shown)")
        let half = text.content.width(size: text.size, by: .pango) / 2
        #expect(text.position.x - half >= scale * panel.x - 12.5)
        #expect(text.position.x + half <= scale * panel.maxX + 12.5)
      }
      #expect(texts.contains { $0.content.text == name && $0.anchor == .start }, "\(name)")
    }
  }

  @Test func longNamesDoNotStretchTheAxes() throws {
    let frame = Rectangle(x: 0, y: 0, width: 392, height: 392)
    let short = try scene((0..<6).map { "\($0)" }).featureLimit(in: frame)
    #expect(try scene(Self.people).featureLimit(in: frame) <= short)
  }

  @Test func namesThatBeginAlikeAreNumbered() throws {
    let names = (0..<6).map { "The same long beginning of every name, number \($0)" }
    let shown = try scene(names).planeNames
    #expect(Set(shown.short).count == 6)
    #expect(shown.cut == Array(0..<6))
  }

  @Test func shortNamesAreAsTheyAre() throws {
    let drawn = try scene(["0", "1", "2", "3", "4", "五"])
    #expect(drawn.planeNames.cut.isEmpty && drawn.nameKey.isEmpty)
  }

  @Test func manyClassesHaveNeitherArrowsNorRings() throws {
    let run = try FormulaRun(loss: "softmax", classes: 40, tested: 3, trained: 2).run
    let drawn = RunScene(run, style: FigureStyle(), film: nil)
    #expect(!drawn.hasArrows && !drawn.isUncrowded)
    let key = drawn.caption.key([.features], classes: drawn.classes).map { $0.words.text }
    #expect(!key.contains("class weight") && !key.contains("misclassified"))
  }

  @Test func samplesFarOutAreMarkedAtTheEdge() throws {
    var run = try FormulaRun(tested: 40).run
    run.test.features[0, 0] = 400
    let drawn = RunScene(run, style: FigureStyle(), film: nil)
    #expect(drawn.hasStrays)
    #expect(drawn.featureReach < 100)
    #expect(drawn.scene.texts.contains { $0.content.text.contains("samples beyond it") })
    #expect(try !RunScene(FormulaRun().run, style: FigureStyle(), film: nil).hasStrays)
  }
}
