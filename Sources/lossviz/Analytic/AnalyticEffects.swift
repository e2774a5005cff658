import LossLab
import LossPlot

/// Of `curve` and `boundary`: options that leave the picture as it is.
struct AnalyticEffects: Sendable {
  let series: LossSeries
  let plane: TwoClassChart.Plane
  let showsSlope: Bool
  private let given: GivenOptions
  private let wanted: DeliveryOptions

  /// - Throws: `UsageError` for losses without a class layer.
  init(
    _ call: Call, series: LossSeries, plane: TwoClassChart.Plane = .circle, showsSlope: Bool = false
  ) throws(UsageError) {
    (self.series, self.plane, self.showsSlope) = (series, plane, showsSlope)
    given = call.given
    wanted = DeliveryOptions(call.values)
    _ = try series.heads()
  }

  /// - Throws: `UsageError`.
  func check() throws(UsageError) {
    _ = try OutputPlan(wanted, name: "picture")
    try given.checkDots(wanted.output.formats, wanted.picture)
    try given.refuse(
      "angle", where: plane != .circle, "the \(plane.rawValue) plane shows all angles",
      adding: ["--plane", TwoClassChart.Plane.circle.rawValue])
    let hasNorms = try series.heads().contains { $0.head.magnitude.usesWeightNorm }
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
    for note in given.notes(on: wanted.output) { try console.warn(note) }
    let idle = ["s", "gamma", "keep", "lambda", "alpha"]
    for given in idle.compactMap({ given[$0] }) {
      try console.warn("\(given.label) changes the training, not this picture")
    }
    if let given = given["gradient"], !showsSlope {
      try console.warn("\(given.label) changes the slope, not this picture")
    }
  }
}
