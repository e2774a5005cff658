import LossLab
import LossPlot

/// The last part of `curve` and `boundary`: a scene, drawn and written.
struct AnalyticDrawing {
  let name: String
  /// All options of the command.
  let table: [Option]
  let options: RunOptions

  func write(_ console: Console, scene: (Theme) -> Scene) throws {
    let outputs = try OutputPlan(options, name: name)
    try outputs.checkWritable()
    let screen = try console.screen(options)
    let pictures = try outputs.pictures.map { output in
      try DrawnPicture(output, options: options, recipe: recipe, scene: scene)
    }
    try console.warn(of: pictures)
    for picture in pictures { try picture.write() }
    try screen?.show(options.picture.theme, scene: scene)
    if let snippet = options.output.snippet {
      try snippet.print([pictures], console)
    } else {
      for path in outputs.paths where path != "-" { try console.print(path) }
    }
  }

  var recipe: Recipe { Recipe(command: name, options: table, of: options) }

  /// The recipe, once it is known that it can be drawn.
  ///
  /// - Throws: `UsageError` for losses that do not go with their options, which only making them
  ///   finds.
  func checkedRecipe() throws -> Recipe {
    _ = try heads()
    return recipe
  }

  func heads() throws -> [(head: MarginSoftmax, label: RichText)] {
    try LossSeries(options.loss.given, names: options.analytic.losses).heads()
  }
}
