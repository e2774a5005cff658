import Testing

@testable import LossLab

/// Of distances, scores, weights of samples and norms.
extension FormulaMistakeTests {
  @Test func no10TheInterTermIsSubtracted() {
    func value(_ angle: Double) -> Double {
      var input = input
      input.parameters.weights = Matrix(
        rows: 2, columns: 2, elements: [2, 0, 3 * cos(angle), 3 * sin(angle)])
      return Loss.interTerm().evaluate(input).value
    }
    // Weights that stand wider lower it: −θ/π for two classes.
    #expect(abs(value(0.5) - -0.5 / .pi) < 1e-12)
    #expect(value(2) < value(1) && value(1) < value(0.5) && value(0.5) < 0)
    #expect(abs(value(.pi) - -1) < 1e-12)
  }

  @Test func no10TheGradientOfTheInterTermIsThatOfItsValue() {
    var both = input
    both.features = Matrix(rows: 2, columns: 2, elements: [2, 1, 0, 1])
    both.labels = [0, 2]
    let loss = Loss.interTerm(weight: 0.7)
    let exact = loss.evaluate(both).weightGradient
    for index in exact.elements.indices {
      var (above, below) = (both, both)
      above.parameters.weights.elements[index] += 1e-6
      below.parameters.weights.elements[index] -= 1e-6
      let slope = (loss.evaluate(above).value - loss.evaluate(below).value) / 2e-6
      #expect(abs(exact.elements[index] - slope) < 1e-8)
    }
  }

  @Test func no11SamplesOfAClassCountOnceInTheFisherScore() {
    let points = Matrix(
      rows: 6, columns: 2, elements: [1, 0.1, 1, -0.2, 0.1, 1, -0.3, 1, -1, 0.2, -1, -0.1])
    let labels = [0, 0, 1, 1, 2, 2]
    let once = FeatureSet(features: points, labels: labels, predicted: labels)
    let order = Array(0..<6) + Array(0..<6)
    let twice = FeatureSet(
      features: points.rows(at: order), labels: labels + labels, predicted: labels + labels)
    let scores = [once, twice].map { angularFisherScore($0, classes: 3) }
    #expect(abs(scores[0] - scores[1]) < 1e-12)
  }

  @Test func no12TheHardestNegativeIsTheNearest() {
    let loss = TripletLoss(rule: .batchHard, metric: .euclidean, normalizes: false, margin: 1).loss
    let input = LossInput(
      features: Matrix(rows: 4, columns: 1, elements: [0, 1, 3, 10]), labels: [0, 0, 1, 1],
      parameters: ClassParameters(weights: Matrix(rows: 0, columns: 1)))
    // Anchors 0, 1: 1 − 3 + 1 < 0 and 1 − 2 + 1 = 0; anchors 3, 10: 7 − 2 + 1 = 6 and 7 − 9 + 1 < 0.
    #expect(abs(loss.evaluate(input).value - 6.0 / 4) < 1e-12)
  }

  @Test func no13FaceNetSquaresItsDistances() throws {
    let entry = LossEntry.triplet
    let settings = entry.settings(classes: 2)
    let points = Matrix(rows: 3, columns: 2, elements: [0.6, 0.8, 0.8, 0.6, 1, 0])
    let squared = PairDistances(points, metric: settings[LossEntry.metric], normalizes: true)
    #expect(abs(squared[0, 1] - 0.08) < 1e-12 && abs(squared[0, 2] - 0.8) < 1e-12)
    let rule = TripletLoss(rule: .batchAllMean, metric: .squared, normalizes: true, margin: 0.2)
    let input = LossInput(
      features: points, labels: [0, 0, 1],
      parameters: ClassParameters(weights: Matrix(rows: 0, columns: 2)))
    // Anchor a: 0.08 − 0.8 + 0.2 < 0; anchor p: 0.08 − 0.4 + 0.2 < 0.
    #expect(rule.loss.evaluate(input).value == 0)
    #expect(settings.margin == 0.2 && settings[LossEntry.metric] == .squared)
  }

  @Test func no14TheSoftmaxLineFollowsTheRatioOfTheNorms() {
    // tan θ₁ = (‖W₁‖/‖W₂‖ − cos θ₁₂) / sin θ₁₂, from W₁.
    for ratio in [0.8, 1, 1.5] {
      let between = 1.2
      let weights = Matrix(
        rows: 2, columns: 2, elements: [ratio, 0, cos(between), sin(between)])
      let classifier = Classifier(
        head: MarginSoftmax(magnitude: .product), parameters: ClassParameters(weights: weights))
      let expected = atan2(ratio - cos(between), sin(between))
      let found = classifier.angularBoundaries()[0].inference ?? .nan
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test func no14TheFactorOfSphereFaceIsAtLeastOne() throws {
    let option = try #require(LossEntry.sphereface.option(named: "m"))
    var settings = LossSettings()
    #expect(throws: LabError.self) { try option.set(0.5, in: &settings) }
    #expect(throws: LabError.self) { try option.set(1.35, in: &settings) }
    try option.set(1, in: &settings)
  }

  @Test func no15FocalWeighsEachSampleByItself() {
    var both = input
    both.features = Matrix(rows: 2, columns: 2, elements: [2, 1, 2, 1])
    both.labels = [0, 2]
    let loss = LossEntry.focal.make(LossEntry.focal.settings(classes: 3))
    #expect(abs(loss.evaluate(both).value - (0.01093372 + 3.78830069) / 2) < 1e-8)
  }

  @Test func no16WeightsAreReallyNormalised() throws {
    var scaled = input
    for index in scaled.parameters.weights.elements.indices {
      scaled.parameters.weights.elements[index] *= 3
    }
    for name in ["normface", "cosface", "arcface", "sphereface"] {
      let loss = try LossEntry.named(name).make(LossEntry.named(name).settings(classes: 3))
      #expect(abs(loss.evaluate(scaled).value - loss.evaluate(input).value) < 1e-12)
    }
  }

  @Test(arguments: LossEntry.all)
  func no17AFeatureAlongItsWeightHasAFiniteLoss(entry: LossEntry) {
    var parallel = input
    parallel.features = Matrix(rows: 1, columns: 2, elements: [3, -0.6])
    parallel.parameters.centers = parallel.parameters.weights
    let loss = entry.make(entry.settings(classes: 3))
    parallel.parameters.scalars = loss.scalars
    parallel.parameters.means = loss.means
    let output = loss.evaluate(parallel)
    #expect(output.value.isFinite && output.featureGradient.elements.allSatisfy { $0.isFinite })
  }
}
