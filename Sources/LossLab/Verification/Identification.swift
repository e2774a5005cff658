/// How often the right class is found among many.
///
/// The gallery holds the first sample of each class that has two; every other sample of these
/// classes is sought in it. Distractors are the samples of the set that are not in the gallery: the
/// first ones of classes with a single sample, then the second ones of all classes, the third ones,
/// and so on; those of the sought class do not count.
package struct Identification: Sendable {
  /// By growing number of distractors: none, 10, 100, …, all.
  package let levels: [Level]
  /// For each level the share of probes whose class is among the first k, k = 1, 2, … up to 1,000.
  package let ranks: [[Double]]
  /// How many samples were sought: at most `probeLimit`, evenly taken.
  package let probes: Int
  package let gallery: Int

  package struct Level: Sendable, Equatable {
    package let distractors: Int
    /// The share of probes with nothing nearer than the gallery's sample of their class.
    package let rank1: Double
  }

  package static let probeLimit = 2000
  private static let rankLimit = 1000

  /// - Returns: `nil` where no class has two samples.
  init?(_ rows: UnitRows, labels: [Int], classes: Int, parallel: ParallelFor) {
    let order = CandidateOrder(labels: labels, classes: classes)
    let probes = order.probes(limit: Self.probeLimit)
    guard !probes.isEmpty else { return nil }
    var bounds = [order.gallery]
    var step = 10
    while order.gallery + step < order.rows.count {
      bounds.append(order.gallery + step)
      step *= 10
    }
    if order.rows.count > order.gallery { bounds.append(order.rows.count) }
    let counts = Self.nearer(
      rows.rows(at: probes), probes.map { labels[$0] }, rows, order.rows, labels,
      galleryPlace: probes.map { order.place[labels[$0]] }, bounds: bounds, parallel)
    let levels = bounds.count
    let ranks = bounds.indices.map { level -> [Double] in
      var histogram = Array(repeating: 0, count: min(bounds[level], Self.rankLimit))
      for probe in probes.indices where counts[probe * levels + level] < histogram.count {
        histogram[counts[probe * levels + level]] += 1
      }
      var sum = 0
      return histogram.map { count in
        sum += count
        return Double(sum) / Double(probes.count)
      }
    }
    self.levels = zip(bounds, ranks).map { Level(distractors: $0 - order.gallery, rank1: $1[0]) }
    self.ranks = ranks
    self.probes = probes.count
    gallery = order.gallery
  }

  /// For each probe and each bound: how many candidates before the bound are of another class and
  /// at least as near as the gallery's sample of its own.
  ///
  /// - Parameters:
  ///   - candidates: places in `rows`, which are gathered a block at a time.
  ///   - labels: of all rows.
  private static func nearer(
    _ probes: UnitRows, _ probeLabels: [Int], _ rows: UnitRows, _ candidates: [Int],
    _ labels: [Int], galleryPlace: [Int], bounds: [Int], _ parallel: ParallelFor
  ) -> [Int] {
    let levels = bounds.count
    var counts = Array(repeating: 0, count: probes.count * levels)
    counts.withUnsafeMutableBufferPointer { counts in
      parallel.run(of: probes.count, size: CosineBlock.leftRows) { lines in
        var block = CosineBlock()
        // From a block of its own kind, so that the same two samples have the same cosine.
        var wanted = Array(repeating: 0.0, count: lines.count)
        for row in lines {
          let place = galleryPlace[row]
          block.fill(probes, row..<row + 1, rows.rows(at: [candidates[place]]), 0..<1)
          wanted[row - lines.lowerBound] = block.values[0]
        }
        for start in stride(from: 0, to: candidates.count, by: CosineBlock.rightRows) {
          let columns = start..<min(candidates.count, start + CosineBlock.rightRows)
          let gathered = rows.rows(at: Array(candidates[columns]))
          block.fill(probes, lines, gathered, 0..<columns.count)
          for row in lines {
            let line = row - lines.lowerBound
            for column in columns
            where block.values[line * columns.count + column - start] >= wanted[line]
              && labels[candidates[column]] != probeLabels[row]
            {
              for level in 0..<levels where column < bounds[level] {
                counts[row * levels + level] += 1
              }
            }
          }
        }
      }
    }
    return counts
  }
}

/// The gallery, then the distractors, in the order in which they are added.
private struct CandidateOrder {
  /// Rows of the set.
  private(set) var rows: [Int] = []
  private(set) var gallery = 0
  /// For each class the place of its sample in the gallery.
  private(set) var place: [Int]
  private let members: [[Int]]

  init(labels: [Int], classes: Int) {
    let members = rowsOfClasses(labels, classes: classes)
    place = Array(repeating: 0, count: classes)
    for index in 0..<classes where members[index].count > 1 {
      place[index] = rows.count
      rows.append(members[index][0])
    }
    gallery = rows.count
    for index in 0..<classes where members[index].count == 1 { rows.append(members[index][0]) }
    let most = members.map { $0.count }.max() ?? 0
    for turn in 1..<max(1, most) {
      for index in 0..<classes where members[index].count > turn {
        rows.append(members[index][turn])
      }
    }
    self.members = members
  }

  /// All samples but the first of classes with two, evenly thinned out.
  func probes(limit: Int) -> [Int] {
    evenly(members.filter { $0.count > 1 }.flatMap { $0.dropFirst() }.sorted(), limit)
  }
}
