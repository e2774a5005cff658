import LossLab
import LossPlot
import Testing

@testable import LossScene

/// The words in the panels of a trend: at the ends of their lines, each once, on nothing.
struct TrendLabelTests {
  private func trend(names: [RichText], lines: Int, words: RichText = "margin band") -> Trend {
    let xs = [0.1, 0.2, 0.3]
    return Trend(
      title: "Trend", axis: "m", ticks: xs.map { Tick($0, RichText(plain: "\($0)")) },
      isQuantity: true, names: names,
      panels: (0..<6).map { index in
        .init(
          title: "Gap", unit: "°",
          series: (0..<lines).map { line in
            xs.map { .init(x: $0, seeds: [20 + Double(line) * 3 + Double(index) * 40 * $0]) }
          },
          references: (0..<2).map { slope in
            .init(words, xs.map { Point($0, 10 + 60 * $0 * Double(slope + 1)) })
          })
      }, marks: [.init(x: 0.25, words: "bound 0.25")])
  }

  private func boxes(_ scene: Scene) -> [(text: String, box: Rectangle)] {
    scene.texts.filter { !$0.content.isEmpty && $0.rotation == 0 }.map { text in
      let width = text.content.width(size: text.size, by: .pango)
      let x =
        switch text.anchor {
        case .start: text.position.x
        case .middle: text.position.x - width / 2
        case .end: text.position.x - width
        }
      let height = 0.9 * text.size
      let top =
        switch text.baseline {
        case .middle: text.position.y - height / 2
        case .top: text.position.y
        default: text.position.y - height * 0.8
        }
      return (text.content.text, Rectangle(x: x, y: top, width: width, height: height))
    }
  }

  /// Areas of more than two lines would lie over one another.
  @Test(arguments: [1, 2, 3, 5]) func theSpreadOfManyLinesIsBars(lines: Int) {
    var trend = trend(names: (0..<lines).map { "s = \($0)" }, lines: lines)
    for panel in trend.panels.indices {
      for line in 0..<lines {
        for value in trend.panels[panel].series[line].indices {
          let middle = trend.panels[panel].series[line][value].seeds[0]
          trend.panels[panel].series[line][value].seeds = [middle - 1, middle, middle + 2]
        }
      }
    }
    let scene = trendScene(trend, theme: .light)
    #expect(scene.groups("spread").count == (lines > 2 ? 0 : 6 * lines))
    #expect(scene.groups("error bars").count == (lines > 2 ? 6 * lines : 0))
    #expect(scene.texts.contains { $0.content.text.hasPrefix("bars: ") } == (lines > 2))
    // On no words.
    let words = boxes(scene).filter { $0.text.hasPrefix("margin band") }
    for place in scene.dots.flatMap(\.centers) where lines > 2 {
      #expect(!words.contains { $0.box.contains(place) })
    }
    // Beside one another.
    for series in scene.groups("metric").map({ $0.scene.groups("error bars") }) {
      let places = series.compactMap { $0.scene.dots.first?.centers.first?.x }
      #expect(Set(places).count == series.count)
    }
  }

  @Test(arguments: [240.0, 400, 516, 900, 1800])
  func wordsAreOnNoOtherWordsAndOnThePage(width: Double) {
    for names: [RichText] in [
      ["s = 8", "s = 16", "s = 32"], ["CosFace, s = 8", "CosFace, s = 16", "ArcFace, s = 16"],
    ] {
      let scene = trendScene(
        trend(names: names, lines: 3), theme: .light, fit: PageFit(width: width))
      let boxes = boxes(scene)
      for (index, one) in boxes.enumerated() {
        #expect(one.box.x >= -0.5 && one.box.maxX <= scene.width + 0.5, "\(one.text)")
        for other in boxes[(index + 1)...] {
          #expect(!one.box.overlaps(other.box), "\(one.text) on \(other.text) at \(width)")
        }
      }
    }
  }

  @Test func namesStandAtTheEndsOfTheirLinesAndInNoKey() {
    let scene = trendScene(trend(names: ["s = 8", "s = 16"], lines: 2), theme: .light)
    #expect(scene.texts.filter { $0.content.text == "s = 8" }.count == 6)
    let long = trendScene(
      trend(names: ["a loss with a name of some length", "another one of such"], lines: 2),
      theme: .light)
    #expect(long.texts.filter { $0.content.text.contains("some length") }.count == 1)
  }

  /// Where headings are left out, the axes say what they measure.
  @Test func withoutHeadingsTheAxesSayWhatTheyMeasure() {
    var theme = Theme.light
    theme.omitted = PagePart.allCases
    let bare = trendScene(trend(names: [], lines: 1), theme: theme)
    let said = bare.texts.filter { $0.content.text == "Gap" }
    #expect(said.count == 6 && said.allSatisfy { $0.rotation != 0 })
    // Nothing lies on the numbers, which end 7 left of their frames.
    for title in said {
      let numbers = bare.texts.filter {
        $0.anchor == .end && $0.rotation == 0 && $0.position.x > title.position.x
          && $0.position.x < title.position.x + 60
          && abs($0.position.y - title.position.y) < 90
      }
      #expect(!numbers.isEmpty)
      for number in numbers {
        let start = number.position.x - number.content.width(size: number.size, by: .pango)
        #expect(start > title.position.x + 0.4 * title.size)
      }
    }
    let usual = trendScene(trend(names: [], lines: 1), theme: .light)
    #expect(usual.texts.filter { $0.content.text == "Gap" }.allSatisfy { $0.rotation == 0 })
  }

  @Test func theoryIsSaidOnceInAPanelHoweverManyLinesItHas() {
    let scene = trendScene(trend(names: [], lines: 1), theme: .light)
    let said = scene.texts.filter { $0.content.text.contains("margin band") }
    #expect(said.count == 6)
  }

  @Test func wordsOfTheoryTouchNoLine() throws {
    let frame = Rectangle(x: 0, y: 0, width: 240, height: 160)
    let panel = Panel(in: frame, x: 0...1, y: 0...1, theme: .light)
    let line = [Point(0, 0.1), Point(1, 0.9)]
    let others = [[Point(0, 0.8), Point(1, 0.75)], [Point(0, 0.3), Point(1, 0.95)]]
    let box = try #require(
      panel.lineLabel("margin band", along: line, avoiding: others, taken: []))
    #expect(box.x >= 0 && box.maxX <= 240 && box.y >= 0 && box.maxY <= 160)
    for line in others + [line] {
      for step in 0...500 {
        let place = panel.point(line[0] + (line[1] - line[0]) * (Double(step) / 500))
        #expect(!box.contains(place))
      }
    }
    // Where lines are everywhere there is no room.
    let crowd = (0...40).map { [Point(0, Double($0) / 40), Point(1, Double($0) / 40)] }
    #expect(panel.lineLabel("margin band", along: line, avoiding: crowd, taken: []) == nil)
  }

  @Test func manyValuesHaveRoundNumbersBelow() {
    var many = trend(names: [], lines: 1)
    many.ticks = (0..<60).map { Tick(0.007 * Double($0), RichText(plain: "\($0)")) }
    let scene = trendScene(many, theme: .light)
    let below = scene.texts.filter { $0.baseline == .top }.map(\.content.text)
    #expect(below.contains("0.20"))
    #expect(!below.contains("59"))
  }
}
