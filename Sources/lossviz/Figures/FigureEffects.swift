import LossPlot

/// Of `figure`: options that leave nothing to do.
struct FigureEffects {
  let values: FigureValues

  /// - Throws: `UsageError`.
  func check() throws(UsageError) {
    if values.figure.lists {
      if let name = values.names.first {
        throw .unexpectedOperand(name, hint: "--list names all figures")
      }
      return
    }
    let selection = try FigureSelection(values)
    if !selection.isAll { for figure in selection.figures { try checkSettings(of: figure) } }
    let outputs = selection.figures.first.map { selection.files.outputs(of: $0) } ?? []
    try values.given.checkDots(outputs.map(\.format), values.wanted.picture)
  }

  /// One message for all that do not apply.
  private func checkSettings(of figure: Figure) throws(UsageError) {
    let idle = FigureSetting.allCases.filter { !figure.settings.contains($0) }
      .flatMap(\.options).filter { values.given[$0] != nil }.map { "--\($0)" }
    guard !idle.isEmpty else { return }
    let taken = FigureSetting.allCases.filter(figure.settings.contains).flatMap(\.options)
    throw .conflict(
      "\(idle.listed) \(idle.count == 1 ? "does" : "do") not apply to the figure '\(figure.name)'",
      hint: taken.isEmpty
        ? "nothing is trained for it" : "it takes \(taken.map { "--\($0)" }.listed)")
  }

  func warn(_ console: Console) throws {
    guard let file = values.figure.file, let formats = values.figure.formats else { return }
    let ending = FormatChoice(rawValue: file.ending)
    for note in values.given.note(
      "format", where: formats.allSatisfy { $0 != ending },
      "the ending of '\(file)' says the format")
    {
      try console.warn(note)
    }
  }
}
