import LossPlot

/// A command with everything that was given for it, from all sources.
struct Arguments: Sendable {
  /// Lowest rank first, so that the last one written wins.
  let assignments: [Assignment]
  let operands: [String]
  /// The one that the options were read from; a job array speaks through it, too.
  var environment = Environment { _ in nil }
  /// Of a picture that is drawn again.
  var replay: ReplayLimits?

  init(assignments: [Assignment], operands: [String] = []) {
    let usable = Arguments.usable(assignments)
    // Stable by construction: `sort` promises no order among equals.
    self.assignments = (1...3).flatMap { rank in usable.filter { $0.value.source.rank == rank } }
    self.operands = operands
  }

  /// What everything given for this command says.
  func values() throws(UsageError) -> GivenValues {
    var values = GivenValues()
    try checkRivals()
    var cleared: [String: Int] = [:]
    for assignment in assignments {
      let option = assignment.option
      let rank = assignment.value.source.rank
      // A list of a higher rank replaces that of a lower one, instead of adding to it.
      if option.isRepeatable, cleared.updateValue(rank, forKey: option.name) != rank {
        option.clear(&values)
      }
      do {
        try option.write(&values, assignment.value)
      } catch {
        throw .badValue(assignment.value.label, assignment.value.text, error)
      }
    }
    return values
  }

  /// Options that say the same thing in two ways.
  private static let rivals = ["steps", "epochs"]

  private func checkRivals() throws(UsageError) {
    let given = Self.rivals.compactMap { name in
      assignments.first { $0.option.name == name }?.value.label
    }
    guard given.count > 1 else { return }
    throw .conflict("\(given[0]) and \(given[1]) say the same thing", hint: "give one of them")
  }

  /// Leaves out what a higher rank has made meaningless.
  private static func usable(_ assignments: [Assignment]) -> [Assignment] {
    func rank(_ name: String) -> Int {
      assignments.filter { $0.option.name == name }.map { $0.value.source.rank }.max() ?? 0
    }
    let highest = rivals.map(rank).max()
    let losses = LossLayers(assignments)
    return assignments.filter {
      let name = $0.option.name
      return losses.isUsable($0) && (!rivals.contains(name) || rank(name) == highest)
    }
  }
}

/// Which hyper-parameters still mean something where one source names the loss and another one
/// names the hyper-parameter.
private struct LossLayers {
  /// The loss that counts, and the rank of what named it; `nil` for an unknown one, which is an
  /// error of its own.
  private let entry: LossEntry?
  private let rank: Int
  /// The loss that the configuration was written for.
  private let configured: LossEntry?

  init(_ assignments: [Assignment]) {
    let losses = assignments.filter { $0.option.name == "loss" }
    let top = losses.max { $0.value.source.rank < $1.value.source.rank }
    rank = top?.value.source.rank ?? 0
    entry = Self.entry(top)
    configured = Self.entry(losses.last { $0.value.source.rank == 1 })
  }

  private static func entry(_ assignment: Assignment?) -> LossEntry? {
    guard let assignment else { return .standard }
    return LossEntry.all.first { $0.isNamed(assignment.value.text) }
  }

  func isUsable(_ assignment: Assignment) -> Bool {
    guard let entry, assignment.option.isOfLosses else { return true }
    let name = assignment.option.name
    switch assignment.value.source {
    case .commandLine: return true
    // The environment speaks to all commands, so also to those with another loss.
    case .environment: return entry.option(named: name) != nil
    case .configuration:
      guard rank > 1, let configured else { return true }
      // m of CosFace is a cosine, m of ArcFace an angle: only what means the same goes over.
      guard let own = entry.option(named: name), let old = configured.option(named: name) else {
        return false
      }
      return own.isLike(old)
    }
  }
}
