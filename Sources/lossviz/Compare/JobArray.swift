/// A job array of a batch system, as a task of it sees it in its environment.
struct JobArray: Equatable, Sendable {
  /// The variable that says which task this is.
  let variable: String
  let task: Int
  /// The first and the last task of this submission; `nil` where the system does not say.
  var first: Int?
  var last: Int?
  var step = 1
  /// How many tasks were submitted: fewer than from first to last where some are left out.
  var count: Int?

  /// The numbers that a task of a whole array has: `first`, and so on by `step`.
  struct Numbering: Codable, Equatable, Sendable {
    let first: Int
    let step: Int
    let count: Int

    /// The share of a task, from 1; `nil` for a number between two tasks or beyond.
    func share(of task: Int) -> Shard? {
      let (index, rest) = (task - first).quotientAndRemainder(dividingBy: step)
      guard task >= first, rest == 0, index < count else { return nil }
      return Shard(number: index + 1, count: count)
    }
  }

  /// The array's own numbering where no task of it is left out.
  var whole: Numbering? {
    guard let first, let last else { return nil }
    let span = (last - first) / step + 1
    guard count == nil || count == span else { return nil }
    return Numbering(first: first, step: step, count: span)
  }
}

extension JobArray {
  /// The names that a batch system gives to what it says of an array.
  private struct Names {
    let task: String
    var first: String?
    var last: String?
    var step: String?
    var count: String?
    /// What the task's variable is in a job that is no array.
    var none: String?
    /// The first task where it is always the same.
    var alwaysFirst: Int?
  }

  private static let systems = [
    Names(
      task: "SLURM_ARRAY_TASK_ID", first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX",
      step: "SLURM_ARRAY_TASK_STEP", count: "SLURM_ARRAY_TASK_COUNT"),
    Names(task: "PBS_ARRAY_INDEX"), Names(task: "PBS_ARRAYID"),
    Names(
      task: "SGE_TASK_ID", first: "SGE_TASK_FIRST", last: "SGE_TASK_LAST",
      step: "SGE_TASK_STEPSIZE", none: "undefined"),
    // The step is that of the last task, whatever the first is.
    Names(task: "LSB_JOBINDEX", none: "0"),
    Names(task: "JOB_COMPLETION_INDEX", count: "JOB_COMPLETIONS", alwaysFirst: 0),
  ]

  /// The array that this process is a task of; `nil` for none.
  ///
  /// - Throws: `UsageError` for values that are no numbers or contradict one another, and where two
  ///   systems say which task this is.
  static func current(_ environment: Environment) throws(UsageError) -> JobArray? {
    var found: JobArray?
    for names in systems {
      guard let array = try JobArray(names, environment) else { continue }
      if let found {
        throw .conflict(
          "\(found.variable) and \(array.variable) both say which share this is",
          hint: "--shard I/N says it, --shard none does everything")
      }
      found = array
    }
    return found
  }

  private init?(_ names: Names, _ environment: Environment) throws(UsageError) {
    func number(_ name: String?) throws(UsageError) -> Int? {
      guard let name, let text = environment[name], !text.isEmpty else { return nil }
      guard let value = TypedText.integer(text), (0...1_000_000_000).contains(value) else {
        throw .conflict(
          "\(name) is '\(text)', which is no number of a job array",
          hint: "--shard I/N says which share this is, --shard none does everything")
      }
      return value
    }
    guard environment[names.task] != names.none, let task = try number(names.task) else {
      return nil
    }
    self.init(variable: names.task, task: task)
    first = try number(names.first) ?? names.alwaysFirst
    last = try number(names.last)
    step = max(1, try number(names.step) ?? 1)
    count = try number(names.count)
    if let count, last == nil, let first = names.alwaysFirst { last = first + count - 1 }
    try checkAgreement()
  }

  private func checkAgreement() throws(UsageError) {
    var agrees = task >= first ?? 0 && task <= last ?? .max
    if let first, let last {
      agrees = agrees && (task - first) % step == 0
      if let count { agrees = agrees && count >= 1 && count <= (last - first) / step + 1 }
    }
    guard !agrees else { return }
    let range = "\(first.map(String.init) ?? "?") to \(last.map(String.init) ?? "?")"
    throw .conflict(
      "\(variable) is \(task), in an array of \(count.map { "\($0) tasks" } ?? "tasks") from"
        + " \(range)\(step > 1 ? " by \(step)" : "")",
      hint: "the variables of the job array contradict one another; --shard I/N says the share")
  }
}
