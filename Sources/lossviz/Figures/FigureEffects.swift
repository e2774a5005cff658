/// Of `figure`: options that leave nothing to do.
struct FigureEffects {
  private let typed: TypedOptions
  private let arguments: Arguments
  private let options: RunOptions

  init(_ arguments: Arguments, options: RunOptions) {
    typed = TypedOptions(arguments)
    self.arguments = arguments
    self.options = options
  }

  /// - Throws: `UsageError`.
  func check() throws(UsageError) {
    if options.figure.lists {
      if let name = arguments.operands.first {
        throw .unexpectedOperand(name, hint: "--list names all figures")
      }
      return
    }
    guard !arguments.operands.isEmpty else {
      throw .missingOperand("the name of a figure", hint: "lossviz figure --list shows them")
    }
    let selection = try FigureSelection(
      arguments.operands, options: options,
      isDataGiven: arguments.assignments.contains { $0.option.group == .data })
    let outputs = selection.figures.first.map { selection.files.outputs(of: $0) } ?? []
    try typed.checkDots(outputs.map(\.format), options)
  }

  func warn(_ console: Console) throws {
    guard let file = options.figure.file, let given = options.figure.formats else { return }
    let ending = FormatChoice(rawValue: file.ending)
    for note in typed.note(
      "format", where: given.allSatisfy { $0 != ending }, "the ending of '\(file)' says the format")
    {
      try console.warn(note)
    }
  }
}
