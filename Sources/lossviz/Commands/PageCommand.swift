import LossPlot

extension Command {
  static let page = Command(
    name: "page", summary: "one HTML file in which the same core trains, offline, with controls",
    usage: "page [OPTIONS] -o FILE.html",
    examples: [
      "lossviz page -o page.html": "open it in a browser; it asks for nothing",
      "lossviz page --loss arcface --m 0.8 -o arc.html": "beginning with these options",
    ],
    options: pageOptions,
    values: PageValues.init
  ) { values, console in
    if values.printsConfig {
      let recipe = try TrainingPlan(values.training).recipe
      try console.output.write(recipe.json(indented: true))
      return
    }
    let path = values.path
    let page = try PageFile(values)
    try writeWhole(page.bytes(console), to: path)
    switch (path, values.isEmbedded) {
    case ("-", _): break
    case (_, true):
      try console.print(
        "<iframe src=\"\(path.inURL)\" title=\"\(page.description.inHTML)\" loading=\"lazy\""
          + " style=\"width:100%;height:48rem;border:0\"></iframe>")
    case (_, false): try console.print(path)
    }
  }

  /// Those of a training whose effect a page can show.
  private static let pageOptions: [Option] = {
    let picture = Option.pictureOptions.without("scale", "points", "adaptive", "font")
    let snippet = Option.word(
      Option.snippet.name, \.output.snippet, of: ["html"], in: .output,
      help: "html: on stdout instead of the file's name, ready to embed the page",
      isInRecipe: false, value: { $0 == "html" ? .html : nil }, word: \.rawValue)
    let files = [Option.labels.name, "test", "test-labels", "size", "standardize"]
    return Option.lossOptions + Option.dataOptions.filter { !files.contains($0.name) }
      + Option.trainingOptions.without("threads", "start") + picture
      + [
        Option.output.explained("the HTML file; - for stdout", default: "output/page.html"),
        snippet,
      ] + Option.settingsOptions
  }()
}
