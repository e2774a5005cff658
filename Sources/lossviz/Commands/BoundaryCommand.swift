import LossLab
import LossPlot

extension Command {
  static let boundary = Command(
    name: "boundary",
    summary: "draw boundaries and margins of losses between two classes, without training",
    usage: "boundary [OPTIONS]",
    examples: [
      Example(
        line: "lossviz boundary --loss softmax,lsoftmax --norms 1.2,0.9",
        does: "weights of unlike length"),
      Example(
        line: "lossviz boundary --loss sphereface,cosface,arcface --plane angle",
        does: "both angles as axes"),
    ],
    options: Option.boundaryOptions,
    check: { call in
      try AnalyticEffects(call).check()
    },
    recipe: { call in
      try AnalyticDrawing(
        name: "boundary", table: Option.boundaryOptions, options: call.options
      ).checkedRecipe()
    }
  ) { call, console in
    let options = call.options
    let drawing = AnalyticDrawing(name: "boundary", table: Option.boundaryOptions, options: options)
    let angle = options.analytic.angle * .pi / 180
    // What a threshold would learn between these two, unless it is given.
    let hasThreshold = options.loss.given.contains { $0.option == "b" }
    var chart = TwoClassChart(
      heads: try drawing.heads().map { named in
        .init(
          head: hasThreshold
            ? named.head : named.head.withThreshold(betweenClassesAt: angle), label: named.label)
      },
      plane: options.analytic.plane.plane, angle: angle, norms: options.analytic.norms,
      title: options.picture.title)
    chart.fit = options.picture.fit
    chart.language = options.picture.language
    try AnalyticEffects(call).warn(console)
    for fact in chart.facts { try console.say(fact) }
    try drawing.write(console) { [chart] in chart.scene(theme: $0) }
  }
}

extension PlaneChoice {
  var plane: TwoClassChart.Plane {
    switch self {
    case .circle: .circle
    case .angle: .angle
    case .cosine: .cosine
    }
  }
}
