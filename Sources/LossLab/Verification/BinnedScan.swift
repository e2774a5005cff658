/// All pairs counted in bins.
struct BinnedScan {
  let rows: FeatureRows
  let labels: [Int]
  private let directions: SingleRows
  /// Each phase has rows of one fold, and so few pairs that no count passes 2³².
  private let phases: Int

  init(rows: FeatureRows, labels: [Int]) {
    self.rows = rows
    self.labels = labels
    directions = SingleRows(rows)
    phases = PairTally.foldCount * max(1, rows.count / 20_000)
  }

  /// - Returns: `nil` where `progress` has stopped it.
  func bins(_ parallel: ParallelFor, progress: (Double) -> Bool) -> CosineBins? {
    let marks = labels.map { Int32(truncatingIfNeeded: $0) }
    let tasks = max(1, parallel.width)
    let taskSize = 2 * CosineBins.count
    var counts = Array(repeating: UInt32(0), count: tasks * taskSize)
    var bins = CosineBins()
    for phase in 0..<phases {
      guard progress(Double(phase) / Double(phases)) else { return nil }
      counts.withUnsafeMutableBufferPointer { counts in
        guard let base = counts.baseAddress else { return }
        parallel.run(tasks) { task in
          let own = base + task * taskSize
          var blocks = PairBlocks(rows: directions)
          blocks.forEachRow(.init(phase: phase, phases: phases, task: task, tasks: tasks)) {
            row, first, places in
            marks.withUnsafeBufferPointer { marks in
              let label = marks[row]
              // Two loops: the first one runs on vectors, the second one cannot.
              for index in places.indices where marks[first + index] != label {
                places[index] &+= Int32(CosineBins.count)
              }
              for place in places { own[Int(place)] &+= 1 }
            }
          }
        }
        for task in 0..<tasks {
          bins.add(base + task * taskSize, fold: phase % PairTally.foldCount)
        }
        counts.update(repeating: 0)
      }
    }
    return bins
  }

  /// Divides some bins again, by cosines in double precision.
  ///
  /// - Returns: false where `progress` has stopped it.
  func refine(
    _ bins: inout CosineBins, at chosen: [Int], _ parallel: ParallelFor,
    progress: (Double) -> Bool
  ) -> Bool {
    let tasks = max(1, parallel.width)
    var parts = Array(repeating: FineBins(chosen), count: tasks)
    for phase in 0..<phases {
      guard progress(Double(phase) / Double(phases)) else { return false }
      parts.withUnsafeMutableBufferPointer { parts in
        parallel.run(tasks) { task in
          var blocks = PairBlocks(rows: directions)
          blocks.forEachRow(.init(phase: phase, phases: phases, task: task, tasks: tasks)) {
            row, first, places in
            guard parts[task].isHit(UnsafeBufferPointer(places)) else { return }
            for index in places.indices where parts[task].holds(places[index]) {
              let other = first + index
              let cosine = cosine(row, other)
              parts[task].add(
                cosine, coarse: Int(places[index]), isPositive: labels[row] == labels[other])
            }
          }
        }
      }
    }
    var fine = parts[0]
    for part in parts[1...] { fine.add(part) }
    bins.fine = fine
    return true
  }

  private func cosine(_ first: Int, _ second: Int) -> Double {
    guard rows.scale.metric == .cosine else { return rows.compared(first, second).likeness }
    let (a, b) = (rows.unit(first), rows.unit(second))
    return dot(a, b, count: a.count)
  }
}

/// All pairs of rows, each once, with the bins of their cosines.
private struct PairBlocks {
  let rows: SingleRows
  var block = FloatBlock()
  var places = Array(repeating: Int32(0), count: CosineBlock.rightRows)

  /// The part of one thread in one phase.
  struct Share {
    let phase: Int
    let phases: Int
    let task: Int
    let tasks: Int
  }

  /// - Parameter body: a row; the first of those that it is compared with; for each its bin.
  mutating func forEachRow(
    _ share: Share, _ body: (Int, Int, UnsafeMutableBufferPointer<Int32>) -> Void
  ) {
    let rightSize = CosineBlock.rightRows
    let blocks = (rows.count + rightSize - 1) / rightSize
    for place in stride(from: share.task, to: blocks, by: share.tasks) {
      let columns = place * rightSize..<min(rows.count, (place + 1) * rightSize)
      var start = share.phase * CosineBlock.leftRows
      guard start < columns.upperBound else { continue }
      block.pack(rows, columns)
      while start < columns.upperBound {
        let lines = start..<min(rows.count, start + CosineBlock.leftRows)
        block.multiply(rows, lines, columns: columns.count)
        forEachRow(of: lines, columns, body)
        start += share.phases * CosineBlock.leftRows
      }
    }
  }

  private mutating func forEachRow(
    of lines: Range<Int>, _ columns: Range<Int>,
    _ body: (Int, Int, UnsafeMutableBufferPointer<Int32>) -> Void
  ) {
    let half = Float(CosineBins.count / 2)
    let last = Float(CosineBins.count - 1)
    let width = columns.count
    let squares = rows.squares
    block.products.withUnsafeBufferPointer { products in
      rows.scales.withUnsafeBufferPointer { scales in
        places.withUnsafeMutableBufferPointer { places in
          for row in lines {
            let first = max(0, row + 1 - columns.lowerBound)
            guard first < width else { continue }
            let scale = scales[row] * half
            let line = (row - lines.lowerBound) * width
            if squares.isEmpty {
              let own = half + 0.5
              for column in first..<width {
                let other = columns.lowerBound + column
                let place = products[line + column] * scale * scales[other] + own
                places[column] = Int32(min(last, max(0, place)))
              }
            } else {
              let (own, most) = (squares[row], 2 * half + 0.5)
              for column in first..<width {
                let other = columns.lowerBound + column
                let product = products[line + column] * scales[row] * scales[other]
                let distance = max(0, own + squares[other] - 2 * product).squareRoot()
                places[column] = Int32(min(last, max(0, most - distance * half)))
              }
            }
            body(
              row, columns.lowerBound + first,
              UnsafeMutableBufferPointer(rebasing: places[first..<width]))
          }
        }
      }
    }
  }
}
