import LossLab
import LossPlot

/// The last part of `curve` and `boundary`: a scene, drawn and written.
struct AnalyticDrawing {
  let name: String
  /// All options of the command.
  let table: [Option]
  let options: RunOptions

  func write(_ console: Console, scene: (Theme) -> Scene) throws {
    let delivery = try Delivery(OutputPlan(options, name: name), options, console)
    let drawn = try delivery.draw(recipe, scene: scene)
    try delivery.write(drawn)
    try delivery.show(scene: scene)
    try delivery.finish(shown: [drawn])
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
