import LossPlot

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "several settings, everything else equal: one grid, one picture each, one table",
    usage: "compare [OPTIONS]",
    examples: [
      "lossviz compare --m 0:0.5:0.1 --seeds 3": "CosFace under six margins",
      "lossviz compare --loss softmax,cosface,arcface": "three losses side by side",
      "lossviz compare --loss softmax,arcface -o race.gif": "both trainings in step, as a film",
    ],
    options: Option.compareOptions
      + (Option.lossOptions + Option.dataOptions + Option.trainingOptions).map(\.sweeping)
      + Option.stillPictureOptions + [.axes] + Option.filmOptions + Option.comparisonOutputs
      + Option.settingsOptions,
    values: CompareValues.init,
    check: { try $0.check() },
    recipe: { values in try Study(values).recipe(only: values.compare.only ?? .grid) }
  ) { values, console in
    let start = monotonicSeconds()
    let study = try Study(values)
    let compare = values.compare
    if values.printsConfig {
      try console.output.write(study.recipe(only: compare.only).json(indented: true))
      return
    }
    let names = try SettingNames(study).names
    let (store, jobs) = (values.kept.store, values.kept.jobs)
    let array = KeptNumbering(study, store: store)
    let decision = try compare.shard.decision(in: values.environment, kept: array.numbering)
    let shard = decision.shard
    let plan = StudyPlan(study: study, names: names, store: store, shard: shard, jobs: jobs)
    if compare.isDryRun {
      try plan.show(console)
      return
    }
    let pages = StudyFigures(outcome: .untrained(study, names: names)).pages(.light)
    let outputs = try StudyOutputs(
      values.wanted, only: compare.only, names: names, pages: pages.count)
    if shard == nil {
      try outputs.plan.checkWritable()
      try outputs.checkPage()
      try outputs.checkSizes(study, names: names)
    }
    try store.checkWritable()
    if let numbering = decision.numbering { try array.keep(numbering) }
    if !decision.note.isEmpty { try console.say(decision.note) }
    let delivery =
      shard == nil ? try Delivery(outputs.plan, values.wanted, console) : nil
    try values.warn(console, of: study.settings.map { $0.plans[0].training.options })
    try study.warn(console)
    try console.warn(study.scaleNotes(values.picture.language))
    try plan.warnOfStrangers(console)
    let loaded = monotonicSeconds()
    let runner = StudyRunner(study: study, names: names, store: store, jobs: jobs, console: console)
    let results = try runner.run(plan.wanted)
    guard let delivery else {
      if let shard { try plan.sayShare(shard, console) }
      return
    }
    let outcome = StudyOutcome(study, names: names, results: results)
    let figures = StudyFigures(outcome: outcome)
    let drawing = StudyDrawing(
      outcome: outcome, outputs: outputs, figures: figures, jobs: jobs, delivery: delivery)
    let timing = RunReport.Timing(
      data: loaded - start, train: monotonicSeconds() - loaded, draw: 0, total: 0)
    try drawing.finish(timing: timing, start: start)
    let failed = outcome.failedNames
    if !failed.isEmpty { throw Complaint.someFailed(names: failed, of: study.runCount) }
  }
}
