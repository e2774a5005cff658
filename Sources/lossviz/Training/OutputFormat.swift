import LossPlot

struct PictureOutput: Sendable, Equatable {
  let path: String
  let format: FormatChoice
  let isDark: Bool
}

struct FilmOutput: Sendable, Equatable {
  let path: String
  let format: FilmFormat
  let isDark: Bool
}

/// A file as a document shows it: a picture or a film.
struct ShownFile: Sendable, Equatable {
  let path: String
  let format: OutputFormat
  let isDark: Bool
}

extension PictureOutput {
  var shown: ShownFile { ShownFile(path: path, format: .still(format), isDark: isDark) }
}

extension FilmOutput {
  var shown: ShownFile { ShownFile(path: path, format: .film(format), isDark: isDark) }
}

/// What the ending of a path says, or `--format` where it says nothing.
enum OutputFormat: Sendable, Equatable {
  case still(FormatChoice)
  case film(FilmFormat)

  /// As an ending has it.
  var word: String {
    switch self {
    case .still(let format): format.rawValue
    case .film(let format): format.rawValue
    }
  }

  /// Of all formats, as endings have them.
  static let words =
    FormatChoice.allCases.map(\.rawValue) + FilmFormat.allCases.map(\.rawValue)

  /// What the ending says; `nil` where it says nothing.
  init?(ending: String) {
    if let format = FormatChoice(rawValue: ending) {
      self = .still(format)
    } else if let format = FilmFormat(rawValue: ending) {
      self = .film(format)
    } else {
      return nil
    }
  }

  init(path: String, _ output: OutputOptions) throws(UsageError) {
    let ending = path.ending
    if let format = OutputFormat(ending: ending) {
      self = format
    } else if let format = output.format {
      self = .still(format)
    } else if let format = output.filmFormat {
      self = .film(format)
    } else if path == "-" || isWrittenInPlace(path) {
      self = .still(.png)
    } else {
      throw .noFormat(path: path)
    }
  }
}
