import LossLab
import LossPlot

/// Of a training: options that another one leaves nothing to do.
struct TrainingEffects {
  private let typed: TypedOptions
  private let options: RunOptions
  private let losses: [LossEntry]
  private let isSaved: Bool
  /// A comparison has files beside -o, which have names of their own.
  private let isCompared: Bool

  /// - Parameter losses: those of a comparison; `nil` for the one of a training.
  init(_ call: Call, losses: [LossEntry]? = nil, isCompared: Bool = false) {
    self.isCompared = isCompared
    typed = call.typed
    options = call.options
    self.losses = losses ?? [options.loss.entry]
    isSaved = options.fromRun != nil
  }

  /// - Throws: `UsageError`.
  func check() throws(UsageError) {
    if !isCompared {
      _ = try OutputPlan(
        DeliveryOptions(options), name: "picture", filmed: isSaved ? .savedRun : .training,
        loss: options.loss.entry)
    }
    try checkPicture()
    guard !isSaved else { return }
    try options.picture.checkViews(of: losses.map(\.name))
    try checkTraining()
  }

  private func checkPicture() throws(UsageError) {
    let formats = options.output.formats
    let hasFilm = formats.contains { if case .film = $0 { true } else { false } }
    for name in ["fps", "seconds"] {
      try typed.refuse(
        name, where: !hasFilm, "no film is written", adding: isSaved ? [] : ["-o", "film.gif"])
    }
    try typed.checkDots(formats, options)
  }

  /// What is said of options that change nothing, and does no harm.
  func warn(_ console: Console) throws {
    let formats = options.output.formats
    var notes = typed.formatNotes(options.output) + typed.scaleNotes(formats, options)
    notes += typed.note(
      "name", where: !options.output.files.isEmpty && !isCompared, "-o names the file")
    notes += typed.note(
      "limit", where: !options.picture.views.contains(.features),
      "no panel shows the plane of features")
    for name in [Option.azimuth.name, Option.elevation.name] {
      notes += typed.note(
        name, where: !isSaved && options.training.dimensions == 2,
        "a plane is not turned, the sphere of --dim 3 is")
    }
    notes += typed.note(
      "momentum", where: !isSaved && options.optimizer == .adam,
      "adam has rates of its own")
    for note in notes { try console.warn(note) }
  }

  private func checkTraining() throws(UsageError) {
    try typed.refuse(
      "noise-kind", where: options.data.options.noise.share == 0 && typed["noise"] == nil,
      "no label is made wrong", adding: ["--noise", "0.2"])
    let hasMargin = losses.contains { entry in
      entry.isAnnealed || ["m", "m1"].contains { entry.option(named: $0) != nil }
    }
    try typed.refuse(
      "m-warmup", where: !hasMargin, "\(losses.map(\.name).listed) has no margin",
      adding: ["--loss", LossEntry.standard.name])
  }
}

extension PictureOptions {
  /// - Parameter losses: by name.
  /// - Throws: `UsageError` for a panel that a loss does not have.
  func checkViews(of losses: [String]) throws(UsageError) {
    guard let view = views.first(where: { $0 == .curve || $0 == .pull }),
      let loss = losses.first(where: { name in
        LossEntry.all.contains { $0.name == name && $0.kind == .metric }
      })
    else { return }
    let rest = views.filter { $0 != .curve && $0 != .pull }.map(\.rawValue)
    throw .withoutEffect(
      label: "--view \(view.rawValue)",
      because:
        "\(loss) has no class layer, so no \(view == .curve ? "target logit" : "pull to draw")",
      adding: ["--view", rest.isEmpty ? "features,angles" : rest.joined(separator: ",")])
  }
}
