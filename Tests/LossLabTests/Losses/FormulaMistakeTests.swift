import Testing

@testable import LossLab

/// Formulas that blogs, papers and codes are known to print wrong, each with a test that it fails.
///
/// The numbers are those of the table that they were collected in.
struct FormulaMistakeTests {
  let input = LossInput(
    features: Matrix(rows: 1, columns: 2, elements: [2, 1]), labels: [0],
    parameters: ClassParameters(
      weights: Matrix(rows: 3, columns: 2, elements: [1, -0.2, -0.3, 1, -0.9, -0.1])))

  /// The loss and its gradients on that sample, by torch's autograd in double precision.
  func output(
    _ name: String, label: Int = 0, _ change: (inout LossSettings) -> Void = { _ in }
  ) throws -> LossOutput {
    let entry = try LossEntry.named(name)
    var settings = entry.settings(classes: 3)
    settings["s"] = 10
    change(&settings)
    var input = input
    input.labels = [label]
    return entry.make(settings).evaluate(input)
  }

  func psi(_ name: String, _ degrees: Double, _ change: (inout LossSettings) -> Void) throws
    -> Double
  {
    let entry = try LossEntry.named(name)
    var settings = entry.settings(classes: 3)
    change(&settings)
    let head = try #require(entry.make(settings).classifier)
    return head.target.evaluate(Angle(radians: degrees * .pi / 180)).value
  }

  @Test(arguments: [(0, 2.57847903), (2, 14.48975726)])
  func no1And5NegativesKeepTheirOwnNormAndPlainCosine(label: Int, expected: Double) throws {
    let value = try output("lsoftmax", label: label) { $0["m"] = 4 }.value
    #expect(abs(value - expected) < 1e-8)
  }

  @Test func no2TheTwoMarginedRulesMirrorEachOther() {
    let weights = Matrix(rows: 2, columns: 2, elements: [1, 0, 0.4, 0.9])
    let swapped = Matrix(rows: 2, columns: 2, elements: [0.4, 0.9, 1, 0])
    let head = MarginSoftmax(magnitude: .product, target: .multiplicative(3))
    func boundary(_ weights: Matrix<Double>) -> AngularBoundary {
      Classifier(head: head, parameters: ClassParameters(weights: weights)).angularBoundaries()[0]
    }
    let (one, other) = (boundary(weights), boundary(swapped))
    #expect(one.firstRule == other.firstRule && one.secondRule == other.secondRule)
    #expect(one.first != other.first)
  }

  @Test func no3ProbabilitiesAddUpWherePsiIsNegative() throws {
    let output = try output("lsoftmax", label: 2) { $0["m"] = 4 }
    let sum = (0..<3).map { input.features[0, 0] * output.weightGradient[$0, 0] }
    // p_j = ∂L/∂W_j · x / ‖x‖² for the plain classes; p_y from the loss itself.
    let plain = [0, 1].map { j in
      (output.weightGradient[j, 0] * 2 + output.weightGradient[j, 1]) / 5
    }
    #expect(sum.count == 3 && plain.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(abs(plain.reduce(0, +) + exp(-output.value) - 1) < 1e-12)
  }

  @Test func no4LSoftmaxAndSphereFaceHaveNoScaleS() throws {
    for name in ["lsoftmax", "sphereface"] {
      let entry = try LossEntry.named(name)
      #expect(entry.option(named: "s") == nil)
      #expect(try output(name) { $0["s"] = 1 }.value == output(name) { $0["s"] = 64 }.value)
    }
  }

  @Test func no4TheLengthOfAFeatureCountsWhereItIsNotNormalised() throws {
    var doubled = input
    doubled.features = Matrix(rows: 1, columns: 2, elements: [4, 2])
    func change(_ name: String) throws -> Double {
      let entry = try LossEntry.named(name)
      let loss = entry.make(entry.settings(classes: 3))
      return abs(loss.evaluate(doubled).value - loss.evaluate(input).value)
    }
    for name in ["softmax", "modified-softmax", "lsoftmax", "sphereface"] {
      #expect(try change(name) > 0.01)
    }
    for name in ["normface", "l2-softmax", "cosface", "arcface", "combined"] {
      #expect(try change(name) < 1e-12)
    }
  }

  @Test func no6TheNormInTheDenominatorIsTheSamples() throws {
    // Two samples of different length must not mix: the batch is the mean of the single losses.
    var both = input
    both.features = Matrix(rows: 2, columns: 2, elements: [2, 1, -4, 3])
    both.labels = [0, 1]
    let loss = LossEntry.sphereface.make(LossEntry.sphereface.settings(classes: 3))
    var second = input
    second.features = Matrix(rows: 1, columns: 2, elements: [-4, 3])
    second.labels = [1]
    let single = (loss.evaluate(input).value + loss.evaluate(second).value) / 2
    #expect(abs(loss.evaluate(both).value - single) < 1e-12)
  }

  @Test(arguments: [
    (0.0, 0.755336), (30, 0.479586), (60, 0.021740), (90, -0.495520), (120, -0.933596),
    (150, -1.175106), (180, -1.155336),
  ])
  func no7TheCombinedMarginKeepsItsCosine(degrees: Double, expected: Double) throws {
    let value = try psi("combined", degrees) { $0[.variant] = .strict }
    #expect(abs(value - expected) < 1e-6)
  }

  @Test(arguments: [
    (30.0, -0.5), (60, -1.5), (90, -3), (120, -4.5), (135, -5), (165, -6.5), (180, -7),
  ])
  func no8And9PsiGoesOnBeyondTheFirstPiece(degrees: Double, expected: Double) throws {
    #expect(abs(try psi("sphereface", degrees) { $0["m"] = 4 } - expected) < 1e-12)
  }

  @Test(arguments: 1...8)
  func no9PsiEndsAtOneMinusTwoM(m: Int) throws {
    let end = try psi("lsoftmax", 180) { $0["m"] = .number(Double(m)) }
    #expect(abs(end - Double(1 - 2 * m)) < 1e-12)
  }

  @Test func no18TheCosineOfThreeIsRight() {
    #expect(abs(cos(3) - -0.9899924966004454) < 1e-15)
  }

  @Test func no19ArcFaceFallsBackByDefaultAndEasyIsAnOption() throws {
    #expect(LossEntry.arcface.settings(classes: 3)[.variant] == .monotone)
    // θ = 159.8°: beyond π − m, where cos(θ + m) would push the weight away.
    let fallback = try output("arcface", label: 2) { $0["m"] = 0.5 }
    #expect(abs(fallback.value - 19.67614910) < 1e-8)
    #expect(abs(fallback.weightGradient[2, 0] - 0.42159190) < 1e-8)
    let strict = try output("arcface", label: 2) { $0[.variant] = .strict }
    #expect(abs(strict.value - 17.78772559) < 1e-8)
    #expect(abs(strict.weightGradient[2, 0] - -0.17863495) < 1e-8)
    let easy = try output("arcface", label: 2) { $0[.variant] = .easy }
    #expect(abs(easy.value - 17.27902143) < 1e-8)
  }

  @Test func no20TheFallbackStepsDownAtItsBreak() throws {
    let m = 0.5
    let margin = AngularMargin.additiveAngle(m, variant: .monotone)
    let before = margin.evaluate(Angle(radians: .pi - m - 1e-9)).value
    let after = margin.evaluate(Angle(radians: .pi - m + 1e-9)).value
    #expect(abs(after - before - -(cos(m) + m * sin(m) - 1)) < 1e-8)
    #expect(abs(after - before - -0.1173) < 1e-4)
  }

  @Test func no21AnglesAreRadians() throws {
    let range = try #require(LossEntry.arcface.option(named: "m"))
    var settings = LossSettings()
    #expect(throws: LabError.self) { try range.set(28.6, in: &settings) }
    #expect(LossEntry.arcface.settings(classes: 6).margin == 0.5)
  }

  @Test func no22CenterLossIsAHalfOfASumAndItsCentersMoveByACount() {
    let example = LossInput(
      features: Matrix(rows: 3, columns: 2, elements: [1, 2, 3, 0, 2, 2]), labels: [0, 0, 1],
      parameters: ClassParameters(
        weights: Matrix(rows: 2, columns: 2),
        centers: Matrix(rows: 2, columns: 2, elements: [0, 0, 1, 1])))
    let output = Loss.centerTerm(weight: 1, rate: 0.5).evaluate(example)
    #expect(abs(output.value - 8) < 1e-12)
    #expect(agree(output.centerStep.elements, [-4.0 / 3, -2.0 / 3, -0.5, -0.5], 1e-12))
  }

  @Test func no23TheBoundOfCosFaceIsForNeighboursTwoPiOverCApart() {
    let settings = LossEntry.cosface.settings(classes: 8)
    let bounds = Bounds(entry: .cosface, settings: settings, classes: 8, dimensions: 2)
    #expect(abs((bounds.largestMargin ?? 0) - 0.29289321881345254) < 1e-12)
    let tetrahedron = Bounds(entry: .cosface, settings: settings, classes: 4, dimensions: 3)
    #expect(abs((tetrahedron.largestMargin ?? 0) - 4.0 / 3) < 1e-12)
  }

  @Test func no24TheBoundOnSHasItsFactorAndNaturalLogarithm() {
    #expect(abs(simplexScale(classes: 8, posterior: 0.9) - 3.625) < 5e-4)
    #expect(abs(planarScale(classes: 8, posterior: 0.9) - 9.87) < 5e-3)
    #expect(abs(planarScale(classes: 10, posterior: 0.9) - 15.14) < 5e-3)
    #expect(abs(planarScale(classes: 6, posterior: 0.9) - 5.79) < 5e-3)
  }

  @Test(arguments: LossEntry.all)
  func no26WhatIsNormalisedIsNotCalledRegularised(entry: LossEntry) {
    let texts = [entry.summary, entry.formula, entry.boundary] + entry.options.map(\.help)
    #expect(texts.allSatisfy { !$0.lowercased().contains("regulari") })
  }

  @Test func no27PsiIsBelowTheCosineEverywhereCosMThetaIsNot() throws {
    for index in 1...180 {
      let angle = Angle(radians: Double(index) * .pi / 180)
      #expect(AngularMargin.multiplicative(4).evaluate(angle).value < angle.cosine)
    }
    #expect(cos(4 * 1.5) > cos(1.5))
  }

  @Test func no30AScaleOfZeroIsRejected() throws {
    // √2 ln(C − 1), the fixed scale of AdaCos, is 0 for two classes.
    #expect(throws: LabError.self) { try LossEntry.adacos.check(classes: 2) }
    try LossEntry.adacos.check(classes: 3)
    #expect(abs((LossEntry.adacos.settings(classes: 8).number("s") ?? 0) - 2.752) < 5e-4)
    let option = try #require(LossEntry.normface.option(named: "s"))
    var settings = LossSettings()
    #expect(throws: LabError.self) { try option.set(2.0.squareRoot() * log(1), in: &settings) }
  }

  @Test func no31L2SoftmaxNormalisesFeaturesAlone() throws {
    #expect(abs(try output("l2-softmax", label: 2).value - 16.54881063) < 1e-8)
    #expect(abs(try output("l2-softmax").weightGradient[0, 0] - -0.01704582) < 1e-8)
  }

  @Test func no32TheDefaultGradientIsTheTrueOne() throws {
    let exact = try output("arcface") { $0["m"] = 0.5 }
    #expect(abs(exact.featureGradient[0, 0] - -0.35614872) < 1e-8)
    let detached = try output("arcface") {
      $0["m"] = 0.5
      $0[.gradient] = .detached
    }
    #expect(detached.value == exact.value)
    #expect(abs(detached.featureGradient[0, 0] - exact.featureGradient[0, 0]) > 0.05)
  }
}
