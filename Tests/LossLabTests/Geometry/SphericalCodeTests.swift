import Testing

@testable import LossLab

struct SphericalCodeTests {
  private func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

  @Test func whatIsKnownIsExact() {
    #expect(abs(degrees(WidestSpread(classes: 8, dimensions: 2).limit) - 45) < 1e-12)
    // A tetrahedron.
    let simplex = WidestSpread(classes: 4, dimensions: 3)
    #expect(abs(degrees(simplex.limit) - 109.471_220_634_490_7) < 1e-9 && simplex.isExact)
    for classes in [5, 6] {
      let right = WidestSpread(classes: classes, dimensions: 3)
      #expect(right.reached == .pi / 2 && right.source == .orthogonal)
    }
    #expect(WidestSpread(classes: 2, dimensions: 512).limit == .pi)
  }

  /// Codes that reach the bound: the icosahedron, the kissing configurations of E8 and of Leech.
  @Test(arguments: [(12, 3, 63.434_948_822_922_01), (240, 8, 60), (196_560, 24, 60)])
  func theBoundIsTightWhereItIsKnownToBe(classes: Int, dimensions: Int, angle: Double) {
    let spread = WidestSpread(classes: classes, dimensions: dimensions)
    #expect(abs(degrees(spread.limit) - angle) < 1e-9)
    #expect(spread.reached < spread.limit && !spread.isExact)
  }

  /// Levenshtein's third polynomial in closed form: D (1 − s)(2 + (D + 1) s) / (1 − D s²).
  @Test func manyDimensionsFollowTheClosedForm() {
    let s = leastLargestCosine(classes: 10572, dimensions: 512)
    let value = 512 * (1 - s) * (2 + 513 * s) / (1 - 512 * s * s)
    #expect(abs(value - 10572) < 1e-4)
  }

  @Test(arguments: [3, 4, 16, 512])
  func moreClassesStandNearer(dimensions: Int) {
    var last = WidestSpread(classes: 2, dimensions: dimensions)
    for classes in [3, 5, 9, 20, 33, 100, 1025, 1300, 50_000, 1_000_000] {
      let next = WidestSpread(classes: classes, dimensions: dimensions)
      #expect(next.limit <= last.limit && next.reached <= last.reached)
      #expect(next.reached <= next.limit && next.reached > 0)
      last = next
    }
  }

  /// On the sphere a cap of angle θ covers (1 − cos θ)/2.
  @Test func theCoveringAngleIsThatOfTheAreaOfCaps() {
    let angle = coveringAngle(classes: 50, dimensions: 3)
    #expect(abs((1 - cos(angle)) / 2 - 0.02) < 1e-6)
  }

  @Test func adviceIsThatOfTheBoundsInThePlane() throws {
    let advice = MarginAdvice(classes: 8, dimensions: 2)
    let cosface = try #require(advice.margins.first { $0.entry.name == "cosface" })
    #expect(abs(cosface.limit - (1 - 0.5.squareRoot())) < 1e-12)
    #expect(cosface.limit == cosface.reached)
    #expect(abs(advice.scales[0].scale - 9.87) < 0.005)
    #expect(abs((advice.adaptiveScale ?? 0) - 2.752) < 5e-4)
    #expect(MarginAdvice(classes: 2, dimensions: 2).adaptiveScale == nil)
  }
}
