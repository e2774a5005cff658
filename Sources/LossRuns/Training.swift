/// A training with everything decided: the data are there, every `auto` and default is a number.
package struct Training: Sendable {
  package let entry: LossEntry
  package let settings: LossSettings
  package let options: TrainingOptions
  package let data: Dataset
  /// By what external data are known again.
  package let facts: DataFacts
  /// All on which the outcome depends: trainings of the same recipe come to the same run.
  package let recipe: Recipe
  /// What a film wants to see on the way; the run is the same without.
  package var moments: Moments?

  package struct Moments: Sendable {
    /// Steps done, ascending.
    package var steps: [Int]
    /// Training samples whose features are wanted.
    package var trainRows: [Int]

    package init(steps: [Int], trainRows: [Int]) {
      self.steps = steps
      self.trainRows = trainRows
    }
  }

  /// - Parameters:
  ///   - settings: with every `auto` resolved.
  ///   - request: what `data` came from.
  package init(
    _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, request: DataRequest,
    data: Dataset, facts: DataFacts
  ) {
    self.entry = entry
    self.settings = settings
    self.options = options
    self.data = data
    self.facts = facts
    recipe = Recipe(
      entry, settings, options, data: request.recipeName,
      labels: request.labels.map { baseName(of: $0) },
      test: request.test.map { baseName(of: $0) },
      testLabels: request.testLabels.map { baseName(of: $0) }, size: request.size?.typed,
      of: request.decided(for: data).options,
      files: facts.files)
  }

  /// As it is called in messages.
  package var title: String { "\(entry.name) on \(data.title), seed \(options.seed)" }
}

extension DataRequest {
  /// With what was left open as it came out: how many classes, how many samples of made-up people.
  package func decided(for data: Dataset) -> DataRequest {
    var request = self
    request.options = options.decided(
      for: data, usualSamples: isMadeUp ? DataSource.identitySamples : nil)
    return request
  }

  /// Whether the samples are those of made-up identities.
  package var isMadeUp: Bool { data.lowercased() == DataSource.identities.name }

  /// The data as a recipe names them: no folder in it, since a picture goes round the world.
  package var recipeName: String { DataSource.named(data)?.name ?? baseName(of: data) }
}

extension Dataset.ImageSize {
  /// As it is typed: `62x47`.
  package var typed: String { "\(rows)x\(columns)" }
}
