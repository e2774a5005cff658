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
    check: { call in
      let options = call.options
      guard options.analytic.from < options.analytic.to else {
        throw UsageError.conflict(
          "--from \(TypedText.text(options.analytic.from)) is not below --to"
            + " \(TypedText.text(options.analytic.to))", hint: "--from 0 --to 180 shows all")
      }
      try AnalyticEffects(call).check()
    },
    recipe: { try drawing($0).checkedRecipe() }
  ) { call, console in
    let options = call.options
    let drawing = drawing(call)
    var chart = TargetLogitChart(
      heads: try drawing.heads().map { .init(head: $0.head, label: $0.label) },
      range: options.analytic.from...options.analytic.to, showsSlope: options.analytic.showsSlope,
      title: options.picture.title)
    chart.palette = options.picture.palette
    chart.fit = options.picture.fit
    chart.language = options.picture.language
    try AnalyticEffects(call).warn(console)
    for turn in chart.turns { try console.say(turn) }
    try drawing.write(console) { [chart] in chart.scene(theme: $0) }
  }

  private static func drawing(_ call: Call) -> AnalyticDrawing {
    AnalyticDrawing(name: "curve", table: Option.curveOptions, options: call.options)
  }
}
