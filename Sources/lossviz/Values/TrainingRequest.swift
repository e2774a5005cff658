import LossPlot

/// Network and training as they are asked for.
struct TrainingRequest: Sendable {
  var network = TrainingOptions().network
  var usesBias = TrainingOptions().usesBias
  var dimensions = TrainingOptions().dimensions
  var momentum = TrainingOptions().momentum
  var clip = TrainingOptions().clip
  /// What follows from loss and data where nobody says it.
  var given = GivenTraining()

  /// Everything, for a loss on these data.
  func decided(_ entry: LossEntry, on data: Dataset) -> TrainingOptions {
    var options = TrainingOptions()
    options.network = network
    options.usesBias = usesBias
    options.dimensions = dimensions
    options.momentum = momentum
    options.clip = clip
    options.decide(given, entry: entry, data: data)
    return options
  }
}
