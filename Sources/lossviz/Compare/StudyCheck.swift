import LossLab

/// What can be said of a comparison before its data are read.
struct StudyCheck {
  private let call: Call
  private var arguments: Arguments { call.arguments }
  private var options: RunOptions { call.options }

  init(_ call: Call) {
    self.call = call
  }

  /// - Throws: `UsageError`, `LabError`, `FileError`.
  func check() throws {
    let axes = try SweepAxis.all(in: arguments)
    let losses = try losses(axes)
    try options.data.checkSource()
    for axis in axes {
      let isPaired =
        options.compare.zips && losses.count > 1 && losses.count == axis.values.count
      try check(axis, losses, isPaired: isPaired)
    }
    try TrainingEffects(call, losses: losses, isCompared: true).check()
  }

  func warn(_ console: Console) throws {
    let axes = try SweepAxis.all(in: arguments).filter { $0.values.count > 1 && $0.name != "seed" }
    for note in call.typed.note(
      "zip", where: axes.count < 2, "it pairs lists, and there are not two")
    {
      try console.warn(note)
    }
    try TrainingEffects(call, losses: [], isCompared: true).warn(console)
  }

  private func losses(_ axes: [SweepAxis]) throws(LabError) -> [LossEntry] {
    guard let axis = axes.first(where: { $0.name == Option.loss.name }) else { return [.standard] }
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
    guard let assignment = arguments.assignments.last(where: { $0.option.name == axis.name }),
      assignment.option.isOfLosses
    else { return }
    for (index, entry) in losses.enumerated() where entry.option(named: axis.name) != nil {
      for text in isPaired ? [axis.values[index]] : axis.values.telling {
        var choice = LossChoice()
        choice.entry = entry
        var value = assignment.value
        value.text = text
        choice.given = [.init(option: axis.name, value: value)]
        _ = try choice.settings(classes: 2)
      }
    }
  }
}
