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
    values: BoundaryValues.init,
    check: { try $0.analytic.check() },
    recipe: \.analytic.drawing.recipe
  ) { values, console in
    let analytic = values.analytic
    let chart = TwoClassChart(
      heads: analytic.heads.map { named in
        .init(
          head: values.hasThreshold
            ? named.head : named.head.withThreshold(betweenClassesAt: values.angle),
          label: named.label)
      }, plane: analytic.plane, angle: values.angle, norms: values.norms,
      style: analytic.drawing.wanted.picture.style)
    try analytic.warn(console)
    for fact in chart.facts { try console.say(fact) }
    try analytic.drawing.write(console) { chart.scene(theme: $0) }
  }
}

/// What a call of `boundary` asks for.
private struct BoundaryValues {
  /// Between the class weights, radians.
  let angle: Double
  let norms: TwoClasses.Norms
  /// Whether a threshold is given; else it is what would be learned between these two.
  let hasThreshold: Bool
  let analytic: AnalyticValues

  /// - Throws: `UsageError`, `LabError`.
  init(_ call: Call) throws {
    angle = call.values.analytic.angle * .pi / 180
    norms = call.values.analytic.norms
    hasThreshold = call.values.swept["b"] != nil
    analytic = try AnalyticValues(call)
  }
}
