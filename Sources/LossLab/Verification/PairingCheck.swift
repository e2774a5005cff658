/// Class weights held against features, whichever row belongs to which class.
///
/// At most a few thousand samples are looked at, of all classes alike: what is compared are
/// pairings that are right or wrong for whole classes.
package struct PairingCheck: Sendable {
  private let weights: Matrix<Double>
  /// Of the samples that are looked at: the class, and the row of the weights that is nearest.
  private let samples: [(label: Int, row: Int)]
  /// Of the classes that have samples.
  private let centers: [(label: Int, direction: [Double])]

  private static let sampleLimit = 2000
  private static let productLimit = 2_000_000_000

  /// - Parameters:
  ///   - labels: one a row of `rows`.
  ///   - weights: some rows of the dimension of the features.
  package init(
    _ rows: FeatureRows, labels: [Int], weights: Matrix<Double>, parallel: ParallelFor = .serial
  ) {
    self.weights = weights
    let places = Self.places(
      of: labels, limit: Self.productLimit / max(1, weights.rows * weights.columns))
    let picked = rows.rows(at: places)
    let isExact = picked.count * weights.rows <= 2 * PairTally.exactLimit
    let lengths = (0..<weights.rows).map { norm(ofRow: $0, in: weights) }
    let units = weights.dividing(rowsBy: lengths)
    // No row is a sample's own, so that all are "others".
    let nearest = NearestDirections(
      UnitRows(picked, isExact: isExact), labels: places.map { _ in -1 },
      directions: UnitRows(directions: units, isExact: isExact),
      isPresent: lengths.map { $0 > 0 }, parallel: parallel)
    samples = places.indices.map { (labels[places[$0]], nearest.otherClass[$0]) }
    var sums: [Int: [Double]] = [:]
    var counts: [Int: Int] = [:]
    for (place, row) in places.enumerated() {
      let unit = picked.unit(place)
      var sum = sums[labels[row]] ?? Array(repeating: 0, count: unit.count)
      for column in unit.indices { sum[column] += unit[column] }
      sums[labels[row]] = sum
      counts[labels[row], default: 0] += 1
    }
    centers = sums.keys.sorted().compactMap { label in
      guard let sum = sums[label], norm(sum) > leastMeanLength * Double(counts[label] ?? 0) else {
        return nil
      }
      return (label, sum)
    }
  }

  /// - Parameter rowOfClass: for each class its row of the weights.
  package func fit(of rowOfClass: [Int]) -> PairingFit {
    let right = samples.filter { rowOfClass[$0.label] == $0.row }.count
    var angle = 0.0
    for (label, center) in centers {
      angle += angleBetween(weights.row(rowOfClass[label]), center).radians
    }
    return PairingFit(
      accuracy: Double(right) / Double(max(1, samples.count)),
      angle: angle / Double(max(1, centers.count)))
  }

  /// The first class whose samples lie nearest to another row than its own, and that row.
  package func firstStray(_ rowOfClass: [Int]) -> (label: Int, row: Int)? {
    var counts: [Int: [Int: Int]] = [:]
    for sample in samples { counts[sample.label, default: [:]][sample.row, default: 0] += 1 }
    for label in counts.keys.sorted() {
      let most = counts[label]?.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      if let row = most?.key, row != rowOfClass[label] { return (label, row) }
    }
    return nil
  }

  /// The samples to look at: of each class as many, evenly taken, of all classes or, where these
  /// are too many, of some.
  private static func places(of labels: [Int], limit: Int) -> [Int] {
    let limit = min(sampleLimit, max(200, limit))
    var members: [Int: [Int]] = [:]
    for (row, label) in labels.enumerated() { members[label, default: []].append(row) }
    let classes = evenly(members.keys.sorted(), limit)
    let share = max(1, limit / max(1, classes.count))
    return classes.flatMap { evenly(members[$0] ?? [], share) }.sorted()
  }
}
