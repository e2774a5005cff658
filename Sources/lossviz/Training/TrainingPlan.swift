import LossLab
import LossPlot

/// A training of the command line with the picture that is made of it, everything decided.
struct TrainingPlan: Sendable {
  let training: Training
  /// As they were given, with what was left open filled in.
  let options: RunOptions
  let recipe: Recipe
  let bounds: Bounds
  /// How many classes the data have when nobody chooses; `nil` where that is not known.
  let usualClasses: Int?

  var entry: LossEntry { training.entry }
  var settings: LossSettings { training.settings }
  var data: Dataset { training.data }
  var facts: DataFacts { training.facts }

  /// Reads or makes the data and decides the rest.
  ///
  /// - Throws: `UsageError`, `LabError`, `FileError`.
  init(_ given: RunOptions) throws {
    var shelf = DataShelf()
    try self.init(given, shelf: &shelf)
  }

  /// The same with data that other plans may share.
  init(_ given: RunOptions, shelf: inout DataShelf) throws {
    var options = given
    let entry = options.loss.entry
    // What is wrong with the loss is said before a large file is read.
    _ = try options.loss.settings(classes: 2)
    try Self.checkBias(options)
    let (data, facts) = try shelf.load(options.data)
    try options.replay?.check(facts.files)
    try entry.check(classes: data.classCount)
    let settings = try options.loss.settings(classes: data.classCount)
    options.loss.settings = settings
    options.training.annealing = options.loss.annealing?.value ?? Annealing()
    Self.decideTraining(&options, on: data)
    usualClasses = Self.usualClasses(options, data)
    options.data = options.data.decided(for: data)
    training = Training(
      entry, settings: settings, options: options.training, request: options.data, data: data,
      facts: facts)
    try MemoryEstimate(training).check()
    try options.replay?.check(options.training, data: data)
    try options.picture.checkClassNames(data.classNames)
    bounds = Bounds(
      entry: entry, settings: settings, classes: data.classCount,
      dimensions: options.training.dimensions)
    self.options = options
    recipe = Recipe(options: options, files: facts.files)
  }

  private static func checkBias(_ options: RunOptions) throws(UsageError) {
    guard options.training.usesBias, !options.loss.entry.allowsBias else { return }
    throw .optionOfOtherLosses(
      label: "--bias", loss: options.loss.entry.name,
      others: LossEntry.all.filter(\.allowsBias).map(\.name))
  }

  private static func decideTraining(_ options: inout RunOptions, on data: Dataset) {
    var given = GivenTraining()
    given.steps = options.steps
    given.epochs = options.epochs
    given.batch = options.batch
    given.rate = options.rate
    given.optimizer = options.optimizer
    given.inputNoise = options.inputNoise
    given.start = options.start
    given.warmup = options.warmup
    given.marginWarmup = options.marginWarmup
    given.usual = options.usual
    options.training.decide(given, entry: options.loss.entry, data: data)
    options.rate = options.training.learningRate
    options.optimizer = options.training.optimizer
    options.inputNoise = options.training.inputNoise
    options.start = options.training.start
    options.batch = options.training.batch
    options.steps = options.training.steps
    options.epochs = nil
    options.warmup = options.training.warmup
    options.marginWarmup = options.training.marginWarmup
  }

  private static func usualClasses(_ options: RunOptions, _ data: Dataset) -> Int? {
    if options.data.isMadeUp { return DataSource.identityCount }
    if case .all = options.data.options.classes { return data.classCount }
    return nil
  }
}

extension Recipe {
  /// What matters for the picture, of options that are decided.
  init(options: RunOptions, files: [DataFacts.File]) {
    self.init(
      entries: Command.train.options.compactMap { option in
        option.read?(options).map { Entry(option.name, $0) }
      }, files: files)
  }

  /// With what these options say of the picture in the place of what was said of it before.
  ///
  /// In the order of the table, whatever the order was.
  func replacingPicture(by options: RunOptions) -> Recipe {
    let entries = Command.train.options.compactMap { option in
      let value = option.group == .picture ? option.read?(options) : self[option.name]
      return value.map { Entry(option.name, $0) }
    }
    return Recipe(entries: entries, files: files)
  }
}

extension PictureOptions {
  /// - Parameter names: of the classes in the data.
  /// - Throws: `UsageError.conflict`.
  func checkClassNames(_ names: [String]) throws(UsageError) {
    guard let own = classNames, own.count != names.count else { return }
    throw .conflict(
      "--class-names has \(own.count) names for \(names.count) classes",
      hint: "the classes are \(names.prefix(20).joined(separator: ", "))")
  }
}

extension MemoryEstimate {
  /// - Throws: `UsageError.conflict` for what the whole machine does not have, `MemoryShortage` for
  ///   what is not to be had now.
  func check() throws {
    let hint = "lower --batch or the widths of --network"
    let all = MemoryRoom.wholeMachine
    guard bytes <= all else {
      throw UsageError.conflict(
        "these sizes need about \(MemoryShortage.size(bytes)) of memory, and this machine has"
          + " \(MemoryShortage.size(all))", hint: hint)
    }
    try MemoryRoom.check(bytes, for: "these sizes", hint: hint)
  }
}
