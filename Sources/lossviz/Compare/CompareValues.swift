import LossPlot

/// What a call of `compare` asks for.
struct CompareValues: Sendable {
  /// With the first value of each list.
  let training: TrainingValues
  /// The options that are lists and were given, in the order of the table of options.
  let axes: [SweepAxis]
  let compare: CompareOptions
  let kept: KeptTrainings
  /// For what is done at once beside the trainings.
  let threads: Int
  /// Whether what a loss cannot reach is an error.
  let isStrict: Bool
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
    axes = Command.train.options.compactMap { call.values.swept[$0.name] }
    compare = call.values.compare
    kept = KeptTrainings(call)
    threads = call.threads
    isStrict = call.values.isStrict
    wanted = DeliveryOptions(call.values)
    given = call.given
    hasChosenViews = given.gives(Option.view.name)
    printsConfig = call.values.messages.printsConfig
    recorded = call.recorded
    environment = call.arguments.environment
  }

  var picture: PictureOptions { wanted.picture }
}
