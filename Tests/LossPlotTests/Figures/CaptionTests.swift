import LossLab
import LossPlot
import Testing

@testable import LossScene

/// What stands under a picture in a paper, made from what it shows.
struct CaptionTests {
  private func heads(_ names: [String]) throws -> [NamedHead] {
    try names.map { name in
      let entry = try LossEntry.named(name)
      let settings = entry.settings(classes: 2)
      let margin = settings.number("m").map { ", m = \(short($0))" } ?? ""
      return NamedHead(
        head: try #require(entry.make(settings).classifier),
        label: RichText(plain: entry.title + margin))
    }
  }

  @Test func curvesAreListedWithWhatTheyAreOf() throws {
    var chart = TargetLogitChart(heads: try heads(["arcface", "softmax"]), style: FigureStyle())
    #expect(
      chart.scene(theme: .light).caption.text
        == "Target logits ψ(θ) against the angle θ to the own class, without the scale:"
        + " ArcFace, m = 0.5; Softmax. Softmax: the target is ‖W‖ ‖x‖ cos θ, with both norms free.")
    chart.style.language = .zh
    let chinese = chart.scene(theme: .light).caption.text
    #expect(chinese.hasPrefix("目标 logit ψ(θ)") && chinese.hasSuffix("。"))
    #expect(!chinese.contains(" (") && !chinese.contains(". "))
    chart = TargetLogitChart(heads: try heads(["arcface"]), showsSlope: true, style: FigureStyle())
    let slope = chart.scene(theme: .light)
    #expect(slope.caption.text.hasPrefix("Slopes dψ/dθ of target logits"))
    #expect(slope.description.hasPrefix("Slopes"))
  }

  @Test func boundariesSayTheirAngleOnce() throws {
    let chart = TwoClassChart(
      heads: try heads(["softmax", "arcface"]), plane: .circle, angle: .pi / 3,
      norms: TwoClasses.Norms(), style: FigureStyle())
    #expect(
      chart.scene(theme: .light).caption.text
        == "Two classes, their boundary and margin, with θ12 = 60.0° between the weights and norms"
        + " ‖W1‖ = 1, ‖W2‖ = 1. Softmax: no margin; ArcFace, m = 0.5: margin 28.6°.")
  }

  @Test func aTitleOfOnesOwnComesFirst() throws {
    var chart = TargetLogitChart(heads: try heads(["arcface"]), style: FigureStyle())
    chart.style.title = "Mine"
    #expect(chart.scene(theme: .light).caption.text.hasPrefix("Mine. Target logits"))
  }

  @Test func pullsSayWhatArrowsAndColorsAre() throws {
    let entry = try LossEntry.named("arcface")
    let chart = PullChart(
      members: [.init(entry: entry, settings: entry.settings(classes: 4), label: "ArcFace")],
      classes: 4, style: FigureStyle())
    let text = chart.scene(theme: .light).caption.text
    #expect(text.contains("arrows") && text.contains(": ArcFace. 4 classes"))
    #expect(text.hasSuffix("."))
  }

  private func trend(_ names: [RichText], isQuantity: Bool = true) -> Trend {
    Trend(
      title: "ArcFace under different m", equal: ["s = 16", "seed 1"], axis: "m",
      ticks: [Tick(0, "0"), Tick(0.4, "0.4")], isQuantity: isQuantity, names: names,
      panels: [
        .init(
          title: "Test accuracy", unit: " %",
          series: [[96.8, 97.7], [95, 95]].prefix(max(1, names.count)).map { values in
            zip([0, 0.4], values).map { .init(x: $0, seeds: [$1]) }
          })
      ])
  }

  @Test func trendsSayWhatTheyMeasured() {
    func caption(_ trend: Trend, _ language: PageLanguage = .en) -> String {
      trendScene(trend, theme: .light, language: language).caption.text
    }
    #expect(
      caption(trend([])) == "ArcFace under different m (s = 16, seed 1). "
        + "From m = 0 to 0.4: test accuracy 96.8 % to 97.7 %.")
    #expect(
      caption(trend(["s = 8", "s = 16"])).hasSuffix(
        "From m = 0 to 0.4: test accuracy: s = 8 96.8 % to 97.7 %, s = 16 95.0 %."))
    #expect(
      caption(trend([], isQuantity: false)).hasSuffix("Test accuracy: 0 96.8 %, 0.4 97.7 %."))
    #expect(
      caption(trend([]), .zh)
        == "ArcFace under different m（s = 16，seed 1）。m 从 0 到 0.4：test accuracy 96.8 % 到 97.7 %。")
  }

  @Test func sentencesOfCellsHaveOneStopEach() throws {
    let run = try FormulaRun().run
    var cells = ["One sentence.", "Another one."].enumerated().map { index, lesson in
      Comparison.Cell(title: "m = 0.\(index)", numbers: "gap 41.2°", content: .run(run))
    }
    for index in cells.indices { cells[index].lesson = "A sentence." }
    var comparison = Comparison(title: "Losses", cells: cells)
    comparison.blocks = [.init("CosFace", count: 1), .init("ArcFace", count: 1)]
    let text = comparisonScene(comparison, style: FigureStyle()).description
    #expect(!text.contains(".."))
    #expect(text.contains("CosFace, m = 0.0: A sentence. ArcFace, m = 0.1: A sentence."))
  }
}
