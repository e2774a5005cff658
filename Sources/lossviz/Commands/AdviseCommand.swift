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
    values: AdviseValues.init,
    recipe: \.drawing.recipe
  ) { values, console in
    let (picture, output) = (values.drawing.wanted.picture, values.drawing.wanted.output)
    var report = AdviceReport(
      classes: values.classes, dimensions: values.dimensions, loss: values.loss,
      stream: console.output)
    report.language = picture.language
    let drawsPicture =
      !output.files.isEmpty || output.format?.still != nil || output.snippet != nil || output.shows
    guard drawsPicture else {
      if output.isJSON {
        try console.output.writeBytes(report.document(outputs: []).document())
      } else {
        for line in report.lines { try console.print(line) }
      }
      return
    }
    if !output.isJSON { for line in report.lines { try console.say(line) } }
    let chart = MarginChart(
      classes: report.classes, dimensions: report.dimensions, entry: values.loss,
      style: picture.style)
    try values.drawing.write(console, report: { [report] in report.document(outputs: $0) }) {
      chart.scene(theme: $0)
    }
  }
}

/// What a call of `advise` asks for.
private struct AdviseValues {
  let classes: Int
  let dimensions: Int
  /// `nil` for all with a bound.
  let loss: LossEntry?
  let drawing: AnalyticDrawing

  /// - Throws: `UsageError` where nobody says how many classes.
  init(_ call: Call) throws(UsageError) {
    let advice = call.values.advice
    guard let classes = advice.classes else {
      throw .conflict(
        "how many classes is not said",
        hint: "give --classes 10572, and --dim 512 if it is another one")
    }
    (self.classes, dimensions, loss) = (classes, advice.dimensions, advice.loss)
    drawing = AnalyticDrawing(call)
  }
}
