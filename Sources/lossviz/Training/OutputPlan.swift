import LossLab
import LossPlot

/// What will be written where, decided and checked before the training.
struct OutputPlan: Sendable {
  let pictures: [PictureOutput]
  let saveRun: String?
  let exportFeatures: String?
  let exportWeights: String?

  /// - Parameter name: of the picture, where no `-o` says it; without folder and ending.
  /// - Throws: `UsageError` for an ending that is no format, and for more than standard output can
  ///   take.
  init(_ options: RunOptions, name: String) throws(UsageError) {
    let output = options.output
    var pictures: [PictureOutput] = []
    let standard = (output.format ?? .png).rawValue
    for path in output.files.isEmpty ? ["output/\(name).\(standard)"] : output.files {
      let format = try Self.format(of: path, otherwise: output.format)
      switch options.picture.theme {
      case .light: pictures.append(PictureOutput(path: path, format: format, isDark: false))
      case .dark: pictures.append(PictureOutput(path: path, format: format, isDark: true))
      case .both:
        guard path != "-" else {
          throw .conflict("--theme both makes two pictures, and -o - takes one", hint: "")
        }
        pictures.append(PictureOutput(path: path, format: format, isDark: false))
        pictures.append(
          PictureOutput(
            path: Self.darkPath(of: path, suffix: output.snippet?.darkSuffix ?? "-dark"),
            format: format, isDark: true))
      }
    }
    self.pictures = pictures
    saveRun = output.saveRun
    exportFeatures = output.exportFeatures
    exportWeights = output.exportWeights
    try checkPaths(isJSON: output.isJSON)
    try options.checkSnippet(pictures)
    try options.picture.checkAdaptive(pictures)
    for path in [exportFeatures, exportWeights] { try checkTable(path) }
  }

  /// All paths in the order in which they are written.
  var paths: [String] {
    pictures.map(\.path) + [saveRun, exportFeatures, exportWeights].compactMap { $0 }
  }

  var usesStandardOutput: Bool { paths.contains("-") }

  /// - Throws: `FileError.unwritable`.
  func checkWritable() throws(FileError) {
    for path in paths { try LossPlot.checkWritable(path) }
  }

  /// Says before the training what would go wrong after it.
  ///
  /// - Throws: `FileError.unwritable`, `RenderError.tooLarge`.
  func check(_ picture: PictureOptions) throws {
    try checkWritable()
    if pictures.contains(where: { $0.format == .png }) { try picture.checkPixels() }
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

  static func format(
    of path: String, otherwise: FormatChoice?
  ) throws(UsageError) -> FormatChoice {
    let ending = path.ending
    if let format = FormatChoice(rawValue: ending) { return format }
    if let otherwise { return otherwise }
    if path == "-" || isWrittenInPlace(path) { return .png }
    let formats = FormatChoice.allCases.map { "." + $0.rawValue }
    throw .conflict(
      ending.isEmpty
        ? "'\(path)' does not say the format" : "'.\(ending)' is no picture format",
      hint: "end it in \(formats.alternatives), or give --format")
  }

  /// `a/b-dark.svg` for `a/b.svg`.
  static func darkPath(of path: String, suffix: String) -> String {
    let ending = path.ending
    guard !ending.isEmpty else { return path + suffix }
    return path.dropLast(ending.count + 1) + suffix + ".\(path.suffix(ending.count))"
  }
}

struct PictureOutput: Sendable, Equatable {
  let path: String
  let format: FormatChoice
  let isDark: Bool
}

extension RunOptions {
  /// - Throws: `UsageError` for a snippet that has no place on standard output or shows nothing.
  func checkSnippet(_ pictures: [PictureOutput]) throws(UsageError) {
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
  }
}

extension PictureOptions {
  /// - Throws: `UsageError` where what is adaptive is no SVG, or not to be light.
  func checkAdaptive(_ pictures: [PictureOutput]) throws(UsageError) {
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
    if let other = pictures.first(where: { $0.format != .svg }) {
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
