import LossPlot
import Synchronization

/// A call of `gallery`: trains what is not kept, draws, writes.
struct GallerySession {
  let gallery: Gallery
  let console: Console

  private var values: GalleryValues { gallery.values }

  func run() throws {
    let start = monotonicSeconds()
    let wanted = values.wanted
    let outputs = try OutputPlan(wanted, name: Command.gallery.name)
    let size = gallery.scene([], .light)
    try wanted.picture.check(
      outputs.pictures.compactMap(\.format.still), own: (size.width, size.height))
    let delivery = try Delivery(outputs, wanted, console)
    let outcomes = try train()
    let trained = monotonicSeconds()
    let scene = { (theme: Theme) in gallery.scene(outcomes, theme) }
    let drawn = try delivery.draw(gallery.recipe, scene: scene)
    try delivery.write(drawn)
    try delivery.show(scene: scene)
    let end = monotonicSeconds()
    try delivery.finish(shown: [drawn]) { files in
      report(
        outcomes, files,
        timing: ["train": trained - start, "draw": end - trained, "total": end - start])
    }
  }

  private func train() throws -> [TrainingOutcome] {
    let plans = gallery.plans
    let steps = plans.reduce(0) { $0 + $1.training.options.steps }
    let state = Mutex((bar: ProgressBar(title: "gallery", console: console), done: 0))
    defer { state.withLock { $0.bar.finish() } }
    let kept = values.kept
    try kept.store.checkWritable()
    return try Trainings(store: kept.store, jobs: kept.jobs, clock: monotonicSeconds) { event in
      switch event {
      case .unusable(let error): try console.warn("\(error.description): trained again")
      case .step:
        state.withLock {
          $0.done += 1
          $0.bar.update(step: $0.done, of: steps, detail: "")
        }
      case .trained(_, let title, let seconds):
        if !console.messages.isTerminal {
          try console.sayTrained(title, seconds: seconds, values.wanted.picture.language)
        }
      case .failed(let place, let failure):
        try console.warn("\(plans[place].entry.name): \(failure.message)")
      case .found, .looked, .moment: break
      }
    }.run(plans.map(\.training))
  }

  private func report(
    _ outcomes: [TrainingOutcome], _ files: [String], timing: [String: Double]
  ) -> JSONValue {
    let runs = zip(gallery.plans, outcomes).compactMap { plan, outcome -> JSONValue? in
      guard case .success(let run) = outcome else { return nil }
      let own = RunReport.Timing(
        data: 0, train: run.trainingSeconds, draw: 0, total: run.trainingSeconds)
      return RunReport(
        run: run, recipe: plan.recipe.value, version: Lossviz.version, outputs: [], timing: own
      ).document
    }
    return [
      "schema": 1, "version": .text(Lossviz.version), "runs": .list(runs),
      "outputs": .list(files.map { .text($0) }),
      "timing": .object(timing.mapValues { .number($0) }),
    ]
  }
}
