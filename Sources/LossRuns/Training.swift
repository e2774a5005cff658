import LossLab

/// A training with everything decided: the data are there, every `auto` and default is a number.
public struct Training: Sendable {
  public let entry: LossEntry
  public let settings: LossSettings
  public let options: TrainingOptions
  public let data: Dataset
  /// By what external data are known again.
  public let facts: DataFacts
  /// All on which the outcome depends: trainings of the same recipe come to the same run.
  public let recipe: Recipe
  /// What a film wants to see on the way; the run is the same without.
  public var moments: Moments?

  public struct Moments: Sendable {
    /// Steps done, ascending.
    public var steps: [Int]
    /// Training samples whose features are wanted.
    public var trainRows: [Int]

    public init(steps: [Int], trainRows: [Int]) {
      self.steps = steps
      self.trainRows = trainRows
    }
  }

  /// - Parameters:
  ///   - settings: with every `auto` resolved.
  ///   - request: what `data` came from.
  public init(
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
  public var title: String { "\(entry.name) on \(data.title), seed \(options.seed)" }
}

extension DataRequest {
  /// With what was left open as it came out: how many classes, how many samples of made-up people.
  public func decided(for data: Dataset) -> DataRequest {
    var request = self
    request.options = options.decided(
      for: data, usualSamples: isMadeUp ? DataSource.identitySamples : nil)
    return request
  }

  /// Whether the samples are those of made-up identities.
  public var isMadeUp: Bool { data.lowercased() == DataSource.identities.name }
}

extension DataRequest {
  /// The data as a recipe names them: no folder in it, since a picture goes round the world.
  public var recipeName: String { DataSource.named(data)?.name ?? baseName(of: data) }
}

extension Dataset.ImageSize {
  /// As it is typed: `62x47`.
  public var typed: String { "\(rows)x\(columns)" }
}
