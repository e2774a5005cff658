import Testing

@testable import LossLab

struct RateIntervalsTests {
  /// The bootstrap written out: people drawn, their pairs gathered, the rate counted.
  @Test func anIntervalIsThatOfPeopleDrawnAnew() throws {
    let made = MadeFeatures(classes: 30, each: 5, noise: 1)
    let result = try made.measure()
    let intervals = try #require(result.intervals)
    #expect(intervals.method == .bootstrap && intervals.people == 30)
    let point = try #require(result.verification.operatingPoints[1])
    var accepted = Array(repeating: 0.0, count: 30)
    for first in made.labels.indices {
      for second in 0..<first where made.labels[first] == made.labels[second] {
        if made.cosine(first, second) >= point.likeness { accepted[made.labels[first]] += 1 }
      }
    }
    var generator = SplitMix64(seed: 77)
    let rates = (0..<4000).map { _ in
      (0..<30).map { _ in accepted[generator.index(below: 30)] }.reduce(0, +) / 300
    }
    let range = try #require(intervals.trueAccept[1])
    #expect(abs(range.lowerBound - percentile(2.5, of: rates)) < 0.02)
    #expect(abs(range.upperBound - percentile(97.5, of: rates)) < 0.02)
    #expect(range.contains(point.trueAccept))
  }

  /// Twice the pairs of the same people are no more people.
  @Test func moreSamplesOfFewPeopleDoNotMakeItSurer() throws {
    func width(_ classes: Int, _ each: Int) throws -> Double {
      let made = MadeFeatures(classes: classes, each: each, noise: 1)
      let range = try #require(try made.measure().intervals?.equalError)
      return range.upperBound - range.lowerBound
    }
    let (few, many) = (try width(20, 6), try width(20, 18))
    let people = try width(120, 6)
    #expect(many > 0.6 * few)
    #expect(people < 0.6 * few)
  }

  @Test func fewPeopleHaveWilsonsInterval() throws {
    let result = try MadeFeatures(classes: 4, each: 12, noise: 1).measure()
    let intervals = try #require(result.intervals)
    #expect(intervals.method == .wilson && intervals.people == 4)
    let error = try #require(result.verification.equalError)
    #expect(intervals.equalError == wilsonInterval(error.rate, of: 4))
  }

  @Test func wilsonIsAsInBooks() {
    let half = wilsonInterval(0.5, of: 10)
    #expect(abs(half.lowerBound - 0.236_593) < 1e-5 && abs(half.upperBound - 0.763_407) < 1e-5)
    let none = wilsonInterval(0, of: 10)
    #expect(none.lowerBound == 0 && abs(none.upperBound - 0.277_533) < 1e-5)
  }

  /// Perfect separation of a few people is no proof.
  @Test func nobodyIsPerfectForCertain() throws {
    let result = try MadeFeatures(classes: 15, each: 4, dimensions: 32, noise: 0.05).measure()
    #expect(result.verification.equalError?.rate == 0)
    let range = try #require(result.intervals?.trueAccept[0])
    #expect(range.upperBound == 1 && range.lowerBound < 0.9)
  }

  @Test func aModelDiffersFromItselfByNothingAndFromAWorseOne() throws {
    let good = try #require(try MadeFeatures(classes: 25, each: 6, noise: 0.8).measure().intervals)
    let bad = try #require(try MadeFeatures(classes: 25, each: 6, noise: 1.6).measure().intervals)
    for range in good.differences(of: good) {
      #expect(range == nil || range?.lowerBound == 0 && range?.upperBound == 0)
    }
    let equal = try #require(good.differences(of: bad).last ?? nil)
    #expect(equal.lowerBound > 0.03)
    let back = try #require(bad.differences(of: good).last ?? nil)
    #expect(abs(back.upperBound + equal.lowerBound) < 1e-12)
  }

  /// The rows are those of one set: pairs change sides where the threshold is passed.
  @Test func verdictsThatChangeAreCounted() throws {
    let (one, other) = (
      MadeFeatures(classes: 6, each: 5, noise: 1), MadeFeatures(classes: 6, each: 5, noise: 0.6)
    )
    let changes = VerdictChanges(
      (one.rows, other.rows), labels: one.labels, thresholds: (0.5, 0.6), pairs: nil)
    var (mended, broken) = (0, 0)
    for first in one.labels.indices {
      for second in 0..<first {
        let (was, now) = (one.cosine(first, second) >= 0.5, other.cosine(first, second) >= 0.6)
        guard was != now else { continue }
        if now == (one.labels[first] == one.labels[second]) { mended += 1 } else { broken += 1 }
      }
    }
    #expect(changes.mended == mended && changes.broken == broken && mended > broken)
    #expect(changes.pairs == 30 * 29 / 2)
    #expect(changes.changes.count == min(VerdictChanges.shown, mended + broken))
    #expect(changes.changes.allSatisfy { $0.first < $0.second })
  }
}
