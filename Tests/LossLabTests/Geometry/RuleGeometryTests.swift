import Testing

@testable import LossLab

/// Bands and regions of losses whose rules are more than ψ(θ₁) against cos θ₂.
struct RuleGeometryTests {
  private func classifier(
    _ entry: LossEntry, classes: Int = 6, scalars: [Double] = [], means: [Double] = [],
    _ change: (inout LossSettings) -> Void = { _ in }
  ) throws -> Classifier {
    var settings = entry.settings(classes: classes)
    change(&settings)
    let head = try #require(entry.make(settings).classifier)
    let weights = evenDirections(classes: classes * head.rowsPerClass, dimensions: 2)
    return Classifier(
      head: head,
      parameters: ClassParameters(weights: weights, scalars: scalars, means: means))
  }

  private func width(_ classifier: Classifier, radius: Double) throws -> Double {
    let boundary = try #require(classifier.angularBoundaries(radius: radius).first)
    return turned(try #require(boundary.secondRule) - (try #require(boundary.firstRule)))
  }

  private func signedWidth(_ boundary: AngularBoundary) throws -> Double {
    signedTurn(try #require(boundary.secondRule) - (try #require(boundary.firstRule)))
  }

  @Test func theBandOfMagFaceWidensWithTheLength() throws {
    let magface = try classifier(.magface)
    for (radius, margin) in [(0.5, 0.2), (1, 0.2), (5.5, 0.4), (10, 0.6), (30, 0.6)] {
      #expect(abs(try width(magface, radius: radius) - margin) < 1e-9)
    }
  }

  /// As ArcFace three deviations below the mean, as CosFace at it.
  @Test func theBandOfAdaFaceIsThatOfArcFaceAndOfCosFace() throws {
    let adaface = try classifier(.adaface, means: [10, 1]) {
      $0["m"] = 0.2
      $0["h"] = 0.333
    }
    let cosface = try classifier(.cosface) { $0["m"] = 0.2 }
    #expect(abs(try width(adaface, radius: 2) - 0.2) < 1e-9)
    #expect(abs(try width(adaface, radius: 10) - (try width(cosface, radius: 1))) < 1e-9)
    #expect(try width(adaface, radius: 12) > (try width(cosface, radius: 1)))
  }

  /// cos θ = m + b/s.
  @Test func aConeOfUniFaceEndsAtItsThreshold() throws {
    let uniface = try classifier(.uniface, scalars: [9.5]) { $0["m"] = 0.3 }
    let boundary = try #require(uniface.angularBoundaries().first)
    #expect(abs(cos(try #require(boundary.firstRule)) - (0.3 + 9.5 / 16)) < 1e-9)
    #expect(try signedWidth(boundary) > 0)
    // A lower threshold: the cones of neighbours overlap.
    let wide = try classifier(.uniface, scalars: [7]) { $0["m"] = 0.3 }
    #expect(try signedWidth(try #require(wide.angularBoundaries().first)) < 0)
  }

  @Test func aSampleOutsideItsConeViolatesWhereverOthersAre() throws {
    let uniface = try classifier(.uniface, scalars: [9]) { $0["m"] = 0.3 }
    #expect(!uniface.violates([1, 0], label: 0))
    #expect(uniface.violates([cos(0.6), sin(0.6)], label: 0))
    #expect(uniface.violates([1, 0], label: 1))
  }

  @Test func theRuleOfCircleLossLiesOnItsCircle() throws {
    let circle = try classifier(.circle)
    let boundary = try #require(circle.angularBoundaries().first)
    let direction = try #require(boundary.firstRule)
    let (own, other) = (cos(direction), cos(.pi / 3 - direction))
    let m = try #require(LossEntry.circle.settings(classes: 6).number("m"))
    #expect(abs((1 - own) * (1 - own) + other * other - 2 * m * m) < 1e-9)
  }

  @Test func aRegionOfSubcentersIsAUnionOfCones() throws {
    let head = try #require(LossEntry.subcenterArcface.make(settings(k: 2)).classifier)
    let angles = [0.0, 180, 90, 270].map { $0 * .pi / 180 }
    let weights = Matrix(
      rows: 4, columns: 2, elements: angles.flatMap { [cos($0), sin($0)] })
    let classifier = Classifier(head: head, parameters: ClassParameters(weights: weights))
    #expect(classifier.classes == 2)
    let arcs = classifier.decisionArcs()
    #expect(arcs.map { $0.classIndex }.sorted() == [0, 0, 1, 1])
    #expect(abs(arcs.map { $0.end - $0.start }.reduce(0, +) - 2 * .pi) < 1e-9)
    #expect(
      classifier.predictions(
        for: Matrix(rows: 3, columns: 2, elements: [-3, 0.1, 0.1, 2, 0, -1])) == [0, 1, 1])
    // Four neighbours of different classes, 90° apart, each with the band of ArcFace.
    let boundaries = classifier.angularBoundaries()
    #expect(boundaries.count == 4)
    for boundary in boundaries {
      #expect(abs(try signedWidth(boundary) - 0.5) < 1e-9)
    }
    let set = FeatureSet(
      features: Matrix(rows: 3, columns: 2, elements: [-1, 0, -2, 0.1, 1, 0]), labels: [0, 0, 0],
      predicted: [0, 0, 0])
    #expect(classifier.dominantRows(in: set) == [1, 2])
  }

  /// Neighbouring weights of one class are one cone.
  @Test func conesOfOneClassSideBySideAreOneArc() throws {
    let classifier = try classifier(.subcenterArcface) { $0["k"] = 3 }
    let arcs = classifier.decisionArcs()
    #expect(arcs.count == 6)
    for arc in arcs { #expect(abs(arc.end - arc.start - .pi / 3) < 1e-9) }
    #expect(classifier.angularBoundaries().count == 6)
  }

  private func settings(k: Double) -> LossSettings {
    var settings = LossEntry.subcenterArcface.settings(classes: 2)
    settings["k"] = .number(k)
    return settings
  }
}
