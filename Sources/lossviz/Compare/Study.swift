import LossPlot

/// All that a comparison trains: its settings, each with a training for every seed.
struct Study: Sendable {
  /// The options that go through several values, as typed.
  var swept: [String] { axes.map(\.name) }
  /// The same with their values.
  let axes: [SweepAxis]
  let seeds: [Int]
  let settings: [StudySetting]
  let values: CompareValues

  /// Most settings without `--yes`, and with it.
  static let usualLimit = 1000
  static let limit = 100_000

  /// Of the first setting.
  var training: TrainingOptions { settings[0].plans[0].training.options }

  var runCount: Int { settings.count * seeds.count }

  /// Reads the data once and decides every setting.
  ///
  /// - Throws: `UsageError`, `LabError`, `FileError`.
  init(_ values: CompareValues) throws {
    self.values = values
    seeds = try Self.seeds(values.axes["seed"], values)
    let swept = values.axes.filter { $0.name != "seed" && $0.values.count > 1 }
    let combinations = try SweepCombinations(swept, zips: values.compare.zips)
    try Self.checkCount(combinations.count, seeds: seeds.count, isSure: values.compare.isSure)
    let trainings = combinations.count.multipliedReportingOverflow(by: seeds.count)
    let replay = values.training.replay
    try replay?.check(trainings: trainings.overflow ? .max : trainings.partialValue)
    let variants = StudyVariants(values, combinations: combinations)
    var shelf = DataShelf()
    var settings: [StudySetting] = []
    var known: Set<String> = []
    // As one of the losses needs, all are trained: settings differ in nothing but what is compared.
    let asked = (0..<combinations.count).map(variants.training)
    let usual = asked.map { $0.loss.entry.usual(of: $0.training.options.network) }
    let joined = usual.dropFirst().reduce(usual[0]) { $0.joined($1) }
    for var own in asked {
      own.training.given.usual = joined
      var plans: [TrainingPlan] = []
      for seed in seeds {
        own.data.options.seed = UInt64(seed)
        plans.append(try TrainingPlan(own, shelf: &shelf))
      }
      // A loss without the swept option is the same setting again and again.
      guard known.insert(plans[0].recipe.json()).inserted else { continue }
      settings.append(StudySetting(plans: plans))
    }
    try replay?.check(settings.flatMap { $0.plans.map(\.training) })
    axes = swept
    self.settings = settings
  }

  /// What logistic regression on the inputs reaches, where all settings have the same data.
  var linearAccuracy: Double? {
    let data = Set(Option.dataOptions.map(\.name))
    return swept.contains { data.contains($0) }
      ? nil : settings[0].plans[0].linearAccuracy(threads: values.threads)
  }

  private static func seeds(
    _ axis: SweepAxis?, _ values: CompareValues
  ) throws(UsageError) -> [Int] {
    guard let axis, axis.values.count > 1 else {
      let (first, count) = (Int(values.training.data.options.seed), values.compare.seeds ?? 1)
      let (last, overflow) = first.addingReportingOverflow(count - 1)
      guard !overflow, last <= 9_007_199_254_740_991 else {
        throw .conflict("--seeds \(count) goes beyond the largest seed", hint: "lower --seed")
      }
      return Array(first...last)
    }
    guard values.compare.seeds == nil else {
      throw .conflict("\(axis.label) lists seeds and --seeds counts them", hint: "give one of them")
    }
    guard axis.values.count <= limit else {
      throw .conflict(
        "these are \(groupedText(axis.values.count)) seeds",
        hint: "at most \(groupedText(limit)) are possible")
    }
    var known: Set<Int> = []
    return axis.values.all.compactMap(TypedText.integer).filter { known.insert($0).inserted }
  }

  private static func checkCount(
    _ settings: Int, seeds: Int, isSure: Bool
  ) throws(UsageError) {
    let most = max(settings, seeds)
    guard most > usualLimit else { return }
    let what =
      seeds > settings
      ? "\(groupedText(seeds)) seeds" : "\(groupedText(settings)) settings"
    guard most <= limit else {
      throw .conflict(
        "these are \(what)", hint: "at most \(groupedText(limit)) are possible in one study")
    }
    guard !isSure else { return }
    throw .conflict("these are \(what)", hint: "--yes trains them all; a larger step makes fewer")
  }
}

/// One point of a comparison.
struct StudySetting: Sendable {
  /// One for each seed, in the order of the seeds.
  let plans: [TrainingPlan]

  /// That of the seed of one of its runs.
  func plan(of run: Run) -> TrainingPlan {
    plans.first { $0.training.options.seed == run.options.seed } ?? plans[0]
  }

  var entry: LossEntry { plans[0].entry }
  var recipe: Recipe { plans[0].recipe }
}

/// How the values of several axes come together: each with each, or side by side.
struct SweepCombinations: Sendable {
  private let axes: [SweepAxis]
  private let zips: Bool
  let count: Int

  /// - Throws: `UsageError` for lists of different lengths that are to go side by side.
  init(_ axes: [SweepAxis], zips: Bool) throws(UsageError) {
    self.axes = axes
    self.zips = zips
    guard zips, let first = axes.first else {
      count = axes.reduce(1) { product, axis in
        let (next, overflow) = product.multipliedReportingOverflow(by: axis.values.count)
        return overflow ? .max : next
      }
      return
    }
    for axis in axes where axis.values.count != first.values.count {
      throw .conflict(
        "--zip pairs values, and \(first.label) has \(first.values.count), \(axis.label) has"
          + " \(axis.values.count)",
        hint: "give each list the same length, or leave --zip out")
    }
    count = first.values.count
  }

  /// The value of each axis; the last one changes fastest.
  func values(at index: Int) -> [(name: String, text: String)] {
    var rest = index
    var values: [(name: String, text: String)] = []
    for axis in axes.reversed() {
      let place = zips ? index : rest % axis.values.count
      rest /= axis.values.count
      values.append((axis.name, axis.values[place]))
    }
    return values.reversed()
  }
}
