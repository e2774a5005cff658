import Testing

@testable import LossPlot

struct RichTextTests {
  @Test(arguments: [
    ("s (cos θ_y − m)", "*s* (cos *θ*_{*y*} − *m*)"),
    ("‖W_{12}‖", "‖*W*_{12}‖"),
    ("e^{-s}", "*e*^{−}^{*s*}"),
    ("W_{y_i}", "*W*_{*y*}_{_{*i*}}"),
    ("cosθ", "cos*θ*"),
    ("a\\_b", "*a*_*b*"),
  ])
  func aFormulaIsSetAsInAPaper(formula: String, looks: String) {
    #expect(RichText(formula: formula).markup == looks)
  }

  @Test func wordsTakeStarsAndFormulas() {
    let text: RichText = "target **logit** $s$ of *m*_1"
    #expect(text.markup == "target **logit** *s* of *m*_1")
    #expect(text.text == "target logit s of m_1")
  }

  @Test func whatIsInterpolatedStandsForItself() {
    let name = "a_{b} $5 **"
    let text: RichText = "$m$ of \(name), \(-0.5)"
    #expect(text.text == "m of a_{b} $5 **, −0.5")
    #expect(text.spans.map(\.isItalic) == [true, false])
  }
}
