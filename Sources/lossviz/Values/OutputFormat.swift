import LossPlot

/// What the ending of a path says, or `--format` where it says nothing.
enum OutputFormat: Sendable, Equatable {
  case still(PictureFormat)
  case film(FilmFormat)

  private static let all = PictureFormat.all.map(Self.still) + FilmFormat.all.map(Self.film)

  var form: FileForm {
    switch self {
    case .still(let format): format.form
    case .film(let format): format.form
    }
  }

  var still: PictureFormat? { if case .still(let format) = self { format } else { nil } }
  var film: FilmFormat? { if case .film(let format) = self { format } else { nil } }

  /// Of all formats, as endings have them.
  static let words = all.map(\.form.name)
  static let endings = words.map { "." + $0 }.alternatives

  /// What the ending says; `nil` where it says nothing.
  init?(ending: String) {
    guard let format = Self.all.first(where: { $0.form.name == ending }) else { return nil }
    self = format
  }

  init(path: String, _ output: OutputOptions) throws(UsageError) {
    if let format = OutputFormat(ending: path.ending) ?? output.format {
      self = format
    } else if path == "-" || isWrittenInPlace(path) {
      self = .still(.png)
    } else {
      throw .noFormat(path: path)
    }
  }

  /// - Parameter isFilm: tells an APNG from a PNG.
  /// - Precondition: the bytes were read as a picture.
  init(ofPicture bytes: [UInt8], isFilm: Bool) {
    let fitting = Self.all.filter { $0.form.reading.matches(bytes) }
    self = fitting.first { ($0.film != nil) == isFilm } ?? fitting[0]
  }
}

extension PictureFormat {
  /// As endings have them, and as words have those for which something holds.
  static let names = all.map(\.form.name)

  static func titles(_ isMeant: (PictureFormat) -> Bool) -> String {
    all.filter(isMeant).map(\.form.reading.title).joined(last: " and ")
  }
}
