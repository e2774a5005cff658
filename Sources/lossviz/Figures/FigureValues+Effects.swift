import LossPlot

extension FigureValues {
  /// - Throws: `UsageError` for options that leave nothing to do.
  func check() throws(UsageError) {
    if figure.lists {
      if let name = names.first {
        throw .unexpectedOperand(name, hint: "--list names all figures")
      }
      return
    }
    let selection = try FigureSelection(self)
    if !selection.isAll { for figure in selection.figures { try checkSettings(of: figure) } }
    let outputs = selection.figures.first.map { selection.files.outputs(of: $0) } ?? []
    try given.checkDots(outputs.map(\.format), wanted.picture)
  }

  /// One message for all that do not apply.
  private func checkSettings(of figure: Figure) throws(UsageError) {
    let idle = FigureSetting.allCases.filter { !figure.settings.contains($0) }
      .flatMap(\.options).filter { given[$0] != nil }.map { "--\($0)" }
    guard !idle.isEmpty else { return }
    let taken = FigureSetting.allCases.filter(figure.settings.contains).flatMap(\.options)
    throw .conflict(
      "\(idle.listed) \(idle.count == 1 ? "does" : "do") not apply to the figure '\(figure.name)'",
      hint: taken.isEmpty
        ? "nothing is trained for it" : "it takes \(taken.map { "--\($0)" }.listed)")
  }

  func warn(_ console: Console) throws {
    guard let file = figure.file, let formats = figure.formats else { return }
    let ending = PictureFormat.named(file.ending)
    try console.warn(
      given.note(
        "format", where: formats.allSatisfy { $0 != ending },
        "the ending of '\(file)' says the format"))
  }
}
