import LossLab
import LossPlot
import Synchronization

/// What several threads share while they train a study: the next place, the results, the progress.
final class StudyBoard: Sendable {
  private let state: Mutex<State>

  private struct State {
    var queue: [Int]
    var next = 0
    var results: [StudyResult?]
    /// Of the earliest place that failed: every earlier one was begun before and is waited for, so
    /// that the same error is reported however many jobs there are.
    var error: (place: Int, error: any Error)?
    var bar: ProgressBar?
    var console: Console?
    var step = 0
    var steps = 0
    var done = 0
    var all = 0
  }

  /// - Parameter wanted: the trainings; a place is an index of it.
  init(wanted: [Int]) {
    state = Mutex(
      State(
        queue: Array(wanted.indices), results: Array(repeating: nil, count: wanted.count)))
  }

  /// How many places there are.
  var count: Int { state.withLock { $0.results.count } }

  func restart() { state.withLock { $0.next = 0 } }

  /// The next place, until there is none or one has failed.
  func next() -> Int? {
    state.withLock { state in
      guard state.error == nil, state.next < state.queue.count else { return nil }
      state.next += 1
      return state.queue[state.next - 1]
    }
  }

  /// The places without a result.
  var missing: [Int] {
    state.withLock { state in state.results.indices.filter { state.results[$0] == nil } }
  }

  /// - Precondition: all places have a result.
  var results: [StudyResult] {
    state.withLock { state in state.results.compactMap { $0 } }
  }

  /// Gives out these places from now on, and shows how far they are.
  func begin(_ places: [Int], steps: [Int], _ console: Console) {
    state.withLock { state in
      state.queue = places
      state.steps = steps.reduce(0, +)
      state.all = places.count
      state.done = 0
      state.console = console
      state.bar = ProgressBar(title: "compare", console: console)
    }
  }

  /// One step of one training is done.
  func step() { skip(steps: 1) }

  func skip(steps: Int) {
    state.withLock { state in
      state.step += steps
      state.bar?.update(
        step: state.step, of: max(state.steps, state.step),
        detail: "\(state.done) of \(state.all) trainings")
    }
  }

  /// - Parameter line: said where no bar shows the progress.
  func post(_ result: StudyResult, at place: Int, saying line: String? = nil) {
    state.withLock { state in
      state.results[place] = result
      state.done += 1
      guard let line, let console = state.console, !console.messages.isTerminal else { return }
      do {
        try console.say("\(line) (\(state.done) of \(state.all))")
      } catch {
        // Progress that cannot be told is no reason to stop.
      }
    }
  }

  func fail(_ error: any Error, at place: Int) {
    state.withLock { state in
      if let known = state.error, known.place <= place { return }
      state.error = (place, error)
    }
  }

  func finish() { state.withLock { $0.bar?.finish() } }

  func rethrow() throws {
    if let error = state.withLock({ $0.error?.error }) { throw error }
  }
}
