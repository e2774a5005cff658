import Testing

@testable import LossLab

@Suite struct RelatedPeopleTests {
  private func rows(_ samples: LabelledSamples) -> [[Float]] {
    guard case .floats(let matrix) = samples.samples else { return [] }
    return (0..<matrix.rows).map { Array(matrix.row($0)) }
  }

  @Test func aPersonIsTheSameInEveryRange() {
    let people = RelatedPeople(seed: 3)
    let all = rows(people.samples(of: 0..<5, each: 2))
    let part = rows(people.samples(of: 3..<5, each: 2))
    #expect(part == [all[3], all[4], all[8], all[9]])
    #expect(rows(RelatedPeople(seed: 4).samples(of: 0..<5, each: 2)) != all)
  }

  @Test func peopleTakeTurns() {
    #expect(RelatedPeople(seed: 1).samples(of: 7..<10, each: 2).labels == [0, 1, 2, 0, 1, 2])
  }

  @Test func oneRendererServesAll() {
    // Two codes and circumstances that differ in nothing give one picture, whoever they are of.
    let people = RelatedPeople(seed: 1)
    let input = (0..<18).map { Double($0) / 18 }
    #expect(people.render(input) == people.render(input))
    #expect(people.render(input) != people.render(input.map { -$0 }))
    // tanh is odd, and so is the renderer.
    let (there, back) = (people.render(input), people.render(input.map { -$0 }))
    #expect(zip(there, back).allSatisfy { abs($0 + $1) < 1e-12 })
  }

  @Test func picturesOfOnePersonAreAlikeButNotMuch() {
    let samples = RelatedPeople(seed: 1).samples(of: 0..<60, each: 2)
    let values = rows(samples).flatMap { $0.map(Double.init) }
    let features = Matrix(rows: samples.count, columns: 64, elements: values)
    let pairs = PairTally(features, labels: samples.labels)
    #expect(pairs.positive.mean < pairs.negative.mean - 0.2)
    #expect(pairs.overlap > 0.05)
  }
}
