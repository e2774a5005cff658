import LossLab
import LossPlot

extension Command {
  static let train = Command(
    name: "train",
    summary: "Trains a small classifier under a face-recognition loss and draws what it learned.",
    usage: "[OPTIONS]",
    examples: [
      "lossviz --loss cosface --m 0.35": "six made-up identities, in a second",
      "lossviz --loss arcface --data digits -o arcface.svg": "real data, shipped inside",
      "lossviz explain arcface": "formula, ranges, bounds, source",
    ],
    options: Option.lossOptions + Option.dataOptions + Option.trainingOptions
      + Option.pictureOptions + Option.filmOptions + Option.outputOptions
      + Option.settingsOptions,
    check: { call in
      let options = call.options
      if options.fromRun == nil {
        _ = try options.loss.settings(classes: 2)
        try options.data.checkSource()
      }
      try TrainingEffects(call).check()
    },
    recipe: { call in try TrainingPlan(call.options).recipe }
  ) { call, console in
    let options = call.options
    if !options.messages.printsConfig {
      try TrainingEffects(call).warn(console)
    }
    if let path = options.fromRun {
      try SavedRunDrawing(path: path, call).draw(console)
      return
    }
    let start = monotonicSeconds()
    let plan = try TrainingPlan(options)
    let loaded = monotonicSeconds()
    let name = try plan.recipe.fileName(
      template: options.output.name, usualClasses: plan.usualClasses)
    let wanted = DeliveryOptions(plan.options)
    let outputs = try OutputPlan(wanted, name: name, filmed: .training)
    if options.messages.printsConfig {
      let recipe = outputs.films.isEmpty ? plan.recipe : plan.recipe.filmed(options.picture)
      try console.output.write(recipe.json(indented: true))
      return
    }
    let training = plan.options.training
    try outputs.checkSizes(
      plan.options.picture, steps: training.steps, dimensions: training.dimensions)
    let delivery = try Delivery(outputs, wanted, console)
    try plan.describe(console)
    try plan.warn(console)
    var film = outputs.films.isEmpty ? nil : FilmRecording(plan)
    let run = try plan.train(console, film: &film)
    let timing = RunReport.Timing(
      data: loaded - start, train: run.trainingSeconds, draw: 0, total: 0)
    let drawing = RunDrawing(
      run: run, recipe: plan.recipe, facts: plan.facts, delivery: delivery, film: film,
      linearAccuracy: plan.linearAccuracy, threads: plan.options.threads ?? ThisProcess.cores)
    try drawing.finish(timing: timing, start: start)
  }
}
