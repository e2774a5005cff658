import LossLab
import LossPlot

extension Command {
  static let curve = Command(
    name: "curve", summary: "draw target logits of losses against the angle, without training",
    usage: "curve [OPTIONS]",
    examples: [
      Example(
        line: "lossviz curve --loss arcface,cosface --m 0.5,0.35", does: "two losses side by side"),
      Example(
        line: "lossviz curve --loss arcface --variant strict,monotone,easy",
        does: "a ring marks where one rises again"),
    ],
    options: Option.curveOptions,
    recipe: { arguments in
      let options = try arguments.options()
      // What is wrong with the losses is found only by making them.
      _ = try LossSeries(options.loss.given, names: options.analytic.losses).heads()
      return AnalyticDrawing(name: "curve", table: Option.curveOptions, options: options).recipe
    }
  ) { arguments, console in
    let options = try arguments.options()
    guard options.analytic.from < options.analytic.to else {
      throw UsageError.conflict("--from must be below --to", hint: "")
    }
    let heads = try LossSeries(options.loss.given, names: options.analytic.losses).heads()
    let chart = TargetLogitChart(
      heads: heads.map { .init(head: $0.head, label: $0.label) },
      range: options.analytic.from...options.analytic.to, showsSlope: options.analytic.showsSlope,
      title: options.picture.title)
    for turn in chart.turns { try console.say(turn) }
    try AnalyticDrawing(name: "curve", table: Option.curveOptions, options: options).write(console)
    { chart.scene(theme: $0) }
  }
}
