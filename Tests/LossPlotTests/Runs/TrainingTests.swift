import LossLab
import LossPlot
import Synchronization
import Testing

@Suite struct TrainingTests {
  private func training(
    _ change: (inout RunRequest) -> Void = { _ in }, entry: LossEntry = .standard
  ) throws -> Training {
    var request = RunRequest(entry, data: DataRequest(), seed: 1)
    request.steps = 70
    request.data.options.samplesPerClass = 12
    change(&request)
    var shelf = DataShelf()
    return try request.training(&shelf)
  }

  /// Each of them under the name that it has where it stands, so that a new one is missed here.
  private static let optionChanges: [(name: String, change: @Sendable (inout RunRequest) -> Void)] =
    [
      ("network", { $0.options.network = .mlp([4]) }),
      ("dimensions", { $0.options.dimensions = 3 }),
      ("usesBias", { $0.options.usesBias = true }),
      ("steps", { $0.steps = 71 }),
      ("batch", { $0.options.batch = 7 }),
      ("optimizer", { $0.options.optimizer = .adam }),
      ("learningRate", { $0.options.learningRate = 0.2 }),
      ("warmup", { $0.options.warmup = 3 }),
      ("marginWarmup", { $0.marginWarmup = 9 }),
      ("momentum", { $0.options.momentum = 0.5 }),
      ("weightDecay", { $0.options.weightDecay = 0.5 }),
      ("clip", { $0.options.clip = nil }),
      ("annealing", { $0.options.annealing.floor = 5 }),
      ("inputNoise", { $0.options.inputNoise = 0.5 }),
      ("start", { $0.options.start = .found }),
      ("seed", { $0.options.seed = 2 }),
      ("snapshotInterval", { $0.options.snapshotInterval = 10 }),
    ]

  private static let dataChanges: [(name: String, change: @Sendable (inout RunRequest) -> Void)] =
    [
      ("classes", { $0.data.options.classes = .first(5) }),
      ("samplesPerClass", { $0.data.options.samplesPerClass = 13 }),
      ("noise", { $0.data.options.noise.share = 0.5 }),
      ("standardize", { $0.data.options.standardize = .yes }),
      (
        "seed",
        {
          $0.data.options.seed = 2
          $0.options.seed = 2
        }
      ),
    ]

  @Test func everyPropertyOfATrainingIsInItsRecipe() throws {
    let entry = try LossEntry.named("sphereface")
    let names = Mirror(reflecting: TrainingOptions()).children.compactMap(\.label)
    #expect(names.sorted() == Self.optionChanges.map(\.name).sorted())
    let dataNames = Mirror(reflecting: DatasetOptions()).children.compactMap(\.label)
    #expect(dataNames.sorted() == Self.dataChanges.map(\.name).sorted())
    let usual = try training(entry: entry).recipe
    for (name, change) in Self.optionChanges + Self.dataChanges {
      #expect(try training(change, entry: entry).recipe != usual, "\(name)")
    }
  }

  @Test(arguments: LossEntry.all.map(\.name))
  func everyHyperParameterIsInItsRecipe(loss: String) throws {
    let entry = try LossEntry.named(loss)
    let recipe = try training(entry: entry).recipe
    for option in entry.options { #expect(recipe[option.name] != nil, "\(option.name)") }
  }

  @Test func whatIsKeptIsFoundAndWhatFailsIsNotTriedAgainUnlessAskedTo() throws {
    let scratch = try Scratch()
    var trainings = Trainings(store: RunStore(folder: scratch.path, version: "1"), jobs: 2)
    let events = Events()
    trainings.report = { events.add($0) }
    let good = try training()
    let bad = try training {
      $0.options.learningRate = 1e9
      $0.options.clip = nil
    }
    let first = try trainings.run([good, bad])
    guard case .success(let run) = first[0], case .failure(let failure) = first[1] else {
      Issue.record("\(first)")
      return
    }
    #expect(failure.cause != nil && events.trained == 1)
    let second = try trainings.run([good, bad])
    guard case .success(let found) = second[0], case .failure(let kept) = second[1] else {
      Issue.record("\(second)")
      return
    }
    #expect(found.parameters == run.parameters)
    #expect(kept.cause == nil && kept.message == failure.message && kept.hint == failure.hint)
    #expect(events.trained == 1)
    trainings.retriesFailures = true
    guard case .failure(let again) = try trainings.run([bad])[0] else { return }
    #expect(again == failure)
  }

  @Test func theErrorOfTheEarliestIsThrownHoweverManyWork() throws {
    struct Refused: Error, Equatable { let place: Int }
    let each = try (1...4).map { seed in
      try training {
        $0.steps = 3
        $0.options.seed = UInt64(seed)
      }
    }
    for jobs in [1, 3] {
      var trainings = Trainings(jobs: jobs)
      trainings.report = { event in
        if case .trained(let place, _, _) = event, place > 0 { throw Refused(place: place) }
      }
      #expect(throws: Refused(place: 1)) { try trainings.run(each) }
    }
  }
}

private final class Events: Sendable {
  private let count = Mutex(0)

  func add(_ event: Trainings.Event) {
    if case .trained = event { count.withLock { $0 += 1 } }
  }

  var trained: Int { count.withLock { $0 } }
}
