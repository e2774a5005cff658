import LossLab
import LossPlot

/// Of `curve` and `boundary`: options that leave the picture as it is.
struct AnalyticEffects {
  private let typed: TypedOptions
  private let options: RunOptions

  init(_ call: Call) {
    typed = call.typed
    options = call.options
  }

  /// - Throws: `UsageError`, `LabError`.
  func check() throws {
    let series = try LossSeries(options.loss.given, names: options.analytic.losses)
    _ = try series.heads()
    _ = try OutputPlan(DeliveryOptions(options), name: "picture")
    try typed.checkDots(options.output.formats, options)
    try typed.refuse(
      "angle", where: options.analytic.plane != .circle,
      "the \(options.analytic.plane.rawValue) plane shows all angles",
      adding: ["--plane", TwoClassChart.Plane.circle.rawValue])
    let hasNorms = try series.heads().contains { $0.head.magnitude.usesWeightNorm }
    try typed.refuse(
      "norms", where: !hasNorms,
      "\(series.members.map(\.entry.name).listed) gives all weights one length",
      adding: ["--loss", "softmax"])
  }

  /// What belongs to a loss and is not seen in its curve, or in where two classes meet.
  func warn(_ console: Console) throws {
    if options.analytic.losses == nil, !options.loss.given.isEmpty {
      let usual = LossSeries.usual(for: options.loss.given).listed
      try console.say("no --loss is given: drawn for \(usual)")
    }
    let formats = options.output.formats
    for note in typed.formatNotes(options.output) + typed.scaleNotes(formats, options) {
      try console.warn(note)
    }
    let idle = ["s", "gamma", "keep", "lambda", "alpha"]
    for name in idle {
      guard let given = typed[name] else { continue }
      try console.warn("\(given.label) changes the training, not this picture")
    }
    if let given = typed["gradient"], !options.analytic.showsSlope {
      try console.warn("\(given.label) changes the slope, not this picture")
    }
  }
}
