import LossPlot

/// A language in which a picture can be put into a document.
enum SnippetLanguage: String, CaseIterable, Sendable {
  case markdown
  case html
  /// HTML for light and dark readers.
  case picture
  case docc
  case latex

  /// Whether documents of this language can show such a file.
  func shows(_ format: OutputFormat) -> Bool {
    let reader: DocumentReader =
      switch self {
      case .markdown, .html, .picture: .browser
      case .docc: .docc
      case .latex: .latex
      }
    return format.form.readers.contains(reader)
  }

  /// Whether a document can name that file: LaTeX cannot where a sign would begin or end something
  /// else, or where TeX reads several spaces as one; DocC cannot where the name has no line of its
  /// own.
  func canName(_ path: String) -> Bool {
    let isPlain = !path.unicodeScalars.contains { $0.isHiddenEffect }
    switch self {
    case .markdown, .html, .picture: return true
    case .docc: return isPlain
    case .latex:
      let spaces = path.hasPrefix(" ") || path.hasSuffix(" ") || path.contains("  ")
      return isPlain && !spaces
        && !path.unicodeScalars.contains { "\\{}\"".unicodeScalars.contains($0) }
    }
  }

  /// What to give instead of a format that it does not show.
  var usualFormats: String {
    switch self {
    case .markdown, .html, .picture, .docc: "-o FILE.svg or .png"
    case .latex: "-o FILE.pdf or .png"
    }
  }

  /// What the name of the dark picture of a pair has after that of the light one.
  ///
  /// DocC finds the dark variant of a picture by this name alone.
  var darkSuffix: String { self == .docc ? "~dark" : "-dark" }
}
