import LossPlot

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

  var still: FormatChoice? { if case .still(let format) = self { format } else { nil } }
  var film: FilmFormat? { if case .film(let format) = self { format } else { nil } }

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
      self = format
    } else if path == "-" || isWrittenInPlace(path) {
      self = .still(.png)
    } else {
      throw .noFormat(path: path)
    }
  }
}
