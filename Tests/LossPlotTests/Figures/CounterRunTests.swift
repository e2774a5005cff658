import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// What is taken from a training so that the claims about it must fail.
enum CounterRun: Equatable {
  /// A few small steps: enough not to count as collapsed, not enough to show anything.
  case hardlyLearned
  /// Every loss at the value at which it is as if it were not there.
  case withoutMargin
  /// One loss in the place of all.
  case oneLoss(String)

  /// The neutral value of each hyper-parameter that a figure is about.
  private static let neutral: [String: [String: Double]] = [
    "arcface": ["m": 0], "cosface": ["m": 0], "triplet": ["m": 0], "sphereface": ["m": 1],
    "lsoftmax": ["m": 1], "center": ["lambda": 0, "alpha": 1e-9], "ohem": ["keep": 1],
    "focal": ["gamma": 0],
  ]

  /// Little data and few steps, and one seed: what must fail fails at any size.
  func context(samples: Int = 60, steps: Int = 60, seeds: [UInt64] = [1]) -> FigureContext {
    FigureContext(seeds: seeds) { request in
      request.data.options.samplesPerClass = samples
      request.steps = self == .hardlyLearned ? 20 : steps
      request.options.warmup = 5
      request.options.batch = min(request.options.batch, 64)
      if request.options.snapshotInterval > 1 { request.options.snapshotInterval = 4 }
      switch self {
      case .hardlyLearned: request.options.learningRate = 0.03
      case .withoutMargin:
        let change = request.change
        let values = Self.neutral[request.entry.name] ?? [:]
        request.change = { settings in
          change(&settings)
          for (name, value) in values { settings[name] = .number(value) }
        }
      case .oneLoss(let name):
        request.entry = LossEntry.all.first { $0.name == name } ?? request.entry
        request.change = { _ in }
        request.options.usesBias = false
      }
    }
  }
}

/// Each claim of a trained figure is measured where it must fail, and fails there.
@Suite struct CounterRunTests {
  /// For each figure, which of its claims fails where.
  private static let expected: [(figure: String, run: CounterRun, claims: [Int])] = [
    ("hard-mining", .withoutMargin, [0, 1]),
    ("triplet", .withoutMargin, [0]), ("triplet", .hardlyLearned, [1]),
    ("triplet-convergence", .oneLoss("softmax"), [0, 1]),
    ("center-train-test", .hardlyLearned, [0, 3]),
    ("center-train-test", .oneLoss("center"), [1, 2]),
    ("center-train-test", .withoutMargin, [2]),
    ("center-lambda", .withoutMargin, [0, 1]), ("center-lambda", .hardlyLearned, [2]),
    ("lsoftmax-m", .withoutMargin, [0, 1, 2, 4]), ("lsoftmax-m", .hardlyLearned, [3]),
    ("sphereface-toy", .oneLoss("modified-softmax"), [0, 1, 2]),
    ("sphereface-sphere", .withoutMargin, [0, 1]),
    ("label-noise", .oneLoss("softmax"), [0, 1, 2, 4]), ("label-noise", .hardlyLearned, [3]),
    ("normface-norms", .oneLoss("normface"), [1]),
    ("cosface-toy", .withoutMargin, [0, 1]),
    ("arcface-toy", .withoutMargin, [0, 3]), ("arcface-toy", .hardlyLearned, [1, 2]),
    ("theta-histograms", .withoutMargin, [0]),
    ("theta-histograms", .oneLoss("softmax"), [1, 2]),
  ]

  @Test(arguments: expected.indices)
  func aClaimFailsWhereItMust(index: Int) throws {
    let (name, run, places) = Self.expected[index]
    let figure = try #require(Figure.named(name))
    let claims = try figure.make(run.context()).claims
    for place in places {
      let claim = claims[place]
      #expect(
        !claim.isReproduced,
        "\(name), \(run): \(claim.sentence.en): \(Self.numbers(claim))")
    }
  }

  /// Two seeds, because one has no interval, and few people, who are as many as their pictures.
  @Test(arguments: [(CounterRun.oneLoss("softmax"), 0), (.withoutMargin, 1), (.withoutMargin, 2)])
  func withoutAMarginNoMoreStrangersAreFound(run: CounterRun, claim place: Int) throws {
    let outcome = try IdentificationOutcome(run.context(samples: 4, steps: 20, seeds: [1, 2]))
    let claim = outcome.claims[place]
    #expect(!claim.isReproduced && claim.measured.allSatisfy { $0.seeds == [0, 0] })
  }

  /// Of features on a circle distance misleads no more than the angle.
  @Test func lengthsAloneMakeDistanceMislead() throws {
    let context = CounterRun.withoutMargin.context()
    let groups = try context.groups(
      [RunVariant("softmax", "softmax")], data: context.request(standard: "digits"))
    var run = groups[0].shown
    #expect(normClaims(groups[0])[0].isReproduced)
    run.test = run.test.onCircle
    #expect(!normClaims(RunGroup(label: "softmax", runs: [run]))[0].isReproduced)
  }

  /// No claim is left out above, and each says on its page what would refute it.
  @Test(arguments: Figure.all.filter { $0.data.trains }.map(\.name))
  func everyClaimHasItsCounterRun(name: String) throws {
    let figure = try #require(Figure.named(name))
    var covered = Set(Self.expected.filter { $0.figure == name }.flatMap(\.claims))
    // In `lengthsAloneMakeDistanceMislead`.
    if name == "normface-norms" { covered.insert(0) }
    // In `withoutAMarginNoMoreStrangersAreFound`.
    if name == "identification" { covered = [0, 1, 2] }
    // In `LaterLossClaimTests`.
    let later = ["magface-norms", "adaface-quality", "curricular-time", "subcenter-noise"]
    let isLater = later.contains(name)
    let claims = try FigureTests.result(figure).claims
    #expect(isLater || covered == Set(claims.indices))
    for claim in claims { #expect(claim.refutation != nil, "\(claim.sentence.en)") }
  }

  /// Also where the claim is not applicable to the data.
  private static func numbers(_ claim: Claim) -> String {
    claim.measured.map { $0.text() }.joined(separator: ", ")
  }
}
