import LossLab
import Synchronization

/// Trains what figures ask for, several runs at once, and keeps every run for the next figure.
public struct FigureRuns: Sendable {
  /// `nil` keeps nothing.
  public var store: RunStore?
  public var parallel: ParallelFor
  public var clock: @Sendable () -> Double
  /// Called when a training begins or ends, from any thread.
  public var report: @Sendable (Event) -> Void

  public enum Event: Sendable {
    case trained(String, seconds: Double)
    case reused(String)
    /// A kept run that cannot be read: it is trained anew.
    case unusable(FileError)
  }

  public init(
    store: RunStore? = nil, parallel: ParallelFor = .serial,
    clock: @escaping @Sendable () -> Double = { 0 },
    report: @escaping @Sendable (Event) -> Void = { _ in }
  ) {
    self.store = store
    self.parallel = parallel
    self.clock = clock
    self.report = report
  }

  /// What came of every request, in their order: a training that fails is a result too.
  func outcomes(_ requests: [RunRequest]) -> [Result<Run, any Error>] {
    let slots = requests.map { _ in Slot() }
    parallel.run(requests.count) { index in
      slots[index].result.withLock { result in
        do {
          result = .success(try run(requests[index]))
        } catch {
          result = .failure(error)
        }
      }
    }
    return slots.compactMap { $0.result.withLock { $0 } }
  }

  /// Where one training leaves its result: written by one thread, read when all are done.
  private final class Slot: Sendable {
    let result = Mutex<Result<Run, any Error>?>(nil)
  }

  private func run(_ request: RunRequest) throws -> Run {
    let (data, facts) = try request.data.load()
    let options = request.options(samples: data.train.count)
    var settings = request.entry.settings(classes: data.classCount)
    request.change(&settings)
    let recipe = request.recipe(settings: settings, options: options, files: facts.files)
    let title = "\(request.entry.name) on \(data.title), seed \(options.seed)"
    switch store?.find(recipe) {
    case .run(let run)?:
      report(.reused(title))
      return run
    case .unusable(let error)?: report(.unusable(error))
    // What failed before is tried again: how it failed may be what a figure shows.
    case .failure?, .nothing?, nil: break
    }
    let run = try train(
      request.entry, settings: settings, options: options, data: data, clock: clock)
    try store?.keep(run, recipe: recipe, data: facts)
    report(.trained(title, seconds: run.trainingSeconds))
    return run
  }
}

extension RunRequest {
  /// Everything on which the run depends.
  func recipe(
    settings: LossSettings, options: TrainingOptions, files: [DataFacts.File]
  ) -> Recipe {
    var entries: [Recipe.Entry] = [Recipe.Entry("loss", .word(entry.name))]
    for option in entry.options {
      switch settings[option.name] {
      case .number(let number)?: entries.append(Recipe.Entry(option.name, .number(number)))
      case .word(let word)?: entries.append(Recipe.Entry(option.name, .word(word)))
      case nil: break
      }
    }
    func add(_ name: String, _ value: Recipe.Value?) {
      if let value { entries.append(Recipe.Entry(name, value)) }
    }
    add("data", .word(baseName(of: data.data)))
    switch data.options.classes {
    case .all: break
    case .first(let count): add("classes", .number(Double(count)))
    case .named(let names): add("classes", .list(names.map { .word($0) }))
    }
    add("samples", data.options.samplesPerClass.map { .number(Double($0)) })
    add("noise", .number(data.options.noise.share))
    add("noise-kind", .word(data.options.noise.kind.rawValue))
    add("network", .word("\(options.network)"))
    add("dim", .number(Double(options.dimensions)))
    add("bias", .flag(options.usesBias))
    add("steps", .number(Double(options.steps)))
    add("batch", .number(Double(options.batch)))
    add("optimizer", .word(options.optimizer.rawValue))
    add("rate", .number(options.learningRate))
    add("warmup", .number(Double(options.warmup)))
    add("m-warmup", .number(Double(options.marginWarmup)))
    add("momentum", .number(options.momentum))
    add("weight-decay", .number(options.weightDecay))
    add("clip", options.clip.map { .number($0) })
    let annealing = options.annealing
    add(
      "anneal",
      .list(
        [annealing.base, annealing.rate, annealing.power, annealing.floor].map { .number($0) }))
    add("snapshots", .number(Double(options.snapshotInterval)))
    add("seed", .number(Double(options.seed)))
    return Recipe(entries: entries, files: files)
  }
}
