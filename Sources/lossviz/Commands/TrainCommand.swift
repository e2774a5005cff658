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
    values: TrainValues.init,
    check: { values in
      if values.savedRun == nil {
        _ = try values.training.loss.settings(classes: 2)
        try values.training.data.checkSource()
      }
      try values.effects.check()
    },
    recipe: { try TrainingPlan($0.training).recipe }
  ) { values, console in
    if !values.printsConfig { try values.effects.warn(console) }
    if let path = values.savedRun {
      try SavedRunDrawing(path: path, values).draw(console)
      return
    }
    let start = monotonicSeconds()
    let wanted = values.wanted
    let plan = try TrainingPlan(values.training)
    let loaded = monotonicSeconds()
    let name = try plan.recipe.fileName(
      template: wanted.output.name, usualClasses: plan.usualClasses)
    let outputs = try OutputPlan(wanted, name: name, filmed: .training)
    if values.printsConfig {
      let recipe = outputs.films.isEmpty ? plan.recipe : plan.recipe.filmed(wanted.picture)
      try console.output.write(recipe.json(indented: true))
      return
    }
    let training = plan.training.options
    try outputs.checkSizes(wanted.picture, steps: training.steps, dimensions: training.dimensions)
    let delivery = try Delivery(outputs, wanted, console)
    try plan.describe(console, threads: values.threads)
    try values.effects.warn(console, of: [training])
    try plan.warn(console, isStrict: values.isStrict)
    let (run, moments) = try plan.train(
      console, moments: outputs.films.isEmpty ? nil : plan.filmed(wanted.picture),
      threads: values.threads)
    let timing = RunReport.Timing(
      data: loaded - start, train: run.trainingSeconds, draw: 0, total: 0)
    let drawing = RunDrawing(
      run: run, recipe: plan.recipe, facts: plan.facts, delivery: delivery, moments: moments,
      linearAccuracy: plan.linearAccuracy(threads: values.threads), threads: values.threads)
    try drawing.finish(timing: timing, start: start)
  }
}
