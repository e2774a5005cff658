extension TrainingOptions {
  /// The rate before step `step`: up from 0 over the warm-up, a tenth from 60 % of the steps, a
  /// hundredth from 85 %.
  package func learningRate(step: Int) -> Double {
    let rise = warmup > 0 ? min(1, Double(step + 1) / Double(warmup)) : 1
    let share = Double(step) / Double(max(1, steps))
    return learningRate * rise * (share < 0.6 ? 1 : share < 0.85 ? 0.1 : 0.01)
  }

  /// The settings of the loss before step `step`: margins rising, λ falling.
  package func settings(_ final: LossSettings, entry: LossEntry, step: Int) -> LossSettings {
    var settings = final
    if entry.isAnnealed { settings.annealing = annealing.weight(step: step, of: steps) }
    if step < marginWarmup {
      let share = Double(step) / Double(marginWarmup)
      for option in entry.options {
        guard let start = option.risesFrom, let end = final.number(option.name) else { continue }
        let rise = (end - start) * share
        settings[option.name] = .number(start + (option.isInteger ? rise.rounded(.down) : rise))
      }
    }
    return settings
  }

  /// The settings that a picture shows: those after the last step.
  package func finalSettings(_ settings: LossSettings, entry: LossEntry) -> LossSettings {
    var result = settings
    if entry.isAnnealed { result.annealing = annealing.weight(step: steps, of: steps) }
    return result
  }

  /// Whether the loss changes with the step.
  func varies(_ entry: LossEntry) -> Bool { entry.isAnnealed || marginWarmup > 0 }
}

extension LossEntry {
  /// Steps over which the margin rises where nobody says otherwise: 15 % of all for the additive
  /// margins.
  ///
  /// With the whole margin from the first step, two classes of real data now and then end up in one
  /// direction, and on a circle they cannot part again (ArcFace on MNIST: one seed of four).
  /// L-Softmax and SphereFace have λ for that.
  package func usualMarginWarmup(steps: Int) -> Int {
    raisesMargin && kind == .softmax && !isAnnealed
      && options.contains { $0.risesFrom != nil }
      ? steps * 3 / 20 : 0
  }
}
