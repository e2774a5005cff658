import LossLab
import LossPlot
import Testing

@testable import LossPictures
@testable import LossScene

/// Histograms of angles end where their axis says.
struct HistogramTests {
  private func panel(_ run: Run) throws -> (RunScene, Scene) {
    var style = FigureStyle()
    style.views = [.histogram, .curve]
    let drawn = RunScene(run, style: style, film: nil)
    return (drawn, try #require(drawn.scene.groups("angle-histogram").first).scene)
  }

  @Test func theAxisGoesToTheEndOrSaysWhatLiesBeyond() throws {
    let (usual, plain) = try panel(FormulaRun(loss: "softmax", tested: 200).run)
    #expect(!usual.hasBeyond)
    #expect(!plain.texts.contains { $0.content.text.hasPrefix(">") })
    var run = try FormulaRun(loss: "softmax", tested: 200).run
    for row in 0..<3 {
      // On the far side of its class.
      for k in 0..<2 { run.test.features[row, k] *= -1 }
    }
    let (far, marked) = try panel(run)
    #expect(far.hasBeyond)
    #expect(far.angleLimit.truncatingRemainder(dividingBy: 5) == 0)
    let words = "> \(Int(far.angleLimit))°"
    let tick = try #require(marked.texts.first { $0.content.text == words })
    #expect(
      marked.texts.filter { $0.content.text.hasSuffix("°") }.map(\.position.x).max()
        == tick.position.x)
  }

  @Test(arguments: ["softmax", "center"])
  func withoutAMarginTheCurveSaysWhoseTheCosineIs(loss: String) throws {
    let run = try FormulaRun(loss: loss, tested: 30).run
    var style = FigureStyle()
    style.views = [.curve]
    let words = runScene(run, style: style).texts.map { $0.content.text }
    let title = try LossEntry.named(loss).title
    #expect(words.contains("cos θ, target of \(title); norms free"))
    style.views = [.curve]
    let arc = try runScene(FormulaRun(loss: "arcface", tested: 30).run, style: style)
    #expect(!arc.texts.contains { $0.content.text.contains("norms free") })
    #expect(arc.texts.contains { $0.content.text.contains("ArcFace ψ(θ)") })
  }
}
