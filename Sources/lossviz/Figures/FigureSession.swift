import LossLab
import LossPlot

/// A call of `figure`: one figure after another, then the page, the list and the verdict.
struct FigureSession {
  let selection: FigureSelection
  let console: Console
  var seeds: [UInt64] = [1, 2, 3]
  /// Changes every training before it begins.
  var adjust: @Sendable (inout RunRequest) -> Void = { _ in }

  private var options: RunOptions { selection.options }

  /// - Throws: `CheckFailure` with `--strict-claims`, and what training or writing throws.
  func run() throws {
    let first = selection.figures.first.map { selection.outputs(of: $0).map(\.path) } ?? []
    for path in first + tables { try checkWritable(path) }
    try options.picture.checkWidth(
      selection.figures.flatMap { selection.outputs(of: $0).map(\.format) })
    if selection.figures.contains(where: \.data.trains), let store = trainings.store {
      try store.checkWritable()
    }
    let screen = try console.screen(options)
    var drawings: [FigureDrawing] = []
    var documents: [JSONValue] = []
    var paths: [String] = []
    var pictures: [[DrawnPicture]] = []
    for figure in selection.figures {
      let context = FigureContext(
        data: selection.request(for: figure), seeds: seeds, trainings: trainings,
        adjust: adjust)
      let drawing = FigureDrawing(
        figure: figure, result: try figure.make(context), selection: selection)
      try drawing.sayClaims(console)
      let drawn = try drawing.write(console)
      try screen?.show(selection.theme, scene: drawing.scene)
      let written = drawn.map(\.output.path)
      pictures.append(drawn)
      documents.append(drawing.document(outputs: written))
      paths += written
      drawings.append(drawing)
    }
    if selection.isAll { paths += try writePage(drawings) }
    paths += try writeTables(drawings)
    if options.output.isJSON {
      let document: JSONValue = ["schema": 1, "figures": .list(documents)]
      try console.output.writeBytes(document.document())
    } else if let snippet = options.output.snippet {
      try snippet.print(pictures, console)
    } else {
      for path in paths { try console.print(path) }
    }
    let failed = drawings.flatMap { drawing in
      drawing.result.claims.filter { !$0.isReproduced }.map { _ in drawing.figure.name }
    }
    guard options.figure.isStrict, let first = failed.first else { return }
    throw CheckFailure(
      message: failed.count == 1
        ? "a claim of '\(first)' is not reproduced" : "\(failed.count) claims are not reproduced",
      hint: "without --strict-claims they are only reported")
  }

  private func writePage(_ drawings: [FigureDrawing]) throws -> [String] {
    let themes = selection.themes
    let page = FigurePage(
      drawings: drawings, language: options.figure.language,
      format: selection.formats.contains(.svg) ? .svg : .png,
      themes: (themes[0], themes[themes.count - 1]))
    let folder = options.figure.folder
    try writeWhole(Array(page.html.utf8), to: "\(folder)/index.html")
    try writeWhole(Array(page.markdown.utf8), to: "\(folder)/index.md")
    return ["\(folder)/index.html", "\(folder)/index.md"]
  }

  private var tables: [String] {
    [options.figure.exportCSV, options.figure.exportMarkdown].compactMap { $0 }
  }

  private func writeTables(_ drawings: [FigureDrawing]) throws -> [String] {
    let table = ClaimTable(drawings: drawings, language: options.figure.language)
    if let path = options.figure.exportCSV { try writeWhole(Array(table.csv.utf8), to: path) }
    if let path = options.figure.exportMarkdown {
      try writeWhole(Array(table.markdown.utf8), to: path)
    }
    return tables.filter { $0 != "-" }
  }

  private var trainings: Trainings {
    Trainings(
      store: RunStore(folder: options.figure.runs, version: Lossviz.version),
      jobs: options.figure.jobs ?? ThisProcess.cores, clock: monotonicSeconds
    ) { event in
      do {
        switch event {
        case .trained(_, let title, let seconds):
          try console.say("\(title): trained in \(decimalText(seconds, places: 2)) s")
        case .unusable(let error): try console.warn("\(error); trained anew")
        case .found, .looked, .step, .moment, .failed: break
        }
      } catch {
        // Progress that cannot be shown is no reason to stop.
      }
    }
  }
}
