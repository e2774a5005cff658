import LossLab
import LossPlot

extension Command {
  static let advise = Command(
    name: "advise",
    summary: "which m and s suit so many classes and dimensions: bounds, and what papers took",
    usage: "advise --classes N [OPTIONS]",
    examples: [
      "lossviz advise --classes 10572 --dim 512": "a table for all losses",
      "lossviz advise --classes 10572 --loss arcface -o advice.svg": "m against classes, drawn",
    ],
    options: Option.adviseOptions,
    check: { call in _ = try classes(call.options) },
    recipe: { call in
      _ = try classes(call.options)
      return drawing(call.options).recipe
    }
  ) { call, console in
    let options = call.options
    var report = AdviceReport(
      classes: try classes(options), dimensions: options.advice.dimensions,
      loss: options.advice.loss, stream: console.output)
    report.language = options.picture.language
    let output = options.output
    let drawsPicture =
      !output.files.isEmpty || output.format != nil || output.snippet != nil || output.shows
    guard drawsPicture else {
      if output.isJSON {
        try console.output.writeBytes(report.document(outputs: []).document())
      } else {
        for line in report.lines { try console.print(line) }
      }
      return
    }
    if !output.isJSON { for line in report.lines { try console.say(line) } }
    var chart = MarginChart(
      classes: report.classes, dimensions: report.dimensions, entry: options.advice.loss,
      title: options.picture.title)
    chart.language = options.picture.language
    chart.palette = options.picture.palette
    chart.fit = options.picture.fit
    try drawing(options).write(console, report: { [report] in report.document(outputs: $0) }) {
      chart.scene(theme: $0)
    }
  }

  private static func drawing(_ options: RunOptions) -> AnalyticDrawing {
    AnalyticDrawing(name: "advise", table: Option.adviseOptions, options: options)
  }

  /// - Throws: `UsageError` where nobody says how many classes.
  private static func classes(_ options: RunOptions) throws(UsageError) -> Int {
    guard let classes = options.advice.classes else {
      throw .conflict(
        "how many classes is not said",
        hint: "give --classes 10572, and --dim 512 if it is another one")
    }
    return classes
  }
}
