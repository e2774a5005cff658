import LossPlot

/// Network and training as they are asked for.
struct TrainingRequest: Sendable {
  /// What follows from nothing else.
  var options = TrainingOptions()
  /// What follows from loss and data where nobody says it.
  var given = GivenTraining()

  /// Everything, for a loss on these data.
  func decided(_ entry: LossEntry, on data: Dataset) -> TrainingOptions {
    var options = options
    options.decide(given, entry: entry, data: data)
    return options
  }
}
