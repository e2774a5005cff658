import LossLab
import LossPlot

/// The options that were typed, to be asked whether they change anything.
///
/// What environment and configuration say is for many commands, and is not held against one.
struct TypedOptions {
  private let typed: [Assignment]

  init(_ arguments: Arguments) {
    typed = arguments.assignments.filter { $0.value.source.rank == 3 }
  }

  /// The last one of that name.
  subscript(name: String) -> GivenText? { typed.last { $0.option.name == name }?.value }

  /// - Throws: `UsageError.withoutEffect` where that option was typed, and the condition holds.
  func refuse(
    _ name: String, where isIdle: Bool, _ why: String, adding words: [String] = []
  ) throws(UsageError) {
    guard isIdle, let given = self[name] else { return }
    throw .withoutEffect(label: given.label, because: why, adding: words)
  }

  /// The same where scripts give an option with every call, so that it is only said.
  func note(_ name: String, where isIdle: Bool, _ why: String) -> [String] {
    guard isIdle, let given = self[name] else { return [] }
    return ["\(given.label) has no effect: \(why)"]
  }
}

/// Of a training: options that another one leaves nothing to do.
struct TrainingEffects {
  private let typed: TypedOptions
  private let options: RunOptions
  private let losses: [LossEntry]
  private let isSaved: Bool
  /// A comparison has files beside -o, which have names of their own.
  private let isCompared: Bool

  /// - Parameter losses: those of a comparison; `nil` for the one of a training.
  init(
    _ arguments: Arguments, options: RunOptions, losses: [LossEntry]? = nil,
    isCompared: Bool = false
  ) {
    self.isCompared = isCompared
    typed = TypedOptions(arguments)
    self.options = options
    self.losses = losses ?? [options.loss.entry]
    isSaved = options.output.fromRun != nil
  }

  /// - Throws: `UsageError`.
  func check() throws(UsageError) {
    if !isCompared { _ = try OutputPlan(options, name: "picture", canFilm: !isSaved) }
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
    notes += typed.note(
      "momentum", where: !isSaved && options.training.optimizer == .adam,
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

extension TypedOptions {
  /// A format that no file has, because the endings say another.
  func formatNotes(_ output: OutputOptions) -> [String] {
    let wanted = output.format.map { OutputFormat.still($0) } ?? output.filmFormat.map { .film($0) }
    guard let wanted, let first = output.files.first else { return [] }
    let isIdle = output.files.allSatisfy { path in
      OutputFormat(ending: path.ending).map { $0 != wanted } ?? false
    }
    return note("format", where: isIdle, "the ending of '\(first)' says the format")
  }

  func scaleNotes(_ formats: [OutputFormat], _ options: RunOptions) -> [String] {
    let hasPixels = formats.contains { format in
      if case .film = format { true } else { format == .still(.png) }
    }
    return note(
      "scale", where: !hasPixels && !options.output.shows, "SVG and PDF have no pixels")
  }

  /// - Parameter formats: of all files that are written.
  func checkDots(_ formats: [OutputFormat], _ options: RunOptions) throws(UsageError) {
    let hasShapes = formats.contains(.still(.svg)) || formats.contains(.still(.pdf))
    try refuse(
      "points", where: !hasShapes && options.picture.points != .auto,
      "dots of SVG and PDF alone may be either", adding: ["-o", "picture.svg"])
  }
}

extension OutputOptions {
  /// Of the pictures that are written.
  var formats: [OutputFormat] {
    let usual = filmFormat.map { OutputFormat.film($0) } ?? .still(format ?? .png)
    guard !files.isEmpty else { return [usual] }
    return files.map { OutputFormat(ending: $0.ending) ?? usual }
  }
}

extension PictureOptions {
  /// - Parameter losses: by name.
  /// - Throws: `UsageError` for a panel that a loss does not have.
  func checkViews(of losses: [String]) throws(UsageError) {
    guard views.contains(.curve),
      let loss = losses.first(where: { name in
        LossEntry.all.contains { $0.name == name && $0.kind == .metric }
      })
    else { return }
    let rest = views.filter { $0 != .curve }.map(\.rawValue)
    throw .withoutEffect(
      label: "--view curve", because: "\(loss) has no class layer, so no target logit",
      adding: ["--view", rest.isEmpty ? "features,angles" : rest.joined(separator: ",")])
  }
}
