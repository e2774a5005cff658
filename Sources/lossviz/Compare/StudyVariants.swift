import LossLab

/// The training of a comparison with one value in the place of each list.
struct StudyVariants {
  private let training: TrainingValues
  private let axes: [SweepAxis]
  private let combinations: SweepCombinations
  /// Of all settings.
  private let losses: [LossEntry]

  init(_ values: CompareValues, combinations: SweepCombinations) {
    (axes, self.combinations) = (values.axes, combinations)
    let names = axes[Option.loss.name]
    let losses =
      names.map { axis in
        axis.values.all.compactMap { name in LossEntry.all.first { $0.isNamed(name) } }
      } ?? [.standard]
    self.losses = losses
    var training = values.training
    // What is said to all calls, and none of these losses has, is said to others.
    training.loss.given.removeAll { given in
      guard !losses.contains(where: { $0.option(named: given.option) != nil }) else { return false }
      switch given.value.source {
      case .commandLine: return false
      // Not by --norms, which is no option of losses but two of them.
      case .environment(let name): return name == Option.environmentName(of: given.option)
      case .configuration(_, let key):
        return key == given.option && (names?.given.source.rank ?? 0) > 1
      }
    }
    self.training = training
  }

  /// That of one setting.
  func training(_ index: Int) -> TrainingValues {
    let values = combinations.values(at: index)
    // What is not swept here has one value, or is a list of seeds that others go through.
    func text(_ name: String) -> String? {
      values.first { $0.name == name }?.text ?? axes[name]?.values[0]
    }
    var own = training
    let loss =
      text(Option.loss.name).flatMap { name in LossEntry.all.first { $0.isNamed(name) } }
      ?? losses.first ?? .standard
    own.loss.entry = loss
    own.loss.given = training.loss.given.compactMap { given in
      guard isMeant(for: loss, { $0.option(named: given.option) != nil }) else { return nil }
      var given = given
      given.value.text = text(given.option) ?? given.value.text
      return given
    }
    if !isMeant(for: loss, \.isAnnealed) { own.loss.annealing = nil }
    if !isMeant(for: loss, \.allowsBias) { own.training.options.usesBias = false }
    if let share = text("noise").flatMap(TypedText.number) { own.data.options.noise.share = share }
    return own
  }

  /// Whether an option is for this loss: one that other losses of the study have, and this one
  /// lacks, is for those.
  private func isMeant(for loss: LossEntry, _ has: (LossEntry) -> Bool) -> Bool {
    has(loss) || !losses.contains(where: has)
  }
}
