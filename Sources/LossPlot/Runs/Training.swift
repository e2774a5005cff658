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
      entry, settings, options, request: request.decided(for: data), files: facts.files)
  }

  /// As it is called in messages.
  public var title: String { "\(entry.name) on \(data.title), seed \(options.seed)" }
}

extension DataRequest {
  /// With what was left open as it came out: how many classes, how many samples of made-up people.
  public func decided(for data: Dataset) -> DataRequest {
    var request = self
    if case .all = options.classes { request.options.classes = .first(data.classCount) }
    if isMadeUp, options.samplesPerClass == nil {
      request.options.samplesPerClass = DataSource.identitySamples
    }
    if data.isStandardized { request.options.standardize = .yes }
    return request
  }

  /// Whether the samples are those of made-up identities.
  public var isMadeUp: Bool { data.lowercased() == DataSource.identities.name }
}

extension Recipe {
  /// Of a training, by the names of the options.
  ///
  /// A property of `TrainingOptions` or `DatasetOptions` that is missing here would make different
  /// trainings one; a test changes each of them.
  fileprivate init(
    _ entry: LossEntry, _ settings: LossSettings, _ options: TrainingOptions, request: DataRequest,
    files: [DataFacts.File]
  ) {
    var entries: [Entry] = []
    func add(_ name: String, _ value: Value?) {
      if let value { entries.append(Entry(name, value)) }
    }
    add("loss", .word(entry.name))
    for option in entry.options { add(option.name, settings[option.name].map { Value($0) }) }
    if entry.isAnnealed { add("anneal", Value(options.annealing)) }
    add("m-warmup", .number(Double(options.marginWarmup)))
    add("data", .word(request.recipeName))
    add("labels", request.labels.map { .word(baseName(of: $0)) })
    add("test", request.test.map { .word(baseName(of: $0)) })
    add("test-labels", request.testLabels.map { .word(baseName(of: $0)) })
    add("size", request.size.map { .word($0.typed) })
    add("classes", Value(request.options.classes))
    add("samples", request.options.samplesPerClass.map { .number(Double($0)) })
    // Silent where nothing is done that need be said, so that old recipes stay what they were.
    if request.options.standardize != .automatic {
      add("standardize", .word(request.options.standardize.rawValue))
    }
    add("noise", .number(request.options.noise.share))
    add("noise-kind", .word(request.options.noise.kind.rawValue))
    add("network", .word(options.network.typed))
    add("bias", .flag(options.usesBias))
    add("dim", .number(Double(options.dimensions)))
    add("steps", .number(Double(options.steps)))
    add("batch", .number(Double(options.batch)))
    add("rate", .number(options.learningRate))
    add("optimizer", .word(options.optimizer.rawValue))
    add("momentum", .number(options.momentum))
    add("weight-decay", .number(options.weightDecay))
    add("clip", Value(clip: options.clip))
    add("warmup", .number(Double(options.warmup)))
    if options.start != .even { add("start", .word(options.start.rawValue)) }
    add("seed", .number(Double(options.seed)))
    // No option of the command: only figures ask for snapshots.
    if options.snapshotInterval > 0 { add("snapshots", .number(Double(options.snapshotInterval))) }
    self.init(entries: entries, files: files)
  }
}

extension Recipe.Value {
  /// A hyper-parameter.
  public init(_ value: LossOption.Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .word(let word): self = .word(word)
    }
  }

  /// `nil` for all classes.
  public init?(_ classes: ClassSelection) {
    switch classes {
    case .all: return nil
    case .first(let count): self = .number(Double(count))
    case .named(let names): self = .list(names.map { .word($0) })
    }
  }

  public init(_ annealing: Annealing) {
    self = .list(
      [annealing.base, annealing.rate, annealing.power, annealing.floor].map { .number($0) })
  }

  /// - Parameter clip: largest norm of a gradient; `nil` for none.
  public init(clip: Double?) {
    self = clip.map { .number($0) } ?? .word("none")
  }
}

extension DataRequest {
  /// The data as a recipe names them: no folder in it, since a picture goes round the world.
  public var recipeName: String { DataSource.named(data)?.name ?? baseName(of: data) }
}

extension Dataset.ImageSize {
  /// As it is typed: `62x47`.
  public var typed: String { "\(rows)x\(columns)" }
}

extension NetworkShape {
  /// As it is typed: `mlp:128,64`, `lenet`.
  public var typed: String {
    switch self {
    case .mlp(let widths): "mlp:" + widths.map { "\($0)" }.joined(separator: ",")
    case .lenet: "lenet"
    case .lenet5: "lenet5"
    }
  }
}
