import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

private let sentence = Wording("it holds")

private func named(_ values: [Double]) -> [NamedValue] {
  values.enumerated().map { NamedValue("\($0.offset)", $0.element) }
}

/// A run of two classes whose features lie around 0° and 180°, each spread over `spread` degrees.
private func syntheticRun(spread: Double, accuracy: Double = 1) -> Run {
  var run = smallRun()
  var elements: [Double] = []
  var labels: [Int] = []
  for step in -10...10 {
    for label in 0..<3 {
      let (sine, cosine) = sinCos(
        (120 * Double(label) + spread * Double(step) / 20) * .pi / 180)
      elements += [cosine, sine]
      labels.append(label)
    }
  }
  let set = FeatureSet(
    features: Matrix(rows: labels.count, columns: 2, elements: elements), labels: labels,
    predicted: labels)
  let directions = ClassDirections(set, classes: 3)
  run.train = set
  run.test = set
  run.metrics.intra = mean(directions.deviations)
  run.metrics.gap = percentile(50, of: directions.gaps(set))
  run.metrics.testAccuracy = accuracy
  run.metrics.angularFisherScore = angularFisherScore(set, classes: 3)
  return run
}

private func group(_ label: Wording, _ runs: Run...) -> RunGroup {
  RunGroup(label: label, runs: runs)
}

@Suite struct ClaimLogicTests {
  /// A mean over seeds has the decimals of its interval; an error that was computed has its power of
  /// ten.
  @Test func smallNumbersBesideAnIntervalArePlain() {
    func text(_ value: Double, _ seeds: [Double]) -> String {
      Claim.Measure("gain", value, unit: " points", places: 1, seeds: seeds).text()
    }
    #expect(text(0.02, [-0.14, 0.02, 0.18]) == "gain 0.0 ± 0.4 points")
    #expect(text(-0.02, [-0.18, -0.02, 0.14]) == "gain 0.0 ± 0.4 points")
    #expect(text(0.02, []) == "gain 2.0e−2 points")
    #expect(text(0.02, [0.02]) == "gain 2.0e−2 points")
  }

  @Test func fallingNeedsEveryStepAndTheShareThatWasAsked() {
    #expect(Claim.falls(sentence, named([3, 2, 1])).isReproduced)
    #expect(!Claim.falls(sentence, named([3, 2, 2])).isReproduced)
    #expect(Claim.falls(sentence, named([10, 9, 8.1]), byAtLeast: 0.1).isReproduced)
    #expect(!Claim.falls(sentence, named([10, 9.5, 8]), byAtLeast: 0.1).isReproduced)
    #expect(!Claim.falls(sentence, named([1, .nan])).isReproduced)
    #expect(!Claim.falls(sentence, named([1])).isReproduced)
  }

  @Test func risingNeedsEveryStep() {
    #expect(Claim.rises(sentence, named([1, 2, 3])).isReproduced)
    #expect(!Claim.rises(sentence, named([1, 3, 2])).isReproduced)
  }

  @Test func aConditionOnEachHoldsForNoneOfNothing() {
    let passes: (Double) -> Bool = { $0 < 1 }
    #expect(Claim.each(sentence, threshold: "", named([0, 0.5]), passes: passes).isReproduced)
    #expect(!Claim.each(sentence, threshold: "", named([0, 1]), passes: passes).isReproduced)
    #expect(!Claim.each(sentence, threshold: "", [], passes: passes).isReproduced)
  }

  @Test func valuesAreMeansOverSeeds() {
    let two = group("m", syntheticRun(spread: 10, accuracy: 0.5), syntheticRun(spread: 10))
    #expect(two.mean { $0.metrics.testAccuracy } == 0.75)
  }

  @Test func narrowingClassesReproduceTheClaimsOfLSoftmaxAndWideningOnesDoNot() {
    let spreads = [100.0, 60, 40, 20]
    let narrowing = spreads.enumerated().map {
      group("m = \($0.offset + 1)", syntheticRun(spread: $0.element))
    }
    #expect(narrowingClaims(narrowing).allSatisfy { $0.isReproduced })
    let widening = narrowingClaims(narrowing.reversed())
    #expect(widening.filter { $0.isReproduced }.count == 1)
  }

  @Test func anIncrementBelowHalfOfTheoryIsNotReproduced() {
    // Three classes: m = 0.2 promises 2 asin(0.2 / (2 sin 60°)) = 13.3°, half of it 6.6°.
    // The 95th percentile leaves 120° − 0.9 · spread between even classes.
    let enough = [100.0, 80, 75, 72].map { group("", syntheticRun(spread: $0)) }
    let tooLittle = [100.0, 80, 75, 74].map { group("", syntheticRun(spread: $0)) }
    #expect(growingGapClaims(enough)[1].isReproduced)
    #expect(growingGapClaims(tooLittle)[0].isReproduced)
    #expect(!growingGapClaims(tooLittle)[1].isReproduced)
  }

  /// Of 1, 2, 3 the deviation is 1, and t 4.303: 4.303 / √3.
  @Test func anIntervalIsThatOfTheMeanOverSeeds() {
    let measure = ValueForm.degrees.measures([NamedValue("gap", seeds: [1, 2, 3])])[0]
    #expect(abs((measure.interval ?? 0) - 2.4843) < 1e-3)
    #expect(measure.text() == "gap 2.0 ± 2.5°")
    #expect(ValueForm.degrees.measures([NamedValue("gap", seeds: [2])])[0].text() == "gap 2.0°")
    // Tables: 2.201 for 11, 2.042 for 30.
    #expect(abs(studentQuantile(degrees: 11) - 2.201) < 1e-3)
    #expect(abs(studentQuantile(degrees: 30) - 2.042) < 1e-3)
    let difference = NamedValue("a", seeds: [3, 5]).minus(NamedValue("b", seeds: [1, 4]))
    #expect(difference.seeds == [2, 1] && difference.value == 1.5)
  }

  @Test func whatDataCannotShowIsNeitherReproducedNorNot() {
    let claim = Claim.each(sentence, threshold: "", named([1])) { $0 < 0 }.unless("too few")
    #expect(claim.verdict() == "not applicable" && claim.measuredText() == "too few")
    #expect(claim.verdict(.zh) == "不适用" && !claim.isApplicable)
  }

  @Test func aReasonStandsWithWhatItWasReadOff() {
    func claim(holds: Bool) -> Claim {
      Claim("a", threshold: "b", measured: [], isReproduced: holds).failing(
        because: Wording("too small", zh: "太小"),
        measured: [Claim.Measure("cost", 1.5, unit: "°", places: 1), Claim.Measure("t", 0.25)])
    }
    #expect(claim(holds: false).reasonText() == "; reason: too small (cost 1.5°, t 0.25)")
    #expect(claim(holds: false).reasonText(.zh) == "；原因：太小（cost 1.5°，t 0.25）")
    #expect(claim(holds: true).reasonText().isEmpty)
    #expect(claim(holds: false).failing(because: "c").reasonText() == "; reason: c")
  }

  @Test func theSemiHardRingHoldsAnglesBetweenPositiveAndMargin() {
    let ring = SemiHardRing(positive: 2 - 2 * cos(0.5), margin: 2 * cos(0.5) - 2 * cos(1))
    #expect(abs(ring.inner - 0.5) < 1e-12 && abs(ring.outer - 1) < 1e-12)
    #expect(!ring.contains(0.4) && ring.contains(0.7) && !ring.contains(1.1))
    #expect(SemiHardRing(positive: 3.9, margin: 0.2).outer == .infinity)
  }

  @Test func tripletKindsAddUpAndAgreeWithTheRing() {
    let run = syntheticRun(spread: 150)
    let kinds = TripletKinds(run.test.features, labels: run.test.labels, margin: 0.2)
    #expect(abs(kinds.easy + kinds.semiHard + kinds.hard - 1) < 1e-12)
    #expect(kinds.semiHard > 0 && kinds.hard > 0 && kinds.disagreements == 0)
    let tight = syntheticRun(spread: 10)
    #expect(TripletKinds(tight.test.features, labels: tight.test.labels, margin: 0.2).easy == 1)
  }

  @Test func ohemAndFocalShareTheGradientAsTheirFormulasSay() {
    let probabilities = [0.9, 0.5]
    // Gradients 0.1 and 0.5: the harder half has 5/6.
    #expect(abs(GradientShares(probabilities).part(ofHardest: 0.5) - 5.0 / 6) < 1e-12)
    #expect(GradientShares(probabilities, keep: 0.5).part(ofHardest: 0.5) == 1)
    // Focal, γ = 1: (1 − p) (1 − p − p ln p): 0.1 · (0.1 + 0.0948245), 0.5 · (0.5 + 0.3465736).
    let focal = GradientShares(probabilities, focusing: 1).part(ofHardest: 0.5)
    #expect(abs(focal - 0.4232868 / (0.4232868 + 0.0194824)) < 1e-6)
  }

  @Test func aProbeIsFoundWhenItsMateBeatsEveryDistractor() {
    func directions(_ degrees: [Double]) -> Matrix<Double> {
      Matrix(
        rows: degrees.count, columns: 2,
        elements: degrees.flatMap { [cos($0 * .pi / 180), sin($0 * .pi / 180)] })
    }
    // Mates at 0° and 90°, probes at 10° and 70°; distractors at 180°, then at 60°.
    let known = directions([0, 90, 10, 70])
    let others = directions([180, 60])
    var elements: [Double] = []
    for row in 0..<2 { elements += known.row(row) }
    // A round of mates, then rounds of probes: the same pictures again from the third on.
    for round in 0..<Strangers.probesEach {
      for row in 2..<4 { elements += known.row(round == 0 ? row : row - 2) }
    }
    let all = Matrix(rows: elements.count / 2, columns: 2, elements: elements)
    let likeness = StrangerLikeness(all, among: others)
    #expect(likeness.found(among: 1) == 1)
    // The probe at 70° is nearer to 60° than to its mate.
    #expect(likeness.found(among: 2) == 0.9)
    // Without false accepts the threshold is the likeness of that probe to 60°, cos 10°: the probes
    // that are their mates pass, those at 10° and 70° do not.
    #expect(likeness.accepted(atFalseRate: 0) == 0.8)
  }

  @Test func whatIsSurelyAboveHasItsWholeIntervalThere() {
    func claim(_ seeds: [Double]...) -> Bool {
      Claim.surelyAbove(sentence, threshold: "", seeds.map { NamedValue("d", seeds: $0) })
        .isReproduced
    }
    // Of 1, 2, 3 the interval is 2 ± 2.48, of 2, 2.1, 2.2 it is 2.1 ± 0.25.
    #expect(!claim([1, 2, 3]) && claim([2, 2.1, 2.2]) && !claim([2, 2.1, 2.2], [1, 2, 3]))
    #expect(!claim([5]) && !claim([0, 0]) && !claim())
  }
}
