import Testing

@testable import LossLab

struct ClassDirectionsTests {
  /// One sample a class, in directions that are not sorted, one class without a sample.
  private func directions(_ degrees: [Double?], dimensions: Int) -> ClassDirections {
    let present = degrees.indices.filter { degrees[$0] != nil }
    var features = Matrix<Double>(rows: present.count, columns: dimensions)
    for (row, label) in present.enumerated() {
      let (sine, cosine) = sinCos((degrees[label] ?? 0) * .pi / 180)
      features[row, 0] = 3 * cosine
      features[row, 1] = 3 * sine
    }
    return ClassDirections(
      FeatureSet(features: features, labels: present, predicted: present), classes: degrees.count)
  }

  @Test func theNearestClassIsFoundRoundTheCircle() {
    let nearest = directions([350, 90, nil, 5, 200, 260, 90], dimensions: 2).nearestAngles
    let expected: [Double] = [15, 0, 15, 60, 60, 0]
    #expect(nearest.count == expected.count)
    for (angle, other) in zip(nearest, expected) {
      #expect(abs(angle * 180 / .pi - other) < 1e-6)
    }
    #expect(directions([10, nil], dimensions: 2).nearestAngles.isEmpty)
  }

  /// In space each is compared with each: the plane must come to the same.
  @Test func thePlaneAgreesWithSpace() {
    var generator = SplitMix64(seed: 4)
    let degrees = (0..<300).map { _ -> Double? in
      generator.index(below: 10) == 0 ? nil : Double(generator.index(below: 3600)) / 10
    }
    let plane = directions(degrees, dimensions: 2).nearestAngles
    let space = directions(degrees, dimensions: 3).nearestAngles
    #expect(plane.count == space.count)
    // Their sums go over two and over three numbers.
    for (one, other) in zip(plane, space) { #expect(abs(one - other) < 1e-12) }
  }
}
