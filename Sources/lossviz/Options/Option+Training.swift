import LossPlot

extension Option {
  static let trainingOptions: [Option] = [
    network,
    flag(
      "bias", \.training.options.usesBias, in: .training,
      help: "give the class layer a bias (\(owners { $0.allowsBias }))", isInRecipe: true),
    integer(
      "dim", \.training.options.dimensions, 2...3, in: .training, help: "dimensions of a feature"),
    integer(
      "steps", \.training.given.steps, 1...10_000_000, in: .training, help: "batches to train on",
      default: usual(
        \.usual.rounds,
        "\(TrainingOptions.leastUsualSteps), or \(UsualTraining.standard.rounds) epochs if more")
        + "; with lenet 2/7 of the epochs; for \(wideSets) those of \(SmallSet.wideLength) samples,"
        + " if more"),
    integer(
      "epochs", \.training.given.epochs, 1...100_000, in: .training,
      help: "the same in rounds over the data",
      default: "", isInRecipe: false),
    integer(
      "batch", \.training.given.batch, 1...1_000_000, in: .training, help: "samples of a step",
      default: usual(\.usual.batch, "\(UsualTraining.standard.batch)")
        + " and with lenet; for small sets of your own a quarter of them, if that is less"),
    rate,
    choice(
      "optimizer", \.training.given.optimizer, in: .training, help: "what makes the steps",
      default: TrainingOptions().optimizer.rawValue + "; for \(wideSets) adam"),
    number(
      "momentum", \.training.options.momentum, NumberRange(lower: 0, upper: 1, text: "0 to 1"),
      in: .training, help: "of sgd"),
    number(
      "weight-decay", \.training.given.weightDecay,
      NumberRange(lower: 0, upper: 1, text: "0 to 1"), in: .training,
      help: "share of the weights added to their gradient",
      default: TypedText.text(TrainingOptions().weightDecay) + "; for \(wideSets) 0"),
    inputNoise, clip,
    integer(
      "warmup", \.training.given.warmup, 0...10_000_000, in: .training,
      help: "steps over which the rate rises",
      default: "a seventh of the steps, at most \(TrainingOptions().warmup)" + longWarmups),
    start,
    integer(
      "seed", \.seed, 0...9_007_199_254_740_991, in: .training,
      help: "everything random comes from it"),
    integer(
      "threads", \.threads, 1...1024, in: .training, help: "the result does not depend on it",
      default: "all cores", isInRecipe: false),
  ]

  /// The folder of finished trainings, which is no part of a recipe.
  static func runs(in group: OptionGroup, help: String) -> Option {
    Option(
      name: "runs", placeholder: "DIR", group: group, help: help, allowed: "a folder",
      defaultText: GivenValues.usual.runs,
      write: { options, given throws(ValueProblem) in
        options.runs = try given.filled("a folder")
      })
  }

  static func jobs(in group: OptionGroup) -> Option {
    integer(
      "jobs", \.jobs, 1...1024, in: group,
      help: "trainings at once; the outcome does not depend on it", default: "one a core",
      isInRecipe: false)
  }

  /// A default and what other losses have instead: `256; 64 for triplet`.
  private static func usual(_ value: (LossEntry) -> Int, _ most: String) -> String {
    let standard = value(.standard)
    let others = Set(LossEntry.all.map(value)).subtracting([standard]).sorted()
    return most
      + others.map { other in
        "; \(other) for \(LossEntry.all.filter { value($0) == other }.map(\.name).listed)"
      }.joined()
  }

  /// Of losses that warm up for longer: `; 40 % of them for circle`.
  private static var longWarmups: String {
    Set(LossEntry.all.compactMap(\.usual.warmupShare)).sorted().map { share in
      let names = LossEntry.all.filter { $0.usual.warmupShare == share }.map(\.name)
      return "; \(TypedText.text(100 * share)) % of them for \(names.listed)"
    }.joined()
  }

  static let network = Option(
    name: "network", placeholder: "mlp:W,W,…|lenet|lenet5", group: .training,
    help: "hidden layers of these widths with PReLU; or for images: lenet5, two convolutions;"
      + " lenet, the six of LeNets++, for 28 × 28",
    allowed: "mlp:128,64, lenet5 or lenet", words: ["mlp:128,64", "lenet5", "lenet"],
    defaultText: TrainingOptions().network.typed,
    write: { options, given throws(ValueProblem) in
      options.training.options.network = try shape(given.text.lowercased())
    },
    read: { .word($0.training.options.network.typed) })

  static let rate = number(
    "rate", \.training.given.rate,
    NumberRange(lower: 0, upper: 1000, excludesLower: true, text: "0 < rate ≤ 1000"),
    in: .training, help: "learning rate; a tenth from 60 % of the steps, a hundredth from 85 %",
    default: TypedText.text(TrainingOptions().learningRate)
      + "; for small sets of your own at most 1 / classes, for those with many numbers a sample"
      + " \(TypedText.text(SmallSet.wideRate))")

  /// Where `SmallSet.isWide`.
  private static let wideSets = "small sets of your own with many numbers a sample"

  static let inputNoise = number(
    "input-noise", \.training.given.inputNoise, NumberRange(lower: 0, upper: 10, text: "0 to 10"),
    in: .training,
    help: "standard deviation of the Gaussian noise added to the inputs in every step, in the unit"
      + " of the inputs",
    default: "0; for \(wideSets) (samples / classes)^(−1/6)"
  ).recordedUnless(.number(0))

  static let start = choice(
    "start", \.training.given.start, in: .training,
    help: "the directions in which classes begin: evenly in their order (even), in the order in"
      + " which the untrained network has them (found), in that order with long class weights (long),"
      + " or anywhere (random)",
    default: "even; for small sets of your own found, for those with many numbers a sample long"
  ).recordedUnless(.word(ClassStart.even.rawValue))

  static let clip = Option(
    name: "clip", placeholder: "X|none", group: .training,
    help: "largest norm of the gradient of all parameters together",
    allowed: "a number above 0, or none",
    defaultText: GivenValues.usual.training.options.clip.map { TypedText.text($0) } ?? "none",
    write: { options, given throws(ValueProblem) in
      if given.text.lowercased() == "none" {
        options.training.options.clip = nil
        return
      }
      let range = NumberRange(
        lower: 0, upper: 1e9, excludesLower: true, text: "a number above 0, or none")
      options.training.options.clip = try range.number(given.text)
    },
    read: { Recipe.Value(clip: $0.training.options.clip) })

  static func shape(_ text: String) throws(ValueProblem) -> NetworkShape {
    if text == "lenet" { return .lenet }
    if text == "lenet5" || text == "lenet-5" { return .lenet5 }
    if text == "mlp" { return TrainingOptions().network }
    let problem = ValueProblem(
      expected: "lenet5, lenet, or mlp: and up to 8 widths from 1 to 65536, as mlp:128,64")
    guard text.hasPrefix("mlp:"), let parts = TypedText.list(String(text.dropFirst(4))),
      parts.count <= 8
    else { throw problem }
    let widths = parts.compactMap(TypedText.integer).filter { (1...65536).contains($0) }
    guard widths.count == parts.count else { throw problem }
    return .mlp(widths)
  }
}
