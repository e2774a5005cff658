/// One training that a figure needs: loss, hyper-parameters, data, seed.
package struct RunRequest: Sendable {
  package var entry: LossEntry
  package var data: DataRequest
  /// Its numbers of steps are decided by those below.
  package var options = TrainingOptions()
  /// For images of at least 16 × 16, in the place of that of the options.
  package var imageNetwork: NetworkShape?
  /// `nil` for as many as the data ask for.
  package var steps: Int?
  /// Steps over which the margin rises; `nil` for what the loss asks for.
  package var marginWarmup: Int?
  /// Changes the defaults that the loss has for the number of classes.
  package var change: @Sendable (inout LossSettings) -> Void

  /// - Parameters:
  ///   - seed: of data, initial weights and batches.
  ///   - change: of the loss's defaults for the number of classes.
  package init(
    _ entry: LossEntry, data: DataRequest, seed: UInt64,
    change: @escaping @Sendable (inout LossSettings) -> Void = { _ in }
  ) {
    self.entry = entry
    self.data = data
    self.data.options.seed = seed
    options.seed = seed
    self.change = change
  }

  /// With the steps of a training that nobody says more of: the same as those of the command.
  private func options(on data: Dataset) -> TrainingOptions {
    var decided = options
    if let imageNetwork, let size = data.imageSize, min(size.rows, size.columns) >= 16 {
      decided.network = imageNetwork
    }
    var given = GivenTraining()
    given.steps = steps
    given.marginWarmup = marginWarmup
    // A convolution sees each batch more than once, so to say: it takes smaller ones.
    var usual = entry.usual(of: decided.network)
    usual.batch =
      switch decided.network {
      case .mlp: options.batch
      case .lenet, .lenet5: min(options.batch, usual.batch)
      }
    given.usual = usual
    decided.decide(given, entry: entry, data: data)
    return decided
  }

  /// With its data, read or taken from the shelf.
  ///
  /// - Throws: as `DataRequest.load`.
  package func training(_ shelf: inout DataShelf) throws -> Training {
    let (dataset, facts) = try shelf.load(data)
    return training(on: dataset, facts: facts)
  }

  /// With other data than its own.
  package func training(on dataset: Dataset, facts: DataFacts = DataFacts()) -> Training {
    var settings = entry.settings(classes: dataset.classCount)
    change(&settings)
    return Training(
      entry, settings: settings, options: options(on: dataset), request: data,
      data: dataset, facts: facts)
  }
}
