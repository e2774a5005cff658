/// People to train on, and others whom no network has seen: some that are looked for, the rest to
/// hide them among.
struct Strangers: Sendable {
  /// Pictures of a person to train on, where nobody says.
  static let usualPictures = 40
  static let probesEach = 5

  let seed: UInt64
  let pictures: Int
  let trained: Int
  let people: Int
  let distractors: Int
  let training: Dataset
  let samples: [LabelledSamples]

  /// - Parameter pictures: of a person to train on; with fewer than usual there are fewer people by
  ///   as much.
  init(seed: UInt64, pictures: Int = Self.usualPictures) {
    self.seed = seed
    self.pictures = pictures
    func scaled(_ count: Int) -> Int {
      max(2, count * min(pictures, Self.usualPictures) / Self.usualPictures)
    }
    trained = scaled(1000)
    people = scaled(500)
    distractors = scaled(1000)
    let source = RelatedPeople(seed: seed)
    let end = trained + people
    let known = source.samples(of: 0..<trained, each: pictures)
    training = Dataset(
      name: "people", title: "\(trained) people", classNames: (0..<trained).map { "\($0)" },
      train: known, test: known.rows(at: []))
    // One mate and the probes of each person, in rounds of one picture a person; then one picture
    // a distractor.
    samples = [
      source.samples(of: trained..<end, each: 1 + Self.probesEach),
      source.samples(of: end..<end + distractors, each: 1),
    ]
  }
}

/// How like the probes are to their mates and to the distractors, by the cosine of their features.
struct StrangerLikeness: Sendable {
  /// Of each probe to its mate.
  private let own: [Double]
  /// For each probe how many distractors come before the first that is at least as like it as its
  /// mate.
  private let lead: [Int]
  /// Of probes to distractors, the highest first: as many as `highestRate` needs.
  private let highest: [Double]
  private let pairs: Int

  /// Of false accepts; more would be kept for what nobody uses.
  static let highestRate = 0.01

  /// - Parameters:
  ///   - known: features of the people, in the order of `Strangers.samples`: a mate each, then the
  ///     probes.
  ///   - others: features of the distractors.
  init(_ known: Matrix<Double>, among others: Matrix<Double>) {
    let people = known.rows / (1 + Strangers.probesEach)
    let rows = (0..<known.rows).map { unit(known.row($0)) }
    let distractors = (0..<others.rows).map { unit(others.row($0)) }
    var own: [Double] = []
    var lead: [Int] = []
    pairs = max(0, rows.count - people) * distractors.count
    var top = HighestValues(count: 1 + Int(Self.highestRate * Double(pairs)))
    for probe in people..<max(people, rows.count) {
      let mate = product(rows[probe], rows[probe % people])
      var first = distractors.count
      for place in distractors.indices {
        let likeness = product(rows[probe], distractors[place])
        if likeness >= mate, place < first { first = place }
        top.add(likeness)
      }
      own.append(mate)
      lead.append(first)
    }
    self.own = own
    self.lead = lead
    highest = top.values
  }

  /// The share of probes whose mate is nearer by angle than each of the first distractors.
  func found(among distractors: Int) -> Double {
    guard !lead.isEmpty else { return 0 }
    return Double(lead.filter { $0 >= distractors }.count) / Double(lead.count)
  }

  /// The share of probes that are taken for their mate, at the threshold with which so many pairs of
  /// probe and distractor are.
  ///
  /// - Parameter rate: at most `highestRate`.
  func accepted(atFalseRate rate: Double) -> Double {
    let falseAccepts = Int(rate * Double(pairs))
    guard !own.isEmpty, falseAccepts < highest.count else { return 0 }
    return Double(own.filter { $0 > highest[falseAccepts] }.count) / Double(own.count)
  }
}

/// The highest of many values, which need not be kept to know them.
private struct HighestValues {
  let count: Int
  var kept: [Double] = []
  var least = -Double.infinity

  mutating func add(_ value: Double) {
    guard value > least else { return }
    kept.append(value)
    if kept.count >= 4 * count {
      kept = values
      least = kept[count - 1]
    }
  }

  /// In falling order.
  var values: [Double] { Array(kept.sorted(by: >).prefix(count)) }
}

private func product(_ first: [Double], _ second: [Double]) -> Double {
  first.withUnsafeBufferPointer { first in
    second.withUnsafeBufferPointer { second in
      var sum = 0.0
      for index in first.indices { sum += first[index] * second[index] }
      return sum
    }
  }
}
