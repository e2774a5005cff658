/// One setting of a trained figure, to be run once a seed.
struct RunVariant: Sendable {
  /// As on a panel and in a measure: "m = 2".
  let label: Wording
  let loss: String
  /// Changes the loss's defaults.
  let change: @Sendable (inout LossSettings) -> Void
  /// Changes the usual training.
  let training: @Sendable (inout RunRequest) -> Void

  init(
    _ label: Wording, _ loss: String,
    change: @escaping @Sendable (inout LossSettings) -> Void = { _ in },
    training: @escaping @Sendable (inout RunRequest) -> Void = { _ in }
  ) {
    self.label = label
    self.loss = loss
    self.training = training
    self.change = change
  }

  /// A loss with one value of its m.
  init(
    _ label: Wording, _ loss: String, m: Double,
    training: @escaping @Sendable (inout RunRequest) -> Void = { _ in }
  ) {
    self.init(label, loss, change: { $0["m"] = .number(m) }, training: training)
  }

  func request(
    data: DataRequest, seed: UInt64, setup: FigureSetup = FigureSetup()
  ) throws -> RunRequest {
    var request = RunRequest(
      try LossEntry.named(loss), data: data, seed: seed, change: change)
    setup.apply(to: &request)
    training(&request)
    return request
  }
}

/// The runs of one setting, one a seed.
struct RunGroup: Sendable {
  let label: Wording
  let runs: [Run]

  /// The run that is drawn: that of the first seed, so that all panels show the same samples.
  ///
  /// - Precondition: a group has at least one run.
  var shown: Run { runs[0] }

  /// The mean over seeds.
  func mean(_ value: (Run) -> Double) -> Double {
    LossLab.mean(runs.map(value))
  }

  /// A measure with its value for every seed, called as the setting is.
  func named(_ value: (Run) -> Double) -> NamedValue { named(label, value) }

  func named(_ name: Wording, _ value: (Run) -> Double) -> NamedValue {
    NamedValue(name, seeds: runs.map(value))
  }
}

extension FigureContext {
  /// Every setting with every seed.
  func requests(_ variants: [RunVariant], data: DataRequest, setup: FigureSetup = FigureSetup())
    throws -> [RunRequest]
  {
    try variants.flatMap { variant in
      try seeds.map { try variant.request(data: data, seed: $0, setup: setup) }
    }
  }

  /// The runs of every setting with every seed, trained together.
  func groups(
    _ variants: [RunVariant], data: DataRequest, setup: FigureSetup = FigureSetup()
  ) throws -> [RunGroup] {
    let runs = try runs(requests(variants, data: data, setup: setup))
    return variants.enumerated().map { index, variant in
      let start = index * seeds.count
      return RunGroup(label: variant.label, runs: Array(runs[start..<start + seeds.count]))
    }
  }
}

extension Run {
  var classCount: Int { facts.classNames.count }
}

extension RunGroup {
  /// The data and how often they were trained on, as on a picture: "6 identities, 1,500 samples
  /// each, 3 seeds".
  var dataTitle: Wording { shown.figureTitle(seeds: runs.count) }
}

extension Run {
  /// `dataTitle` with how many samples of a made-up person there are.
  func figureTitle(seeds: Int) -> Wording {
    let (title, people) = (dataTitle(seeds: seeds), dataTitle(seeds: 1))
    guard facts.data == "identities" else { return title }
    let each = groupedText((facts.trainCount + facts.testCount) / max(1, classCount))
    return Wording(
      "\(people.en), \(each) samples each" + title.en.dropFirst(people.en.count),
      zh: "\(people.zh)，各 \(each) 个样本" + title.zh.dropFirst(people.zh.count))
  }
}

extension FigureResult {
  /// Of runs: on their data.
  init(_ claims: [Claim], of groups: [RunGroup], scene: @escaping @Sendable (FigurePaper) -> Scene)
  { self.init(claims: claims, dataTitle: groups[0].dataTitle, scene: scene) }
}
