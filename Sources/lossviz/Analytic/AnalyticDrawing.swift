import LossPlot

/// The last part of `curve`, `boundary` and others without a training: a scene, drawn and written.
struct AnalyticDrawing: Sendable {
  let name: String
  let wanted: DeliveryOptions
  let recipe: Recipe

  init(_ call: Call) {
    name = call.command
    wanted = DeliveryOptions(call.values)
    recipe = Recipe(command: call.command, call.recorded)
  }

  func write(
    _ console: Console,
    report: ([String]) -> JSONValue = { .list($0.map { .text($0) }) },
    scene: (Theme) -> Scene
  ) throws {
    let delivery = try Delivery(OutputPlan(wanted, name: name), wanted, console)
    let drawn = try delivery.draw(recipe, scene: scene)
    try delivery.write(drawn)
    try delivery.show(scene: scene)
    try delivery.finish(shown: [drawn], report: report)
  }
}
