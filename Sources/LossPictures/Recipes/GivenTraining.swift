import LossLab

/// What was said of a training; the rest follows from the loss and the data.
package struct GivenTraining: Sendable, Equatable {
  package var steps: Int?
  package var epochs: Int?
  package var batch: Int?
  package var rate: Double?
  package var optimizer: OptimizerKind?
  package var weightDecay: Double?
  package var inputNoise: Double?
  package var start: ClassStart?
  /// Steps over which the rate, and the margin, rises.
  package var warmup: Int?
  package var marginWarmup: Int?
  /// In the place of what the loss asks for.
  package var usual: UsualTraining?

  package init() {}
}

extension TrainingOptions {
  /// Decides what was left open; the shape of the network is known by then.
  ///
  /// Small sets of somebody's own are trained otherwise than large ones: `SmallSet`.
  package mutating func decide(_ given: GivenTraining, entry: LossEntry, data: Dataset) {
    let small = SmallSet(data)
    optimizer = given.optimizer ?? small?.optimizer ?? optimizer
    learningRate =
      given.rate ?? small?.rate(usual: learningRate, of: optimizer) ?? learningRate
    weightDecay =
      given.weightDecay ?? small?.weightDecay(usual: weightDecay) ?? weightDecay
    inputNoise = given.inputNoise ?? small?.inputNoise ?? inputNoise
    start = given.start ?? small?.start ?? start
    let usual = given.usual ?? entry.usual(of: network)
    batch = given.batch ?? small?.batch(usual: usual.batch) ?? usual.batch
    let batches = (data.train.count + batch - 1) / batch
    let usualSteps = TrainingOptions.usualSteps(
      samples: data.train.count, batch: batch, rounds: usual.rounds)
    steps =
      given.steps ?? given.epochs.map { $0 * batches }
      ?? small?.steps(usual: usualSteps, batch: batch) ?? usualSteps
    warmup =
      given.warmup ?? usual.warmupShare.map { Int($0 * Double(steps)) } ?? min(warmup, steps / 7)
    marginWarmup = given.marginWarmup ?? entry.usualMarginWarmup(steps: steps)
  }
}
