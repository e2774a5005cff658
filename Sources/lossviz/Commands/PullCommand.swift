import LossLab
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
    check: { call in
      _ = try members(call.options)
      _ = try OutputPlan(DeliveryOptions(call.options), name: "picture")
    },
    recipe: { call in
      _ = try members(call.options)
      return drawing(call.options).recipe
    }
  ) { call, console in
    let options = call.options
    var chart = PullChart(
      members: try members(options), classes: options.analytic.classes,
      own: options.analytic.own.map { $0 - 1 }, limit: options.picture.limit ?? 10,
      title: options.picture.title)
    chart.language = options.picture.language
    chart.fit = options.picture.fit
    try drawing(options).write(console) { chart.scene(theme: $0) }
  }

  private static let most = 6

  private static func drawing(_ options: RunOptions) -> AnalyticDrawing {
    AnalyticDrawing(name: "pull", table: Option.pullOptions, options: options)
  }

  /// - Throws: `UsageError` for losses without a class layer, too many of them, and a class that is
  ///   not there.
  private static func members(_ options: RunOptions) throws -> [PullChart.Member] {
    let analytic = options.analytic
    if let own = analytic.own, own > analytic.classes {
      throw UsageError.conflict(
        "--own \(own) of \(analytic.classes) classes",
        hint: "give a number from 1 to \(analytic.classes), or more --classes")
    }
    let standard =
      analytic.losses == nil && options.loss.given.isEmpty
      ? GivenText(text: Option.usualPulls.listed, source: .commandLine("--loss")) : analytic.losses
    let series = try LossSeries(options.loss.given, names: standard, classes: analytic.classes)
    _ = try series.heads()
    guard series.members.count <= most else {
      throw UsageError.conflict(
        "\(series.members.count) losses are too many for one picture", hint: "at most \(most)")
    }
    for member in series.members { try member.entry.check(classes: analytic.classes) }
    return series.members.map {
      PullChart.Member(entry: $0.entry, settings: $0.settings, label: $0.label)
    }
  }
}
