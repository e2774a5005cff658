import LossLab
import LossPlot

extension Option {
  static let pictureOptions: [Option] = [
    view,
    choice(
      "theme", \.picture.theme, in: .picture,
      help: "both: light, and dark beside it as NAME-dark.png"),
    palette, width, height, fontSize, font,
    number(
      "scale", \.picture.scale, NumberRange(lower: 0.1, upper: 10, text: "0.1 to 10"),
      in: .picture, help: "pixels of a PNG per point; a film has half as many"),
    points,
    title, without, bare,
    classNames, language, limit, azimuth, elevation, adaptive,
  ]

  static let title = text(
    "title", \.picture.title, placeholder: "TEXT", in: .picture,
    help: "instead of the loss; \"\" for none", isInRecipe: true, mayBeEmpty: true)

  /// What belongs to every page, in the colors of a theme.
  static let pageOptions: [Option] = [height, fontSize, font, without, bare, language]

  static let language: Option = {
    var option = choice(
      "lang", \.picture.language, in: .picture,
      help: "of all words but names: on the picture, in reports, facts on the terminal")
    option.read = { $0.picture.language == .en ? nil : .word($0.picture.language.rawValue) }
    return option
  }()

  static let bare = flag(
    "bare", \.picture.isBare, in: .picture, help: "the panels alone, as for a page with a caption",
    isInRecipe: true
  ).recordedWhereOn

  static let without = Option(
    name: "without", placeholder: "PART,…", group: .picture,
    help: "leave out: \(PagePart.allCases.map(\.rawValue).listed)",
    allowed: "\(PagePart.allCases.map(\.rawValue).alternatives), with commas between them",
    words: PagePart.allCases.map(\.rawValue), defaultText: "nothing is left out",
    write: { options, given throws(ValueProblem) in
      var parts: [PagePart] = []
      for name in TypedText.list(given.text.lowercased()) ?? [""] {
        guard let part = PagePart(rawValue: name) else {
          throw ValueProblem(word: name, words: PagePart.allCases.map(\.rawValue))
        }
        if !parts.contains(part) { parts.append(part) }
      }
      options.picture.omitted = parts
    },
    read: { options in
      let parts = options.picture.omitted
      return parts.isEmpty ? nil : .list(parts.map { .word($0.rawValue) })
    })

  static let height = Option(
    name: "height", placeholder: "PT", group: .picture,
    help: "height of the picture in points: the panels are as large as fit",
    allowed: "100 to 10,000", defaultText: "what the panels ask for",
    write: { options, given throws(ValueProblem) in
      let range = NumberRange(lower: 100, upper: 10_000, text: "100 to 10,000")
      options.picture.height = try range.number(given.text)
    },
    read: { $0.picture.height.map { .number($0) } })

  static let fontSize = Option(
    name: "font-size", placeholder: "PT", group: .picture,
    help: "of the main text in points; numbers and keys are a fifth smaller",
    allowed: "8.5 to 72", defaultText: "12 on the usual width, at least 9",
    write: { options, given throws(ValueProblem) in
      options.picture.typeSize = try NumberRange(lower: 8.5, upper: 72, text: "8.5 to 72")
        .number(given.text)
    },
    read: { $0.picture.typeSize.map { .number($0) } })

  static let font = Option(
    name: "font", placeholder: "FAMILY", group: .picture,
    help: "family of the words: a font of this machine, or serif, sans-serif, monospace",
    allowed: "the name of one family", words: [], defaultText: "DejaVu Sans",
    write: { options, given throws(ValueProblem) in
      let name = given.text.trimmed
      let isPlain = name.unicodeScalars.allSatisfy { sign in
        sign.properties.isAlphabetic || sign.properties.numericType != nil
          || " -_.".unicodeScalars.contains(sign)
      }
      guard !name.isEmpty, isPlain, name.count <= 100 else {
        throw ValueProblem(expected: "the name of one family: letters, digits, spaces, '-'")
      }
      options.picture.font = name
    },
    read: { $0.picture.font.map { .word($0) } })

  /// Of comparisons.
  static let axes = Option(
    name: "axes", placeholder: AxesChoice.allCases.map(\.rawValue).joined(separator: "|"),
    group: .picture,
    help: "of the planes of features: equal in all panels, or its own for each",
    allowed: AxesChoice.allCases.map(\.rawValue).alternatives,
    words: AxesChoice.allCases.map(\.rawValue), defaultText: "own where losses differ, else equal",
    write: { options, given throws(ValueProblem) in
      guard let axes = AxesChoice(rawValue: given.text.lowercased()) else {
        throw ValueProblem(word: given.text, words: AxesChoice.allCases.map(\.rawValue))
      }
      options.picture.axes = axes
    },
    read: { $0.picture.axes.map { .word($0.rawValue) } })

  /// Of commands that make no film.
  static let stillPictureOptions: [Option] = pictureOptions.map { option in
    option.name == "scale" ? option.explained("pixels of a PNG per point") : option
  }

  /// For all commands whose pictures are drawn in the colors of a theme.
  static let adaptive = flag(
    "adaptive", \.picture.isAdaptive, in: .picture,
    help: "one SVG that is light or dark as its reader's system is", isInRecipe: true
  ).recordedWhereOn

  static let view = Option(
    name: "view", placeholder: "NAME,…", group: .picture,
    help: "the panels and their order: \(RunView.allCases.map(\.rawValue).listed)",
    allowed: "names of panels with commas between them", words: RunView.allCases.map(\.rawValue),
    defaultText: RunOptions().picture.views.map(\.rawValue).joined(separator: ","),
    write: { options, given throws(ValueProblem) in
      var views: [RunView] = []
      for name in TypedText.list(given.text.lowercased()) ?? [""] {
        guard let view = RunView(rawValue: name) else {
          throw ValueProblem(word: name, words: RunView.allCases.map(\.rawValue))
        }
        guard !views.contains(view) else {
          throw ValueProblem(expected: "each panel once")
        }
        views.append(view)
      }
      options.picture.views = views
    },
    read: { .list($0.picture.views.map { .word($0.rawValue) }) })

  /// Part of a recipe only where somebody chose.
  static let points: Option = {
    var option = choice(
      "points", \.picture.points, in: .picture,
      help: "dots of SVG and PDF as shapes or as an image; auto: an image above"
        + " \(TypedText.grouped(DotLayer.largestVector))")
    option.read = { $0.picture.points == .auto ? nil : .word($0.picture.points.rawValue) }
    return option
  }()

  static let palette = Option(
    name: "palette", placeholder: "NAME", group: .picture,
    help: "colors of the classes: \(Palette.all.map(\.name).listed)",
    allowed: Palette.all.map(\.name).alternatives, words: Palette.all.map(\.name),
    defaultText: "by their number",
    write: { options, given throws(ValueProblem) in
      guard let palette = Palette.named(given.text) else {
        throw ValueProblem(word: given.text, words: Palette.all.map(\.name))
      }
      options.picture.palette = palette
    },
    read: { $0.picture.palette.map { .word($0.name) } })

  static let width = Option(
    name: "width", placeholder: "PT", group: .picture, help: "width of the picture in points",
    allowed: "100 to 10,000", defaultText: "900 for two panels, 600 for one",
    write: { options, given throws(ValueProblem) in
      let range = NumberRange(lower: 100, upper: 10_000, text: "100 to 10,000")
      options.picture.width = try range.number(given.text)
    },
    read: { $0.picture.width.map { .number($0) } })

  static let limit = Option(
    name: "limit", placeholder: "X", group: .picture,
    help: "the axes of features go from −X to X, so that pictures can be compared",
    allowed: "a number above 0", defaultText: "what suits the features",
    write: { options, given throws(ValueProblem) in
      options.picture.limit = try NumberRange(
        lower: 0, upper: 1e9, excludesLower: true, text: "a number above 0"
      ).number(given.text)
    },
    read: { $0.picture.limit.map { .number($0) } })

  static let classNames = Option(
    name: "class-names", placeholder: "a,b,…", group: .picture,
    help: "what the classes are called on the picture", allowed: "names with commas between them",
    write: { options, given throws(ValueProblem) in
      guard let names = TypedText.list(given.text) else {
        throw ValueProblem(expected: "names with commas between them")
      }
      options.picture.classNames = names
    },
    read: { options in options.picture.classNames.map { .list($0.map { .word($0) }) } })
}
