import LossPlot
import Synchronization

/// Trains what a study still lacks, and says how far it is.
///
/// Trainings are numbered setting by setting, and within a setting by seed.
struct StudyRunner: Sendable {
  let study: Study
  let names: [String]
  let store: RunStore
  let jobs: Int
  let console: Console

  /// - Parameter wanted: the numbers of the trainings to do, ascending.
  /// - Returns: one outcome for each of them.
  /// - Throws: `Complaint` at the first that fails, unless `--keep-going`; else as `Trainings.run`.
  func run(_ wanted: [Int]) throws -> [TrainingOutcome] {
    let trainings = wanted.map { study.plan($0).training }
    let progress = Mutex(StudyProgress(console))
    defer { progress.withLock { $0.bar.finish() } }
    return try Trainings(store: store, jobs: jobs, clock: monotonicSeconds) { event in
      switch event {
      case .unusable(let error): try console.warn("\(error.description): trained again")
      case .found(let place):
        progress.withLock { $0.leaveOut(steps: trainings[place].options.steps) }
      case .looked(let missing):
        if !missing.isEmpty, missing.count < wanted.count {
          try console.say(
            Wording(
              "\(wanted.count - missing.count) of \(wanted.count) trainings are in \(store.folder)",
              zh: "\(wanted.count) 次训练中有 \(wanted.count - missing.count) 次已在 \(store.folder) 中"
            )[language])
        }
        progress.withLock {
          $0.begin(missing.count, steps: missing.reduce(0) { $0 + trainings[$1].options.steps })
        }
      case .step: progress.withLock { $0.advance(steps: 1) }
      case .moment: break
      case .trained(let place, _, let seconds):
        let name = label(wanted[place])
        progress.withLock { $0.end(saying: Console.trained(name, seconds: seconds, language)) }
      case .failed(let place, let failure):
        try fail(wanted[place], failure)
        progress.withLock { $0.end() }
      }
    }.run(trainings)
  }

  private var language: PageLanguage { study.values.picture.language }

  private func label(_ number: Int) -> String {
    let name = names[number / study.seeds.count]
    guard study.seeds.count > 1 else { return name }
    let seed = study.seeds[number % study.seeds.count]
    return Wording("\(name), seed \(seed)", zh: "\(name)，种子 \(seed)")[language]
  }

  private func fail(_ number: Int, _ failure: TrainingFailure) throws {
    guard study.values.compare.keepsGoing else {
      throw Complaint.settingFailed(
        name: label(number), message: failure.message, hint: failure.hint)
    }
    try console.warn("\(label(number)): \(failure.message)")
  }
}

extension Study {
  /// - Parameter number: setting by setting, and within a setting by seed.
  func plan(_ number: Int) -> TrainingPlan {
    settings[number / seeds.count].plans[number % seeds.count]
  }
}

/// How far the trainings of a study are that it did not find.
private struct StudyProgress {
  var bar: ProgressBar
  private let console: Console
  private var step = 0
  private var steps = 0
  private var done = 0
  private var all = 0

  init(_ console: Console) {
    self.console = console
    bar = ProgressBar(title: "compare", console: console)
  }

  mutating func begin(_ count: Int, steps: Int) {
    (all, self.steps) = (count, steps)
    bar = ProgressBar(title: "compare", console: console)
  }

  mutating func advance(steps count: Int) {
    step += count
    bar.update(step: step, of: max(steps, step), detail: "\(done) of \(all) trainings")
  }

  /// Of one that another process has trained meanwhile.
  mutating func leaveOut(steps: Int) {
    // What is found before the training begins was never counted.
    guard all > 0 else { return }
    advance(steps: steps)
    end()
  }

  /// - Parameter line: said where no bar shows the progress.
  mutating func end(saying line: String? = nil) {
    guard all > 0 else { return }
    done += 1
    guard let line, !console.messages.isTerminal else { return }
    // If it cannot be told, that is no reason to stop.
    try? console.say("\(line) (\(done)/\(all))")
  }
}
