/// The bins in which a rate is decided, each divided into many by cosines in double precision.
struct FineBins: Sendable {
  /// How many parts a bin has: 6e-11 wide.
  static let parts = 1 << 15

  /// Ascending.
  let bins: [Int]
  /// Bins that lie side by side.
  private let runs: [Run]
  /// For each bin its parts.
  private(set) var positive: [UInt32]
  private(set) var negative: [UInt32]

  private struct Run: Sendable {
    var start: Int32
    var count: UInt32
    /// Of its first bin among all.
    var rank: Int

    func holds(_ bin: Int32) -> Bool { UInt32(bitPattern: bin &- start) < count }
  }

  init(_ bins: [Int]) {
    self.bins = bins
    var runs: [Run] = []
    for (rank, bin) in bins.enumerated() {
      if let last = runs.last, Int(last.start) + Int(last.count) == bin {
        runs[runs.count - 1].count += 1
      } else {
        runs.append(Run(start: Int32(bin), count: 1, rank: rank))
      }
    }
    self.runs = runs
    positive = Array(repeating: 0, count: bins.count * Self.parts)
    negative = positive
  }

  func holds(_ bin: Int32) -> Bool { runs.contains { $0.holds(bin) } }

  /// Whether one of these is a bin that is divided: nearly always none, so this runs on vectors.
  func isHit(_ places: UnsafeBufferPointer<Int32>) -> Bool {
    for run in runs {
      var hits: UInt32 = 0
      for place in places { hits |= UInt32(bitPattern: place &- run.start) < run.count ? 1 : 0 }
      if hits != 0 { return true }
    }
    return false
  }

  /// Counts a pair.
  ///
  /// - Parameter bin: where its `Float` product lies. Where the cosine itself lies in a bin that is
  ///   not divided, the pair stays at the end of its own.
  mutating func add(_ cosine: Double, coarse bin: Int, isPositive: Bool) {
    // Half a part below, as whole bins are, so that common cosines lie in the middle of a part.
    let scaled = (cosine + 1) * Double(CosineBins.count / 2) + 0.5 + 0.5 / Double(Self.parts)
    var target = Int(scaled.rounded(.down))
    var part = Int((scaled - Double(target)) * Double(Self.parts))
    if target != bin, !holds(Int32(target)) {
      part = target > bin ? Self.parts - 1 : 0
      target = bin
    }
    guard let run = runs.first(where: { $0.holds(Int32(target)) }) else { return }
    let place = (run.rank + target - Int(run.start)) * Self.parts + part
    if isPositive { positive[place] += 1 } else { negative[place] += 1 }
  }

  mutating func add(_ other: FineBins) {
    for place in positive.indices {
      positive[place] += other.positive[place]
      negative[place] += other.negative[place]
    }
  }

  /// The parts of a bin that hold pairs, from the most alike down.
  func forEachGroup(
    ofRank rank: Int, _ body: (_ cosine: Double, _ positive: Int, _ negative: Int) -> Void
  ) {
    for part in (0..<Self.parts).reversed() {
      let place = rank * Self.parts + part
      guard positive[place] + negative[place] > 0 else { continue }
      let share = (Double(part) - 0.5) / Double(Self.parts)
      let cosine = CosineBins.lowerEdge(bins[rank]) + share / Double(CosineBins.count / 2)
      body(cosine, Int(positive[place]), Int(negative[place]))
    }
  }
}

extension CosineBins {
  /// So many pairs can be computed again without anybody waiting for it.
  private static let refineLimit = 20_000_000

  /// The bins in which a false accept rate of 10⁻¹ … 10⁻⁶ or the equal error rate is reached, each
  /// with its neighbours; none where they hold too many pairs.
  var deciding: [Int] {
    let negatives = negative.reduce(0, +)
    let positives = positive.reduce(0, +)
    guard positives > 0, negatives > 0 else { return [] }
    let limits = Verification.falseAcceptRates.map { $0 * Double(negatives) * (1 + 1e-12) }
    var found: [Int] = []
    var (taken, right) = (0, 0)
    var isEqual = false
    for bin in (0..<Self.count).reversed() where positive[bin] + negative[bin] > 0 {
      let before = Double(taken)
      taken += negative[bin]
      right += positive[bin]
      let isCrossed = limits.contains { before <= $0 && Double(taken) > $0 }
      let isNowEqual =
        Double(taken) / Double(negatives) >= 1 - Double(right) / Double(positives)
      if isCrossed || isNowEqual && !isEqual { found.append(bin) }
      isEqual = isNowEqual
    }
    let last = Self.count - 1
    var all: [Int] = []
    for bin in found.reversed() {
      for next in max(0, bin - 1)...min(last, bin + 1) where next > all.last ?? -1 {
        all.append(next)
      }
    }
    let pairs = all.reduce(0) { $0 + positive[$1] + negative[$1] }
    return pairs <= Self.refineLimit ? all : []
  }
}
