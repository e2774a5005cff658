import LossLab

/// The share that a call does, and the array whose numbering others should go by.
struct ShardDecision: Equatable, Sendable {
  /// `nil` for everything, with the pictures.
  var shard: Shard?
  /// To be kept, so that single tasks can be done again.
  var numbering: JobArray.Numbering?
  /// What is said of it; empty where it is what everybody expects.
  var note = ""
}

extension ShardChoice {
  /// The share that this call does.
  ///
  /// Where all tasks of an array are there, the first does the first share. What is only a part of
  /// an array, submitted again for tasks that failed, must divide as the whole did: by the
  /// numbering that the whole left behind, else by the size that `auto/N` says.
  ///
  /// - Parameter kept: the numbering of the whole array that began this comparison.
  /// - Throws: `UsageError` where a job array does not say enough.
  func decision(
    in environment: Environment, kept: JobArray.Numbering? = nil
  ) throws(UsageError) -> ShardDecision {
    switch self {
    case .none: ShardDecision()
    case .share(let shard): ShardDecision(shard: shard)
    case .automatic: try Self.ofArray(environment, count: nil, kept)
    case .automaticOf(let count): try Self.ofArray(environment, count: count, kept)
    }
  }

  private static func ofArray(
    _ environment: Environment, count: Int?, _ kept: JobArray.Numbering?
  ) throws(UsageError) -> ShardDecision {
    guard let array = try JobArray.current(environment) else {
      guard let count else { return ShardDecision() }
      throw .conflict(
        "--shard auto/\(count) finds no job array in the environment",
        hint: "--shard 1/\(count) names the share")
    }
    if let shard = array.share(of: kept, count: count) {
      let note =
        "share \(shard.number) of the \(shard.count) of the array that began this comparison"
      return ShardDecision(shard: shard, numbering: nil, note: note)
    }
    if let whole = array.whole, (count ?? whole.count) == whole.count,
      let shard = whole.share(of: array.task)
    {
      // An array of one task may as well be a part of another.
      guard count != nil || whole.count > 1 || array.task <= 1 else {
        throw array.lacksSize
      }
      return ShardDecision(shard: shard, numbering: whole)
    }
    guard let count else { throw array.lacksSize }
    guard let shard = array.share(ofAll: count) else {
      throw .conflict(
        "\(array.variable) is \(array.task), and --shard auto/\(count) has \(count) shares",
        hint: "give --shard auto/N the size of the whole array")
    }
    return ShardDecision(shard: shard)
  }
}

extension JobArray {
  /// By the numbering of an array of which this one is a part.
  fileprivate func share(of kept: Numbering?, count: Int?) -> Shard? {
    guard let kept, kept != whole, count == nil || count == kept.count else { return nil }
    // Another array, begun anew, has tasks that the kept one has not.
    for number in [task, first ?? task, last ?? task] where kept.share(of: number) == nil {
      return nil
    }
    return kept.share(of: task)
  }

  /// Of an array of so many tasks that counts from 0 or 1.
  ///
  /// A system that does not say where it begins gives task 0 the last share: every other task then
  /// has the share of its own number, wherever the array begins.
  fileprivate func share(ofAll count: Int) -> Shard? {
    let number =
      if let first { first == 0 ? task + 1 : task } else { task == 0 ? count : task }
    guard number <= count else { return nil }
    return Shard(number: number, count: count)
  }

  fileprivate var lacksSize: UsageError {
    let clause =
      if let first, let last {
        "this job array has \(self.count.map { "\($0) of the" } ?? "the") tasks \(first) to"
          + " \(last), and nothing says how many the whole has"
      } else {
        "\(variable) says which share of the comparison this is, and nothing of how many"
      }
    return .conflict(
      clause, hint: "--shard auto/N says it, I/N names the share; --shard none does everything")
  }
}
