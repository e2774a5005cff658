import LossLab
import LossPlot
import Synchronization

/// What became of one training of a study.
enum StudyResult: Sendable {
  case finished(Run)
  /// It did not stay finite, or collapsed.
  case failed(message: String, hint: String)
}

/// Trains what a study still lacks, one training a core, the last ones on the cores that are left,
/// and keeps each when it is finished.
///
/// Trainings are numbered setting by setting, and within a setting by seed.
struct StudyRunner: Sendable {
  let study: Study
  let names: [String]
  let store: RunStore
  let jobs: Int
  let console: Console

  /// - Parameter wanted: the numbers of the trainings to do, ascending.
  /// - Returns: one result for each of them.
  /// - Throws: `StudyError` at the first that fails, unless `--keep-going`; `FileError`, and what a
  ///   training says that no other one could do better.
  func run(_ wanted: [Int]) throws -> [StudyResult] {
    let board = StudyBoard(wanted: wanted)
    parallel(board) { place in try load(wanted[place], for: board, at: place) }
    try board.rethrow()
    let missing = board.missing
    if !missing.isEmpty, missing.count < wanted.count {
      try console.say(
        "\(wanted.count - missing.count) of \(wanted.count) trainings are in \(store.folder)")
    }
    try checkMemory(missing.map { wanted[$0] })
    board.begin(missing, steps: missing.map { plan(wanted[$0]).options.training.steps }, console)
    let pools = OpenPools()
    parallel(board, pools) { place in
      try pools.withPool { try train(wanted[place], for: board, at: place, $0) }
    }
    board.finish()
    try board.rethrow()
    return board.results
  }

  /// Asks for the memory of as many trainings as go on at once.
  private func checkMemory(_ numbers: [Int]) throws(MemoryShortage) {
    let count = min(jobs, numbers.count)
    guard count > 1 else { return }
    let largest = numbers.map { MemoryEstimate(plan($0)).bytes }.max() ?? 0
    try MemoryRoom.check(
      Double(count) * largest, for: "\(count) trainings at once",
      hint: "--jobs 1 takes \(MemoryShortage.size(largest))")
  }

  private func plan(_ number: Int) -> TrainingPlan {
    study.settings[number / study.seeds.count].plans[number % study.seeds.count]
  }

  private func label(_ number: Int) -> String {
    let name = names[number / study.seeds.count]
    guard study.seeds.count > 1 else { return name }
    return "\(name), seed \(study.seeds[number % study.seeds.count])"
  }

  /// Calls `body` with the places that the board gives out, as many at once as there are jobs; a
  /// job that finds no place any more helps those that still work.
  private func parallel(
    _ board: StudyBoard, _ pools: OpenPools? = nil,
    _ body: @escaping @Sendable (Int) throws -> Void
  ) {
    board.restart()
    runTogether(threads: min(jobs, board.count)) {
      while let place = board.next() {
        do {
          try body(place)
        } catch {
          board.fail(error, at: place)
        }
      }
      pools?.help()
    }
  }

  private func load(_ number: Int, for board: StudyBoard, at place: Int) throws {
    switch store.find(plan(number).recipe.training) {
    case .nothing: return
    case .unusable(let error):
      try console.warn("\(error.description): trained again")
    case .run(let run): board.post(.finished(run), at: place)
    case .failure(let message, let hint):
      try fail(number, message: message, hint: hint, board, place)
    }
  }

  private func train(
    _ number: Int, for board: StudyBoard, at place: Int, _ parallel: ParallelFor
  ) throws {
    let plan = plan(number)
    // Another process that shares the folder may have been quicker.
    if store.contains(plan.recipe.training),
      case .run(let run) = store.find(plan.recipe.training)
    {
      board.skip(steps: plan.options.training.steps)
      board.post(.finished(run), at: place)
      return
    }
    do throws(LabError) {
      let run = try LossLab.train(
        plan.entry, settings: plan.settings, options: plan.options.training, data: plan.data,
        parallel: parallel, clock: monotonicSeconds
      ) { _ in
        board.step()
        return true
      }
      try keep(run, number, board, place)
    } catch {
      switch error {
      case .diverged, .collapsed:
        try store.keepFailure(
          message: error.description, hint: error.hint, recipe: plan.recipe.training)
        try fail(number, message: error.description, hint: error.hint, board, place)
      case .unknownLoss, .outOfRange, .inapplicable, .badData, .stopped: throw error
      }
    }
  }

  private func keep(
    _ run: Run, _ number: Int, _ board: StudyBoard, _ place: Int
  ) throws(LabError) {
    let plan = plan(number)
    let line =
      "\(label(number)): trained in \(decimalText(run.trainingSeconds, places: 2)) s"
    do throws(FileError) {
      try store.keep(run, recipe: plan.recipe.training, data: plan.facts)
    } catch {
      board.fail(error, at: place)
      return
    }
    board.post(.finished(run), at: place, saying: line)
  }

  private func fail(
    _ number: Int, message: String, hint: String, _ board: StudyBoard, _ place: Int
  ) throws {
    guard study.options.compare.keepsGoing else {
      throw StudyError.settingFailed(name: label(number), message: message, hint: hint)
    }
    try console.warn("\(label(number)): \(message)")
    board.post(.failed(message: message, hint: hint), at: place)
  }
}

extension Recipe {
  /// Without what only a picture is drawn by: the same training under another theme is the same.
  var training: Recipe {
    var copy = self
    let names = Command.train.options.filter { $0.group == .picture }.map(\.name)
    copy.entries.removeAll { names.contains($0.name) }
    return copy
  }
}
