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
      let place = firstPassed(rows.compared(pair.first, pair.second).likeness, thresholds)
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
    let rowsOfPeople = PersonRows(labels)
    let shared = evenly(Array(labels.indices), Self.otherLimit)
    let sample = units.rows(at: shared)
    let sampleLabels = shared.map { labels[$0] }
    let counts = parallel.map(pairs.count) { person in
      let rows = units.rows(at: rowsOfPeople.some[person])
      var block = CosineBlock()
      var (own, far) = (Counts(thresholds.count), Counts(thresholds.count))
      block.forEachOwnPair(rows) { _, _, likeness in own.add(likeness, thresholds) }
      block.forEachPair(rows, sample) { _, other, likeness in
        if sampleLabels[other] != person { far.add(likeness, thresholds) }
      }
      return (own: own, far: far)
    }
    for (person, counts) in counts.enumerated() {
      let all = rowsOfPeople.counts[person]
      pairs[person] = Double(all * (all - 1) / 2)
      others[person] = Double(all * (labels.count - all))
      counts.own.give(to: &accepted, person, total: pairs[person])
      counts.far.give(to: &taken, person, total: others[person])
    }
    addUp()
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

/// The place of the first threshold that a likeness passes; their number for none.
private func firstPassed(_ likeness: Double, _ thresholds: [Double]) -> Int {
  firstPlace(below: thresholds.count) { likeness >= thresholds[$0] }
}

/// What one person's pairs pass first, of those that were looked at.
private struct Counts {
  private var first: [Double]
  private var looked = 0.0

  init(_ width: Int) {
    first = Array(repeating: 0, count: width)
  }

  mutating func add(_ likeness: Double, _ thresholds: [Double]) {
    looked += 1
    let place = firstPassed(likeness, thresholds)
    if place < first.count { first[place] += 1 }
  }

  func give(to counts: inout [Double], _ person: Int, total: Double) {
    guard looked > 0 else { return }
    for place in first.indices {
      counts[person * first.count + place] = first[place] * (total / looked)
    }
  }
}

extension PersonCounts {
  /// Draws people with replacement and measures: rates at some thresholds, then the equal error
  /// rate; NaN where a draw has no pair.
  func draws(_ count: Int, at points: [Int?], _ parallel: ParallelFor) -> [[Double]] {
    let known = pairs.indices.filter { pairs[$0] > 0 || others[$0] > 0 }
    return parallel.map(count) { draw in
      var generator = DataStream.bootstrap.generator(seed: 1, index: draw)
      var weights = Array(repeating: 0.0, count: known.count)
      for _ in known.indices { weights[generator.index(below: known.count)] += 1 }
      return rates(weights, known, at: points)
    }
  }

  private func rates(_ weights: [Double], _ known: [Int], at points: [Int?]) -> [Double] {
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
    func point(_ place: Int) -> Verification.RatePoint {
      .init(falseAccept: falseAccept(place), trueAccept: trueAccept(place))
    }
    // The first threshold at which as many are taken as refused.
    let first = firstPlace(below: width) { falseAccept($0) >= 1 - trueAccept($0) }
    let end = min(first, width - 1)
    let equal =
      first == 0 || first == width
      ? (falseAccept(end) + 1 - trueAccept(end)) / 2
      : point(first).equalError(after: point(first - 1)).rate
    return points.map { $0.map(trueAccept) ?? .nan } + [equal]
  }
}
