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
  /// What stands under it in print; empty for the title.
  var caption: RichText = ""
  /// Whether it spans both columns of a page that has two.
  var isWide = false

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

  /// A picture of a column of print is at most so wide, points.
  private static let column = 260.0

  private static func isWide(_ size: (width: Double, height: Double)) -> Bool {
    size.width > column && size.width > 1.25 * size.height
  }

  private var figure: [String] {
    let name = isWide ? "figure*" : "figure"
    return [
      "\\begin{\(name)}", "  \\centering",
      "  \\includegraphics[width=\\linewidth,alt={\(text.inLaTeX)}]{\(path.inLaTeXPath)}",
      "  \\caption{\(caption.isEmpty ? title.inLaTeX : caption.latex)}",
      "  \\label{fig:\(label)}", "\\end{\(name)}",
    ]
  }

  /// The name of the file, of signs that mean nothing to LaTeX.
  private var label: String {
    let stem = baseName(of: path).withoutEnding
    let plain = String(
      stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" })
    return plain.isEmpty ? "picture" : plain
  }
}

extension Snippet {
  /// Of the first file that the language can show; `nil` for none.
  init?(_ language: SnippetLanguage, of files: [DrawnFile]) {
    let shown = files.filter { language.shows($0.file.format) }
    guard let first = shown.first(where: { !$0.file.isDark }) ?? shown.first else { return nil }
    let dark = shown.first {
      $0.file.isDark && !first.file.isDark && $0.file.format == first.file.format
    }
    self.init(
      language: language, path: first.file.path, darkPath: dark?.file.path,
      title: first.title, text: first.description, caption: first.caption,
      isWide: Self.isWide(first.size))
  }
}
