import LossPlot

/// A block of a document, checked: the command that draws its picture or prints its table, and what
/// is wanted of it.
struct DocumentBlock: Sendable {
  let file: MarkdownFile
  let block: MarkdownFile.Block
  let command: Command
  /// With paths as the process sees them.
  let call: Call
  private(set) var language = SnippetLanguage.markdown
  /// Light before dark; of a page its still; none in a block with a table.
  private(set) var pictures: [Wanted] = []
  /// Where the block shows one.
  private(set) var page: DocumentPage?
  /// In Markdown, where the block shows one instead of a picture.
  private(set) var table: String?

  struct Wanted: Sendable {
    /// As the document says it.
    let path: String
    /// The same with a path as the process sees it.
    let output: OutputFile
    let recipe: Recipe

    init(_ named: OutputFile, at place: String, _ recipe: Recipe) {
      path = named.path
      output = OutputFile(path: place, format: named.format, isDark: named.isDark)
      self.recipe = recipe
    }
  }

  /// Options that have a place in a block although no recipe has them.
  private static let ownOptions = ["output", "snippet", "config", "epochs", "markdown"]
}

extension DocumentBlock {
  /// Reads what the marker says and decides the rest, data included; draws nothing.
  ///
  /// - Parameters:
  ///   - root: the folder that nothing of it may leave.
  ///   - runs: where trainings are kept, for the commands that keep some.
  ///   - isSure: whether it may take as long as it takes.
  /// - Throws: what the command throws.
  init(
    _ block: MarkdownFile.Block, of file: MarkdownFile, root: DocumentRoot, runs: String,
    isSure: Bool
  ) throws {
    (self.file, self.block) = (file, block)
    let marker = try Marker(block.options)
    let (command, path, isPage) = (marker.command, marker.path, marker.isPage)
    self.command = command
    let located = try Self.assignments(marker.parsed.assignments, of: marker.named, in: root)
    page = isPage ? try Self.page(located, path, in: root) : nil
    let typed = isPage ? Self.still(located) : located
    func last(_ name: String) -> String? {
      Arguments(assignments: typed).assignments.last { $0.option.name == name }?.value.text
    }
    let theme = last("theme").flatMap { ThemeChoice(rawValue: $0.lowercased()) } ?? .light
    let given = last(Option.snippet.name).flatMap { SnippetLanguage(rawValue: $0.lowercased()) }
    language = given ?? (isPage ? .html : theme == .both ? .picture : .markdown)
    let isPlot = command.name == Command.plot.name
    let additions =
      [(Option.snippet.name, language.rawValue), ("runs", runs), ("only", "grid")]
      + (isSure ? [("yes", "yes")] : [])
    var arguments = Arguments(
      assignments: typed + Self.additions(to: typed, of: command, additions),
      operands: try marker.parsed.operands.map { isPlot ? try root.input($0) : $0 })
    arguments.replay = ReplayLimits(files: [], isSure: isSure)
    let outputs = try Self.outputs(isPage ? DocumentPage.still(of: path) : path, theme, language)
    try Self.checkFilm(outputs, command)
    let places = try outputs.map { try root.output($0.path) }
    call = try Call(arguments, of: command)
    var own = DeliveryOptions(call.values)
    own.picture.theme = theme
    try own.output.checkSnippet(outputs)
    try own.picture.checkAdaptive(outputs)
    let wanted = try marker.recipe(call)
    pictures = zip(outputs, places).map { Wanted($0, at: $1, wanted.carried(by: $0, own.picture)) }
  }

  static func checkOptions(_ assignments: [Assignment]) throws(UsageError) {
    for assignment in assignments
    where !assignment.option.isRecorded && !ownOptions.contains(assignment.option.name) {
      throw .conflict("\(assignment.value.label) has no place in a block", hint: "leave it out")
    }
  }

  /// What a marker says, as it stands there.
  private struct Marker {
    /// The command named, and that which draws the picture.
    let named: Command
    let command: Command
    let recipe: @Sendable (Call) throws -> Recipe
    let parsed: ParsedArguments
    let path: String
    var isPage: Bool { named.name == Command.page.name }

    init(_ text: String) throws {
      let (named, words) = try Command.called(by: shellWords(text))
      self.named = named
      // The still of a page is the picture of the training.
      command = named.name == Command.page.name ? .train : named
      guard let recipe = command.recipe else {
        throw UsageError.conflict(
          "'\(command.name)' draws no picture",
          hint: Command.all.filter { $0.recipe != nil }.map(\.name).alternatives)
      }
      self.recipe = recipe
      parsed = try ParsedArguments(words, of: named)
      try DocumentBlock.checkOptions(parsed.assignments)
      try named.checkOperands(parsed.operands)
      let paths = parsed.assignments.filter { $0.option.name == Option.output.name }
      guard let path = paths.first?.value.text else {
        throw UsageError.missingOperand("-o PATH", hint: "a block names the picture that it shows")
      }
      guard paths.count == 1 else {
        throw UsageError.conflict(
          "-o is there \(paths.count) times", hint: "a block shows one picture")
      }
      self.path = path
    }
  }

  private static func outputs(
    _ path: String, _ theme: ThemeChoice, _ language: SnippetLanguage
  ) throws(UsageError) -> [OutputFile] {
    guard let format = OutputFormat(ending: path.ending) else {
      throw .conflict(
        "'\(path)' is no picture", hint: "end it in .svg, .png or what else the document shows")
    }
    return try OutputPlan.themed(path, theme: theme, darkSuffix: language.darkSuffix).map {
      OutputFile(path: $0.path, format: format, isDark: $0.isDark)
    }
  }

  private static func page(
    _ typed: [Assignment], _ path: String, in root: DocumentRoot
  ) throws -> DocumentPage {
    _ = try root.output(path)
    return try DocumentPage(Call(Arguments(assignments: typed), of: .page), path: path)
  }

  /// The same for the picture beside a page.
  private static func still(_ typed: [Assignment]) -> [Assignment] {
    typed.map { assignment in
      guard assignment.option.name == Option.output.name else { return assignment }
      var value = assignment.value
      value.text = DocumentPage.still(of: value.text)
      return Assignment(option: .output, value: value)
    }
  }

  private static func checkFilm(
    _ outputs: [OutputFile], _ command: Command
  ) throws(UsageError) {
    guard let output = outputs.first, case .film = output.format,
      ![Command.train.name, Command.compare.name].contains(command.name)
    else { return }
    throw .conflict(
      "'\(output.path)' is a film, and only trainings can be filmed",
      hint: "leave the command out, or end the path in .svg")
  }

  /// What was typed in the block, with every path as the process sees it.
  private static func assignments(
    _ typed: [Assignment], of command: Command, in root: DocumentRoot
  ) throws -> [Assignment] {
    var assignments: [Assignment] = []
    for assignment in typed {
      if assignment.option.name == Option.config.name {
        let configuration = try Configuration(path: root.input(assignment.value.text))
        assignments +=
          try configuration
          .assignments(of: command, among: command.options.filter(\.isRecorded))
          .map { try located($0, in: root) }
      } else {
        assignments.append(try located(assignment, in: root))
      }
    }
    return assignments
  }

  private static func located(
    _ assignment: Assignment, in root: DocumentRoot
  ) throws(UsageError) -> Assignment {
    var value = assignment.value
    switch assignment.option.name {
    case Option.output.name: value.text = root.located(value.text)
    case Option.data.name where DataSource.named(value.text) != nil: break
    case Option.data.name: value.text = try root.input(value.text)
    case _ where assignment.option.takesPath: value.text = try root.inputOrWord(value.text)
    default: break
    }
    return Assignment(option: assignment.option, value: value)
  }

  /// What the command needs besides, where it has the option and nobody gave it.
  private static func additions(
    to typed: [Assignment], of command: Command, _ values: [(name: String, text: String)]
  ) -> [Assignment] {
    values.compactMap { name, text in
      guard !typed.contains(where: { $0.option.name == name }),
        let option = command.allOptions.first(where: { $0.name == name })
      else { return nil }
      return Assignment(option, typed: text, as: "--\(name)")
    }
  }

  /// What belongs between the markers, given the words of the picture.
  func body(_ words: PictureWords) -> String {
    let snippet = Snippet(
      language: language, path: pictures[0].path,
      darkPath: pictures.count > 1 ? pictures[1].path : nil, title: words.title,
      text: words.description)
    return body(page?.lines(still: snippet.lines) ?? snippet.lines)
  }

  /// Lines as they stand between the markers.
  func body(_ lines: [String]) -> String {
    lines.map { ($0.isEmpty ? "" : block.indent + $0) + block.lineEnd }.joined()
  }

  /// The files that are its own: as the document says them, and as the process sees them.
  var files: [(path: String, place: String)] {
    pictures.map { ($0.path, $0.output.path) } + (page.map { [($0.path, $0.place)] } ?? [])
  }

  func fault(_ error: any Error) -> Complaint {
    Complaint(error, at: block.line, of: file.path)
  }
}
