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

  @Test func anOffsetIsInStandardDeviationsOfTheClass() {
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 2)
    let centers = Matrix<Double>(rows: 2, columns: 2, elements: [10, 20.0.squareRoot(), 0, 10])
    let offsets = spread.offsets(of: centers)
    #expect(abs(offsets[0] - 1) < 1e-12)
    #expect(offsets[1] == 0)
  }

  @Test func theFarthestSampleIsInStandardDeviationsOfItsClass() {
    #expect(
      abs(ClassSpread(petals(along: 6, across: 2), classes: 2).farthest - 6 / 20.0.squareRoot())
        < 1e-12)
    #expect(ClassSpread(petals(along: 0, across: 0), classes: 2).farthest == 0)
  }

  @Test func aClassWithoutSamplesCountsNowhere() {
    let spread = ClassSpread(petals(along: 6, across: 2), classes: 3)
    #expect(spread.elongations.count == 2)
    #expect(abs(spread.scatterRatio - 0.4) < 1e-12)
  }
}
