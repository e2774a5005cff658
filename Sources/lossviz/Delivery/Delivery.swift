import LossPlot

/// The way from what a command makes to where it is wanted: every file is checked before the work
/// and written whole after it, then shown and listed as the options say.
///
/// A new way to deliver is one function here, for all commands.
struct Delivery: Sendable {
  let outputs: OutputPlan
  let wanted: DeliveryOptions
  let console: Console
  /// Where a picture is shown, if it is.
  private let screen: Screen?

  /// Before the work, which begins only where all files can be written.
  ///
  /// - Throws: `FileError.unwritable`.
  init(_ outputs: OutputPlan, _ wanted: DeliveryOptions, _ console: Console) throws {
    try outputs.checkWritable()
    self.outputs = outputs
    self.wanted = wanted
    self.console = console
    screen = wanted.output.shows ? try console.screen() : nil
    if let font = wanted.picture.font, !hasFontFamily(font) {
      try console.warn("no font '\(font)' is installed here: the nearest one is measured and drawn")
    }
  }

  /// Draws one scene into every still picture of the plan.
  func draw(_ recipe: Recipe, scene: (Theme) -> Scene) throws -> [DrawnFile] {
    try outputs.pictures.map { try draw($0, recipe, scene: scene) }
  }

  /// - Precondition: the file is a still picture.
  func draw(
    _ file: OutputFile, _ recipe: Recipe, scene: (Theme) -> Scene
  ) throws -> DrawnFile {
    guard let format = file.format.still else {
      preconditionFailure("\(file.path) is no still picture")
    }
    return try DrawnFile(file, format, wanted, recipe: recipe, scene: scene)
  }

  /// - Precondition: the file is a film.
  func draw(
    _ film: Film, into file: OutputFile, _ recipe: Recipe, threads: Int
  ) throws -> DrawnFile {
    guard let format = file.format.film else { preconditionFailure("\(file.path) is no film") }
    var bar = ProgressBar(title: "film", console: console)
    defer { bar.finish() }
    let picture = try render(
      film, as: format, pixelsPerPoint: wanted.picture.filmScale,
      metadata: wanted.metadata(recipe, of: file),
      parallel: WorkerPool(threads: threads).parallelFor
    ) { bar.update(step: $0, of: film.ticks.count, detail: "") }
    return DrawnFile(
      file: file, bytes: picture.bytes, title: film.title, description: film.description,
      caption: film.caption, size: film.size)
  }

  /// Writes pictures after saying what the drawing found out, each thing once.
  func write(_ drawn: [DrawnFile]) throws {
    try say(of: drawn)
    for one in drawn { try writeWhole(one.bytes, to: one.path) }
  }

  /// Also which of them have their dots in an image.
  func say(of drawn: [DrawnFile]) throws {
    for warning in drawn.flatMap(\.warnings).withoutRepeats { try console.warn(warning) }
    for one in drawn where one.imageDots > 0 {
      let name = one.path == "-" ? "the picture" : one.path
      try console.say("\(name): its \(groupedText(one.imageDots)) dots are an image")
    }
  }

  /// Writes a text where it is wanted.
  func write(_ text: @autoclosure () -> String, to path: String?) throws {
    try write(bytes: Array(text().utf8), to: path)
  }

  func write(bytes: @autoclosure () throws -> [UInt8], to path: String?) throws {
    if let path { try writeWhole(bytes(), to: path) }
  }

  /// The table, in the languages that it is wanted in.
  func write(csv: @autoclosure () -> String, markdown: @autoclosure () -> String) throws {
    try write(csv(), to: wanted.output.exportCSV)
    try write(markdown(), to: wanted.output.exportMarkdown)
  }

  /// Draws it in the terminal, where that was asked for and can be.
  func show(_ theme: ThemeChoice? = nil, scene: (Theme) -> Scene) throws {
    try screen?.show(theme ?? wanted.picture.theme) { scene(wanted.picture.dressed($0)) }
  }

  /// The last word on standard output: the document, the snippets, or the files; these go to the
  /// messages where an output is there already.
  ///
  /// - Parameters:
  ///   - paths: what was written, in order; those of the plan where nobody says it.
  ///   - shown: what snippets are of: for each the files of one picture.
  ///   - report: the document, given the files.
  func finish(
    _ paths: [String]? = nil, shown: [[DrawnFile]],
    report: ([String]) throws -> JSONValue = { .list($0.map { .text($0) }) }
  ) throws {
    let files = (paths ?? outputs.paths).filter { $0 != "-" }
    if wanted.output.isJSON {
      try console.output.writeBytes(report(files).document())
    } else if let language = wanted.output.snippet {
      let blocks = shown.compactMap { Snippet(language, of: $0)?.lines.joined(separator: "\n") }
      try console.print(blocks.joined(separator: "\n\n"))
    } else {
      for file in files {
        try outputs.usesStandardOutput ? console.say(file) : console.print(file)
      }
    }
  }
}
