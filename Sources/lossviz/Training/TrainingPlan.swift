import LossPlot

/// A training of the command line with the recipe of the picture that is made of it, everything
/// decided.
struct TrainingPlan: Sendable {
  let training: Training
  let recipe: Recipe
  let bounds: Bounds
  /// How many classes the data have when nobody chooses; `nil` where that is not known.
  let usualClasses: Int?
  /// Whether the data are made-up identities.
  let isMadeUp: Bool
  /// Of what is said of it.
  let language: PageLanguage

  var entry: LossEntry { training.entry }
  var settings: LossSettings { training.settings }
  var data: Dataset { training.data }
  var facts: DataFacts { training.facts }

  /// Reads or makes the data and decides the rest.
  ///
  /// - Throws: `UsageError`, `LabError`, `FileError`.
  init(_ values: TrainingValues) throws {
    var shelf = DataShelf()
    try self.init(values, shelf: &shelf)
  }

  /// The same with data that other plans may share.
  init(_ values: TrainingValues, shelf: inout DataShelf) throws {
    let (loss, request) = (values.loss, values.data)
    // What is wrong with the loss is said before a large file is read.
    _ = try loss.settings(classes: 2)
    if values.training.options.usesBias, !loss.entry.allowsBias {
      throw UsageError.lacking("--bias", loss.entry, whereas: \.allowsBias)
    }
    let (data, facts) = try shelf.load(request)
    try values.replay?.check(facts.files)
    try loss.entry.check(classes: data.classCount)
    var options = values.training.decided(loss.entry, on: data)
    let settings = try loss.settings(for: data, dimensions: options.dimensions)
    options.annealing = loss.annealing?.value ?? Annealing()
    options.seed = request.options.seed
    training = Training(
      loss.entry, settings: settings, options: options, request: request, data: data, facts: facts)
    try MemoryEstimate(training).check()
    try values.replay?.check(training)
    try values.picture.checkClassNames(data.classNames)
    bounds = Bounds(
      entry: loss.entry, settings: settings, classes: data.classCount,
      dimensions: options.dimensions)
    recipe = training.recipe.replacingPicture(by: values.recordedPicture)
    isMadeUp = request.isMadeUp
    usualClasses = Self.usualClasses(request, data)
    language = values.picture.language
  }

  private static func usualClasses(_ request: DataRequest, _ data: Dataset) -> Int? {
    if request.isMadeUp { return DataSource.identityCount }
    if case .all = request.options.classes { return data.classCount }
    return nil
  }
}

extension Recipe {
  /// With what these options say of the picture in the place of what was said of it before.
  ///
  /// In the order of the table, whatever the order was.
  func replacingPicture(by picture: Recipe) -> Recipe {
    let entries = Command.train.options.compactMap { option in
      let value = option.group == .picture ? picture[option.name] : self[option.name]
      return value.map { Entry(option.name, $0) }
    }
    return Recipe(entries: entries, files: files)
  }
}

extension PictureOptions {
  /// - Parameter names: of the classes in the data.
  /// - Throws: `UsageError.conflict`.
  func checkClassNames(_ names: [String]) throws(UsageError) {
    guard let own = style.classNames, own.count != names.count else { return }
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
