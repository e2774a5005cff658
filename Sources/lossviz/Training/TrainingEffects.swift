import LossPlot

/// Of a training: options that another one leaves nothing to do.
struct TrainingEffects {
  let given: GivenOptions
  let values: TrainingValues
  let output: OutputOptions
  let losses: [LossEntry]
  var isSaved = false
  /// A comparison has files beside -o, which have names of their own.
  var isCompared = false

  func check() throws(UsageError) {
    if !isCompared {
      _ = try OutputPlan(
        DeliveryOptions(picture: values.picture, output: output), name: "picture",
        filmed: isSaved ? .savedRun : .training, loss: values.loss.entry)
    }
    try checkPicture()
    guard !isSaved else { return }
    try values.picture.checkViews(of: losses.map(\.name))
    try checkTraining()
  }

  private func checkPicture() throws(UsageError) {
    let hasFilm = output.formats.contains { if case .film = $0 { true } else { false } }
    for name in ["fps", "seconds"] {
      try given.refuse(
        name, where: !hasFilm, "no film is written", adding: isSaved ? [] : ["-o", "film.gif"])
    }
    try given.checkDots(output.formats, values.picture)
  }

  /// What is said of options that change nothing, and does no harm.
  func warn(_ console: Console) throws {
    var notes = given.notes(on: output)
    notes += given.note("name", where: !output.files.isEmpty && !isCompared, "-o names the file")
    notes += given.note(
      "limit", where: !values.picture.views.contains(.features),
      "no panel shows the plane of features")
    for name in [Option.azimuth.name, Option.elevation.name] {
      notes += given.note(
        name, where: !isSaved && values.training.options.dimensions == 2,
        "a plane is not turned, the sphere of --dim 3 is")
    }
    try console.warn(notes)
  }

  /// The same of what losses and data have decided.
  func warn(_ console: Console, of trainings: [TrainingOptions]) throws {
    try console.warn(
      given.note(
        "momentum", where: trainings.allSatisfy { $0.optimizer == .adam },
        "adam has rates of its own"))
  }

  private func checkTraining() throws(UsageError) {
    try given.refuse(
      "noise-kind", where: values.data.options.noise.share == 0 && given["noise"] == nil,
      "no label is made wrong", adding: ["--noise", "0.2"])
    let hasMargin = losses.contains { entry in
      entry.isAnnealed || ["m", "m1"].contains { entry.option(named: $0) != nil }
    }
    try given.refuse(
      "m-warmup", where: !hasMargin, "\(losses.map(\.name).listed) has no margin",
      adding: ["--loss", LossEntry.standard.name])
  }
}

extension PictureOptions {
  /// - Parameter losses: by name.
  /// - Throws: `UsageError` for a panel that a loss does not have.
  func checkViews(of losses: [String]) throws(UsageError) {
    guard let view = style.views.first(where: { $0 == .curve || $0 == .pull }),
      let loss = losses.first(where: { name in
        LossEntry.all.contains { $0.name == name && $0.kind == .metric }
      })
    else { return }
    let rest = style.views.filter { $0 != .curve && $0 != .pull }.map(\.rawValue)
    throw .withoutEffect(
      label: "--view \(view.rawValue)",
      because:
        "\(loss) has no class layer, so no \(view == .curve ? "target logit" : "pull to draw")",
      adding: ["--view", rest.isEmpty ? "features,angles" : rest.joined(separator: ",")])
  }
}
