import LossPlot

/// A call of `figure`: one figure after another, then the page, the list and the verdict.
struct FigureSession {
  let selection: FigureSelection
  let console: Console
  /// Changes every training before it begins.
  var adjust: @Sendable (inout RunRequest) -> Void = { _ in }

  private var values: FigureValues { selection.values }
  private var picture: PictureOptions { values.wanted.picture }

  /// - Throws: `Complaint` with `--strict-claims`, and what training or writing throws.
  func run() throws {
    try picture.checkWidth(selection.plan.pictures.compactMap(\.format.still))
    let delivery = try Delivery(selection.plan, values.wanted, console)
    if selection.figures.contains(where: \.data.trains) { try trainings.store?.checkWritable() }
    var drawings: [FigureDrawing] = []
    var documents: [JSONValue] = []
    var pictures: [[DrawnFile]] = []
    for figure in selection.figures {
      var context = FigureContext(
        data: selection.request(for: figure), seeds: values.figure.seeds(of: figure),
        trainings: trainings,
        overrides: values.figure.overrides, adjust: adjust)
      context.announce = { count, seconds in try say(count, seconds, of: figure) }
      let drawing = FigureDrawing(
        figure: figure, result: try figure.make(context), selection: selection)
      try drawing.sayClaims(console)
      let drawn = try drawing.write(delivery)
      try delivery.show(selection.files.theme, scene: drawing.scene)
      pictures.append(drawn)
      documents.append(drawing.document(outputs: drawn.map(\.path)))
      drawings.append(drawing)
    }
    if selection.isAll { try writePage(drawings, delivery) }
    let table = ClaimTable(drawings: drawings, language: picture.language)
    try delivery.write(csv: table.csv, markdown: table.markdown)
    try delivery.finish(shown: pictures) { _ in ["schema": 1, "figures": .list(documents)] }
    let failed = drawings.flatMap { drawing in
      drawing.result.claims.filter(\.fails).map { _ in drawing.figure.name }
    }
    guard values.figure.isStrict, let first = failed.first else { return }
    throw Complaint(
      status: .checkFailed,
      message: failed.count == 1
        ? "a claim of '\(first)' is not reproduced" : "\(failed.count) claims are not reproduced",
      hint: "without --strict-claims they are only reported")
  }

  /// Where it takes longer than one likes to wait for.
  private func say(_ count: Int, _ seconds: Double, of figure: Figure) throws {
    guard seconds >= 60 else { return }
    try console.say(
      "\(figure.name): \(count) training\(count == 1 ? "" : "s") to do, roughly "
        + "\(decimalText((seconds / 60).rounded(.up), places: 0)) min; each is kept when it is done, so that "
        + "the same call goes on where this one stops")
  }

  private func writePage(_ drawings: [FigureDrawing], _ delivery: Delivery) throws {
    let themes = selection.files.themes
    let page = FigurePage(
      drawings: drawings, language: picture.language,
      format: selection.files.pageFormat,
      themes: (themes[0], themes[themes.count - 1]))
    for (path, text) in zip(selection.files.page, [page.html, page.markdown]) {
      try delivery.write(text, to: path)
    }
  }

  private var trainings: Trainings {
    Trainings(
      store: values.kept.store, jobs: values.kept.jobs, clock: monotonicSeconds
    ) { event in
      // Progress that cannot be shown is no reason to stop.
      switch event {
      case .trained(_, let title, let seconds):
        try? console.sayTrained(title, seconds: seconds, picture.language)
      case .unusable(let error): try? console.warn("\(error.description): trained again")
      case .found, .looked, .step, .moment, .failed: break
      }
    }
  }
}
