import LossLab

/// What was said of a training; the rest follows from the loss and the data.
public struct GivenTraining: Sendable, Equatable {
  public var steps: Int?
  public var epochs: Int?
  public var batch: Int?
  public var rate: Double?
  public var weightDecay: Double?
  public var start: ClassStart?
  /// Steps over which the rate, and the margin, rises.
  public var warmup: Int?
  public var marginWarmup: Int?
  /// Rounds over much data where neither steps nor epochs are given, and the batch where none is;
  /// `nil` for those of the loss.
  public var usualRounds: Int?
  public var usualBatch: Int?

  public init() {}
}

extension TrainingOptions {
  /// Decides what was left open; the shape of the network is known by then.
  ///
  /// Small sets of somebody's own are trained otherwise than large ones: `SmallSet`.
  public mutating func decide(_ given: GivenTraining, entry: LossEntry, data: Dataset) {
    let small = SmallSet(data)
    learningRate = given.rate ?? small?.rate(usual: learningRate) ?? learningRate
    weightDecay = given.weightDecay ?? small?.weightDecay(usual: weightDecay) ?? weightDecay
    start = given.start ?? (small == nil ? start : .found)
    let usualBatch = given.usualBatch ?? entry.usualBatch(of: network)
    batch = given.batch ?? small?.batch(usual: usualBatch) ?? usualBatch
    let batches = (data.train.count + batch - 1) / batch
    steps =
      given.steps ?? given.epochs.map { $0 * batches }
      ?? TrainingOptions.usualSteps(
        samples: data.train.count, batch: batch,
        rounds: given.usualRounds ?? entry.usualRounds(of: network))
    warmup = given.warmup ?? min(warmup, steps / 7)
    marginWarmup = given.marginWarmup ?? entry.usualMarginWarmup(steps: steps)
  }
}
