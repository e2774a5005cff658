import LossPlot

/// How the files of figures are called, and in which formats and themes there are some.
struct FigureFiles: Sendable {
  private let options: FigureOptions
  private let isAdaptive: Bool
  private let darkSuffix: String
  private let isAll: Bool

  /// - Parameter isAll: whether it is all figures: a page belongs to them.
  init(_ values: FigureValues, isAll: Bool) {
    options = values.figure
    isAdaptive = values.wanted.picture.isAdaptive
    darkSuffix = values.wanted.output.darkSuffix
    self.isAll = isAll
  }

  var formats: [PictureFormat] { options.formats ?? (isAdaptive ? [.svg] : [.svg, .png]) }

  var theme: ThemeChoice { options.theme ?? (isAll && !isAdaptive ? .both : .light) }

  var themes: [Theme] {
    switch theme {
    case .light: [.light]
    case .dark: [.dark]
    case .both: [.light, .dark]
    }
  }

  /// The pictures of a figure: beside one another in the folder each format of each theme; or the
  /// one picture wanted.
  func outputs(of figure: Figure) -> [OutputFile] {
    guard let file = options.file, let format = PictureFormat.named(file.ending) else {
      return themes.flatMap { theme in
        formats.map { format in
          OutputFile(
            path: "\(options.folder)/\(name(of: figure, theme, format))", format: .still(format),
            isDark: theme == .dark)
        }
      }
    }
    return themes.map { theme in
      let isPair = themes.count > 1 && theme == .dark
      return OutputFile(
        path: isPair ? OutputPlan.darkPath(of: file, suffix: darkSuffix) : file,
        format: .still(format), isDark: theme == .dark)
    }
  }

  /// The pictures that the page has for narrow screens, besides those of `outputs`.
  func narrowOutputs(of figure: Figure) -> [OutputFile] {
    guard isAll else { return [] }
    return themes.map { theme in
      OutputFile(
        path: "\(options.folder)/\(name(of: figure, theme, pageFormat, isNarrow: true))",
        format: .still(pageFormat), isDark: theme == .dark)
    }
  }

  /// Type of 14 points: readable on the screen of a phone, where the picture is a little smaller.
  static let narrowFit = PageFit(width: 360, typeSize: 14)

  /// What the page can show.
  var shown: [PictureFormat] { formats.filter { $0.form.readers.contains(.browser) } }

  /// Of the pictures that the page shows: shapes where there are some.
  var pageFormat: PictureFormat { shown.first(where: \.hasShapes) ?? shown.first ?? .png }

  /// In the folder.
  func name(
    of figure: Figure, _ theme: Theme, _ format: PictureFormat, isNarrow: Bool = false
  ) -> String {
    figure.name + (isNarrow ? "-narrow" : "")
      + (theme == .dark && themes.count > 1 ? darkSuffix : "") + ".\(format.form.name)"
  }

  /// Of the page that shows all figures: HTML, Markdown; none without it.
  var page: [String] {
    isAll ? ["\(options.folder)/index.html", "\(options.folder)/index.md"] : []
  }
}
