import LossPlot
import Synchronization

/// The trainings of a comparison on their way, as its film shows them.
struct StudyFilm {
  let outcome: StudyOutcome
  let jobs: Int
  let console: Console

  /// The moments of each setting's median training; none for a setting that failed.
  func record() throws -> [[Moment]] {
    let watched = outcome.rows.map(training)
    let trainings = watched.compactMap { $0 }
    let all = trainings.reduce(0) { $0 + $1.options.steps }
    let state = Mutex(
      (
        bar: ProgressBar(title: "film", console: console), done: 0,
        moments: trainings.map { _ in [Moment]() }
      ))
    defer { state.withLock { $0.bar.finish() } }
    _ = try Trainings(jobs: jobs, clock: monotonicSeconds) { event in
      switch event {
      case .moment(let place, let moment): state.withLock { $0.moments[place].append(moment) }
      case .step:
        state.withLock {
          $0.done += 1
          $0.bar.update(step: $0.done, of: all, detail: "")
        }
      case .unusable, .found, .looked, .trained, .failed: break
      }
    }.run(trainings)
    var recorded = state.withLock { $0.moments }[...]
    return watched.map { $0 == nil ? [] : recorded.removeFirst() }
  }

  /// The median training of a setting, with what is to be watched of it.
  private func training(_ row: StudyOutcome.Row) -> Training? {
    guard let run = row.median else { return nil }
    let plan = row.setting.plan(of: run)
    var training = plan.training
    training.moments = plan.filmed(outcome.study.values.picture)
    return training
  }
}
