import LossLab

extension CompareValues {
  /// What can be said of a comparison before its data are read.
  ///
  /// - Throws: `UsageError`, `LabError`, `FileError`.
  func check() throws {
    let losses = try losses()
    try training.data.checkSource()
    for axis in axes {
      let isPaired =
        compare.zips && losses.count > 1 && losses.count == axis.values.count
      try check(axis, losses, isPaired: isPaired)
    }
    try effects(losses).check()
  }

  func warn(_ console: Console, of trainings: [TrainingOptions]) throws {
    let lists = axes.filter { $0.values.count > 1 && $0.name != "seed" }
    try console.warn(
      given.note("zip", where: lists.count < 2, "it pairs lists, and there are not two"))
    let effects = effects([])
    try effects.warn(console)
    try effects.warn(console, of: trainings)
  }

  private func losses() throws(LabError) -> [LossEntry] {
    guard let axis = axes[Option.loss.name] else { return [.standard] }
    return try (0..<min(axis.values.count, 1000)).map { index throws(LabError) in
      try LossEntry.named(axis.values[index])
    }
  }

  /// Every loss that has the option takes its values, or the one that it goes with.
  private func check(
    _ axis: SweepAxis, _ losses: [LossEntry], isPaired: Bool
  ) throws(UsageError) {
    for (index, entry) in losses.enumerated() where entry.option(named: axis.name) != nil {
      for text in isPaired ? [axis.values[index]] : axis.values.telling {
        var choice = LossChoice()
        choice.entry = entry
        choice.give(axis.name, axis.single(text))
        _ = try choice.settings(classes: 2)
      }
    }
  }

  private func effects(_ losses: [LossEntry]) -> TrainingEffects {
    TrainingEffects(
      given: given, values: training, output: wanted.output, losses: losses, isCompared: true)
  }
}
