import LossPlot

/// The drawing of a run that `--save-run` kept, without training.
struct SavedRunDrawing {
  let path: String
  let document: RunDocument
  let values: TrainValues

  /// - Throws: `UsageError` where options of the training were typed too, `FileError` where the
  ///   file is no run.
  init(path: String, _ values: TrainValues) throws {
    try values.given.refuseAll(
      "a run that is trained", hint: "leave it out, or train again without --from-run"
    ) { [.loss, .data, .training].contains($0.group) || $0.name == "strict" }
    self.values = values
    self.path = path
    document = try RunDocument(path: path)
  }

  func draw(_ console: Console) throws {
    let start = monotonicSeconds()
    let wanted = values.wanted
    let recipe = try Recipe(document.recipe, name: "the saved run")
      .replacingPicture(by: values.training.recordedPicture)
    if values.printsConfig {
      try console.output.write(recipe.json(indented: true))
      return
    }
    if document.seal == .broken {
      try console.warn("'\(path)' was changed after it was saved: its checksum does not fit")
    }
    let run = document.run
    try wanted.picture.checkViews(of: [run.facts.loss])
    try wanted.picture.checkClassNames(run.facts.classNames)
    let name = try recipe.fileName(
      template: wanted.output.name, usualClasses: run.facts.classNames.count)
    let outputs = try OutputPlan(
      wanted, name: name, filmed: .savedRun, loss: values.training.loss.entry)
    try outputs.checkSizes(wanted.picture)
    let delivery = try Delivery(outputs, wanted, console)
    try console.warn(run.warnings, wanted.picture.language)
    let drawing = RunDrawing(run: run, recipe: recipe, facts: document.data, delivery: delivery)
    let timing = RunReport.Timing(data: monotonicSeconds() - start, train: 0, draw: 0, total: 0)
    try drawing.finish(timing: timing, start: start)
  }
}
