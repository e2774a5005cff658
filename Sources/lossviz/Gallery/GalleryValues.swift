import LossPlot

/// What a call of `gallery` asks for.
struct GalleryValues: Sendable {
  /// Of every loss.
  let training: TrainingValues
  let kept: KeptTrainings
  let wanted: DeliveryOptions
  let isStrict: Bool
  let printsConfig: Bool
  let given: GivenOptions
  let recorded: Recipe

  init(_ call: Call) {
    given = call.given
    var call = call
    // With more than one panel for each loss nobody sees all of them at once.
    if !given.gives(Option.view.name) { call.values.picture.views = [.features] }
    training = TrainingValues(call)
    kept = KeptTrainings(call)
    wanted = DeliveryOptions(call.values)
    isStrict = call.values.isStrict
    printsConfig = call.values.messages.printsConfig
    recorded = call.recorded
  }
}
