import Testing

@testable import LossLab

struct VerificationTests {
  /// Directions in the plane by degrees.
  private func rows(_ degrees: [Double]) -> FeatureRows {
    FeatureRows(
      Matrix<Double>(
        rows: degrees.count, columns: 2,
        elements: degrees.flatMap { degree -> [Double] in
          let point = Point(angle: degree * .pi / 180, radius: 1 + degree)
          return [point.x, point.y]
        }))
  }

  private func verification(_ degrees: [Double], _ labels: [Int]) throws -> Verification {
    let tally = try #require(
      PairTally(all: rows(degrees), labels: labels, parallel: .serial))
    return Verification(tally, isBalanced: true)
  }

  /// Positive pairs 10° and 30° apart; negative ones 20, 50, 30 and 60 … worked by hand:
  /// a at 0 and 10, b at 40 and 70: positive 10, 30; negative 40, 70, 30, 60.
  @Test func theAreaCountsTiesAsHalf() throws {
    let result = try verification([0, 10, 40, 70], [0, 0, 1, 1])
    #expect(result.positive.count == 2)
    #expect(result.negative.count == 4)
    // Of 8 comparisons 7 are won and one is a tie (30° against 30°).
    let area = try #require(result.areaUnderCurve)
    #expect(abs(area - 7.5 / 8) < 1e-12)
  }

  /// Every number from its definition, pair by pair in `Double`, without sorting or counting.
  @Test func allNumbersAreThoseOfTheirDefinitions() throws {
    let (rows, labels) = clusters(classes: 12, each: 7, dimensions: 5)
    let result = Verification(
      try #require(PairTally(all: rows, labels: labels, parallel: .serial)), isBalanced: true)
    let (same, other) = cosines(of: rows, labels)
    var won = 0.0
    for a in same {
      for b in other { won += a > b ? 1 : a == b ? 0.5 : 0 }
    }
    let area = try #require(result.areaUnderCurve)
    #expect(abs(area - won / Double(same.count * other.count)) < 1e-12)
    for (index, limit) in [0.1, 0.01, 0.001].enumerated() {
      let allowed = Int(limit * Double(other.count) + 1e-9)
      // The strictest threshold that lets too many pass; nothing at it or below may pass.
      let bound = other.sorted(by: >)[allowed]
      let passing = same.filter { $0 > bound }.count
      let rate = try #require(result.acceptance[index].rate)
      #expect(abs(rate - Double(passing) / Double(same.count)) < 1e-12)
      #expect(result.acceptance[index].falseAccepts == allowed)
    }
    // Between the last threshold that refuses more than it accepts wrongly and the first that does
    // not, both rates run straight.
    func rates(_ threshold: Double) -> (refused: Double, accepted: Double) {
      (
        Double(same.filter { $0 < threshold }.count) / Double(same.count),
        Double(other.filter { $0 >= threshold }.count) / Double(other.count)
      )
    }
    let thresholds = (same + other).sorted(by: >)
    let first = try #require(
      thresholds.firstIndex { rates($0).accepted >= rates($0).refused })
    let (before, after) = (rates(thresholds[first - 1]), rates(thresholds[first]))
    let share =
      (before.refused - before.accepted)
      / (before.refused - before.accepted + after.accepted - after.refused)
    let expected = before.accepted + share * (after.accepted - before.accepted)
    let error = try #require(result.equalError)
    #expect(abs(error.rate - expected) < 1e-12)
    let angles = other.map { acos($0) }
    #expect(abs(result.negative.mean - mean(angles)) < 1e-12)
  }

  /// Whole numbers have few cosines, which rounding must not take apart: with all features turned
  /// by another order of their numbers, all sums are added differently and no rate may change.
  @Test func equalCosinesStayEqualInWhateverOrderTheyAreAdded() throws {
    var generator = SplitMix64(seed: 21)
    var elements: [Double] = []
    var labels: [Int] = []
    for index in 0..<240 {
      labels.append(index % 6)
      elements += generator.normals(5).map { $0.rounded() + (index % 6 == 0 ? 1 : 0) }
      elements += [1, Double(index % 6), 2]
    }
    let plain = Matrix<Double>(rows: 240, columns: 8, elements: elements)
    let turned = Matrix<Double>(
      rows: 240, columns: 8,
      elements: (0..<240).flatMap { row in Array(plain.row(row).reversed()).map { 3 * $0 } })
    let results = try [plain, turned].map { matrix in
      Verification(
        try #require(
          PairTally(all: FeatureRows(matrix), labels: labels, parallel: .serial)),
        isBalanced: true)
    }
    #expect(results[0].areaUnderCurve == results[1].areaUnderCurve)
    #expect(results[0].equalError?.rate == results[1].equalError?.rate)
    #expect(results[0].acceptance == results[1].acceptance)
    #expect(results[0].accuracy?.mean == results[1].accuracy?.mean)
    let binned = Verification(
      try #require(
        PairTally(binned: FeatureRows(plain), labels: labels, parallel: .serial)),
      isBalanced: true)
    let (area, other) = (
      try #require(results[0].areaUnderCurve), try #require(binned.areaUnderCurve)
    )
    #expect(abs(area - other) < 1e-4)
  }

  private func cosines(of rows: FeatureRows, _ labels: [Int]) -> ([Double], [Double]) {
    var (same, other): ([Double], [Double]) = ([], [])
    for first in labels.indices {
      for second in labels.indices.dropFirst(first + 1) {
        let cosine = zip(rows.unit(first), rows.unit(second)).reduce(0) { $0 + $1.0 * $1.1 }
        if labels[first] == labels[second] { same.append(cosine) } else { other.append(cosine) }
      }
    }
    return (same, other)
  }

  @Test func anglesHaveMeanAndDeviation() throws {
    let result = try verification([0, 10, 40, 70], [0, 0, 1, 1])
    #expect(abs(result.positive.mean * 180 / .pi - 20) < 1e-10)
    #expect(abs(result.positive.deviation * 180 / .pi - 10) < 1e-10)
    #expect(abs(result.negative.mean * 180 / .pi - 50) < 1e-10)
  }

  @Test func aSmallAngleKeepsItsDigits() throws {
    let result = try verification([0, 1e-5, 90, 90.5], [0, 0, 1, 1])
    let angles = [1e-5, 0.5]
    #expect(abs(result.positive.mean * 180 / .pi - mean(angles)) < 1e-12)
  }

  @Test func separatedClassesHaveNoEqualError() throws {
    let result = try verification([0, 10, 120, 130, 240, 250], [0, 0, 1, 1, 2, 2])
    #expect(result.areaUnderCurve == 1)
    #expect(result.equalError?.rate == 0)
    #expect(result.accuracy?.mean == 1)
    #expect(result.positive.overlap(with: result.negative) == 0)
  }

  @Test func aRateThatTooFewNegativePairsCanMeasureIsNotGiven() throws {
    // 12 negative pairs: 10⁻¹ is one of them, 10⁻² none.
    let result = try verification([0, 10, 120, 130, 240, 250], [0, 0, 1, 1, 2, 2])
    #expect(result.negative.count == 12)
    #expect(result.acceptance[0].rate == 1)
    #expect(result.acceptance[0].falseAccepts == 1)
    #expect(result.acceptance[1].rate == nil)
  }

  @Test func withoutPositivePairsNothingIsMeasured() throws {
    let result = try verification([0, 90], [0, 1])
    #expect(result.areaUnderCurve == nil)
    #expect(result.equalError == nil)
    #expect(result.accuracy == nil)
  }

  @Test func binsAndSingleProductsAgree() throws {
    let (rows, labels) = clusters(classes: 40, each: 12, dimensions: 24)
    let exact = Verification(
      try #require(PairTally(all: rows, labels: labels, parallel: .serial)), isBalanced: true)
    let binned = Verification(
      try #require(PairTally(binned: rows, labels: labels, parallel: .serial)), isBalanced: true)
    #expect(exact.isExact && !binned.isExact)
    #expect(binned.positive.count == exact.positive.count)
    #expect(binned.negative.count == exact.negative.count)
    let (area, other) = (try #require(exact.areaUnderCurve), try #require(binned.areaUnderCurve))
    #expect(abs(area - other) < 1e-6)
    // One negative pair more or less is 9e-6 here: not one may change sides.
    let (error, otherError) = (try #require(exact.equalError), try #require(binned.equalError))
    #expect(abs(error.rate - otherError.rate) < 1e-9)
    #expect(abs(error.angle - otherError.angle) < 1e-6)
    for (one, other) in zip(exact.acceptance, binned.acceptance) {
      #expect(one.falseAccepts == other.falseAccepts)
      #expect((one.rate == nil) == (other.rate == nil))
      if let rate = one.rate, let same = other.rate { #expect(abs(rate - same) < 1e-12) }
    }
    #expect(abs(exact.negative.mean - binned.negative.mean) < 1e-5)
  }

  @Test func tiesAreNotTornApartByBins() throws {
    // Few whole numbers: pairs of both kinds share each cosine.
    var generator = SplitMix64(seed: 12)
    let elements = (0..<900).map { _ in Double(generator.index(below: 3)) + 0.5 }
    let rows = FeatureRows(Matrix<Double>(rows: 300, columns: 3, elements: elements))
    let labels = (0..<300).map { $0 % 20 }
    let exact = Verification(
      try #require(PairTally(all: rows, labels: labels, parallel: .serial)), isBalanced: true)
    let binned = Verification(
      try #require(PairTally(binned: rows, labels: labels, parallel: .serial)), isBalanced: true)
    #expect(abs((exact.equalError?.rate ?? 0) - (binned.equalError?.rate ?? 1)) < 1e-9)
    for (one, other) in zip(exact.acceptance, binned.acceptance) {
      #expect(one.rate == other.rate, "1e\(one.exponent)")
    }
  }

  @Test func theNumberOfTasksMakesNoDifference() throws {
    let (rows, labels) = clusters(classes: 20, each: 10, dimensions: 8)
    let backwards = ParallelFor(width: 3) { count, body in
      for index in (0..<count).reversed() { body(index) }
    }
    let one = try #require(PairTally(binned: rows, labels: labels, parallel: .serial))
    let other = try #require(PairTally(binned: rows, labels: labels, parallel: backwards))
    #expect(one.positive == other.positive)
    #expect(one.negative == other.negative)
    let exact = try #require(PairTally(all: rows, labels: labels, parallel: .serial))
    let exactToo = try #require(PairTally(all: rows, labels: labels, parallel: backwards))
    #expect(exact.negative == exactToo.negative)
  }

  @Test func listedPairsAreThoseOfAllPairsWhenAllAreListed() throws {
    let (rows, labels) = clusters(classes: 6, each: 4, dimensions: 5)
    var pairs: [ListedPair] = []
    for first in labels.indices {
      for second in labels.indices.dropFirst(first + 1) {
        pairs.append(
          ListedPair(
            first: first, second: second, isPositive: labels[first] == labels[second],
            fold: first % 10))
      }
    }
    let listed = Verification(PairTally(listed: pairs, of: rows), isBalanced: true)
    let all = Verification(
      try #require(PairTally(all: rows, labels: labels, parallel: .serial)), isBalanced: true)
    let (a, b) = (try #require(listed.areaUnderCurve), try #require(all.areaUnderCurve))
    #expect(abs(a - b) < 1e-12)
    #expect(abs(listed.positive.mean - all.positive.mean) < 1e-12)
    let (c, d) = (try #require(listed.accuracy), try #require(all.accuracy))
    #expect(abs(c.mean - d.mean) < 1e-12)
  }
}
