import LossLab
import LossPlot

/// The last part of `curve`, `boundary` and others without a training: a scene, drawn and written.
struct AnalyticDrawing {
  let name: String
  /// All options of the command.
  let table: [Option]
  let options: RunOptions

  func write(
    _ console: Console,
    report: ([String]) -> JSONValue = { .list($0.map { .text($0) }) },
    scene: (Theme) -> Scene
  ) throws {
    let wanted = DeliveryOptions(options)
    let delivery = try Delivery(OutputPlan(wanted, name: name), wanted, console)
    let drawn = try delivery.draw(recipe, scene: scene)
    try delivery.write(drawn)
    try delivery.show(scene: scene)
    try delivery.finish(shown: [drawn], report: report)
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
