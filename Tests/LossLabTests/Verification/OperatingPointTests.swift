import Testing

@testable import LossLab

/// Normal features about class directions, and what their pairs come to one by one.
struct MadeFeatures {
  let rows: FeatureRows
  let matrix: Matrix<Double>
  let labels: [Int]
  var classNames: [String] { (0...(labels.max() ?? 0)).map { "\($0)" } }

  init(classes: Int, each: Int, dimensions: Int = 8, noise: Double = 0.8, seed: UInt64 = 4) {
    var generator = SplitMix64(seed: seed)
    let directions = (0..<classes).map { _ in generator.normals(dimensions) }
    labels = (0..<classes * each).map { $0 / each }
    let elements = labels.flatMap { label in
      zip(directions[label], generator.normals(dimensions)).map { $0 + noise * $1 }
    }
    matrix = Matrix(rows: labels.count, columns: dimensions, elements: elements)
    rows = FeatureRows(matrix)
  }

  init(_ matrix: Matrix<Double>, labels: [Int]) {
    self.matrix = matrix
    self.labels = labels
    rows = FeatureRows(matrix)
  }

  /// The same with each row times a number.
  func scaled(_ factor: (Int) -> Double) -> MadeFeatures {
    var matrix = matrix
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns { matrix[row, column] *= factor(row) }
    }
    return MadeFeatures(matrix, labels: labels)
  }

  func distance(_ first: Int, _ second: Int) -> Double {
    zip(matrix.row(first), matrix.row(second)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
      .squareRoot()
  }

  func cosine(_ first: Int, _ second: Int) -> Double {
    angleBetween(matrix.row(first), matrix.row(second)).cosine
  }

  /// All pairs: their likeness and whether they are of one class.
  func pairs(_ likeness: (Int, Int) -> Double) -> [(likeness: Double, isPositive: Bool)] {
    labels.indices.flatMap { first in
      (0..<first).map { (likeness(first, $0), labels[first] == labels[$0]) }
    }
  }

  func measure(_ metric: PairMetric = .cosine) throws -> FeatureMeasurement {
    try MeasurementRequest(
      rows: rows, labels: labels, classNames: classNames, pairs: nil, metric: metric
    ).measure()
  }
}

struct OperatingPointTests {
  @Test(arguments: PairMetric.allCases)
  func aThresholdHasTheRatesThatItSays(_ metric: PairMetric) throws {
    let made = MadeFeatures(classes: 12, each: 9)
    let result = try made.measure(metric).verification
    let pairs = made.pairs { metric == .cosine ? made.cosine($0, $1) : -made.distance($0, $1) }
    let negatives = pairs.filter { !$0.isPositive }
    let positives = pairs.filter { $0.isPositive }
    for (index, point) in result.operatingPoints.enumerated() {
      let limit = Verification.falseAcceptRates[index]
      #expect((point == nil) == (Double(negatives.count) * limit < 3))
      guard let point else { continue }
      let separation = result.scale.separation(ofLikeness: point.likeness)
      let threshold =
        metric == .cosine ? point.likeness : -result.scale.value(ofSeparation: separation)
      let passed = negatives.filter { $0.likeness >= threshold }.count
      #expect(point.falseAccepts == passed)
      #expect(point.achieved == Double(passed) / Double(negatives.count))
      #expect(passed == Int(limit * Double(negatives.count) * (1 + 1e-12)))
      let right = positives.filter { $0.likeness >= threshold }.count
      #expect(abs(point.trueAccept - Double(right) / Double(positives.count)) < 1e-12)
    }
  }

  @Test func distancesAreThoseOfTheFeatures() throws {
    let made = MadeFeatures(classes: 5, each: 8)
    let result = try made.measure(.euclidean).verification
    let all = made.pairs(made.distance)
    let same = all.filter { $0.isPositive }.map { $0.likeness }
    #expect(abs(result.scale.value(ofSeparation: result.positive.mean) - mean(same)) < 1e-9)
    let other = all.filter { !$0.isPositive }.map { $0.likeness }
    func variance(_ values: [Double]) -> Double {
      mean(values.map { ($0 - mean(values)) * ($0 - mean(values)) })
    }
    let wanted = (mean(other) - mean(same)) / ((variance(same) + variance(other)) / 2).squareRoot()
    #expect(abs(result.decidability - wanted) < 1e-9)
  }

  /// Where pairs are counted in bins of `Float` products.
  @Test func manyPairsHaveTheDistancesOfFew() throws {
    let made = MadeFeatures(classes: 12, each: 25)
    let rows = made.rows.comparedByDistance()
    let exact = Verification(
      try #require(PairTally(all: rows, labels: made.labels, parallel: .serial)), isBalanced: true)
    let binned = Verification(
      try #require(PairTally(binned: rows, labels: made.labels, parallel: .serial)),
      isBalanced: true)
    for (one, other) in zip(exact.operatingPoints, binned.operatingPoints) {
      #expect(one?.falseAccepts == other?.falseAccepts)
      #expect(abs((one?.trueAccept ?? 0) - (other?.trueAccept ?? 0)) < 1e-12)
      #expect(abs((one?.likeness ?? 0) - (other?.likeness ?? 0)) < 1e-3)
    }
    #expect(abs(exact.positive.mean - binned.positive.mean) < 1e-5)
  }

  /// One broken row must not decide on the digits of all others, whatever its size.
  @Test(arguments: [1e2, 1e4, 1e8, 1e30, 1e160, 1e300], [true, false])
  func oneFarRowMovesNoOtherPair(_ factor: Double, isBinned: Bool) throws {
    let made = MadeFeatures(classes: 12, each: 25)
    func rates(_ made: MadeFeatures) throws -> Verification {
      let rows = made.rows.comparedByDistance()
      return Verification(
        try #require(
          isBinned
            ? PairTally(binned: rows, labels: made.labels, parallel: .serial)
            : PairTally(all: rows, labels: made.labels, parallel: .serial)), isBalanced: true)
    }
    // The one row is so far from all others that each of its pairs is refused, as here by hand.
    let broken = made.scaled { $0 == 7 ? factor : 1 }
    let found = try rates(broken)
    let pairs = made.labels.indices.flatMap { first in
      (0..<first).map { other in
        (
          distance: first == 7 || other == 7 ? .infinity : made.distance(first, other),
          isPositive: made.labels[first] == made.labels[other]
        )
      }
    }
    let negatives = pairs.filter { !$0.isPositive }.map { $0.distance }.sorted()
    let positives = pairs.filter { $0.isPositive }.map { $0.distance }
    for (index, rate) in [0.1, 0.01, 0.001].enumerated() {
      let point = try #require(found.operatingPoints[index])
      let accepted = Int(rate * Double(negatives.count))
      #expect(point.falseAccepts == accepted)
      let share =
        Double(positives.count { $0 < negatives[accepted] }) / Double(positives.count)
      #expect(abs(point.trueAccept - share) < 1e-12)
      let threshold = found.scale.value(
        ofSeparation: found.scale.separation(ofLikeness: point.likeness))
      #expect(abs(threshold - negatives[accepted]) < 0.02 * negatives[accepted])
    }
  }

  /// Distances of eight decades are told apart.
  @Test func smallDistancesKeepTheirOrder() throws {
    let plain = MadeFeatures(classes: 10, each: 12, dimensions: 2, noise: 0.5)
    let made = plain.scaled { exp(2.302585 * (Double($0 * 37 % 81) / 10 - 4)) }
    let found = try made.measure(.euclidean).verification
    let pairs = made.pairs { -made.distance($0, $1) }
    let negatives = pairs.filter { !$0.isPositive }.map { $0.likeness }.sorted(by: >)
    let positives = pairs.filter { $0.isPositive }.map { $0.likeness }
    for (index, rate) in [0.1, 0.01, 0.001].enumerated() {
      let accepted = Int(rate * Double(negatives.count))
      let point = try #require(found.operatingPoints[index])
      #expect(point.falseAccepts == accepted)
      let share = Double(positives.count { $0 > negatives[accepted] }) / Double(positives.count)
      #expect(abs(point.trueAccept - share) < 1e-12)
    }
  }

  /// The same pairs, listed and all.
  @Test func aListOfAllPairsIsAllPairs() throws {
    let made = MadeFeatures(classes: 12, each: 6)
    let pairs = made.labels.indices.flatMap { first in
      (0..<first).map {
        ListedPair(
          first: $0, second: first, isPositive: made.labels[first] == made.labels[$0],
          fold: $0 % 10)
      }
    }
    for metric in PairMetric.allCases {
      let all = try made.measure(metric)
      let listed = try MeasurementRequest(
        rows: made.rows, labels: made.labels, classNames: made.classNames, pairs: pairs,
        metric: metric
      ).measure()
      #expect(
        all.verification.operatingPoints.map { $0?.falseAccepts }
          == listed.verification.operatingPoints.map { $0?.falseAccepts })
      let (one, other) = (all.intervals?.equalError, listed.intervals?.equalError)
      #expect(abs((one?.lowerBound ?? 0) - (other?.lowerBound ?? 1)) < 1e-9)
      #expect(abs((one?.upperBound ?? 0) - (other?.upperBound ?? 1)) < 1e-9)
    }
  }
}
