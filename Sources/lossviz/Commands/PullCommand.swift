import LossPlot

extension Command {
  static let pull = Command(
    name: "pull",
    summary: "draw how hard and whereto losses move a feature, over the plane, without training",
    usage: "pull [OPTIONS]",
    examples: [
      "lossviz pull --loss adaface,arcface": "two losses on one scale",
      "lossviz pull --loss arcface --variant monotone,strict --own 1":
        "every point taken as class 1",
    ],
    options: Option.pullOptions,
    values: PullValues.init,
    check: { _ = try OutputPlan($0.drawing.wanted, name: "picture") },
    recipe: \.drawing.recipe
  ) { values, console in
    let chart = PullChart(
      members: values.members, classes: values.classes, own: values.own.map { $0 - 1 },
      style: values.drawing.wanted.picture.style)
    try values.drawing.write(console) { chart.scene(theme: $0) }
  }
}

/// What a call of `pull` asks for.
private struct PullValues {
  let members: [PullChart.Member]
  let classes: Int
  /// The class that every point is taken as, from 1; `nil` for the nearest.
  let own: Int?
  let drawing: AnalyticDrawing

  private static let most = 6

  /// - Throws: `UsageError` for losses without a class layer, too many of them, and a class that is
  ///   not there; `LabError` for losses that so many classes are nothing for.
  init(_ call: Call) throws {
    (classes, own) = (call.values.analytic.classes, call.values.analytic.own)
    if let own, own > classes {
      throw UsageError.conflict(
        "--own \(own) of \(classes) classes",
        hint: "give a number from 1 to \(classes), or more --classes")
    }
    let series = try LossSeries(call.values.swept, standard: Option.usualPulls, classes: classes)
    _ = try series.heads()
    guard series.members.count <= Self.most else {
      throw UsageError.conflict(
        "\(series.members.count) losses are too many for one picture", hint: "at most \(Self.most)")
    }
    for member in series.members { try member.entry.check(classes: classes) }
    members = series.members
    drawing = AnalyticDrawing(call)
  }
}
