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
    // One negative pair more or less is 9e-6 here.
    let (error, otherError) = (try #require(exact.equalError), try #require(binned.equalError))
    #expect(abs(error.rate - otherError.rate) < 1e-5)
    #expect(abs(exact.negative.mean - binned.negative.mean) < 1e-5)
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

/// Samples around random directions, and their classes.
func clusters(classes: Int, each: Int, dimensions: Int) -> (FeatureRows, [Int]) {
  var generator = SplitMix64(seed: 11)
  var elements: [Double] = []
  var labels: [Int] = []
  for index in 0..<classes {
    let center = generator.normals(dimensions)
    for _ in 0..<each {
      let noise = generator.normals(dimensions)
      elements += zip(center, noise).map { $0 + 1.1 * $1 }
      labels.append(index)
    }
  }
  return (
    FeatureRows(Matrix(rows: labels.count, columns: dimensions, elements: elements)), labels
  )
}
