import Testing

@testable import LossLab

/// Two classes of four samples each, around (10, 0) and (0, 10).
private func petals(along: Double, across: Double) -> FeatureSet {
  let elements = [
    10 - along, 0, 10 + along, 0, 10, -across, 10, across,
    0, 10 - along, 0, 10 + along, -across, 10, across, 10,
  ]
  let labels = [0, 0, 0, 0, 1, 1, 1, 1]
  return FeatureSet(
    features: Matrix(rows: 8, columns: 2, elements: elements), labels: labels, predicted: labels)
}

@Suite struct ClassSpreadTests {
  @Test func petalsAreLongerAlongTheirMeanThanAcross() {
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 2)
    #expect(spread.elongations.allSatisfy { abs($0 - 3) < 1e-12 })
  }

  @Test func theScatterRatioIsVarianceWithinOverVarianceBetween() {
    // Within: (2 · 36 + 2 · 4) / 4 = 20; between: each mean is (5, 5)·√… from (5, 5), 50.
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 2)
    #expect(abs(spread.scatterRatio - 20.0 / 50) < 1e-12)
  }

  @Test func aClassWiderThanTheWayToTheNextHasADiameterRatioAboveOne() {
    let wide = ClassSpread(petals(along: 9, across: 1), classes: 2).diameterRatios()
    let tight = ClassSpread(petals(along: 1, across: 1), classes: 2).diameterRatios()
    #expect(wide.allSatisfy { abs($0 - 18 / 200.0.squareRoot()) < 1e-12 && $0 > 1 })
    #expect(tight.allSatisfy { $0 < 1 })
  }

  @Test func anOffsetIsInStandardDeviationsOfTheClass() {
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 2)
    let centers = Matrix<Double>(rows: 2, columns: 2, elements: [10, 20.0.squareRoot(), 0, 10])
    let offsets = spread.offsets(of: centers)
    #expect(abs(offsets[0] - 1) < 1e-12)
    #expect(offsets[1] == 0)
  }

  @Test func aClassWithoutSamplesCountsNowhere() {
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 3)
    #expect(spread.elongations.count == 2)
    #expect(abs(spread.scatterRatio - 0.4) < 1e-12)
  }
}

@Suite struct SamplePairsTests {
  /// Unit features at these angles, in degrees.
  private func features(_ degrees: [Double]) -> Matrix<Double> {
    Matrix(
      rows: degrees.count, columns: 2,
      elements: degrees.flatMap { angle -> [Double] in
        let (sine, cosine) = sinCos(angle * .pi / 180)
        return [cosine, sine]
      })
  }

  @Test func pairsOfOneClassAndOfTwoAreToldApart() {
    let pairs = SamplePairs(features([0, 10, 90]), labels: [0, 0, 1])
    #expect(pairs.positive.count == 1)
    #expect(abs(pairs.positive[0] - .pi / 18) < 1e-12)
    #expect(pairs.negative.count == 2)
    #expect(pairs.overlap == 0)
  }

  @Test func likeHistogramsOverlapWholly() {
    let pairs = SamplePairs(features([0, 45, 90, 135]), labels: [0, 1, 0, 1])
    // Positive: 90°, 90°; negative: 45°, 135°, 45°, 45°.
    #expect(pairs.overlap == 0)
    let mixed = SamplePairs(features([0, 31, 62]), labels: [0, 0, 1])
    // Positive: 31°; negative: 62°, 31°.
    #expect(abs(mixed.overlap - 0.5) < 1e-12)
  }

  @Test func theLargestAngleIsThatOfTheWidestPair() {
    let angles = largestAngles(features([0, 10, 40, 90]), labels: [0, 0, 0, 1], classes: 2)
    #expect(abs(angles[0] - 40 * .pi / 180) < 1e-12)
    #expect(angles[1] == 0)
  }
}
