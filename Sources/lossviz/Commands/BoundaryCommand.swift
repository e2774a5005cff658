import LossLab
import LossPlot

extension Command {
  static let boundary = Command(
    name: "boundary",
    summary: "draw boundaries and margins of losses between two classes, without training",
    usage: "boundary [OPTIONS]",
    examples: [
      "lossviz boundary --loss softmax,lsoftmax --norms 1.2,0.9": "weights of unlike length",
      "lossviz boundary --loss sphereface,cosface,arcface --plane angle": "both angles as axes",
    ],
    options: Option.boundaryOptions,
    check: { try AnalyticEffects($0).check() },
    recipe: { try drawing($0).checkedRecipe() }
  ) { call, console in
    let options = call.options
    let drawing = drawing(call)
    let angle = options.analytic.angle * .pi / 180
    // What a threshold would learn between these two, unless it is given.
    let hasThreshold = options.loss.given.contains { $0.option == "b" }
    var chart = TwoClassChart(
      heads: try drawing.heads().map { named in
        .init(
          head: hasThreshold
            ? named.head : named.head.withThreshold(betweenClassesAt: angle), label: named.label)
      },
      plane: options.analytic.plane, angle: angle, norms: options.analytic.norms,
      title: options.picture.title)
    chart.fit = options.picture.fit
    chart.language = options.picture.language
    try AnalyticEffects(call).warn(console)
    for fact in chart.facts { try console.say(fact) }
    try drawing.write(console) { [chart] in chart.scene(theme: $0) }
  }

  private static func drawing(_ call: Call) -> AnalyticDrawing {
    AnalyticDrawing(name: "boundary", table: Option.boundaryOptions, options: call.options)
  }
}
