import LossPlot
import Testing

@testable import LossScene

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

  @Test(arguments: [
    ("W_{12} x_i", "W₁₂ xᵢ"),
    ("e^{-s}", "e⁻ˢ"),
    ("s (cos θ_y − m)", "s (cos θ_y − m)"),
    ("W_{y_i}^2", "W_{y_i}²"),
    ("x_{ab}", "x_{ab}"),
  ])
  func aTerminalGetsTheScriptsThatUnicodeHas(formula: String, shown: String) {
    #expect(RichText(formula: formula).terminalText == shown)
  }

  @Test(arguments: [
    ("target $s (cos θ_y − m)$", "target $s (\\cos \\theta _{y} - m)$"),
    ("50 % of a_b", "50 \\% of a\\_b"),
    ("$e^{-s}$ and $W_{y_i}$", "$e^{-s}$ and $W_{y_{i}}$"),
    ("**bold** $loss_m$", "\\textbf{bold} $\\mathrm{loss}_{m}$"),
    ("$‖W‖ ≤ 2·π$", "$\\|W\\| \\le 2\\cdot \\pi $"),
  ])
  func latexHasDollarsAndCommands(markup: String, latex: String) {
    #expect(RichText(markup: markup).latex == latex)
  }

  @Test(arguments: ["$", "_", "$_", "$^{", "$x_{", "\\", "*", "***", "$}{", "$x^}$"])
  func brokenMarkupIsReadToItsEnd(markup: String) {
    let text = RichText(markup: markup + "end")
    #expect(text.text.hasSuffix("end"))
  }
}
