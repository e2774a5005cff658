import LossPlot

/// What will be written where, decided and checked before the work.
struct OutputPlan: Sendable {
  /// Still pictures, then films.
  let shown: [OutputFile]
  /// All else, in the order in which it is written.
  let files: [String]

  var pictures: [OutputFile] { shown.filter { $0.format.still != nil } }
  var films: [OutputFile] { shown.filter { $0.format.film != nil } }

  /// - Parameters:
  ///   - name: of the picture, where no `-o` says it; without folder and ending.
  ///   - filmed: what there is to be filmed.
  ///   - loss: of the film that a hint names.
  /// - Throws: `UsageError` for an ending that is no format, and for more than standard output can
  ///   take.
  init(
    _ wanted: DeliveryOptions, name: String, filmed: Filmed = .nothing, loss: LossEntry = .standard
  ) throws(UsageError) {
    let output = wanted.output
    let shown = try Self.shown(wanted, name: name)
    let films = shown.filter { $0.format.film != nil }
    if let film = films.first, let reason = filmed.refusal {
      throw .conflict(
        "'\(film.path)' is a film, and \(reason)",
        hint: "a film: lossviz --loss \(loss.name) -o film.\(film.format.form.name)")
    }
    let tables = [output.exportFeatures, output.exportWeights]
    try self.init(
      shown.filter { $0.format.still != nil } + films,
      files: ([output.saveRun] + tables + output.tables).compactMap { $0 }, wanted)
    for path in tables { try checkTable(path) }
  }

  /// Of files that the command names itself.
  init(_ shown: [OutputFile], files: [String], _ wanted: DeliveryOptions) throws(UsageError) {
    self.shown = shown
    self.files = files
    try checkPaths(isJSON: wanted.output.isJSON)
    try wanted.output.checkSnippet(shown)
    try wanted.output.checkShow(paths)
    try wanted.picture.checkAdaptive(shown)
  }

  /// What `-o` and `--theme` come to.
  static func shown(
    _ wanted: DeliveryOptions, name: String
  ) throws(UsageError) -> [OutputFile] {
    let output = wanted.output
    let usual = ["output/\(name).\(output.usualFormat.form.name)"]
    var shown: [OutputFile] = []
    for given in output.files.isEmpty ? usual : output.files {
      for (path, isDark) in try themed(
        given, theme: wanted.picture.theme, darkSuffix: output.darkSuffix)
      {
        shown.append(
          OutputFile(path: path, format: try OutputFormat(path: path, output), isDark: isDark))
      }
    }
    return shown
  }

  /// All paths in the order in which they are written.
  var paths: [String] { shown.map(\.path) + files }

  var usesStandardOutput: Bool { paths.contains("-") }

  /// - Throws: `FileError.unwritable`.
  func checkWritable() throws(FileError) {
    for path in paths { try LossPlot.checkWritable(path) }
  }

  /// Says before the training what would go wrong after it.
  ///
  /// - Parameters:
  ///   - steps: of the training, of which a film shows some.
  ///   - dimensions: of its features.
  /// - Throws: `RenderError` for what no file of these formats can be.
  func checkSizes(_ picture: PictureOptions, steps: Int = 0, dimensions: Int = 2) throws {
    try picture.check(pictures.compactMap(\.format.still))
    let frames = FilmSchedule(picture, steps: steps).frames(isTurning: dimensions == 3).count
    for film in films.compactMap(\.format.film) { try picture.check(film, frames: frames) }
  }

  private func checkPaths(isJSON: Bool) throws(UsageError) {
    var known: Set<String> = []
    for path in paths where !known.insert(path).inserted {
      throw .conflict("'\(path)' is to be written twice", hint: "give each output its own path")
    }
    if isJSON, usesStandardOutput {
      throw .conflict("--json and '-' both want standard output", hint: "give the other a file")
    }
  }

  private func checkTable(_ path: String?) throws(UsageError) {
    guard let path else { return }
    do throws(DataMisuse) {
      _ = try FeatureFile(path: path)
    } catch {
      throw .conflict(error.description, hint: error.hint)
    }
  }

  /// A path for each theme.
  static func themed(
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
    let stem = path.withoutEnding
    return stem + suffix + path.dropFirst(stem.count)
  }
}

extension OutputOptions {
  /// - Parameter paths: that are to be written.
  /// - Throws: `UsageError` where standard output is to be read by a program.
  func checkShow(_ paths: [String]) throws(UsageError) {
    guard shows else { return }
    guard !isJSON, snippet == nil else {
      throw .conflict(
        "--show and \(isJSON ? "--json" : "--snippet") both want standard output",
        hint: "give one of them")
    }
    guard !paths.contains("-") else {
      throw .conflict("--show and '-' both want standard output", hint: "give the other a file")
    }
  }

  /// - Throws: `UsageError` for a snippet that has no place on standard output or shows nothing.
  func checkSnippet(_ pictures: [OutputFile]) throws(UsageError) {
    guard let language = snippet else { return }
    guard !isJSON else {
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

/// What films can show.
enum Filmed {
  case training
  case savedRun
  case nothing

  /// Why there is no film; `nil` where there can be one.
  fileprivate var refusal: String? {
    switch self {
    case .training: nil
    case .savedRun: "a saved run has only the end of its training"
    case .nothing: "only a training can be filmed"
    }
  }
}

extension PictureOptions {
  /// - Throws: `UsageError` where what is adaptive is no SVG, or not to be light.
  func checkAdaptive(_ pictures: [OutputFile]) throws(UsageError) {
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
    if let other = pictures.first(where: { $0.format.still?.isAdaptive != true }) {
      throw .conflict(
        "--adaptive makes \(PictureFormat.titles(\.isAdaptive)), and '\(other.path)' is none",
        hint: "-o FILE.svg")
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

  /// Without the ending and the point before it.
  var withoutEnding: String { ending.isEmpty ? self : String(dropLast(ending.count + 1)) }
}
