import LossLab
import LossPlot
import Testing

@testable import LossScene

struct SVGTests {
  private func svg(_ scene: Scene = .sample, _ metadata: PictureMetadata? = nil) throws -> String {
    String(decoding: try render(scene, as: .svg, metadata: metadata).bytes, as: UTF8.self)
  }

  @Test func textStaysTextAndCirclesCircles() throws {
    let text = try svg()
    #expect(text.contains("<circle cx=\"10\" cy=\"10\" r=\"5\"/>"))
    #expect(text.contains("<tspan font-style=\"italic\">θ</tspan>"))
    #expect(text.contains(" &amp; &lt;类&gt;</tspan></text>"))
  }

  @Test func groupsAreNamedAndTitled() throws {
    #expect(try svg().contains("<g class=\"class-0\" clip-path=\"url(#lv"))
    #expect(try svg().contains("<title>class “0”</title>"))
  }

  @Test func subscriptsComeBackToTheBaseline() throws {
    let scene = Scene(
      width: 10, height: 10,
      items: [.text(Scene.Text("$W_{y_i}^{2}$ end", at: .zero, size: 11, color: .black))])
    let steps = try svg(scene).split(separator: "dy=\"").dropFirst().compactMap { part in
      part.split(separator: "\"").first.flatMap { Double($0) }
    }
    #expect(steps.count == 4)
    #expect(abs(steps.reduce(0, +)) < 1e-9)
  }

  @Test func anotherSceneHasOtherIds() throws {
    func ids(_ text: String) -> Set<Substring> {
      Set(text.split(separator: "id=\"").dropFirst().compactMap { $0.split(separator: "\"").first })
    }
    var dark = Scene.sample
    dark.background = .black
    let light = ids(try svg())
    #expect(light.count == 4)
    #expect(light.isDisjoint(with: ids(try svg(dark))))
  }

  @Test func numbersHaveAtMostTwoDecimals() throws {
    let scene = Scene(
      width: 10, height: 10,
      items: [
        .path(Path(polyline: [Point(1 / 3.0, 2), Point(2 / 3.0, 2.005)]), fill: nil, stroke: nil)
      ]
    )
    #expect(try svg(scene).contains("d=\"M0.33 2l0.34 0.01\""))
  }

  @Test func roundingDoesNotAddUpAlongAPath() throws {
    let steps = (0...1000).map { Point(Double($0) * 0.0149, Double($0 % 2)) }
    let data = SVGPathData(Path(polyline: steps)).text
    let moves = data.dropFirst("M0 0l".count).split(separator: "l")
    let end = moves.reduce(0.0) { sum, move in
      sum + (Double(move.prefix { $0 == "." || $0.isNumber }) ?? .nan)
    }
    #expect(abs(end - 14.9) < 1e-6)
  }

  @Test func anArcOfAFullTurnIsDrawn() {
    let data = SVGPathData(Path([.arc(center: .zero, radius: 1, start: 0, end: 2 * .pi)])).text
    #expect(data.filter { $0 == "a" }.count == 3)
  }

  @Test func whatXMLForbidsIsReplaced() throws {
    let scene = Scene(
      width: 10, height: 10, title: "a\u{1}b\u{0}c",
      items: [.text(Scene.Text("\("x\u{1}\u{B}y")", at: .zero, size: 10, color: .black))])
    let text = try svg(scene)
    #expect(text.contains(">a\u{FFFD}b\u{FFFD}c</title>"))
    #expect(text.contains(">x\u{FFFD}\u{FFFD}y</text>"))
  }

  @Test func aDarkTwinIsFollowedByTheReadersScheme() throws {
    var dark = Scene.sample
    dark.background = .black
    let bytes = try render(.sample, dark: dark, as: .svg).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("@media(prefers-color-scheme:dark){.lv"))
    #expect(text.contains("fill:#000000}}"))
    dark.items.removeLast()
    #expect(throws: RenderError.self) { try render(.sample, dark: dark, as: .svg) }
  }

  @Test func coloredPartsOfATextFollowTheSchemeToo() throws {
    func scene(_ color: Color) -> Scene {
      let text = RichText("a") + RichText("b").colored(color)
      return Scene(
        width: 10, height: 10,
        items: [.text(Scene.Text(text, at: .zero, size: 10, color: .black))])
    }
    let bytes = try render(scene(Color(hex: 0xFF0000)), dark: scene(.white), as: .svg).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<tspan class=\"lv"))
    #expect(text.contains("fill=\"#ff0000\">b</tspan>"))
    #expect(text.contains("{fill:#ffffff}"))
  }

  @Test func base64MatchesTheExamplesOfItsStandard() {
    // RFC 4648, section 10.
    let examples = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg=="]
    for (plain, encoded) in examples {
      #expect(String(decoding: base64(Array(plain.utf8)), as: UTF8.self) == encoded)
    }
  }
}
