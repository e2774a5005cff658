import LossPlot

/// What calls of `curve` and `boundary` both ask for, and which options leave the picture as it is.
struct AnalyticValues: Sendable {
  let heads: [NamedHead]
  let plane: TwoClassChart.Plane
  let showsSlope: Bool
  let drawing: AnalyticDrawing
  private let series: LossSeries
  private let given: GivenOptions

  /// - Throws: `UsageError`, `LabError` for losses that do not go with their options or have no
  ///   class layer.
  init(_ call: Call) throws {
    series = try LossSeries(call.values.swept)
    heads = try series.heads()
    (plane, showsSlope) = (call.values.analytic.plane, call.values.analytic.showsSlope)
    drawing = AnalyticDrawing(call)
    given = call.given
  }

  func check() throws(UsageError) {
    let wanted = drawing.wanted
    _ = try OutputPlan(wanted, name: "picture")
    try given.checkDots(wanted.output.formats, wanted.picture)
    try given.refuse(
      "angle", where: plane != .circle, "the \(plane.rawValue) plane shows all angles",
      adding: ["--plane", TwoClassChart.Plane.circle.rawValue])
    let hasNorms = heads.contains { $0.head.magnitude.usesWeightNorm }
    try given.refuse(
      "norms", where: !hasNorms,
      "\(series.members.map(\.entry.name).listed) gives all weights one length",
      adding: ["--loss", "softmax"])
  }

  /// What belongs to a loss and is not seen in its curve, or in where two classes meet.
  func warn(_ console: Console) throws {
    if let loss = series.assumed {
      try console.say("no --loss is given: drawn for \(loss)")
    }
    try console.warn(given.notes(on: drawing.wanted.output))
    let idle = ["s", "gamma", "keep", "lambda", "alpha"]
    for given in idle.compactMap({ given[$0] }) {
      try console.warn("\(given.label) changes the training, not this picture")
    }
    if let given = given["gradient"], !showsSlope {
      try console.warn("\(given.label) changes the slope, not this picture")
    }
  }
}
