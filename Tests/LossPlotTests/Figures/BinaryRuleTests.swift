import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

struct BinaryRuleTests {
  private func head(_ entry: LossEntry, _ margin: Double = 0) throws -> MarginSoftmax {
    try #require(entry.head { $0["m"] = .number(margin) })
  }

  /// Closed forms for weights of one length: (m − 1)/(m + 1) θ₁₂, 2 asin(m/(2 sin ½θ₁₂)), m.
  @Test(arguments: [30.0, 60, 90, 120])
  func gapsHaveTheirClosedForms(degrees: Double) throws {
    let angle = degrees * .pi / 180
    for factor in 2...4 {
      let gap = TwoClasses(try head(.sphereface, Double(factor)), angle: angle).gap
      let expected = Double(factor - 1) / Double(factor + 1) * angle
      #expect(abs((gap ?? .nan) - expected) < 1e-12)
    }
    let cosine = TwoClasses(try head(.cosface, 0.1), angle: angle).gap
    let expected = .pi - 2 * acos(0.1 / (2 * sin(angle / 2)))
    #expect(abs((cosine ?? .nan) - expected) < 1e-12)
    let arc = TwoClasses(try head(.arcface, 0.5), angle: angle).gap
    #expect(abs((arc ?? .nan) - 0.5) < 1e-12)
  }

  /// Row 25 of the mistakes in `FormulaMistakeTests`.
  @Test func no25TheBandOfCosFaceIsTwoMHighAndRootTwoMWide() throws {
    let margin = 0.2
    let rule = BinaryRule(head: try head(.cosface, margin))
    let own = rule.curve(margined: 0, in: .cosine).map { $0.y - $0.x }
    let other = rule.curve(margined: 1, in: .cosine).map { $0.y - $0.x }
    // Two lines along the diagonal, 2m apart upwards and so 2m / √2 across.
    #expect(own.count > 100 && own.allSatisfy { abs($0 - -margin) < 1e-9 })
    #expect(other.count > 100 && other.allSatisfy { abs($0 - margin) < 1e-9 })
    let across = (other[0] - own[0]) / 2.0.squareRoot()
    #expect(abs(across - 2.0.squareRoot() * margin) < 1e-9)
  }

  @Test func anInfeasibleMarginHasNoGap() throws {
    #expect(TwoClasses(try head(.arcface, 0.5), angle: 0.4).gap == nil)
    #expect(TwoClasses(try head(.cosface, 0.35), angle: 0.8).gap == nil)
  }

  @Test func theAwaySideOfSphereFaceEndsAtItsClosedForm() throws {
    let wide = TwoClasses(try head(.sphereface, 4), angle: .pi / 3)
    let cone = try #require(wide.outerReach)
    #expect(abs(cone - Double.pi / 9) < 1e-12)
    // Beyond (m − 1)π/m it is (2π − θ₁₂)/(m + 1).
    let open = TwoClasses(try head(.sphereface, 2), angle: 2)
    let reach = try #require(open.outerReach)
    let expected: Double = (2 * Double.pi - 2) / 3
    #expect(abs(reach - expected) < 1e-12)
  }

  @Test func theRulesOfSphereFaceAreLinesThroughTheOriginOfSlopeMAndOneOverM() throws {
    let rule = BinaryRule(head: try head(.sphereface, 4))
    for (margined, slope) in [(0, 4.0), (1, 0.25)] {
      let points = rule.curve(margined: margined, in: .angle, limit: .pi / 2)
      #expect(points.count > 100)
      #expect(points.allSatisfy { abs($0.y - slope * $0.x) < 1e-9 })
    }
  }

  @Test func swappingTheClassesMirrorsTheRules() throws {
    let rule = BinaryRule(head: try head(.arcface, 0.5))
    let first = rule.curve(margined: 0, in: .angle, limit: .pi / 2)
    let second = rule.curve(margined: 1, in: .angle, limit: .pi / 2)
    #expect(first.count == second.count)
    for (a, b) in zip(first, second) {
      #expect((a - Point(b.y, b.x)).length < 1e-9)
    }
  }

  @Test func theStrictArcFaceTurnsAtPiMinusMAndTheDefaultNever() throws {
    let strict = try #require(
      LossEntry.arcface.head {
        $0["m"] = 0.5
        $0[.variant] = .strict
      })
    let turn = try #require(strict.target.turningPoint)
    #expect(abs(turn - (Double.pi - 0.5)) < 1e-6)
    #expect(try head(.arcface, 0.5).target.turningPoint == nil)
    #expect(try head(.lsoftmax, 4).target.turningPoint == nil)
    let easy = try #require(
      LossEntry.arcface.head {
        $0["m"] = 0.5
        $0[.variant] = .easy
      })
    let step = try #require(easy.target.turningPoint)
    #expect(abs(step - Double.pi / 2) < 1e-3)
  }
}
