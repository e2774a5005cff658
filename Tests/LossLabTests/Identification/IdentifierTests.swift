import Testing

@testable import LossLab

struct IdentifierTests {
  struct Known: Sendable {
    let loss: String
    var words: [(name: String, value: String)] = []
    /// Random within these ranges.
    var numbers: [(name: String, range: ClosedRange<Double>)] = []
    /// Whole numbers and others that the search has to be told, or tries one by one.
    var fixed: [(name: String, value: Double)] = []
    var rowsPerClass = 1
  }

  private static let scale = (name: "s", range: 8.0...40.0)
  private static let angle = (name: "m", range: 0.2...0.7)

  /// Every loss of the registry.
  static let all: [Known] = [
    Known(loss: "softmax"), Known(loss: "modified-softmax"),
    Known(loss: "normface", numbers: [scale]), Known(loss: "l2-softmax", numbers: [scale]),
    Known(loss: "lsoftmax", fixed: [("m", 3)]),
    Known(loss: "sphereface", numbers: [("lambda", 0.5...8)], fixed: [("m", 4)]),
    Known(loss: "cosface", numbers: [scale, ("m", 0.1...0.5)]),
    Known(loss: "arcface", words: [("variant", "monotone")], numbers: [scale, angle]),
    Known(loss: "arcface", words: [("variant", "strict")], numbers: [scale, angle]),
    Known(loss: "arcface", words: [("variant", "continuous")], numbers: [scale, angle]),
    Known(loss: "arcface", words: [("variant", "easy")], numbers: [scale, angle]),
    Known(loss: "arcface", words: [("variant", "clamp")], numbers: [scale, angle]),
    Known(
      loss: "combined", words: [("variant", "strict")],
      numbers: [scale, ("m1", 0.8...0.95), ("m2", 0.2...0.4), ("m3", 0.1...0.2)]),
    Known(loss: "center", words: [("reduction", "mean")], numbers: [("lambda", 0.01...0.5)]),
    Known(
      loss: "triplet", words: [("variant", "batch_all_positive"), ("metric", "squared")],
      numbers: [("m", 0.1...0.4)]),
    Known(
      loss: "triplet", words: [("variant", "batch_hard"), ("metric", "euclidean")],
      numbers: [("m", 0.1...0.4)]),
    Known(loss: "contrastive", words: [("normalize", "yes")], numbers: [("m", 0.8...1.5)]),
    Known(loss: "focal", numbers: [("gamma", 1...3)]),
    Known(loss: "ohem", fixed: [("keep", 4.0 / 7)]),
    Known(loss: "li-arcface", numbers: [scale, angle]),
    Known(loss: "sphereface-r", words: [("variant", "v0")], numbers: [scale, ("m", 1.2...1.9)]),
    Known(loss: "sphereface-r", words: [("variant", "v2")], numbers: [scale, ("m", 1.2...1.9)]),
    Known(loss: "adacos", words: [("variant", "fixed")]),
    Known(loss: "ring", numbers: [("lambda", 0.05...0.5), ("R", 1...4)]),
    Known(loss: "supcon", numbers: [("temperature", 0.08...0.5)]),
    Known(
      loss: "mv-softmax", words: [("target", "cosface"), ("weighting", "adaptive")],
      numbers: [scale, ("m", 0.2...0.4), ("t", 0.1...0.4)]),
    Known(
      loss: "mv-softmax", words: [("target", "arcface"), ("weighting", "fixed")],
      numbers: [scale, angle, ("t", 0.1...0.4)]),
    Known(loss: "curricularface", numbers: [scale, angle, ("t", 0.1...0.5)]),
    Known(
      loss: "magface", words: [("variant", "monotone")],
      numbers: [
        scale, ("lm", 0.2...0.3), ("um", 0.5...0.7), ("ua", 8...12), ("lambda", 1...9),
      ], fixed: [("la", 0.5)]),
    Known(
      loss: "adaface", numbers: [scale, ("m", 0.3...0.5), ("mu", 2...3), ("sigma", 0.7...1.5)],
      fixed: [("h", 0.333)]),
    Known(
      loss: "subcenter-arcface", words: [("variant", "monotone")], numbers: [scale, angle],
      fixed: [("k", 3)], rowsPerClass: 3),
    Known(loss: "circle", numbers: [scale, ("m", 0.2...0.4)]),
    Known(
      loss: "sphereface2",
      numbers: [scale, ("m", 0.3...0.5), ("t", 2...4), ("lambda", 0.6...0.8), ("b", -5 ... -1)]),
    Known(
      loss: "uniface",
      numbers: [scale, ("m", 0.3...0.5), ("lambda", 0.5...2), ("b", 2...9)]),
  ]

  private func observation(
    _ known: Known, seed: UInt64, isSum: Bool = false, rounded: Bool = false,
    more: [(name: String, value: ReferenceParameter)] = []
  ) throws -> (Observation, [(name: String, value: Double)]) {
    var generator = SplitMix64(seed: seed)
    let numbers = known.numbers.map { number in
      let width = number.range.upperBound - number.range.lowerBound
      return (
        name: number.name, value: number.range.lowerBound + width * generator.uniform()
      )
    }
    let parameters =
      known.words.map { (name: $0.name, value: ReferenceParameter.word($0.value)) }
      + (numbers + known.fixed).map { (name: $0.name, value: ReferenceParameter.number($0.value)) }
    let batch = IdentifierBatch(
      seed: seed, samples: 7, classes: known.rowsPerClass > 1 ? 6 : 4, dimensions: 3,
      rowsPerClass: known.rowsPerClass)
    return (
      try batch.observation(known.loss, parameters + more, isSum: isSum, rounded: rounded), numbers
    )
  }

  @Test(arguments: all.indices)
  func everyLossOfTheRegistryIsFoundWithItsNumbers(index: Int) throws {
    let known = Self.all[index]
    let (observation, numbers) = try observation(known, seed: 40 + UInt64(index))
    let found = try Identifier.identify(observation)
    let answer = try #require(found.answer, "\(known.loss)")
    #expect(answer.loss == known.loss)
    for word in known.words where word.name != "reduction" {
      let all = ([answer] + found.same).map { $0.word(word.name) }
      #expect(all.contains(word.value), "\(known.loss) \(word) \(all)")
    }
    for number in numbers where !answer.open.contains(number.name) {
      let solved = try #require(answer.number(number.name))
      #expect(abs(solved - number.value) < 1e-5 * abs(number.value), "\(number) \(solved)")
    }
    for number in known.fixed where !answer.open.contains(number.name) {
      #expect(answer.number(number.name) == number.value, "\(number)")
    }
    #expect(answer.reduction == (known.loss == "center" ? answer.reduction : "mean"))
    #expect(answer.leastDigits > 7)
  }

  @Test func everyLossOfTheRegistryIsAmongThem() {
    let names = Set(Self.all.map(\.loss)).union(["elasticface"])
    #expect(names == Set(LossEntry.all.map(\.name)))
  }

  @Test func marginsOfTheirOwnAreSolvedForEachSample() throws {
    let margins = (0..<8).map { 0.35 + 0.04 * Double($0 % 5) }
    let observation = try IdentifierBatch(seed: 5).observation(
      "elasticface",
      [("target", .word("arcface")), ("s", .number(21)), ("margins", .numbers(margins))])
    let answer = try #require(try Identifier.identify(observation).answer)
    #expect(answer.loss == "elasticface" && answer.word("target") == "arcface")
    for (index, margin) in margins.enumerated() {
      let solved = try #require(answer.number("margins[\(index)]"))
      #expect(abs(solved - margin) < 1e-7)
    }
  }

  /// As float32 code has them.
  @Test(arguments: [2, 6, 7, 19, 31])
  func numbersOfSinglePrecisionAreEnough(index: Int) throws {
    let known = Self.all[index]
    let (observation, numbers) = try observation(known, seed: 90 + UInt64(index), rounded: true)
    let answer = try #require(try Identifier.identify(observation).answer, "\(known.loss)")
    #expect(answer.loss == known.loss)
    for number in numbers {
      let solved = try #require(answer.number(number.name))
      #expect(abs(solved - number.value) < 1e-3 * abs(number.value), "\(number) \(solved)")
    }
  }

  @Test(arguments: [6, 8, 31])
  func aSumOverTheBatchIsToldFromAMean(index: Int) throws {
    let (observation, _) = try observation(Self.all[index], seed: 7, isSum: true)
    let answer = try #require(try Identifier.identify(observation).answer)
    #expect(answer.loss == Self.all[index].loss)
    #expect(answer.reduction == "sum" && answer.mistakes == [.sumOverBatch])
  }

  @Test(arguments: [8, 19, 20])
  func aDetachedGradientIsTold(index: Int) throws {
    let known = Self.all[index]
    let (observation, _) = try observation(
      known, seed: 9, more: [("gradient", .word("detached"))])
    let answer = try #require(try Identifier.identify(observation).answer)
    #expect(answer.loss == known.loss && answer.mistakes == [.detachedGradient])
  }

  @Test func anyFactorIsSolvedForWhereItIsNoMeanAndNoSum() throws {
    let batch = IdentifierBatch(seed: 3)
    let loss = try ReferenceLoss(
      "cosface", [("s", .number(20)), ("m", .number(0.3))], hasWeights: true)
    let output = loss.loss.evaluate(
      LossInput(
        features: batch.features, labels: batch.labels,
        parameters: ClassParameters(weights: batch.weights)))
    let answer = try #require(
      try Identifier.identify(
        batch.observation(
          value: output.value, features: output.featureGradient.elements,
          weights: output.weightGradient.elements, factor: 50.0 / 20)
      ).answer)
    #expect(answer.loss == "cosface" && answer.reduction == "times")
    #expect(abs(answer.factor - 2.5) < 1e-6)
  }

  @Test func noiseIsNone() throws {
    for seed in [1, 2] as [UInt64] {
      let batch = IdentifierBatch(seed: seed)
      var generator = SplitMix64(seed: 100 + seed)
      let found = try Identifier.identify(
        batch.observation(
          value: 3 * generator.uniform(), features: generator.normals(32),
          weights: generator.normals(24)))
      #expect(found.answer == nil && !found.isUndetermined)
      #expect(found.differing.count == 8)
    }
  }

  @Test func aValueAloneIsNoneUnlessItsNumbersAreRound() throws {
    func found(_ value: Double) throws -> IdentifiedLoss {
      let batch = IdentifierBatch(seed: 12)
      return try Identifier.identify(
        Observation(
          features: batch.features, labels: batch.labels, weights: batch.weights,
          results: [ObservedResult(.value, [value])]))
    }
    #expect(try found(3.2).answer == nil)
    #expect(try found(2.718_281_828_459_045).answer == nil)
    let known = try IdentifierBatch(seed: 12).observation(
      "cosface", [("s", .number(30)), ("m", .number(0.35))])
    let value = try #require(known.results[0].numbers[0])
    let answer = try #require(try found(value).answer)
    #expect(answer.loss == "cosface" && answer.number("s") == 30 && answer.number("m") == 0.35)
  }

  @Test func theNearestIsNamedWithTheSamplesThatDiffer() throws {
    let batch = IdentifierBatch(seed: 21, samples: 12)
    let known = try batch.observation("cosface", [("s", .number(16)), ("m", .number(0.3))])
    var gradient = known.results[1].numbers.compactMap { $0 }
    for k in 0..<4 { gradient[5 * 4 + k] *= 1.4 }
    let found = try Identifier.identify(
      Observation(
        features: batch.features, labels: batch.labels, weights: batch.weights,
        results: [ObservedResult(.featureGradient, gradient)]))
    #expect(found.answer == nil)
    #expect(found.nearest?.loss == "cosface" && found.differing == [5])
  }

  @Test func oneSampleIsTooLittle() throws {
    let batch = IdentifierBatch(seed: 1, samples: 1)
    #expect(throws: LabError.self) {
      try Identifier.identify(
        batch.observation("softmax", []))
    }
  }
}
