import LossLab
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
    check: { try $0.effects.check() },
    recipe: \.drawing.recipe
  ) { values, console in
    let picture = values.drawing.wanted.picture
    var chart = TargetLogitChart(
      heads: try values.effects.series.heads().map { .init(head: $0.head, label: $0.label) },
      range: values.range, showsSlope: values.effects.showsSlope, title: picture.title)
    chart.palette = picture.palette
    chart.fit = picture.fit
    chart.language = picture.language
    try values.effects.warn(console)
    for turn in chart.turns { try console.say(turn) }
    try values.drawing.write(console) { [chart] in chart.scene(theme: $0) }
  }
}

/// What a call of `curve` asks for.
private struct CurveValues {
  /// Degrees.
  let range: ClosedRange<Double>
  let effects: AnalyticEffects
  let drawing: AnalyticDrawing

  /// - Throws: `UsageError`, `LabError`.
  init(_ call: Call) throws {
    let analytic = call.values.analytic
    guard analytic.from < analytic.to else {
      throw UsageError.conflict(
        "--from \(TypedText.text(analytic.from)) is not below --to"
          + " \(TypedText.text(analytic.to))", hint: "--from 0 --to 180 shows all")
    }
    range = analytic.from...analytic.to
    effects = try AnalyticEffects(
      call, series: LossSeries(call.values.swept), showsSlope: analytic.showsSlope)
    drawing = AnalyticDrawing(call)
  }
}
