import LossLab
import LossPlot

/// What a call of `compare` asks for.
struct CompareValues: Sendable {
  /// With the first value of each list.
  let training: TrainingValues
  /// The options that are lists and were given, in the order of the table of options.
  let axes: [SweepAxis]
  let compare: CompareOptions
  let kept: KeptTrainings
  let wanted: DeliveryOptions
  /// Whether the panels were asked for; else their number follows from that of the settings.
  let hasChosenViews: Bool
  let printsConfig: Bool
  let recorded: Recipe
  let given: GivenOptions
  /// A job array speaks through it.
  let environment: Environment

  init(_ call: Call) {
    training = TrainingValues(call)
    axes = Command.train.options.compactMap { call.options.swept[$0.name] }
    compare = call.options.compare
    kept = KeptTrainings(call)
    wanted = DeliveryOptions(call.options)
    given = call.given
    hasChosenViews = given.gives(Option.view.name)
    printsConfig = call.options.messages.printsConfig
    recorded = call.recorded
    environment = call.arguments.environment
  }

  var picture: PictureOptions { wanted.picture }

  func effects(_ losses: [LossEntry]) -> TrainingEffects {
    TrainingEffects(
      given: given, values: training, output: wanted.output, losses: losses, isCompared: true)
  }
}
