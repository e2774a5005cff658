/// Two samples of which it is known whether they are of one class.
public struct ListedPair: Sendable, Equatable {
  public var first: Int
  public var second: Int
  public var isPositive: Bool
  /// In 0 ..< 10.
  public var fold: Int

  public init(first: Int, second: Int, isPositive: Bool, fold: Int) {
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
  /// so that memory does not grow with the number of pairs. The fold of a pair is that of its first
  /// sample: its row modulo 10, or above the limit its block of 64 rows.
  ///
  /// - Parameter progress: called with the share that is done; `false` stops.
  /// - Returns: `nil` where it was stopped.
  public init?(
    all rows: FeatureRows, labels: [Int], parallel: ParallelFor,
    progress: (Double) -> Bool = { _ in true }
  ) {
    let pairs = rows.count * (rows.count - 1) / 2
    if pairs <= Self.exactLimit {
      guard progress(0) else { return nil }
      self = ExactScan(rows: rows, labels: labels).tally(pairs: pairs, parallel)
      return
    }
    self.init(binned: rows, labels: labels, parallel: parallel, progress: progress)
  }

  /// Compares at most so many samples with one another, evenly picked, in double precision.
  public init(_ features: Matrix<Double>, labels: [Int], limit: Int = 600) {
    let picked = evenly(Array(labels.indices), limit)
    let rows = FeatureRows(features.rows(at: picked))
    let pairs = rows.count * (rows.count - 1) / 2
    let scan = ExactScan(rows: rows, labels: rows.places.map { labels[picked[$0]] })
    self = scan.tally(pairs: pairs, .serial)
  }

  /// The same in bins, however few pairs there are.
  init?(
    binned rows: FeatureRows, labels: [Int], parallel: ParallelFor,
    progress: (Double) -> Bool = { _ in true }
  ) {
    let scan = BinnedScan(rows: rows, labels: labels)
    guard let bins = scan.bins(parallel, progress: progress) else { return nil }
    self.init(bins)
  }

  /// Compares the pairs of a list, in double precision.
  public init(listed pairs: [ListedPair], of rows: FeatureRows) {
    var codes: [Int64] = []
    codes.reserveCapacity(pairs.count)
    var kinds = [PairAngles(), PairAngles()]
    for pair in pairs {
      let angle = angleBetween(rows.unit(pair.first), rows.unit(pair.second))
      codes.append(
        PairCode.code(cosine: angle.cosine, fold: pair.fold, isPositive: pair.isPositive))
      kinds[pair.isPositive ? 0 : 1].add(angle.radians)
    }
    codes.sort()
    self.init(storage: .exact(codes), positive: kinds[0], negative: kinds[1])
  }

  private init(_ bins: CosineBins) {
    var positive = PairAngles()
    var negative = PairAngles()
    for bin in 0..<CosineBins.count where bins.positive[bin] + bins.negative[bin] > 0 {
      let middle = CosineBins.lowerEdge(bin) + 1 / Double(CosineBins.count)
      let angle = acos(middle)
      if bins.positive[bin] > 0 { positive.add(angle, times: bins.positive[bin]) }
      if bins.negative[bin] > 0 { negative.add(angle, times: bins.negative[bin]) }
    }
    self.init(storage: .binned(bins), positive: positive, negative: negative)
  }
}

/// All pairs one by one.
private struct ExactScan {
  let rows: FeatureRows
  let labels: [Int]

  /// Rows of one task.
  private static let taskRows = 32

  func tally(pairs: Int, _ parallel: ParallelFor) -> PairTally {
    let units = UnitRows(rows, isExact: true)
    let count = units.count
    let tasks = (count + Self.taskRows - 1) / Self.taskRows
    var codes = Array(repeating: Int64(0), count: pairs)
    var angles = Array(repeating: PairAngles(), count: 2 * tasks)
    codes.withUnsafeMutableBufferPointer { codes in
      angles.withUnsafeMutableBufferPointer { angles in
        parallel.run(tasks) { task in
          var (positive, negative) = (PairAngles(), PairAngles())
          var block = CosineBlock()
          let lines = task * Self.taskRows..<min(count, (task + 1) * Self.taskRows)
          for start in stride(from: lines.lowerBound, to: count, by: CosineBlock.rightRows) {
            let columns = start..<min(count, start + CosineBlock.rightRows)
            block.fill(units, lines, units, columns)
            for row in lines {
              // Pairs are in the order of their rows: row 0 with all after it, then row 1.
              let before = row * count - row * (row + 1) / 2 - row - 1
              for column in max(columns.lowerBound, row + 1)..<max(columns.upperBound, row + 1) {
                let cosine = block.values[
                  (row - lines.lowerBound) * columns.count + column - columns.lowerBound]
                let isPositive = labels[row] == labels[column]
                codes[before + column] = PairCode.code(
                  cosine: cosine, fold: row % PairTally.foldCount, isPositive: isPositive)
                let angle = units.angle(row, units, column, cosine: cosine)
                if isPositive { positive.add(angle) } else { negative.add(angle) }
              }
            }
          }
          angles[2 * task] = positive
          angles[2 * task + 1] = negative
        }
      }
    }
    codes.sort()
    var (positive, negative) = (PairAngles(), PairAngles())
    for task in 0..<tasks {
      positive.add(angles[2 * task])
      negative.add(angles[2 * task + 1])
    }
    return PairTally(storage: .exact(codes), positive: positive, negative: negative)
  }
}

/// All pairs counted in bins.
private struct BinnedScan {
  let rows: FeatureRows
  let labels: [Int]

  func bins(_ parallel: ParallelFor, progress: (Double) -> Bool) -> CosineBins? {
    let directions = SingleRows(rows)
    let count = directions.count
    let marks = labels.map { Int32(truncatingIfNeeded: $0) }
    // Each phase has rows of one fold, and so few pairs that no count passes 2³².
    let phases = PairTally.foldCount * max(1, count / 20_000)
    let tasks = max(1, parallel.width)
    let taskSize = 2 * CosineBins.count
    var counts = Array(repeating: UInt32(0), count: tasks * taskSize)
    var bins = CosineBins()
    for phase in 0..<phases {
      guard progress(Double(phase) / Double(phases)) else { return nil }
      counts.withUnsafeMutableBufferPointer { counts in
        guard let base = counts.baseAddress else { return }
        parallel.run(tasks) { task in
          var scan = BinnedTask(
            rows: directions, labels: marks, counts: base + task * taskSize)
          scan.run(phase: phase, of: phases, task: task, of: tasks)
        }
        for task in 0..<tasks {
          bins.add(base + task * taskSize, fold: phase % PairTally.foldCount)
        }
        counts.update(repeating: 0)
      }
    }
    return progress(1) ? bins : nil
  }
}

/// The part of one thread in one phase.
private struct BinnedTask {
  let rows: SingleRows
  let labels: [Int32]
  let counts: UnsafeMutablePointer<UInt32>
  private var block = FloatBlock()
  private var places = Array(repeating: Int32(0), count: CosineBlock.rightRows)

  init(rows: SingleRows, labels: [Int32], counts: UnsafeMutablePointer<UInt32>) {
    self.rows = rows
    self.labels = labels
    self.counts = counts
  }

  mutating func run(phase: Int, of phases: Int, task: Int, of tasks: Int) {
    let rightSize = CosineBlock.rightRows
    let blocks = (rows.count + rightSize - 1) / rightSize
    for block in stride(from: task, to: blocks, by: tasks) {
      let columns = block * rightSize..<min(rows.count, (block + 1) * rightSize)
      var isPacked = false
      var start = phase * CosineBlock.leftRows
      while start < columns.upperBound {
        if !isPacked {
          self.block.pack(rows, columns)
          isPacked = true
        }
        let lines = start..<min(rows.count, start + CosineBlock.leftRows)
        self.block.multiply(rows, lines, columns: columns.count)
        count(lines, columns)
        start += phases * CosineBlock.leftRows
      }
    }
  }

  private mutating func count(_ lines: Range<Int>, _ columns: Range<Int>) {
    let half = Float(CosineBins.count / 2)
    let last = Int32(CosineBins.count - 1)
    let width = columns.count
    block.products.withUnsafeBufferPointer { products in
      rows.scales.withUnsafeBufferPointer { scales in
        labels.withUnsafeBufferPointer { labels in
          places.withUnsafeMutableBufferPointer { places in
            for row in lines {
              let first = max(0, row + 1 - columns.lowerBound)
              guard first < width else { continue }
              let scale = scales[row] * half
              let label = labels[row]
              let line = (row - lines.lowerBound) * width
              // Two loops: the first one runs on vectors, the second one cannot.
              for column in first..<width {
                let other = columns.lowerBound + column
                let place = products[line + column] * scale * scales[other] + (half + 0.5)
                let bin = Int32(min(Float(last), max(0, place)))
                places[column] = bin &+ (labels[other] == label ? 0 : last &+ 1)
              }
              for column in first..<width { counts[Int(places[column])] &+= 1 }
            }
          }
        }
      }
    }
  }
}
