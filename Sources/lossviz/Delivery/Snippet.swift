import LossPlot

/// The block that shows a picture in a document.
struct Snippet: Sendable, Equatable {
  let language: SnippetLanguage
  /// As seen from the document.
  let path: String
  /// Of the same picture for dark surroundings; `nil` for none.
  var darkPath: String?
  let title: String
  /// What the picture shows, for those who cannot see it.
  let text: String

  /// Of the first file that the language can show; `nil` for none.
  init?(_ language: SnippetLanguage, of files: [DrawnFile]) {
    let shown = files.filter { language.shows($0.file.format) }
    guard let first = shown.first(where: { !$0.file.isDark }) ?? shown.first else { return nil }
    let dark = shown.first {
      $0.file.isDark && !first.file.isDark && $0.file.format == first.file.format
    }
    self.init(
      language: language, path: first.file.path, darkPath: dark?.file.path,
      title: first.title, text: first.description)
  }

  init(
    language: SnippetLanguage, path: String, darkPath: String? = nil, title: String, text: String
  ) {
    self.language = language
    self.path = path
    self.darkPath = darkPath
    self.title = title
    self.text = text
  }

  /// One line each, without line ends.
  var lines: [String] {
    switch language {
    case .markdown: ["![\(text.inMarkdown)](\(path.inURL))"]
    case .html: [image]
    case .picture: picture
    // DocC knows pictures by their file name, wherever they lie.
    case .docc: ["@Image(source: \"\(baseName(of: path).inDocC)\", alt: \"\(text.inDocC)\")"]
    case .latex: figure
    }
  }

  private var image: String { "<img src=\"\(path.inURL)\" alt=\"\(text.inHTML)\">" }

  private var picture: [String] {
    let sources =
      darkPath.map { path in
        ["  <source media=\"(prefers-color-scheme: dark)\" srcset=\"\(path.inURL)\">"]
      } ?? []
    return ["<picture>"] + sources + ["  " + image, "</picture>"]
  }

  private var figure: [String] {
    [
      "\\begin{figure}", "  \\centering",
      "  \\includegraphics[width=\\linewidth,alt={\(text.inLaTeX)}]{\(path.inLaTeXPath)}",
      "  \\caption{\(title.inLaTeX)}", "\\end{figure}",
    ]
  }
}
