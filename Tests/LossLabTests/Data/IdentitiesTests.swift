import Testing

@testable import LossLab

struct IdentitiesTests {
  private func elements(of data: LabelledSamples) throws -> Matrix<Float> {
    guard case .floats(let matrix) = data.samples else {
      Issue.record("identities are floats")
      return Matrix(rows: 0, columns: 0)
    }
    return matrix
  }

  @Test func samplesComeInTurn() throws {
    let data = Identities(seed: 1).samples(of: 0..<3, each: 2)
    #expect(data.labels == [0, 1, 2, 0, 1, 2])
    #expect(data.samples.columns == 64)
  }

  @Test func theSameSeedGivesTheSameSamplesAndAnotherSeedOthers() throws {
    let first = try elements(of: Identities(seed: 3).samples(of: 0..<2, each: 5))
    #expect(try elements(of: Identities(seed: 3).samples(of: 0..<2, each: 5)) == first)
    #expect(try elements(of: Identities(seed: 4).samples(of: 0..<2, each: 5)) != first)
  }

  @Test func moreSamplesLeaveTheFirstAsTheyAre() throws {
    let few = try elements(of: Identities(seed: 1).samples(of: 0..<4, each: 30))
    let many = try elements(of: Identities(seed: 1).samples(of: 0..<4, each: 60))
    #expect(Array(many.elements.prefix(few.elements.count)) == few.elements)
  }

  @Test func moreClassesLeaveTheEasySamplesOfTheFirstAsTheyAre() throws {
    let four = try elements(of: Identities(seed: 1).samples(of: 0..<4, each: 200))
    let nine = try elements(of: Identities(seed: 1).samples(of: 0..<9, each: 200))
    var same = 0
    for sample in 0..<200 {
      for label in 0..<4 where four.row(4 * sample + label) == nine.row(9 * sample + label) {
        same += 1
      }
    }
    // All but the hard ones, and of those some lean to the same identity.
    #expect(same >= 730 && same < 800)
  }

  @Test func aRangeHoldsTheIdentitiesOfItsNumbers() throws {
    let all = Identities.Directions(identity: 5, seed: 1)
    let samples = try elements(of: Identities(seed: 1).samples(of: 5..<6, each: 400))
    var mean = [Double](repeating: 0, count: 64)
    for row in 0..<400 {
      for k in 0..<64 { mean[k] += Double(samples[row, k]) / 400 }
    }
    let projection = zip(mean, all.mean).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(projection - 5) < 0.2)
  }

  @Test func aFewSamplesAreHard() throws {
    let samples = try elements(of: Identities(seed: 1).samples(of: 0..<3, each: 1000))
    let directions = (0..<3).map { Identities.Directions(identity: $0, seed: 1) }
    var nearer = 0
    for row in 0..<3000 {
      let along = directions.map { direction in
        (0..<64).reduce(0.0) { $0 + Double(samples[row, $1]) * direction.mean[$1] }
      }
      if along.indices.max(by: { along[$0] < along[$1] }) != row % 3 { nearer += 1 }
    }
    // 6 % are mixed with another identity, at most half and half.
    #expect(nearer > 10 && nearer < 180)
  }
}
