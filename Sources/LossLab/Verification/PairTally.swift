/// How alike the two samples of each compared pair are, by kind and fold.
package struct PairTally: Sendable {
  let storage: Storage
  package let positive: PairAngles
  package let negative: PairAngles
  /// What the numbers of pairs stand for.
  package let scale: PairScale

  enum Storage: Sendable {
    /// One code a pair, ascending: see `PairCode`.
    case exact([Int64])
    /// Counts over equal parts of cosines from −1 to 1.
    case binned(CosineBins)
  }

  /// The share that the angles of both kinds have in common.
  package var overlap: Double { positive.overlap(with: negative) }

  /// The folds of best-threshold accuracy.
  static let foldCount = 10
  /// Up to so many pairs are kept one by one.
  package static let exactLimit = 5_000_000

  /// Whether every cosine was kept; otherwise 2²⁰ bins of `Float` products were counted.
  package var isExact: Bool { if case .exact = storage { true } else { false } }

  /// Whether the cosines around each rate are told from one another.
  var isRefined: Bool {
    switch storage {
    case .exact: true
    case .binned(let bins): bins.fine != nil
    }
  }

  /// Cosines that lie as near to one another, in steps of `PairCode`, count as equal: 2⁻⁴⁴.
  ///
  /// Of the same two vectors, or of others at the same angle, rounding alone makes cosines that
  /// differ in their last digits, in whatever order a program adds; none would be right to say
  /// which is larger.
  private static let tieSteps: Int64 = 1 << 10

  /// The places of the codes that count as equal, from the most alike down, and the largest cosine of
  /// each group.
  private static func forEachTie(_ codes: [Int64], _ body: (Double, Range<Int>) -> Void) {
    var end = codes.count
    while end > 0 {
      let cosine = codes[end - 1] >> PairCode.tagBits
      var start = end - 1
      while start > 0, codes[start - 1] >> PairCode.tagBits > cosine - tieSteps { start -= 1 }
      body(PairCode.cosine(cosine), start..<end)
      end = start
    }
  }

  /// The pairs of one cosine or of one bin, from the most alike down.
  func forEachGroup(_ body: (_ cosine: Double, _ positive: Int, _ negative: Int) -> Void) {
    switch storage {
    case .exact(let codes):
      Self.forEachTie(codes) { cosine, tied in
        var positive = 0
        for place in tied where PairCode.isPositive(codes[place]) { positive += 1 }
        body(cosine, positive, tied.count - positive)
      }
    case .binned(let bins):
      var rank = (bins.fine?.bins.count ?? 0) - 1
      for bin in (0..<CosineBins.count).reversed() {
        let (positive, negative) = (bins.positive[bin], bins.negative[bin])
        if let fine = bins.fine, rank >= 0, fine.bins[rank] == bin {
          fine.forEachGroup(ofRank: rank, body)
          rank -= 1
        } else if positive + negative > 0 {
          body(CosineBins.lowerEdge(bin), positive, negative)
        }
      }
    }
  }

  /// The same by fold: `counts` has for each fold the positive pairs, then the negative ones.
  func forEachFoldGroup(_ body: (_ cosine: Double, _ counts: [Int]) -> Void) {
    var counts = Array(repeating: 0, count: 2 * Self.foldCount)
    switch storage {
    case .exact(let codes):
      Self.forEachTie(codes) { cosine, tied in
        counts.setAll(to: 0)
        for code in codes[tied] {
          counts[2 * PairCode.fold(code) + (PairCode.isPositive(code) ? 0 : 1)] += 1
        }
        body(cosine, counts)
      }
    case .binned(let bins):
      for bin in (0..<CosineBins.foldBins).reversed() {
        var isEmpty = true
        for slot in 0..<2 * Self.foldCount {
          counts[slot] = bins.folds[slot * CosineBins.foldBins + bin]
          if counts[slot] > 0 { isEmpty = false }
        }
        if !isEmpty { body(CosineBins.lowerEdge(bin * CosineBins.coarseness), counts) }
      }
    }
  }
}

/// A pair in one number, so that sorting is quick: its cosine in steps of 2⁻⁵⁴, which is finer than
/// a `Double` near 1; four bits for the fold; one for the kind.
enum PairCode {
  static let tagBits: Int64 = 5

  static func code(cosine: Double, fold: Int, isPositive: Bool) -> Int64 {
    let steps = Int64((min(1, max(-2, cosine)) * 0x1p54).rounded(.toNearestOrEven))
    return steps << tagBits | Int64(fold) << 1 | (isPositive ? 1 : 0)
  }

  static func cosine(_ steps: Int64) -> Double { Double(steps) * 0x1p-54 }
  static func fold(_ code: Int64) -> Int { Int(code >> 1 & 15) }
  static func isPositive(_ code: Int64) -> Bool { code & 1 == 1 }
}

/// Counts of pairs over equal parts of cosines from −1 to 1; the last bin has all above it, too.
struct CosineBins: Sendable {
  static let count = 1 << 20
  /// Best thresholds need fewer: sixteen bins together.
  static let coarseness = 16
  static let foldBins = count / coarseness

  var positive = Array(repeating: 0, count: count)
  var negative = Array(repeating: 0, count: count)
  /// For each fold its positive pairs, then its negative ones: `2 · folds × foldBins`.
  var folds = Array(repeating: 0, count: 2 * PairTally.foldCount * foldBins)
  /// Those that were divided again.
  var fine: FineBins?

  /// Half a bin below a multiple of 2⁻¹⁹: cosines such as 0 and ½, which occur often where features
  /// are whole numbers, lie in the middle of a bin, and rounding does not divide them between two.
  static func lowerEdge(_ bin: Int) -> Double { (Double(bin) - 0.5) / Double(count / 2) - 1 }

  /// Takes in counts of one fold: first of positive, then of negative pairs.
  mutating func add(_ counts: UnsafePointer<UInt32>, fold: Int) {
    for bin in 0..<Self.count {
      let (same, other) = (Int(counts[bin]), Int(counts[Self.count + bin]))
      if same + other == 0 { continue }
      positive[bin] += same
      negative[bin] += other
      let place = 2 * fold * Self.foldBins + bin / Self.coarseness
      folds[place] += same
      folds[place + Self.foldBins] += other
    }
  }
}

/// The angles between the samples of pairs of one kind.
package struct PairAngles: Sendable, Equatable {
  package internal(set) var count = 0
  /// Pairs by whole degrees, 0 ..< 180.
  package internal(set) var histogram = Array(repeating: 0, count: 180)
  /// The mean so far, and Σ of the squares of what the angles differ from it (Welford 1962): sums of
  /// squares alone would lose the spread of angles that are nearly equal.
  private var middle = 0.0
  private var squares = 0.0

  /// Radians.
  package var mean: Double { count > 0 ? middle : .nan }

  /// Of the pairs themselves, radians.
  package var deviation: Double { count > 0 ? (squares / Double(count)).squareRoot() : .nan }

  mutating func add(_ radians: Double, times: Int = 1) {
    count += times
    let step = radians - middle
    middle += step * (Double(times) / Double(count))
    squares += step * (radians - middle) * Double(times)
    // Against rounding, or 60° might count as 59°.
    histogram[min(179, max(0, Int(radians * 180 / .pi + 1e-9)))] += times
  }

  mutating func add(_ other: PairAngles) {
    guard other.count > 0 else { return }
    let all = count + other.count
    let step = other.middle - middle
    middle += step * (Double(other.count) / Double(all))
    squares += other.squares + step * step * (Double(count) * Double(other.count) / Double(all))
    count = all
    for index in histogram.indices { histogram[index] += other.histogram[index] }
  }

  /// The share that both kinds have in common: Σ over degrees of the smaller share.
  package func overlap(with other: PairAngles) -> Double {
    guard count > 0, other.count > 0 else { return .nan }
    var common = 0.0
    for index in histogram.indices {
      common += min(
        Double(histogram[index]) / Double(count),
        Double(other.histogram[index]) / Double(other.count))
    }
    return common
  }
}
