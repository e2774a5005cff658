import Testing

@testable import LossLab

/// What the losses since ArcFace keep from batch to batch, and what they are without it.
struct LossStateTests {
  /// The loss of the same batch under another entry with these settings.
  private func value(
    _ entry: LossEntry, on input: LossInput, _ change: (inout LossSettings) -> Void = { _ in }
  ) -> Double {
    var settings = entry.settings(classes: 3)
    settings["m"] = 0.3
    change(&settings)
    let loss = entry.make(settings)
    var input = input
    input.parameters.scalars = loss.scalars
    input.parameters.means = loss.means
    return loss.evaluate(input).value
  }

  private func batch(_ entry: LossEntry) -> LossInput {
    .example(for: entry.make(entry.settings(classes: 3)))
  }

  @Test func withoutWhatTheyAddTheyAreArcFaceOrCosFace() {
    let input = batch(.arcface)
    let arcface = value(.arcface, on: input)
    let cosface = value(.cosface, on: input)
    func isArcFace(_ value: Double) -> Bool { abs(value - arcface) < 1e-12 }
    #expect(isArcFace(value(.subcenterArcface, on: input) { $0["k"] = 1 }))
    #expect(isArcFace(value(.elasticface, on: input) { $0["sigma"] = 0 }))
    #expect(
      isArcFace(
        value(.magface, on: input) {
          $0["lm"] = 0.3
          $0["um"] = 0.3
          $0["lambda"] = 0
        }))
    #expect(abs(value(.mvSoftmax, on: input) { $0["t"] = 0 } - cosface) < 1e-12)
    // All lengths are as the mean: h = 0.
    #expect(abs(value(.adaface, on: input) { $0["h"] = 0 } - cosface) < 1e-3)
  }

  @Test func aChanceMarginIsAnotherForEachSampleAndTheSameAgain() {
    let input = batch(.elasticface)
    let drawn = value(.elasticface, on: input)
    #expect(drawn == value(.elasticface, on: input))
    #expect(abs(drawn - value(.elasticface, on: input) { $0["sigma"] = 0 }) > 1e-4)
  }

  /// α · mean(cos θ_y) + (1 − α) t, before the batch is judged.
  @Test func theMeanOfCurricularFaceMovesByItsShare() {
    let entry = LossEntry.curricularFace
    var settings = entry.settings(classes: 3)
    settings["t"] = 0.5
    settings["rate-of-means"] = 0.25
    let loss = entry.make(settings)
    var input = batch(entry)
    input.parameters.means = loss.means
    let cosines = input.labels.enumerated().map { row, label in
      angleBetween(input.features.row(row), input.parameters.weights.row(label)).cosine
    }
    let output = loss.evaluate(input)
    let expected = 0.5 + 0.25 * (mean(cosines) - 0.5)
    #expect(abs(output.batchMeans[0] - expected) < 1e-15)
    loss.move(&input.parameters, output)
    #expect(input.parameters.means == output.batchMeans)
    // Under that t, not the one before.
    var stated = settings
    stated["t"] = .number(expected)
    stated["rate-of-means"] = 0
    var same = input
    same.parameters.means = [expected]
    #expect(abs(entry.make(stated).evaluate(same).value - output.value) < 1e-15)
  }

  @Test func theFirstBatchSetsTheLengthsOfAdaFaceAndLaterOnesMoveThem() {
    let entry = LossEntry.adaface
    let loss = entry.make(entry.settings(classes: 3))
    var input = batch(entry)
    input.features = Matrix(
      rows: 6, columns: 2, elements: [3, 0, 0, 4, -5, 0, 0, -6, 7, 0, 0, 5])
    let first = loss.evaluate(input)
    #expect(abs(first.batchMeans[0] - 5) < 1e-12)
    // Squares 4 1 0 1 4 0 over 5.
    #expect(abs(first.batchMeans[1] - 2.0.squareRoot()) < 1e-12)
    input.parameters.means = [6, 1]
    let later = loss.evaluate(input)
    #expect(abs(later.batchMeans[0] - 5.99) < 1e-12)
    #expect(abs(later.batchMeans[1] - (0.99 + 0.01 * 2.0.squareRoot())) < 1e-12)
  }

  /// One pair with s_p = 0.7, s_n = 0.4, m = 0.25, γ = 8: softplus(8 (0.65 · 0.15 + 0.55 · 0.05)).
  @Test func aCircleOfOnePairIsWorkedByHand() {
    func unit(_ cosine: Double) -> [Double] { [cosine, (1 - cosine * cosine).squareRoot()] }
    var settings = LossEntry.circle.settings(classes: 2)
    settings["m"] = 0.25
    settings["s"] = 8
    let output = LossEntry.circle.make(settings).evaluate(
      LossInput(
        features: Matrix(rows: 1, columns: 2, elements: [1, 0]), labels: [0],
        parameters: ClassParameters(
          weights: Matrix(rows: 2, columns: 2, elements: unit(0.7) + unit(0.4)))))
    #expect(abs(output.value - 1.3132616875) < 1e-9)
  }

  /// Meng et al.: λ ≥ s K u² l² / (u² − l²) with K = (u_m − l_m)/(u_a − l_a).
  @Test func defaultsFollowTheOtherSettings() {
    var settings = LossEntry.magface.settings(classes: 6)
    settings["s"] = 64
    settings["la"] = 10
    settings["ua"] = 110
    settings["lm"] = 0.45
    settings["um"] = 0.8
    LossEntry.magface.complete(&settings, classes: 6, given: ["s", "la", "ua", "lm", "um"])
    #expect(settings.number("lambda") == 22.587)
    LossEntry.magface.complete(&settings, classes: 6, given: ["lambda"])
    #expect(settings.number("lambda") == 22.587)
    settings["um"] = 0.45
    LossEntry.magface.complete(&settings, classes: 6, given: [])
    #expect(settings.number("lambda") == 0)
  }
}
