import LossLab

/// The arguments of a comparison with one value in the place of each list.
struct StudyVariants {
  private let arguments: Arguments
  private let axes: [SweepAxis]
  private let combinations: SweepCombinations
  /// Of all settings.
  private let losses: [LossEntry]

  init(_ arguments: Arguments, axes: [SweepAxis], combinations: SweepCombinations) {
    self.arguments = arguments
    self.axes = axes
    self.combinations = combinations
    let axis = axes.first { $0.name == Option.loss.name }
    losses =
      axis.map { axis in
        (0..<axis.values.count).compactMap { index in
          LossEntry.all.first { $0.isNamed(axis.values[index]) }
        }
      } ?? [.standard]
  }

  /// The options of one setting.
  ///
  /// - Throws: `UsageError`.
  func options(_ index: Int) throws(UsageError) -> RunOptions {
    let values = combinations.values(at: index)
    // What is not swept here has one value, or is a list of seeds that others go through.
    func text(_ name: String) -> String? {
      values.first { $0.name == name }?.text ?? axes.first { $0.name == name }?.values[0]
    }
    let loss =
      text(Option.loss.name).flatMap { name in LossEntry.all.first { $0.isNamed(name) } }
      ?? losses.first ?? .standard
    var assignments: [Assignment] = []
    for assignment in arguments.assignments where isMeant(assignment.option, for: loss) {
      let name = assignment.option.name
      var value = assignment.value
      value.text = text(name) ?? value.text
      let single = Command.train.options.first { $0.name == name }
      assignments.append(Assignment(option: single ?? assignment.option, value: value))
    }
    var single = Arguments(assignments: assignments)
    single.replay = arguments.replay
    return try single.options()
  }

  /// Whether an option is for this loss: one that other losses of the study have, and this one
  /// lacks, is for those.
  private func isMeant(_ option: Option, for loss: LossEntry) -> Bool {
    let has: (LossEntry) -> Bool
    switch option.name {
    case Option.anneal.name: has = { $0.isAnnealed }
    case "bias": has = { $0.allowsBias }
    case Option.lengthEnds.name, Option.marginEnds.name: has = { $0.option(named: "la") != nil }
    case _ where option.isOfLosses: has = { $0.option(named: option.name) != nil }
    default: return true
    }
    return has(loss) || !losses.contains(where: has)
  }
}
