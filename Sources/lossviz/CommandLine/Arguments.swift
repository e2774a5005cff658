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
    self.assignments = (1...3).flatMap { rank in
      usable.filter { $0.value.source.rank == rank }
    }
    self.operands = operands
  }

  /// What everything given for this command says.
  ///
  /// - Throws: `UsageError`.
  func values() throws(UsageError) -> GivenValues {
    var values = GivenValues()
    try checkRivals()
    var highestRank: [(name: String, rank: Int)] = []
    for assignment in assignments {
      let option = assignment.option
      let rank = assignment.value.source.rank
      // A list of a higher rank replaces that of a lower one, instead of adding to it.
      let isFirstOfRank = !highestRank.contains { $0.name == option.name && $0.rank == rank }
      if option.isRepeatable, isFirstOfRank {
        option.clear(&values)
        highestRank.append((option.name, rank))
      }
      do {
        try option.write(&values, assignment.value)
      } catch {
        throw .badValue(
          label: assignment.value.label, value: assignment.value.text, expected: error.expected,
          nearest: error.nearest)
      }
    }
    return values
  }

  /// Options that say the same thing in two ways.
  private static let rivals = [("steps", "epochs")]

  private func checkRivals() throws(UsageError) {
    for (first, second) in Self.rivals {
      guard let one = assignments.first(where: { $0.option.name == first }),
        let other = assignments.first(where: { $0.option.name == second })
      else { continue }
      throw .conflict(
        "\(one.value.label) and \(other.value.label) say the same thing", hint: "give one of them")
    }
  }

  /// Leaves out what a higher rank has made meaningless.
  private static func usable(_ assignments: [Assignment]) -> [Assignment] {
    func rank(_ name: String) -> Int {
      assignments.filter { $0.option.name == name }.map { $0.value.source.rank }.max() ?? 0
    }
    var result = assignments
    for (first, second) in rivals {
      let (one, other) = (rank(first), rank(second))
      result.removeAll {
        $0.option.name == (one < other ? first : second) && one != other
      }
    }
    let losses = LossLayers(assignments)
    return result.filter { losses.isUsable($0) }
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
    let own = losses.last { $0.value.source.rank == 1 }
    configured = Self.entry(own)
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
