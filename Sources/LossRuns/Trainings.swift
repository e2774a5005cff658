import LossSystem

/// Trains whatever anybody wants trained, several at once, and keeps what is finished.
///
/// The one caller of the trainer: commands, comparisons and figures differ in what they say and in
/// what a failure is to them, which they decide in `report`.
package struct Trainings: Sendable {
  /// Where finished trainings are found and kept; `nil` for nowhere.
  package var store: RunStore?
  /// Threads, and so most trainings at once.
  package var jobs: Int
  /// Whether a training that failed before is tried again, to see how it fails.
  package var retriesFailures = false
  /// Seconds of some clock.
  package var clock: @Sendable () -> Double
  /// Called from any thread; after an error no further training begins, and that of the earliest
  /// training is thrown.
  package var report: @Sendable (Event) throws -> Void

  /// A training by its place among those that were asked for.
  package enum Event: Sendable {
    /// A kept run that cannot be read: it is trained again.
    case unusable(FileError)
    /// Kept before; after `looked`, by another process meanwhile.
    case found(Int)
    /// All kept ones are found; these are left to train.
    case looked(missing: [Int])
    case step(Int, TrainingProgress)
    case moment(Int, Moment)
    case trained(Int, title: String, seconds: Double)
    /// Now, or before and kept.
    case failed(Int, TrainingFailure)
  }

  package init(
    store: RunStore? = nil, jobs: Int = 1, clock: @escaping @Sendable () -> Double = { 0 },
    report: @escaping @Sendable (Event) throws -> Void = { _ in }
  ) {
    self.store = store
    self.jobs = jobs
    self.clock = clock
    self.report = report
  }

  /// What came of every training, in their order.
  ///
  /// - Throws: what `report` throws, `FileError` where a run cannot be kept, `MemoryShortage`, and
  ///   what a training says that no other one could do better.
  package func run(_ trainings: [Training]) throws -> [TrainingOutcome] {
    var outcomes: [TrainingOutcome?] = trainings.map { _ in nil }
    if store != nil {
      outcomes = try runEach(trainings.count, threads: jobs) { place in
        try findKept(trainings[place], at: place)
      }
    }
    let missing = outcomes.indices.filter { outcomes[$0] == nil }
    try report(.looked(missing: missing))
    try checkMemory(missing.map { trainings[$0] })
    let trained = try each(missing.count) { index, parallel in
      try trainAndKeep(trainings[missing[index]], at: missing[index], parallel)
    }
    for (place, outcome) in zip(missing, trained) { outcomes[place] = outcome }
    return outcomes.compactMap { $0 }
  }

  /// Calls `body` with all numbers; threads without one help the others.
  package func each<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int, ParallelFor) throws -> Value
  ) throws -> [Value] {
    if count == 1 {
      return [try body(0, WorkerPool(threads: jobs).parallelFor)]
    }
    let pools = OpenPools()
    return try runEach(count, threads: jobs, idle: pools.help) { place in
      try pools.withPool { try body(place, $0) }
    }
  }

  /// Asks for the memory of as many trainings as go on at once.
  private func checkMemory(_ trainings: [Training]) throws(MemoryShortage) {
    let count = min(jobs, trainings.count)
    guard count > 1 else { return }
    let largest = trainings.map { MemoryEstimate($0).bytes }.max() ?? 0
    try MemoryRoom.check(
      Double(count) * largest, for: "\(count) trainings at once",
      hint: "--jobs 1 takes \(MemoryShortage.size(largest))")
  }

  private func findKept(_ training: Training, at place: Int) throws -> TrainingOutcome? {
    switch store?.find(training.recipe) {
    case .nothing?, nil: return nil
    case .unusable(let error)?:
      try report(.unusable(error))
      return nil
    case .run(let run)?:
      try report(.found(place))
      return .success(run)
    case .failure(let message, let hint)?:
      if retriesFailures { return nil }
      return .failure(try failed(TrainingFailure(message: message, hint: hint), at: place))
    }
  }

  private func trainAndKeep(
    _ training: Training, at place: Int, _ parallel: ParallelFor
  ) throws -> TrainingOutcome {
    // Another process that shares the folder may have been quicker.
    if let store, store.contains(training.recipe), case .run(let run) = store.find(training.recipe)
    {
      try report(.found(place))
      return .success(run)
    }
    do {
      let run = try train(training, at: place, parallel)
      try store?.keep(run, recipe: training.recipe, data: training.facts)
      try report(.trained(place, title: training.title, seconds: run.trainingSeconds))
      return .success(run)
    } catch let error as LabError {
      guard let failure = TrainingFailure(error) else { throw error }
      try store?.keepFailure(message: failure.message, hint: failure.hint, recipe: training.recipe)
      return .failure(try failed(failure, at: place))
    }
  }

  private func failed(_ failure: TrainingFailure, at place: Int) throws -> TrainingFailure {
    try report(.failed(place, failure))
    return failure
  }

  private func train(
    _ training: Training, at place: Int, _ parallel: ParallelFor
  ) throws -> Run {
    var refusal: (any Error)?
    func say(_ event: Event) {
      guard refusal == nil else { return }
      do { try report(event) } catch { refusal = error }
    }
    let moments = training.moments.map { wanted in
      MomentRequest(steps: wanted.steps, trainRows: wanted.trainRows) { say(.moment(place, $0)) }
    }
    do {
      return try LossLab.train(
        training.entry, settings: training.settings, options: training.options,
        data: training.data, parallel: parallel, moments: moments, clock: clock
      ) { progress in
        say(.step(place, progress))
        return refusal == nil
      }
    } catch {
      throw refusal ?? error
    }
  }
}

package typealias TrainingOutcome = Result<Run, TrainingFailure>

/// A training that did not stay finite, or collapsed.
package struct TrainingFailure: Error, Equatable, Sendable {
  /// `nil` for one that was kept.
  package let cause: LabError?
  package let message: String
  package let hint: String

  package init(message: String, hint: String) {
    cause = nil
    self.message = message
    self.hint = hint
  }

  /// `nil` for what is no outcome of a training.
  init?(_ error: LabError) {
    switch error {
    case .diverged, .collapsed:
      cause = error
      message = error.description
      hint = error.hint
    case .unknownLoss, .outOfRange, .outOfOrder, .batchOutOfRange, .misfit, .badData,
      .badParameter, .stopped:
      return nil
    }
  }

  /// The error as the trainer says it, where it was there.
  package var error: any Error { cause ?? self }
}

extension Result<Run, TrainingFailure> {
  /// - Throws: the error of the trainer.
  package func run() throws -> Run { try mapError(\.error).get() }
}
