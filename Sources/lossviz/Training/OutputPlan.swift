import LossLab
import LossPlot

/// What will be written where, decided and checked before the training.
struct OutputPlan: Sendable {
  let pictures: [PictureOutput]
  let films: [FilmOutput]
  let saveRun: String?
  let exportFeatures: String?
  let exportWeights: String?

  /// - Parameters:
  ///   - name: of the picture, where no `-o` says it; without folder and ending.
  ///   - canFilm: whether a training is there to be filmed.
  /// - Throws: `UsageError` for an ending that is no format, and for more than standard output can
  ///   take.
  init(_ options: RunOptions, name: String, canFilm: Bool = false) throws(UsageError) {
    let output = options.output
    var pictures: [PictureOutput] = []
    var films: [FilmOutput] = []
    let standard = output.filmFormat?.rawValue ?? (output.format ?? .png).rawValue
    for given in output.files.isEmpty ? ["output/\(name).\(standard)"] : output.files {
      let themed = try Self.themed(
        given, theme: options.picture.theme, darkSuffix: output.snippet?.darkSuffix ?? "-dark")
      for (path, isDark) in themed {
        switch try OutputFormat(path: path, output) {
        case .still(let format):
          pictures.append(PictureOutput(path: path, format: format, isDark: isDark))
        case .film(let format):
          films.append(FilmOutput(path: path, format: format, isDark: isDark))
        }
      }
    }
    if let film = films.first, !canFilm {
      throw .conflict(
        options.output.fromRun == nil
          ? "'\(film.path)' is a film, and only a training can be filmed"
          : "'\(film.path)' is a film, and a saved run has only the end of its training",
        hint: "a film: lossviz --loss \(options.loss.entry.name) -o film.\(film.format.rawValue)")
    }
    self.pictures = pictures
    self.films = films
    saveRun = output.saveRun
    exportFeatures = output.exportFeatures
    exportWeights = output.exportWeights
    try checkPaths(isJSON: output.isJSON)
    let shown = pictures.map(\.shown) + films.map(\.shown)
    try options.checkSnippet(shown)
    try options.checkShow(paths)
    try options.picture.checkAdaptive(shown)
    for path in [exportFeatures, exportWeights] { try checkTable(path) }
  }

  /// All paths in the order in which they are written.
  var paths: [String] {
    pictures.map(\.path) + films.map(\.path)
      + [saveRun, exportFeatures, exportWeights].compactMap { $0 }
  }

  var usesStandardOutput: Bool { paths.contains("-") }

  /// - Throws: `FileError.unwritable`.
  func checkWritable() throws(FileError) {
    for path in paths { try LossPlot.checkWritable(path) }
  }

  /// Says before the training what would go wrong after it.
  ///
  /// - Parameter steps: of the training, of which a film shows some.
  /// - Throws: `FileError.unwritable`, `RenderError`.
  func check(_ picture: PictureOptions, steps: Int = 0) throws {
    try checkWritable()
    try picture.check(pictures.map(\.format))
    let frames = FilmSchedule(picture, steps: steps).steps.count
    for film in films { try picture.check(film.format, frames: frames) }
  }

  private func checkPaths(isJSON: Bool) throws(UsageError) {
    for (index, path) in paths.enumerated() where paths[..<index].contains(path) {
      throw .conflict("'\(path)' is to be written twice", hint: "give each output its own path")
    }
    if isJSON, usesStandardOutput {
      throw .conflict("--json and '-' both want standard output", hint: "give the other a file")
    }
  }

  private func checkTable(_ path: String?) throws(UsageError) {
    guard let path else { return }
    do throws(LabError) {
      _ = try FeatureFile(path: path)
    } catch {
      throw .conflict(error.description, hint: error.hint)
    }
  }

  /// A path for each theme.
  private static func themed(
    _ path: String, theme: ThemeChoice, darkSuffix: String
  ) throws(UsageError) -> [(path: String, isDark: Bool)] {
    switch theme {
    case .light: return [(path, false)]
    case .dark: return [(path, true)]
    case .both:
      guard path != "-" else {
        throw .conflict(
          "--theme both makes two pictures, and -o - takes one",
          hint: "--theme light or --theme dark makes one; -o NAME.svg takes both")
      }
      return [(path, false), (darkPath(of: path, suffix: darkSuffix), true)]
    }
  }

  /// `a/b-dark.svg` for `a/b.svg`.
  static func darkPath(of path: String, suffix: String) -> String {
    let ending = path.ending
    guard !ending.isEmpty else { return path + suffix }
    return path.dropLast(ending.count + 1) + suffix + ".\(path.suffix(ending.count))"
  }
}

extension RunOptions {
  /// - Parameter paths: that are to be written.
  /// - Throws: `UsageError` where standard output is to be read by a program.
  func checkShow(_ paths: [String]) throws(UsageError) {
    guard output.shows else { return }
    guard !output.isJSON, output.snippet == nil else {
      throw .conflict(
        "--show and \(output.isJSON ? "--json" : "--snippet") both want standard output",
        hint: "give one of them")
    }
    guard !paths.contains("-") else {
      throw .conflict("--show and '-' both want standard output", hint: "give the other a file")
    }
  }

  /// - Throws: `UsageError` for a snippet that has no place on standard output or shows nothing.
  func checkSnippet(_ pictures: [ShownFile]) throws(UsageError) {
    guard let language = output.snippet else { return }
    guard !output.isJSON else {
      throw .conflict("--snippet and --json both want standard output", hint: "give one of them")
    }
    guard !pictures.contains(where: { $0.path == "-" }) else {
      throw .conflict("--snippet and -o - both want standard output", hint: "name the file")
    }
    guard pictures.contains(where: { language.shows($0.format) }) else {
      throw .conflict(
        "\(language.rawValue) cannot show these pictures", hint: language.usualFormats)
    }
    let own = pictures.first { language.shows($0.format) && !language.canName($0.path) }
    if let own {
      throw .conflict(
        "\(language.rawValue) cannot name the file '\(own.path)'",
        hint: "a name of letters, digits, '-' and '.' works everywhere")
    }
  }
}

extension PictureOptions {
  /// - Throws: `UsageError` where what is adaptive is no SVG, or not to be light.
  func checkAdaptive(_ pictures: [ShownFile]) throws(UsageError) {
    guard isAdaptive else { return }
    guard theme == .light else {
      throw .conflict(
        "--adaptive is light and dark in one, so --theme \(theme.rawValue) has no effect",
        hint: "give one of them")
    }
    guard points != .raster else {
      throw .conflict(
        "--adaptive draws dots in two colors, so --points raster has no effect",
        hint: "give one of them")
    }
    if let other = pictures.first(where: { $0.format != .still(.svg) }) {
      throw .conflict("--adaptive makes SVG, and '\(other.path)' is none", hint: "-o FILE.svg")
    }
  }
}

extension String {
  /// What follows the last point of the last part of a path, in lower case; empty for none.
  var ending: String {
    let file = split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }
}
