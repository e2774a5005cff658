import LossPlot

/// What is written: pictures, reports, the document of `--json`.
extension PlotSession {
  /// Outputs that are pages of numbers, and no pictures.
  var reports: [String] { values.wanted.output.files.filter { $0.ending == "html" } }

  /// A call that wants reports alone draws no picture beside them.
  func outputPlan() throws(UsageError) -> OutputPlan {
    let (wanted, loss) = (values.wanted, values.loss.entry)
    guard !reports.isEmpty else { return try OutputPlan(wanted, name: name, loss: loss) }
    var pictures = wanted
    pictures.output.files.removeAll { reports.contains($0) }
    if pictures.output.files.isEmpty {
      return try OutputPlan([], files: reports + wanted.output.tables, wanted)
    }
    let plan = try OutputPlan(pictures, name: name, loss: loss)
    return try OutputPlan(plan.shown, files: plan.files + reports, wanted)
  }

  func write(
    _ path: String, _ finished: [Finished], _ comparisons: [ModelComparison], _ recipe: Recipe,
    _ delivery: Delivery
  ) throws {
    // The title stands over the picture.
    var wide = picture
    wide.title = ""
    var narrow = wide
    narrow.fit = PageFit(width: Self.phoneWidth)
    func draw(_ look: PictureOptions, _ panels: [FeaturePanel]?) throws -> DrawnFile {
      try delivery.draw(
        OutputFile(path: path, format: .still(.svg), isDark: picture.theme == .dark), recipe
      ) { scene(of: finished, $0, look, panels) }
    }
    let panels = values.plot.panels
    // What a narrow page has no room for stands below it in tables, but for charts.
    let charts = FeaturePanel.charts(of: panels, isComparison: finished.count > 1)
    let drawn = try draw(wide, panels)
    let report = PlotReport(
      title: picture.title ?? drawn.title, files: finished.map { $0.measured },
      comparisons: comparisons, picture: drawn.bytes, narrow: try draw(narrow, charts).bytes,
      language: picture.language)
    try delivery.write(report.text, to: path)
  }

  /// Of the picture of a report where the page is narrow, points.
  private static let phoneWidth = 340.0

  /// Which panels a narrow page has no room for, and how to get them.
  func sayLeftOut(_ finished: [Finished]) throws {
    guard values.plot.panels == nil, finished.count > 1 || finished[0].run == nil else { return }
    let (isComparison, fit) = (finished.count > 1, PageFit(width: picture.fit.width))
    let shown = FeaturePanel.shown(isComparison: isComparison, fit: fit)
    let all = FeaturePanel.shown(isComparison: isComparison, fit: PageFit())
    let others = all.filter { !shown.contains($0) }.map(\.rawValue).joined(separator: ",")
    guard !others.isEmpty else { return }
    try console.say(
      Wording(
        "in this width there is room for \(shown.map(\.rawValue).listed); the others: --view \(others)",
        zh: "此宽度只容得下 \(shown.map(\.rawValue).joined(separator: "、"))；其余面板：--view \(others)"
      )[picture.language])
  }

  func scene(of finished: [Finished], _ theme: Theme) -> Scene {
    scene(of: finished, theme, picture, values.plot.panels)
  }

  /// - Parameter panels: of the page on features; of a run its own where nobody chose.
  private func scene(
    of finished: [Finished], _ theme: Theme, _ picture: PictureOptions, _ panels: [FeaturePanel]?
  ) -> Scene {
    if finished.count == 1, values.plot.panels == nil, let run = finished[0].run {
      var style = picture.figureStyle(theme)
      style.notes = finished[0].runNotes
      return runScene(run, style: style)
    }
    var style = FigureStyle()
    style.theme = theme
    style.language = picture.language
    style.fit = PageFit(width: picture.fit.width)
    style.palette = picture.palette
    style.title = picture.title
    return featureScene(finished.map { $0.measured }, panels: panels, style: style)
  }

  func document(
    _ finished: [Finished], _ comparisons: [ModelComparison], _ recipe: Recipe,
    outputs: [String], timing: [String: Double]
  ) -> JSONValue {
    let reports = finished.map { one in
      FeatureReport(
        file: one.measured, run: one.run, recipe: recipe.value, version: Lossviz.version,
        outputs: outputs, timing: timing
      ).document
    }
    return reports.count == 1
      ? reports[0]
      : [
        "schema": 1, "version": .text(Lossviz.version), "runs": .list(reports),
        "differences": .list(comparisons.map(\.document)),
      ]
  }
}
