import LossLab

/// What can be said of a comparison before its data are read.
struct StudyCheck {
  private let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  /// - Throws: `UsageError`, `LabError`, `FileError`.
  func check() throws {
    let options = try arguments.options()
    let axes = try SweepAxis.all(in: arguments)
    let losses = try losses(axes)
    try options.data.checkSource()
    for axis in axes { try check(axis, losses) }
    let typed = TypedOptions(arguments)
    try typed.refuse(
      "zip", where: axes.filter { $0.values.count > 1 && $0.name != "seed" }.count < 2,
      "it pairs lists, and there are not two")
    try TrainingEffects(arguments, options: options, losses: losses, isCompared: true).check()
  }

  private func losses(_ axes: [SweepAxis]) throws(LabError) -> [LossEntry] {
    guard let axis = axes.first(where: { $0.name == Option.loss.name }) else { return [.standard] }
    var losses: [LossEntry] = []
    for index in 0..<min(axis.values.count, 1000) {
      losses.append(try LossEntry.named(axis.values[index]))
    }
    return losses
  }

  /// Every loss that has the option takes its values.
  private func check(_ axis: SweepAxis, _ losses: [LossEntry]) throws(UsageError) {
    guard let assignment = arguments.assignments.last(where: { $0.option.name == axis.name }),
      assignment.option.isOfLosses
    else { return }
    for entry in losses where entry.option(named: axis.name) != nil {
      for text in axis.values.telling {
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
