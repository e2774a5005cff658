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
