import LossPlot

/// Which options were given, and where: to be asked whether they change anything.
///
/// What environment and configuration say is for many commands, and is not held against one.
struct GivenOptions: Sendable {
  private let all: [Assignment]

  init(_ arguments: Arguments) {
    all = arguments.assignments
  }

  /// What stands on the command line.
  var typed: [Assignment] { all.filter { $0.value.source.rank == 3 } }

  /// Of what was typed, the last one of that name.
  subscript(name: String) -> GivenText? { typed.last { $0.option.name == name }?.value }

  /// Whether anybody gave that option: on the command line, in the environment or a configuration.
  func gives(_ name: String) -> Bool { all.contains { $0.option.name == name } }

  /// The names of all that anybody gave.
  var names: Set<String> { Set(all.map(\.option.name)) }

  /// - Throws: `UsageError.withoutEffect` where that option was typed, and the condition holds.
  func refuse(
    _ name: String, where isIdle: Bool, _ why: String, adding words: [String] = []
  ) throws(UsageError) {
    guard isIdle, let given = self[name] else { return }
    throw .withoutEffect(label: given.label, because: why, adding: words)
  }

  /// - Throws: `UsageError.conflict` where an option for which something holds was typed.
  func refuseAll(
    _ what: String, hint: String, where isIdle: (Option) -> Bool
  ) throws(UsageError) {
    guard let first = typed.first(where: { isIdle($0.option) }) else { return }
    throw .conflict("\(first.value.label) has no effect on \(what)", hint: hint)
  }

  /// The same where scripts give an option with every call, so that it is only said.
  func note(_ name: String, where isIdle: Bool, _ why: String) -> [String] {
    guard isIdle, let given = self[name] else { return [] }
    return ["\(given.label) has no effect: \(why)"]
  }

  /// Of the outputs: what changes no file.
  func notes(on output: OutputOptions) -> [String] { formatNotes(output) + scaleNotes(output) }

  /// A format that no file has, because the endings say another.
  private func formatNotes(_ output: OutputOptions) -> [String] {
    guard let wanted = output.format, let first = output.files.first else { return [] }
    let isIdle = output.files.allSatisfy { path in
      OutputFormat(ending: path.ending).map { $0 != wanted } ?? false
    }
    return note("format", where: isIdle, "the ending of '\(first)' says the format")
  }

  private func scaleNotes(_ output: OutputOptions) -> [String] {
    let hasPixels = output.formats.contains { $0.still?.hasShapes != true }
    let others = PictureFormat.titles(\.hasShapes)
    return note("scale", where: !hasPixels && !output.shows, "\(others) have no pixels")
  }

  /// - Parameter formats: of all files that are written.
  func checkDots(_ formats: [OutputFormat], _ picture: PictureOptions) throws(UsageError) {
    let hasShapes = formats.contains { $0.still?.hasShapes == true }
    try refuse(
      "points", where: !hasShapes && picture.points != .auto,
      "dots of \(PictureFormat.titles(\.hasShapes)) alone may be either",
      adding: ["-o", "picture.svg"])
  }
}
