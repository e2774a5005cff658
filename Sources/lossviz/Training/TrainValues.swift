import LossPlot

/// What a call that trains once asks for.
struct TrainValues: Sendable {
  let training: TrainingValues
  let wanted: DeliveryOptions
  /// A run that is drawn without training.
  let savedRun: String?
  let threads: Int
  /// Whether what a loss cannot reach is an error.
  let isStrict: Bool
  let printsConfig: Bool
  let given: GivenOptions

  init(_ call: Call) {
    training = TrainingValues(call)
    wanted = DeliveryOptions(call.values)
    savedRun = call.values.fromRun
    threads = call.threads
    isStrict = call.values.isStrict
    printsConfig = call.values.messages.printsConfig
    given = call.given
  }

  var effects: TrainingEffects {
    TrainingEffects(
      given: given, values: training, output: wanted.output, losses: [training.loss.entry],
      isSaved: savedRun != nil)
  }
}
