import LossLab

/// What can be said of a comparison before its data are read.
struct StudyCheck {
  let values: CompareValues

  /// - Throws: `UsageError`, `LabError`, `FileError`.
  func check() throws {
    let losses = try losses()
    try values.training.data.checkSource()
    for axis in values.axes {
      let isPaired =
        values.compare.zips && losses.count > 1 && losses.count == axis.values.count
      try check(axis, losses, isPaired: isPaired)
    }
    try values.effects(losses).check()
  }

  func warn(_ console: Console) throws {
    let axes = values.axes.filter { $0.values.count > 1 && $0.name != "seed" }
    for note in values.given.note(
      "zip", where: axes.count < 2, "it pairs lists, and there are not two")
    {
      try console.warn(note)
    }
    try values.effects([]).warn(console)
  }

  private func losses() throws(LabError) -> [LossEntry] {
    guard let axis = values.axes[Option.loss.name] else { return [.standard] }
    var losses: [LossEntry] = []
    for index in 0..<min(axis.values.count, 1000) {
      losses.append(try LossEntry.named(axis.values[index]))
    }
    return losses
  }

  /// Every loss that has the option takes its values, or the one that it goes with.
  private func check(
    _ axis: SweepAxis, _ losses: [LossEntry], isPaired: Bool
  ) throws(UsageError) {
    for (index, entry) in losses.enumerated() where entry.option(named: axis.name) != nil {
      for text in isPaired ? [axis.values[index]] : axis.values.telling {
        var choice = LossChoice()
        choice.entry = entry
        choice.given = [.init(option: axis.name, value: axis.single(text))]
        _ = try choice.settings(classes: 2)
      }
    }
  }
}
