import LossLab
import LossPlot

/// A call of `figure`: one figure after another, then the page, the list and the verdict.
struct FigureSession {
  let selection: FigureSelection
  let console: Console

  private var options: RunOptions { selection.options }

  /// - Throws: `CheckFailure` with `--strict-claims`, and what training or writing throws.
  func run() throws {
    try checkWritable(options.figure.file ?? "\(options.figure.folder)/index.html")
    var drawings: [FigureDrawing] = []
    var documents: [JSONValue] = []
    var paths: [String] = []
    var pictures: [[DrawnPicture]] = []
    for figure in selection.figures {
      let context = FigureContext(data: selection.request(for: figure), runs: runs)
      let drawing = FigureDrawing(
        figure: figure, result: try figure.make(context), selection: selection)
      try drawing.sayClaims(console)
      let drawn = try drawing.write(console)
      let written = drawn.map(\.output.path)
      pictures.append(drawn)
      documents.append(drawing.document(outputs: written))
      paths += written
      drawings.append(drawing)
    }
    if selection.isAll { paths += try writePage(drawings) }
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
    let page = FigurePage(
      drawings: drawings, language: options.figure.language, hasDark: selection.themes.count > 1)
    let folder = options.figure.folder
    try writeWhole(Array(page.html.utf8), to: "\(folder)/index.html")
    try writeWhole(Array(page.markdown.utf8), to: "\(folder)/index.md")
    return ["\(folder)/index.html", "\(folder)/index.md"]
  }

  private var runs: FigureRuns {
    FigureRuns(
      store: RunStore(folder: options.figure.runs, version: Lossviz.version),
      parallel: WorkerPool(threads: options.figure.jobs ?? ThisProcess.cores).parallelFor,
      clock: monotonicSeconds,
      report: { event in
        // Whether a run was trained or reused matters to nobody but who waits for it.
        if case .trained(let title, let seconds) = event {
          do {
            try console.say("\(title): trained in \(decimalText(seconds, places: 2)) s")
          } catch {
            // Progress that cannot be shown is no reason to stop.
          }
        }
      })
  }
}
