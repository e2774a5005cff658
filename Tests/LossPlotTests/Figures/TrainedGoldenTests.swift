import LossPlot
import Synchronization
import TestSupport
import Testing

@testable import LossLab
@testable import LossScene

/// Figures that train, drawn from runs by a formula: each is put where the figure looks for kept
/// runs before it trains.
@Suite struct TrainedGoldenTests {
  @Test(arguments: [
    "cosface-toy", "arcface-toy", "center-lambda", "triplet-convergence", "sphereface-sphere",
    "lsoftmax-m", "label-noise", "magface-norms",
  ])
  func aTrainedFigureIsAsItWasLookedAt(name: String) throws {
    let figure = try #require(Figure.named(name))
    let scratch = try Scratch()
    let store = RunStore(folder: scratch.path, version: "test")
    let events = Mutex<[Bool]>([])
    let context = FigureContext(
      seeds: [1],
      trainings: Trainings(
        store: store,
        report: { event in
          switch event {
          case .found: events.withLock { $0.append(true) }
          case .trained, .unusable: events.withLock { $0.append(false) }
          case .looked, .step, .moment, .failed: break
          }
        })
    ) { request in
      request.steps = 60
      request.data.options.samplesPerClass = 5
      if request.options.snapshotInterval > 0 { request.options.snapshotInterval = 20 }
      do {
        try keep(request, in: store)
      } catch {
        Issue.record(error)
      }
    }
    let result = try figure.make(context)
    let reused = events.withLock { $0 }
    #expect(!reused.isEmpty && reused.allSatisfy { $0 }, "a run was trained")
    let (light, dark) = (
      figure.scene(result, theme: .light), figure.scene(result, theme: .dark, language: .zh)
    )
    try expectGolden(light.condensedSummary, "trained-\(name)")
    if name == "cosface-toy" { try expectGolden(dark.condensedSummary, "trained-\(name)-dark-zh") }
  }

  private func keep(_ request: RunRequest, in store: RunStore) throws {
    var shelf = DataShelf()
    let training = try request.training(&shelf)
    let (data, options, wanted) = (training.data, training.options, training.settings)
    let made = FormulaRun(
      loss: request.entry.name, change: { $0 = wanted }, classes: data.classCount,
      dimensions: options.dimensions, tested: 5, trained: 4,
      spread: 0.9 - 0.5 * min(1, wanted.margin))
    var run = try made.run
    run.options = options
    run.facts.dataTitle = data.title
    run.facts.noise = data.noise
    run.facts.noiseKind = data.noiseKind
    run.snapshots = made.snapshots(of: run)
    try store.keep(run, recipe: training.recipe, data: training.facts)
  }
}
