import LossLab

/// What was said of the length of a training; the rest follows from the loss and the data.
public struct GivenSteps: Sendable, Equatable {
  public var steps: Int?
  public var epochs: Int?
  public var batch: Int?
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
  /// Decides all lengths for so many training samples; the shape of the network is known by then.
  public mutating func decide(_ given: GivenSteps, entry: LossEntry, samples: Int) {
    batch = given.batch ?? given.usualBatch ?? entry.usualBatch(of: network)
    let batches = (samples + batch - 1) / batch
    steps =
      given.steps ?? given.epochs.map { $0 * batches }
      ?? TrainingOptions.usualSteps(
        samples: samples, batch: batch,
        rounds: given.usualRounds ?? entry.usualRounds(of: network))
    warmup = given.warmup ?? min(100, steps / 7)
    marginWarmup = given.marginWarmup ?? entry.usualMarginWarmup(steps: steps)
  }
}
