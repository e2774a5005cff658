/// Where a training stands; handed to the caller before each step.
public struct TrainingProgress: Sendable {
  /// Steps done.
  public let step: Int
  /// Steps in all.
  public let steps: Int
  /// Of the batch of the step before; NaN before the first.
  public let loss: Double
}

/// Trains a network with one loss and measures what it learned.
///
/// - Parameters:
///   - settings: hyper-parameters with every `auto` resolved.
///   - parallel: what the work is shared out to; the run is the same whatever it is.
///   - progress: called before each step; `false` stops the training.
/// - Throws: `LabError.diverged` when a loss or gradient is not finite, `LabError.collapsed` when
///   the features end up in one place, `LabError.stopped`.
public func train(
  _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, data: Dataset,
  parallel: ParallelFor = .serial, progress: (TrainingProgress) -> Bool = { _ in true }
) throws(LabError) -> Run {
  try train(
    entry, settings: settings, options: options, data: data, parallel: parallel, moments: nil,
    progress: progress)
}

/// The same with what is asked of it on the way.
///
/// - Parameters:
///   - moments: what to hand out, to draw a film of; the run is the same without.
///   - clock: seconds of some clock, for `Run.trainingSeconds`; LossLab has none of its own.
package func train(
  _ entry: LossEntry, settings: LossSettings, options: TrainingOptions, data: Dataset,
  parallel: ParallelFor = .serial, moments: MomentRequest?,
  clock: @Sendable () -> Double = { 0 }, progress: (TrainingProgress) -> Bool = { _ in true }
) throws(LabError) -> Run {
  let start = clock()
  var watching = 0.0
  var wanted = moments?.steps[...] ?? []
  var trainer = try Trainer(
    entry, settings: settings, options: options, data: data, parallel: parallel)
  var loss = Double.nan
  for step in 0..<options.steps {
    guard progress(TrainingProgress(step: step, steps: options.steps, loss: loss)) else {
      throw .stopped
    }
    var moment: Moment?
    if let moments, wanted.first == step {
      let before = clock()
      wanted.removeFirst()
      moment = trainer.moment(trainRows: moments.trainRows)
      watching += clock() - before
    }
    loss = try trainer.step()
    if var moment {
      moment.loss = loss
      moments?.receive(moment)
    }
  }
  let seconds = clock() - start - watching
  return try trainer.finish(seconds: seconds)
}
