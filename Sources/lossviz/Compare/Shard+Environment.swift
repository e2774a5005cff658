import LossLab

extension ShardChoice {
  /// The share that this call does; `nil` for everything, with the pictures.
  ///
  /// Slurm counts the tasks of an array from any number on and says from which to which; Kubernetes
  /// counts from 0 and does not say how many there are.
  ///
  /// - Throws: `UsageError` where a job array does not say enough.
  func shard(in environment: Environment) throws(UsageError) -> Shard? {
    switch self {
    case .none: nil
    case .share(let shard): shard
    case .automatic: try Self.ofArray(environment, count: nil)
    case .automaticOf(let count): try Self.ofArray(environment, count: count)
    }
  }

  private static func ofArray(
    _ environment: Environment, count: Int?
  ) throws(UsageError) -> Shard? {
    func number(_ name: String) -> Int? {
      environment[name].flatMap { TypedText.integer($0) }
    }
    let (name, index, ownCount): (String, Int, Int?)
    if let task = number("SLURM_ARRAY_TASK_ID") {
      let first = number("SLURM_ARRAY_TASK_MIN") ?? 0
      let step = max(1, number("SLURM_ARRAY_TASK_STEP") ?? 1)
      name = "SLURM_ARRAY_TASK_ID"
      index = (task - first) / step
      // By the last one, not by their number: an array may have holes.
      ownCount = number("SLURM_ARRAY_TASK_MAX").map { ($0 - first) / step + 1 }
    } else if let task = number("JOB_COMPLETION_INDEX") {
      (name, index, ownCount) = ("JOB_COMPLETION_INDEX", task, number("JOB_COMPLETIONS"))
    } else {
      guard let count else { return nil }
      throw .conflict(
        "--shard auto/\(count) finds no job array in the environment",
        hint: "--shard 1/\(count) names the share")
    }
    guard let all = count ?? ownCount else {
      throw .conflict(
        "\(name) says which share of the comparison this is, and nothing of how many",
        hint: "--shard auto/N says it; --shard none does everything")
    }
    guard index >= 0, index < all else {
      throw .conflict(
        "\(name) makes this share \(index + 1) of \(all)", hint: "give --shard auto/N a larger N")
    }
    return Shard(number: index + 1, count: all)
  }
}
