import LossPlot

/// The files of a comparison, decided and checked before the first training.
struct StudyOutputs: Sendable {
  let pictures: [StudyPicture]
  /// Of the trainings in step.
  let films: [OutputFile]
  /// The page that shows them all; `nil` for one picture alone.
  let index: String?
  let plan: OutputPlan

  /// - Parameters:
  ///   - only: the picture that is wanted; `nil` for all.
  ///   - pages: of the grid.
  init(
    _ wanted: DeliveryOptions, only: OnlyPicture?, names: [String], pages: Int = 1
  ) throws(UsageError) {
    guard !wanted.output.files.contains("-") else {
      throw .conflict(
        "compare writes several files, and -o - takes one",
        hint: "-o grid.png names the grid; the others go beside it")
    }
    let shown = try OutputPlan(
      wanted, name: only == .trend ? "grid-trend" : "grid", filmed: .training)
    films = shown.films
    if let film = films.first, only == .trend {
      throw .conflict(
        "'\(film.path)' is a film, and the trend stands still", hint: "--only grid is filmed")
    }
    if let film = films.first, pages > 1 {
      throw .conflict(
        "\(names.count) settings have no room on one page, and '\(film.path)' has one",
        hint: "film fewer of them, or draw stills: they have \(pages) pages")
    }
    pictures = shown.pictures.flatMap { output in
      Self.subjects(only, names, pages: pages).map { subject in
        let path = Self.name(subject, only, names).map {
          Self.path(
            beside: output, $0, isPair: wanted.picture.theme == .both,
            suffix: wanted.output.darkSuffix)
        }
        return StudyPicture(
          subject: subject,
          output: OutputFile(
            path: path ?? output.path, format: output.format, isDark: output.isDark))
      }
    }
    // A film alone is one file and needs no page.
    index =
      only != nil ? nil : shown.pictures.first.map { folderPart(of: $0.path) + "index.md" }
    plan = try OutputPlan(
      pictures.map(\.output) + films, files: [index].compactMap { $0 } + wanted.output.tables,
      wanted)
  }

  private static func subjects(
    _ only: OnlyPicture?, _ names: [String], pages: Int
  ) -> [StudyPicture.Subject] {
    let grids = (0..<pages).map { StudyPicture.Subject.grid($0) }
    return switch only {
    case .grid: grids
    case .trend: [.trend]
    case nil: grids + [.trend] + names.indices.map { .setting($0) }
    }
  }

  /// What stands behind the name of the grid; `nil` for that name alone.
  private static func name(
    _ subject: StudyPicture.Subject, _ only: OnlyPicture?, _ names: [String]
  ) -> String? {
    switch subject {
    case .grid(0): nil
    case .grid(let page): "\(page + 1)"
    case .trend: only == nil ? "trend" : nil
    case .setting(let index): names[index]
    }
  }

  /// - Throws: `FileError.unwritable` where somebody else's page is in the way.
  func checkPage() throws(FileError) {
    // Where nothing is there, or nothing that can be read, writing will say it.
    guard let index, let page = try? readFile(index, limit: 1 << 24),
      !page.starts(with: IndexPage.mark.utf8)
    else { return }
    throw .unwritable(
      path: index, reason: "it is there already, and not from lossviz compare",
      hint: "give -o another folder")
  }

  /// - Throws: `RenderError` for pictures that are too large, the grid's among them.
  func checkSizes(
    _ study: Study, names: [String]
  ) throws(RenderError) {
    let picture = study.values.picture
    let empty = StudyFigures(outcome: .untrained(study, names: names))
    let style = empty.style(.light)
    let pages = empty.pages(.light).map { comparisonScene($0, style: style) }
    let training = study.training
    let frames = FilmSchedule(picture, steps: training.steps)
      .frames(isTurning: training.dimensions == 3).count
    for film in films.compactMap(\.format.film) {
      let grid = empty.grid(.light)
      try film.check(
        width: grid.width, height: grid.height, pixelsPerPoint: picture.filmScale, frames: frames)
    }
    for one in pictures {
      let own = one.subject.page.map { (pages[$0].width, pages[$0].height) }
      try picture.check([one.output.format.still].compactMap { $0 }, own: own)
    }
  }

  /// `a/grid-trend.png` for `a/grid.png`; in a pair what tells the dark one comes after it.
  private static func path(
    beside grid: OutputFile, _ name: String, isPair: Bool, suffix: String
  ) -> String {
    let stem = grid.path.withoutEnding
    let theme = isPair && grid.isDark ? suffix : ""
    return stem.dropLast(theme.count) + "-" + name + theme + grid.path.dropFirst(stem.count)
  }
}

/// One picture of a comparison.
struct StudyPicture: Sendable {
  let subject: Subject
  let output: OutputFile

  enum Subject: Sendable, Hashable {
    /// A page of it, from 0.
    case grid(Int)
    case trend
    /// By its place among the settings.
    case setting(Int)

    /// Of the grid.
    var page: Int? {
      guard case .grid(let page) = self else { return nil }
      return page
    }
  }
}
