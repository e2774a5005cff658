/// Pairs that two models judge differently, each at its own threshold.
package struct VerdictChanges: Sendable {
  /// Pairs that the first model judges wrongly and the second rightly, and the other way round.
  package private(set) var mended = 0
  package private(set) var broken = 0
  /// How many were compared.
  package private(set) var pairs = 0
  /// Those that change by the most, at most `shown`; by row.
  package private(set) var changes: [Change] = []
  private let thresholds: (Double, Double)

  package struct Change: Sendable, Equatable {
    package let first: Int
    package let second: Int
    /// Whether both are of one class.
    package let isPositive: Bool
    /// Whether the second model takes them for one class; the first says the opposite.
    package let isAccepted: Bool
    /// By how much their likeness moved over both thresholds.
    package let step: Double
  }

  package static let shown = 50
  /// Of more samples, so many are taken evenly.
  package static let rowLimit = 3000

  /// - Parameters:
  ///   - models: the same samples in the same order, as their metric compares them.
  ///   - thresholds: one each: pairs at least so alike are accepted.
  ///   - pairs: `nil` for all.
  package init(
    _ models: (FeatureRows, FeatureRows), labels: [Int], thresholds: (Double, Double),
    pairs: [ListedPair]?
  ) {
    self.thresholds = thresholds
    if let pairs {
      for pair in pairs {
        add(
          pair.first, pair.second, pair.isPositive,
          models.0.compared(pair.first, pair.second).likeness,
          models.1.compared(pair.first, pair.second).likeness)
      }
    } else {
      let rows = evenly(Array(labels.indices), Self.rowLimit)
      let units = (
        UnitRows(models.0.rows(at: rows), isExact: true),
        UnitRows(models.1.rows(at: rows), isExact: true)
      )
      var (one, two) = (CosineBlock(), CosineBlock())
      for line in rows.indices where line > 0 {
        one.fill(units.0, line..<line + 1, units.0, 0..<line)
        two.fill(units.1, line..<line + 1, units.1, 0..<line)
        for column in 0..<line {
          add(
            rows[column], rows[line], labels[rows[column]] == labels[rows[line]],
            one.values[column], two.values[column])
        }
      }
    }
    keepLargest()
  }

  private mutating func add(
    _ first: Int, _ second: Int, _ isPositive: Bool, _ before: Double, _ after: Double
  ) {
    pairs += 1
    let (was, now) = (before >= thresholds.0, after >= thresholds.1)
    guard was != now else { return }
    if now == isPositive { mended += 1 } else { broken += 1 }
    changes.append(
      Change(
        first: first, second: second, isPositive: isPositive, isAccepted: now,
        step: abs(before - thresholds.0) + abs(after - thresholds.1)))
    // Now and then only, so that it costs next to nothing.
    if changes.count > 100 * Self.shown { keepLargest() }
  }

  private mutating func keepLargest() {
    let sorted = changes.sorted {
      if $0.step != $1.step { return $0.step > $1.step }
      return ($0.first, $0.second) < ($1.first, $1.second)
    }
    changes = Array(sorted.prefix(Self.shown))
  }
}
