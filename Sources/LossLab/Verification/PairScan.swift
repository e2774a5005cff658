/// Two samples of which it is known whether they are of one class.
package struct ListedPair: Sendable, Equatable {
  package var first: Int
  package var second: Int
  package var isPositive: Bool
  /// In 0 ..< 10.
  package var fold: Int

  package init(first: Int, second: Int, isPositive: Bool, fold: Int) {
    self.first = first
    self.second = second
    self.isPositive = isPositive
    self.fold = fold
  }
}

extension PairTally {
  /// Compares all samples with one another.
  ///
  /// Up to `exactLimit` pairs in double precision; above, `Float` products are counted in 2²⁰ bins,
  /// so that memory does not grow with the number of pairs, and those bins that decide on rates
  /// are divided again in double precision. The fold of a pair is that of its first
  /// sample: its row modulo 10, or above the limit its block of 64 rows.
  ///
  /// - Parameter progress: called with the share that is done; `false` stops.
  /// - Returns: `nil` where it was stopped.
  package init?(
    all rows: FeatureRows, labels: [Int], parallel: ParallelFor,
    progress: (Double) -> Bool = { _ in true }
  ) {
    if rows.count * (rows.count - 1) / 2 <= Self.exactLimit {
      guard progress(0) else { return nil }
      self.init(exact: rows, labels: labels, parallel)
      return
    }
    self.init(binned: rows, labels: labels, parallel: parallel, progress: progress)
  }

  /// Compares at most so many samples with one another, evenly picked, in double precision.
  package init(_ features: Matrix<Double>, labels: [Int], limit: Int = 600) {
    let picked = evenly(Array(labels.indices), limit)
    let rows = FeatureRows(features.rows(at: picked))
    self.init(exact: rows, labels: rows.places.map { labels[picked[$0]] }, .serial)
  }

  /// The same in bins, however few pairs there are.
  init?(
    binned rows: FeatureRows, labels: [Int], parallel: ParallelFor,
    progress: (Double) -> Bool = { _ in true }
  ) {
    let scan = BinnedScan(rows: rows, labels: labels)
    guard var bins = scan.bins(parallel, progress: { progress($0 / 2) }) else { return nil }
    let deciding = bins.deciding
    if !deciding.isEmpty {
      guard scan.refine(&bins, at: deciding, parallel, progress: { progress(0.5 + $0 / 2) })
      else { return nil }
    }
    guard progress(1) else { return nil }
    self.init(bins, rows.scale)
  }

  /// Compares the pairs of a list, in double precision.
  package init(listed pairs: [ListedPair], of rows: FeatureRows) {
    var codes: [Int64] = []
    codes.reserveCapacity(pairs.count)
    var kinds = [PairAngles(), PairAngles()]
    for pair in pairs {
      let compared = rows.compared(pair.first, pair.second)
      codes.append(
        PairCode.code(cosine: compared.likeness, fold: pair.fold, isPositive: pair.isPositive))
      kinds[pair.isPositive ? 0 : 1].add(compared.separation)
    }
    codes.sort()
    self.init(storage: .exact(codes), positive: kinds[0], negative: kinds[1], scale: rows.scale)
  }

  private init(_ bins: CosineBins, _ scale: PairScale) {
    var positive = PairAngles()
    var negative = PairAngles()
    for bin in 0..<CosineBins.count where bins.positive[bin] + bins.negative[bin] > 0 {
      let middle = CosineBins.lowerEdge(bin) + 1 / Double(CosineBins.count)
      let angle = scale.separation(ofLikeness: middle)
      if bins.positive[bin] > 0 { positive.add(angle, times: bins.positive[bin]) }
      if bins.negative[bin] > 0 { negative.add(angle, times: bins.negative[bin]) }
    }
    self.init(storage: .binned(bins), positive: positive, negative: negative, scale: scale)
  }

  /// Rows of one task.
  private static let taskRows = 32

  /// All pairs one by one.
  private init(exact rows: FeatureRows, labels: [Int], _ parallel: ParallelFor) {
    let units = UnitRows(rows, isExact: true)
    let count = units.count
    var codes = Array(repeating: Int64(0), count: count * (count - 1) / 2)
    let parts = codes.withUnsafeMutableBufferPointer { codes in
      parallel.flatMap(of: count, size: Self.taskRows) { lines in
        var (positive, negative) = (PairAngles(), PairAngles())
        var block = CosineBlock()
        block.forEachPair(units, lines, units, from: lines.lowerBound) { row, column, cosine in
          guard column > row else { return }
          let isPositive = labels[row] == labels[column]
          // Pairs are in the order of their rows: row 0 with all after it, then row 1.
          codes[row * count - row * (row + 1) / 2 - row - 1 + column] = PairCode.code(
            cosine: cosine, fold: row % PairTally.foldCount, isPositive: isPositive)
          let angle = units.angle(row, units, column, cosine: cosine)
          if isPositive { positive.add(angle) } else { negative.add(angle) }
        }
        return [(positive, negative)]
      }
    }
    codes.sort()
    var (positive, negative) = (PairAngles(), PairAngles())
    for part in parts {
      positive.add(part.0)
      negative.add(part.1)
    }
    self.init(storage: .exact(codes), positive: positive, negative: negative, scale: rows.scale)
  }
}
