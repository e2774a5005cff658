import Testing

@testable import LossLab

/// What holds of every loss in the registry, written once.
struct LossContractTests {
  // 1e-6: a central difference with step 1e-6 in doubles is good to about 1e-9 of the value.
  @Test(arguments: LossEntry.all, [2, 3])
  func gradientsMatchCentralDifferences(entry: LossEntry, dimensions: Int) {
    #expect(LossCase(entry, dimensions: dimensions).gradientError < 1e-6)
  }

  @Test(arguments: LossEntry.all.filter { $0.kind == .softmax })
  func gammaAndKeepHaveTrueGradientsToo(entry: LossEntry) {
    var example = LossCase(entry)
    example.settings["gamma"] = 1.5
    example.settings["keep"] = 0.5
    #expect(example.gradientError < 1e-6)
  }

  @Test(arguments: LossEntry.all.filter { $0.kind == .softmax })
  func theMeanOverSamplesIsTheValue(entry: LossEntry) {
    var example = LossCase(entry)
    example.settings["keep"] = 1
    example.settings["lambda"] = 0
    let output = example.output
    #expect(abs(mean(output.perSample) - output.value) < 1e-12)
  }

  @Test(arguments: ["lsoftmax", "sphereface", "cosface", "arcface", "combined"])
  func aNeutralMarginGivesTheLossWithoutOne(name: String) throws {
    let entry = try LossEntry.named(name)
    var example = LossCase(entry)
    example.settings["m"] = .number(entry.isAnnealed ? 1 : 0)
    example.settings["m2"] = 0
    example.settings["m3"] = 0
    let plain =
      switch name {
      case "lsoftmax": LossEntry.softmax
      case "sphereface": LossEntry.modifiedSoftmax
      default: LossEntry.normface
      }
    let value = plain.make(example.settings).evaluate(example.input).value
    #expect(abs(example.value - value) < 1e-12)
  }

  @Test(arguments: LossEntry.all.filter { $0.name != "combined" })
  func theTargetNeverRises(entry: LossEntry) throws {
    guard let head = entry.make(entry.settings(classes: 6)).classifier else { return }
    var last = Double.infinity
    for index in 0...100_000 {
      let value = head.target.evaluate(Angle(radians: .pi * Double(index) / 100_000)).value
      #expect(value <= last + 1e-12)
      last = value
    }
  }

  @Test(arguments: LossEntry.all.filter { $0.kind == .softmax })
  func onlyLossesWithWeightNormsFeelTheirSize(entry: LossEntry) throws {
    var example = LossCase(entry)
    let magnitude = try #require(entry.make(example.settings).classifier).magnitude
    let before = example.value
    for index in 0..<6 { example.input.parameters.weights.elements[index] *= 3 }
    #expect((abs(example.value - before) < 1e-10) != magnitude.usesWeightNorm)
  }

  @Test(arguments: LossEntry.all.filter { $0.kind == .softmax })
  func onlyLossesWithFeatureNormsFeelTheirSize(entry: LossEntry) throws {
    var example = LossCase(entry)
    let head = try #require(entry.make(example.settings).classifier)
    let before = example.value
    for index in example.input.features.elements.indices {
      example.input.features.elements[index] *= 2
    }
    let feels = head.magnitude.usesFeatureNorm || head.marginUsesNorm
    #expect((abs(example.value - before) < 1e-10) != feels)
  }

  @Test(arguments: LossEntry.all)
  func noDegenerateBatchGivesNaNOrInfinity(entry: LossEntry) {
    let edges: [[Double]] = [[0, 0], [1e-30, 0], [1e30, -1e30], [1, 0], [-1, 0], [0, 1e-7]]
    for feature in edges {
      for weight in edges {
        var example = LossCase(entry, samples: 3)
        example.input.labels = [0, 0, 1]
        for k in 0..<2 {
          example.input.features[0, k] = feature[k]
          example.input.features[1, k] = feature[k]
          example.input.parameters.weights[0, k] = weight[k]
        }
        let output = example.output
        let numbers =
          [output.value] + output.featureGradient.elements + output.weightGradient.elements
          + output.biasGradient + output.centerGradient.elements + output.centerStep.elements
        #expect(numbers.allSatisfy { $0.isFinite }, "\(feature) against \(weight)")
      }
    }
  }

  @Test(arguments: LossEntry.all)
  func anEmptyBatchIsNothing(entry: LossEntry) {
    var example = LossCase(entry)
    example.input.features = Matrix(rows: 0, columns: 2)
    example.input.labels = []
    #expect(example.value == 0)
  }

  @Test(arguments: LossEntry.all)
  func sumsOverPermutedSamplesAgree(entry: LossEntry) {
    let example = LossCase(entry)
    var other = example
    let order = [5, 3, 1, 0, 2, 4]
    other.input.features = example.input.features.rows(at: order)
    other.input.labels = order.map { example.input.labels[$0] }
    #expect(abs(other.value - example.value) < 1e-12 * max(1, abs(example.value)))
  }

  @Test func namesTitlesAndSummariesAreThereAndUnique() {
    let names = LossEntry.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(Set(LossEntry.all.map { $0.title }).count == LossEntry.all.count)
    for entry in LossEntry.all {
      #expect(!entry.summary.isEmpty && !entry.formula.isEmpty && !entry.citation.isEmpty)
      #expect(Set(entry.options.map { $0.name }).count == entry.options.count)
    }
  }

  @Test(arguments: LossEntry.all)
  func aDefaultIsWithinItsRange(entry: LossEntry) throws {
    for classes in [2, 3, 6, 8, 10, 100] {
      let settings = entry.settings(classes: classes)
      for option in entry.options {
        guard let value = settings.number(option.name) else { continue }
        var copy = settings
        try option.set(value, in: &copy)
        #expect(copy == settings)
      }
      #expect(
        Bounds(entry: entry, settings: settings, classes: classes, dimensions: 2).isFeasible
          || entry.name == "combined")
    }
  }
}
