import LossPlot

/// What a call of `compare` will do, and how much of it is done already.
struct StudyPlan: Sendable {
  let study: Study
  let names: [String]
  let store: RunStore
  let shard: Shard?
  let jobs: Int

  /// The numbers of this call's trainings.
  var wanted: [Int] { (0..<study.runCount).filter { shard?.contains($0) ?? true } }

  /// The settings on standard output, one a line; their number to the messages.
  func show(_ console: Console) throws {
    let seeds = study.seeds.count
    let wanted = Set(wanted)
    var doneInAll = 0
    var rows: [[String]] = []
    for (index, setting) in study.settings.enumerated() {
      let own = (0..<seeds).filter { wanted.contains(index * seeds + $0) }
      guard !own.isEmpty else { continue }
      let done = own.filter { store.contains(setting.plans[$0].training.recipe) }.count
      doneInAll += done
      rows.append([names[index], "\(done) of \(own.count) trained"])
    }
    for line in Listing.aligned(rows, stream: console.output) { try console.print(line) }
    var sentence =
      "\(counted(study.settings.count, "setting")) × \(counted(seeds, "seed")) ="
      + " \(counted(study.runCount, "training"))"
    if let shard {
      sentence += ", \(wanted.count) of them in share \(shard.number) of \(shard.count)"
    }
    try console.say("\(sentence); \(doneInAll) done, \(jobs) at once")
  }

  private func counted(_ count: Int, _ what: String) -> String {
    "\(groupedText(count)) \(what)\(count == 1 ? "" : "s")"
  }

  /// What a call says that draws nothing.
  func sayShare(_ shard: Shard, _ console: Console) throws {
    try console.say(
      "share \(shard.number) of \(shard.count): \(counted(wanted.count, "training")) in"
        + " \(store.folder); the call without --shard draws")
  }

  /// Names what lies in the folder of runs and is none.
  func warnOfStrangers(_ console: Console) throws {
    for name in store.strangers.prefix(10) {
      try console.warn("'\(store.folder)/\(name)' is no run of a comparison: ignored")
    }
  }
}

extension Study {
  /// Says once what the data lack and what the losses cannot reach, an error with `--strict`.
  func warn(_ console: Console) throws {
    let plans = settings.map { $0.plans[0] }
    let language = values.picture.language
    for note in plans.flatMap(\.dataNotes).map({ $0[language] }).withoutRepeats {
      try console.warn(note)
    }
    let warnings = plans.flatMap(\.boundWarnings).withoutRepeats
    guard let first = warnings.first else { return }
    guard !values.isStrict else {
      throw UsageError.conflict(first.words.en, hint: "without --strict it is trained all the same")
    }
    try console.warn(Array(warnings.prefix(3)), language)
    if warnings.count > 3 {
      let more = warnings.count - 3
      try console.warn(
        Wording(
          "\(more) more settings are beyond such a bound", zh: "另有 \(more) 种设置超过这样的上界"
        )[language])
    }
  }
}
