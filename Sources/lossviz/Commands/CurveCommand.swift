import LossPlot

extension Command {
  static let curve = Command(
    name: "curve", summary: "draw target logits of losses against the angle, without training",
    usage: "curve [OPTIONS]",
    examples: [
      "lossviz curve --loss arcface,cosface --m 0.5,0.35": "two losses side by side",
      "lossviz curve --loss arcface --variant strict,monotone,easy":
        "a ring marks where one rises again",
    ],
    options: Option.curveOptions,
    values: CurveValues.init,
    check: { try $0.analytic.check() },
    recipe: \.analytic.drawing.recipe
  ) { values, console in
    let analytic = values.analytic
    let chart = TargetLogitChart(
      heads: analytic.heads, range: values.range, showsSlope: analytic.showsSlope,
      style: analytic.drawing.wanted.picture.style)
    try analytic.warn(console)
    for turn in chart.turns { try console.say(turn) }
    try analytic.drawing.write(console) { chart.scene(theme: $0) }
  }
}

/// What a call of `curve` asks for.
private struct CurveValues {
  /// Degrees.
  let range: ClosedRange<Double>
  let analytic: AnalyticValues

  /// - Throws: `UsageError`, `LabError`.
  init(_ call: Call) throws {
    let (from, to) = (call.values.analytic.from, call.values.analytic.to)
    guard from < to else {
      throw UsageError.conflict(
        "--from \(TypedText.text(from)) is not below --to \(TypedText.text(to))",
        hint: "--from 0 --to 180 shows all")
    }
    range = from...to
    analytic = try AnalyticValues(call)
  }
}
