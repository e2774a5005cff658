import Testing

@testable import LossLab

/// Boundaries found on the logits against the closed forms for two unit weights `between` apart.
struct AngularBoundaryTests {
  static let betweens = stride(from: 20.0, through: 120, by: 10).map { $0 * .pi / 180 }

  func boundary(
    _ margin: AngularMargin, _ magnitude: Magnitude, between: Double,
    norms: (Double, Double) = (1, 1)
  ) -> AngularBoundary {
    let weights = Matrix(
      rows: 2, columns: 2,
      elements: [norms.0, 0, norms.1 * cos(between), norms.1 * sin(between)])
    let classifier = Classifier(
      head: MarginSoftmax(magnitude: magnitude, target: margin),
      parameters: ClassParameters(weights: weights))
    return classifier.angularBoundaries()[0]
  }

  func gap(_ boundary: AngularBoundary) -> Double {
    (boundary.secondRule ?? .nan) - (boundary.firstRule ?? .nan)
  }

  @Test(arguments: betweens)
  func equalNormsMeetAtTheBisector(between: Double) {
    let found = boundary(.none, .product, between: between)
    #expect(abs((found.inference ?? .nan) - between / 2) < 1e-12)
    #expect(found.firstRule == found.inference && abs(gap(found)) < 1e-12)
  }

  @Test(arguments: betweens)
  func theBandOfCosFaceIsTwoArcsines(between: Double) {
    let limit = 1 - cos(between)
    for m in [0.01, 0.5 * limit, 0.99 * limit] {
      let found = boundary(.additiveCosine(m), .fixed(16), between: between)
      #expect(abs(gap(found) - 2 * asin(m / (2 * sin(between / 2)))) < 1e-9)
    }
    #expect(boundary(.additiveCosine(1.01 * limit), .fixed(16), between: between).firstRule == nil)
  }

  @Test(arguments: betweens)
  func theBandOfArcFaceIsM(between: Double) {
    for m in [0.01, 0.3 * between, 0.99 * between] where m < .pi / 2 {
      let found = boundary(
        .additiveAngle(m, variant: .monotone), .fixed(16), between: between)
      #expect(abs(gap(found) - m) < 1e-9)
    }
    let beyond = boundary(
      .additiveAngle(1.01 * between, variant: .monotone), .fixed(16), between: between)
    #expect(beyond.firstRule == nil && beyond.secondRule == nil)
  }

  @Test(arguments: betweens, 2...4)
  func theBandOfSphereFaceShrinksWithTheAngle(between: Double, m: Int) {
    for magnitude in [Magnitude.featureNorm, .product] {
      let found = boundary(.multiplicative(m), magnitude, between: between)
      let share = Double(m - 1) / Double(m + 1)
      #expect(abs(gap(found) - share * between) < 1e-9)
      #expect(abs((found.firstRule ?? .nan) - between / Double(m + 1)) < 1e-9)
    }
  }

  @Test(arguments: [0.6, 1, 1.7])
  func theSoftmaxBoundaryLiesBetweenTheRulesOfLSoftmax(ratio: Double) throws {
    let found = boundary(.multiplicative(3), .product, between: 1, norms: (ratio, 1))
    let (first, middle, second) = (
      try #require(found.firstRule), try #require(found.inference), try #require(found.secondRule)
    )
    #expect(first < middle && middle < second)
    // On the boundary the two margined logits of that class are equal.
    #expect(
      abs(
        ratio * AngularMargin.multiplicative(3).evaluate(Angle(radians: first)).value
          - cos(1 - first)) < 1e-9)
  }

  @Test func aLargerNormPushesTheBoundaryAway() {
    let even = boundary(.none, .product, between: 1).inference ?? .nan
    let larger = boundary(.none, .product, between: 1, norms: (1.3, 1)).inference ?? .nan
    #expect(larger > even)
  }

  @Test func aBiasLeavesNoRay() {
    var parameters = ClassParameters(weights: evenDirections(classes: 3, dimensions: 2))
    parameters.bias = [0.1, 0, 0]
    let rows = Classifier(head: MarginSoftmax(magnitude: .product), parameters: parameters)
      .angularBoundaries()
    #expect(rows.count == 3 && rows.allSatisfy { $0.inference == nil && $0.firstRule == nil })
  }
}

private func asin(_ x: Double) -> Double { atan2(x, (1 - x * x).squareRoot()) }
