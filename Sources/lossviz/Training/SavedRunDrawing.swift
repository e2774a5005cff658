import LossLab
import LossPlot

/// The drawing of a run that `--save-run` kept, without training.
struct SavedRunDrawing {
  let path: String
  let document: RunDocument
  let options: RunOptions

  /// - Throws: `UsageError` where options of the training were typed too, `FileError` where the
  ///   file is no run.
  init(path: String, _ call: Call) throws {
    try Self.checkNothingToTrain(call.arguments)
    options = call.options
    self.path = path
    document = try RunDocument(path: path)
  }

  private static func checkNothingToTrain(_ arguments: Arguments) throws(UsageError) {
    for assignment in arguments.assignments {
      guard case .commandLine(let label) = assignment.value.source,
        [.loss, .data, .training].contains(assignment.option.group)
          || assignment.option.name == "strict"
      else { continue }
      throw .conflict(
        "\(label) has no effect on a run that is trained",
        hint: "leave it out, or train again without --from-run")
    }
  }

  func draw(_ console: Console) throws {
    let start = monotonicSeconds()
    let recipe = try Recipe(document.recipe, name: "the saved run").replacingPicture(by: options)
    if options.messages.printsConfig {
      try console.output.write(recipe.json(indented: true))
      return
    }
    if document.seal == .broken {
      try console.warn("'\(path)' was changed after it was saved: its checksum does not fit")
    }
    let run = document.run
    try options.picture.checkViews(of: [run.facts.loss])
    try options.picture.checkClassNames(run.facts.classNames)
    let name = try recipe.fileName(
      template: options.output.name, usualClasses: run.facts.classNames.count)
    let wanted = DeliveryOptions(options)
    let outputs = try OutputPlan(
      wanted, name: name, filmed: .savedRun, loss: options.loss.entry)
    try outputs.checkSizes(options.picture)
    let delivery = try Delivery(outputs, wanted, console)
    try console.warn(run.warnings, options.picture.language)
    let drawing = RunDrawing(
      run: run, recipe: recipe, facts: document.data, delivery: delivery)
    let timing = RunReport.Timing(data: monotonicSeconds() - start, train: 0, draw: 0, total: 0)
    try drawing.finish(timing: timing, start: start)
  }
}
