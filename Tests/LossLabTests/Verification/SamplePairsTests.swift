import LossLab
import Testing

@Suite struct SamplePairsTests {
  @Test func pairsOfOneClassAndOfTwoAreToldApart() {
    let pairs = PairTally(unitFeatures([0, 10, 90]), labels: [0, 0, 1])
    #expect(pairs.positive.count == 1 && pairs.negative.count == 2)
    #expect(abs(pairs.positive.mean - .pi / 18) < 1e-12)
    #expect(pairs.overlap == 0)
  }

  @Test func likeHistogramsOverlap() {
    // Positive: 90°, 90°; negative: 45°, 135°, 45°, 45°.
    #expect(PairTally(unitFeatures([0, 45, 90, 135]), labels: [0, 1, 0, 1]).overlap == 0)
    // Positive: 31.5°; negative: 63°, 31.5°.
    let mixed = PairTally(unitFeatures([0, 31.5, 63]), labels: [0, 0, 1])
    #expect(abs(mixed.overlap - 0.5) < 1e-12)
  }

  @Test func manySamplesAreThinnedOutEvenly() {
    let angles = (0..<90).map { Double($0) }
    let labels = angles.map { $0 < 45 ? 0 : 1 }
    let pairs = PairTally(unitFeatures(angles), labels: labels, limit: 30)
    #expect(pairs.positive.count + pairs.negative.count == 30 * 29 / 2)
    #expect(pairs.positive.count == 2 * 15 * 14 / 2)
  }
}
