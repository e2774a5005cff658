/// How many pairs of each person pass each of some thresholds.
///
/// With all pairs of many samples these are estimates, from at most 300 samples of a person for
/// pairs of one, and from 500 samples of the set for pairs of two: they serve intervals alone.
struct PersonCounts {
  /// Likeness, descending.
  let thresholds: [Double]
  /// For each person its pairs of one, and with others.
  private(set) var pairs: [Double]
  private(set) var others: [Double]
  /// `people × thresholds`: how many of these pass.
  private(set) var accepted: [Double]
  private(set) var taken: [Double]

  static let ownLimit = 300
  static let otherLimit = 500

  private init(thresholds: [Double], people: Int) {
    self.thresholds = thresholds
    pairs = Array(repeating: 0, count: people)
    others = pairs
    accepted = Array(repeating: 0, count: people * thresholds.count)
    taken = accepted
  }

  func place(of likeness: Double) -> Int? { thresholds.firstIndex(of: likeness) }

  /// The thresholds at which rates are wanted: those of the operating points, and some around the
  /// equal error rate.
  static func thresholds(_ verification: Verification, _ tally: PairTally) -> [Double] {
    var all = verification.operatingPoints.compactMap { $0?.likeness }
    if let error = verification.equalError {
      // False accept rates from an eighth of the equal error rate to eight times it, or so few pairs
      // as there are.
      let negatives = Double(tally.negative.count)
      let rates = (-12...12).map { step in
        max(error.rate, 1 / negatives) * exp(Double(step) / 4 * 0.693_147_180_559_945_3)
      }
      var passed = 0
      var next = 0
      tally.forEachGroup { likeness, _, negative in
        passed += negative
        while next < rates.count, Double(passed) / negatives >= rates[next] {
          all.append(likeness)
          next += 1
        }
      }
    }
    var unique: [Double] = []
    for threshold in all.sorted(by: >) where unique.last != threshold { unique.append(threshold) }
    return unique
  }

  /// Of the pairs of a list.
  init(listed: [ListedPair], of rows: FeatureRows, labels: [Int], thresholds: [Double]) {
    self.init(thresholds: thresholds, people: (labels.max() ?? -1) + 1)
    for pair in listed {
      let place = firstPassed(rows.compared(pair.first, pair.second).likeness)
      for person in Set([labels[pair.first], labels[pair.second]]) {
        if pair.isPositive { pairs[person] += 1 } else { others[person] += 1 }
        guard place < thresholds.count else { continue }
        let index = person * thresholds.count + place
        if pair.isPositive { accepted[index] += 1 } else { taken[index] += 1 }
      }
    }
    addUp()
  }

  /// Of all pairs.
  init(
    all units: UnitRows, labels: [Int], thresholds: [Double], parallel: ParallelFor
  ) {
    self.init(thresholds: thresholds, people: (labels.max() ?? -1) + 1)
    var members = Array(repeating: [Int](), count: pairs.count)
    for (row, label) in labels.enumerated() { members[label].append(row) }
    let shared = evenly(Array(labels.indices), Self.otherLimit)
    let sample = units.rows(at: shared)
    let sampleLabels = shared.map { labels[$0] }
    let width = thresholds.count
    accepted.withUnsafeMutableBufferPointer { accepted in
      taken.withUnsafeMutableBufferPointer { taken in
        pairs.withUnsafeMutableBufferPointer { pairs in
          others.withUnsafeMutableBufferPointer { others in
            parallel.run(members.count) { person in
              let all = members[person]
              let own = evenly(all, Self.ownLimit)
              guard !own.isEmpty else { return }
              let rows = units.rows(at: own)
              var block = CosineBlock()
              var counts = Counts(width)
              counts.add(rows, rows, thresholds, &block) { $0 < $1 }
              pairs[person] = Double(all.count * (all.count - 1) / 2)
              counts.give(to: accepted, person, total: pairs[person])
              counts = Counts(width)
              counts.add(rows, sample, thresholds, &block) { sampleLabels[$1] != person }
              others[person] = Double(all.count * (labels.count - all.count))
              counts.give(to: taken, person, total: others[person])
            }
          }
        }
      }
    }
    addUp()
  }

  /// The place of the first threshold that a likeness passes; their number for none.
  private func firstPassed(_ likeness: Double) -> Int {
    LossLab.firstPassed(likeness, thresholds)
  }

  /// What passes a threshold passes all lower ones.
  private mutating func addUp() {
    let width = thresholds.count
    for person in pairs.indices {
      for place in stride(from: 1, to: width, by: 1) {
        accepted[person * width + place] += accepted[person * width + place - 1]
        taken[person * width + place] += taken[person * width + place - 1]
      }
    }
  }
}

private func firstPassed(_ likeness: Double, _ thresholds: [Double]) -> Int {
  var (low, high) = (0, thresholds.count)
  while low < high {
    let middle = (low + high) / 2
    if likeness >= thresholds[middle] { high = middle } else { low = middle + 1 }
  }
  return low
}

/// What one person's pairs pass first, of those that were looked at.
private struct Counts {
  private var first: [Double]
  private var looked = 0.0

  init(_ width: Int) {
    first = Array(repeating: 0, count: width)
  }

  mutating func add(
    _ left: UnitRows, _ right: UnitRows, _ thresholds: [Double], _ block: inout CosineBlock,
    where isPair: (Int, Int) -> Bool
  ) {
    for start in stride(from: 0, to: left.count, by: CosineBlock.leftRows) {
      let lines = start..<min(left.count, start + CosineBlock.leftRows)
      for begin in stride(from: 0, to: right.count, by: CosineBlock.rightRows) {
        let columns = begin..<min(right.count, begin + CosineBlock.rightRows)
        block.fill(left, lines, right, columns)
        for row in lines {
          for column in columns where isPair(row, column) {
            looked += 1
            let place = firstPassed(
              block.values[(row - start) * columns.count + column - begin], thresholds)
            if place < first.count { first[place] += 1 }
          }
        }
      }
    }
  }

  func give(to counts: UnsafeMutableBufferPointer<Double>, _ person: Int, total: Double) {
    guard looked > 0 else { return }
    for place in first.indices {
      counts[person * first.count + place] = first[place] * (total / looked)
    }
  }
}

extension PersonCounts {
  /// Draws people with replacement and measures: rates at some thresholds, then the equal error
  /// rate; NaN where a draw has no pair.
  func draws(
    _ count: Int, at points: [Int?], error: Double, _ parallel: ParallelFor
  ) -> [[Double]] {
    let known = pairs.indices.filter { pairs[$0] > 0 || others[$0] > 0 }
    var results = Array(repeating: [Double](), count: count)
    results.withUnsafeMutableBufferPointer { results in
      parallel.run(count) { draw in
        var generator = DataStream.bootstrap.generator(seed: 1, index: draw)
        var weights = Array(repeating: 0.0, count: known.count)
        for _ in known.indices { weights[generator.index(below: known.count)] += 1 }
        results[draw] = rates(weights, known, at: points, error: error)
      }
    }
    return results
  }

  private func rates(
    _ weights: [Double], _ known: [Int], at points: [Int?], error: Double
  ) -> [Double] {
    let width = thresholds.count
    var (all, allOthers) = (0.0, 0.0)
    for (weight, person) in zip(weights, known) {
      all += weight * pairs[person]
      allOthers += (2 * weight - 1) * others[person]
    }
    func trueAccept(_ place: Int) -> Double {
      var sum = 0.0
      for (weight, person) in zip(weights, known) where weight > 0 {
        sum += weight * accepted[person * width + place]
      }
      return sum / all
    }
    func falseAccept(_ place: Int) -> Double {
      var sum = 0.0
      for (weight, person) in zip(weights, known) {
        sum += (2 * weight - 1) * taken[person * width + place]
      }
      return min(1, max(0, sum / allOthers))
    }
    guard all > 0, allOthers > 0 else { return Array(repeating: .nan, count: points.count + 1) }
    // The first threshold at which as many are taken as refused.
    var (low, high) = (0, width)
    while low < high {
      let middle = (low + high) / 2
      if falseAccept(middle) >= 1 - trueAccept(middle) { high = middle } else { low = middle + 1 }
    }
    let equal: Double
    if low == 0 || low == width {
      let end = min(low, width - 1)
      equal = (falseAccept(end) + 1 - trueAccept(end)) / 2
    } else {
      let before = 1 - trueAccept(low - 1) - falseAccept(low - 1)
      let after = 1 - trueAccept(low) - falseAccept(low)
      let share = before > after ? before / (before - after) : 1
      equal = falseAccept(low - 1) + share * (falseAccept(low) - falseAccept(low - 1))
    }
    return points.map { $0.map(trueAccept) ?? .nan } + [equal]
  }
}
