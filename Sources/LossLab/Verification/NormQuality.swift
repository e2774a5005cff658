/// Whether a short feature is a poor one: errors among pairs of one class when the shortest features
/// are rejected first (error against reject, Grother and Tabassi 2007).
package struct NormQuality: Sendable {
  /// For rejected shares of 0, 5, … 50 % the share of pairs of one class that are refused; NaN where
  /// no pair is left.
  package let falseRejects: [Double]
  /// For each rejected share the length below which features are rejected, as the file has them.
  package let lengths: [Double]
  /// The operating point at which they are refused: of a false accept rate of 10 to this power.
  package let exponent: Int

  package static let steps = 20

  package var rejected: [Double] { falseRejects.indices.map { Double($0) / Double(Self.steps) } }

  /// How much of the errors rejecting a fifth takes away, 0…1; negative where it adds; NaN where
  /// there are none.
  package var gain: Double {
    falseRejects[0] > 0 ? 1 - falseRejects[Self.steps / 5] / falseRejects[0] : .nan
  }

  /// - Returns: `nil` where no operating point is measured or all features are of one length.
  init?(
    _ rows: FeatureRows, _ units: UnitRows, labels: [Int], _ verification: Verification,
    _ parallel: ParallelFor
  ) {
    guard let point = verification.usualPoint else { return nil }
    let norms = rows.relativeNorms
    let middle = mean(norms)
    guard middle > 0, norms.contains(where: { abs($0 - middle) > 1e-4 * middle }) else {
      return nil
    }
    let parts = Self.parts(of: norms)
    let people = PersonRows(labels)
    // For each person and part: pairs whose shorter feature lies in it, and those refused.
    let counts = parallel.map(people.counts.count) { person in
      var counts = Array(repeating: (all: 0.0, refused: 0.0), count: Self.steps)
      let own = people.some[person]
      let all = Double(people.counts[person])
      let weight = all * (all - 1) / Double(own.count * (own.count - 1))
      var block = CosineBlock()
      block.forEachOwnPair(units.rows(at: own)) { row, other, likeness in
        let part = min(parts[own[row]], parts[own[other]])
        counts[part].all += weight
        if likeness < point.likeness { counts[part].refused += weight }
      }
      return counts
    }
    exponent = point.exponent
    var (all, refused) = (0.0, 0.0)
    var rates: [Double] = []
    for part in (0..<Self.steps).reversed() {
      for person in counts {
        all += person[part].all
        refused += person[part].refused
      }
      rates.append(all > 0 ? refused / all : .nan)
    }
    lengths = Self.cuts(rows.lengths.sorted())
    falseRejects = Array(rates.reversed().prefix(Self.steps / 2 + 1))
  }

  /// The shortest that is kept for each rejected share.
  private static func cuts(_ sorted: [Double]) -> [Double] {
    (0...steps / 2).map { sorted[min(sorted.count - 1, ($0 * sorted.count + steps - 1) / steps)] }
  }

  /// In which twentieth of all rows, by length, each lies.
  private static func parts(of norms: [Double]) -> [Int] {
    var parts = Array(repeating: 0, count: norms.count)
    for (place, row) in ascending(norms).enumerated() { parts[row] = place * steps / norms.count }
    return parts
  }
}
