import LossLab

extension DatasetOptions {
  /// With what was left open as it came out: how many classes, how many samples of made-up people.
  ///
  /// - Parameter usualSamples: of a class where nobody says; `nil` for all that there are.
  package func decided(for data: Dataset, usualSamples: Int?) -> DatasetOptions {
    var options = self
    if case .all = classes { options.classes = .first(data.classCount) }
    if samplesPerClass == nil { options.samplesPerClass = usualSamples }
    if data.isStandardized { options.standardize = .yes }
    return options
  }

  /// Whether the data, decided, may be a small set of somebody's own: of those a recipe says also
  /// what was left as it is on others.
  package var mayBeSmall: Bool { standardize != .automatic }
}

extension Recipe {
  /// Of a training, by the names of the options.
  ///
  /// A property of `TrainingOptions` or `DatasetOptions` that is missing here would make different
  /// trainings one; a test changes each of them.
  ///
  /// - Parameters:
  ///   - data: the data as a recipe names them, without a folder.
  ///   - labels: the same of their labels, for data that come without.
  ///   - test, testLabels: of test data with a file of their own.
  ///   - size: to which images are scaled.
  package init(
    _ entry: LossEntry, _ settings: LossSettings, _ options: TrainingOptions, data: String,
    labels: String?, test: String? = nil, testLabels: String? = nil, size: String? = nil,
    of dataset: DatasetOptions, files: [DataFacts.File]
  ) {
    var entries: [Entry] = []
    func add(_ name: String, _ value: Value?) {
      if let value { entries.append(Entry(name, value)) }
    }
    add("loss", .word(entry.name))
    for option in entry.options { add(option.name, settings[option.name].map { Value($0) }) }
    if entry.isAnnealed { add("anneal", Value(options.annealing)) }
    add("m-warmup", .number(Double(options.marginWarmup)))
    let sources = [
      ("data", data), ("labels", labels), ("test", test), ("test-labels", testLabels),
      ("size", size),
    ]
    for (name, word) in sources { add(name, word.map { .word($0) }) }
    add("classes", Value(dataset.classes))
    add("samples", dataset.samplesPerClass.map { .number(Double($0)) })
    // Silent where nothing is done that need be said, so that old recipes stay what they were.
    if dataset.standardize != .automatic { add("standardize", .word(dataset.standardize.rawValue)) }
    add("noise", .number(dataset.noise.share))
    add("noise-kind", .word(dataset.noise.kind.rawValue))
    entries += Self.entries(of: options, mayBeSmall: dataset.mayBeSmall)
    self.init(entries: entries, files: files)
  }

  /// Network and training.
  private static func entries(of options: TrainingOptions, mayBeSmall: Bool) -> [Entry] {
    var entries: [Entry] = []
    func add(_ name: String, _ value: Value?) {
      if let value { entries.append(Entry(name, value)) }
    }
    add("network", .word(options.network.typed))
    add("bias", .flag(options.usesBias))
    let sizes = [("dim", options.dimensions), ("steps", options.steps), ("batch", options.batch)]
    for (name, size) in sizes { add(name, .number(Double(size))) }
    add("rate", .number(options.learningRate))
    add("optimizer", .word(options.optimizer.rawValue))
    add("momentum", .number(options.momentum))
    add("weight-decay", .number(options.weightDecay))
    add("clip", Value(clip: options.clip))
    add("warmup", .number(Double(options.warmup)))
    if options.inputNoise > 0 || mayBeSmall { add("input-noise", .number(options.inputNoise)) }
    if options.start != .even || mayBeSmall { add("start", .word(options.start.rawValue)) }
    add("seed", .number(Double(options.seed)))
    // No option of the command: only figures ask for snapshots.
    if options.snapshotInterval > 0 { add("snapshots", .number(Double(options.snapshotInterval))) }
    return entries
  }
}

extension Recipe.Value {
  /// A hyper-parameter.
  package init(_ value: LossOption.Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .word(let word): self = .word(word)
    }
  }

  /// `nil` for all classes.
  package init?(_ classes: ClassSelection) {
    switch classes {
    case .all: return nil
    case .first(let count): self = .number(Double(count))
    case .named(let names): self = .list(names.map { .word($0) })
    }
  }

  package init(_ annealing: Annealing) {
    self = .list(
      [annealing.base, annealing.rate, annealing.power, annealing.floor].map { .number($0) })
  }

  /// - Parameter clip: largest norm of a gradient; `nil` for none.
  package init(clip: Double?) {
    self = clip.map { .number($0) } ?? .word("none")
  }
}

extension NetworkShape {
  /// As it is typed: `mlp:128,64`, `lenet`.
  package var typed: String {
    switch self {
    case .mlp(let widths): "mlp:" + widths.map { "\($0)" }.joined(separator: ",")
    case .lenet: "lenet"
    case .lenet5: "lenet5"
    }
  }
}
