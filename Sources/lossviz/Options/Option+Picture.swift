import LossPlot

extension Option {
  static let pictureOptions: [Option] = [
    view,
    choice(
      "theme", \.picture.theme, in: .picture,
      help: "both: light, and dark beside it as NAME-dark.png"),
    palette, width, height, fontSize, font, scale, points, title, without, bare,
    classNames, language, limit, azimuth, elevation, adaptive,
  ]

  static let scale = number(
    "scale", \.picture.scale, NumberRange(lower: 0.1, upper: 10, text: "0.1 to 10"), in: .picture,
    help: "pixels of a PNG per point; a film has half as many")

  static let title = text(
    "title", \.picture.title, placeholder: "TEXT", in: .picture,
    help: "instead of the loss; \"\" for none", isInRecipe: true, mayBeEmpty: true)

  /// What belongs to every page, in the colors of a theme.
  static let pageOptions: [Option] = [height, fontSize, font, without, bare, language]

  static let language = choice(
    "lang", \.picture.language, in: .picture,
    help: "of all words but names: on the picture, in reports, facts on the terminal"
  ).recordedWhereChosen

  static let bare = flag(
    "bare", \.picture.isBare, in: .picture, help: "the panels alone, as for a page with a caption",
    isInRecipe: true
  ).recordedWhereChosen

  private static let parts = PagePart.allCases.map(\.rawValue)

  static let without = Option(
    name: "without", placeholder: "PART,…", group: .picture, help: "leave out: \(parts.listed)",
    allowed: "\(parts.alternatives), with commas between them", words: parts,
    defaultText: "nothing is left out",
    write: { options, given throws(ValueProblem) in
      options.picture.omitted = try values(given.text)
    },
    read: { .list($0.picture.omitted.map { .word($0.rawValue) }) }
  ).recordedWhereChosen

  static let height = number(
    "height", \.picture.fit.height, pageSide, placeholder: "PT", in: .picture,
    help: "height of the picture in points: the panels are as large as fit",
    default: "what the panels ask for", showsRange: false)

  static let width = number(
    "width", \.picture.fit.width, pageSide, placeholder: "PT", in: .picture,
    help: "width of the picture in points", default: "900 for two panels, 600 for one",
    showsRange: false)

  private static let pageSide = NumberRange(lower: 100, upper: 10_000, text: "100 to 10,000")

  static let fontSize = number(
    "font-size", \.picture.fit.typeSize, NumberRange(lower: 8.5, upper: 72, text: "8.5 to 72"),
    placeholder: "PT", in: .picture,
    help: "of the main text in points; numbers and keys are a fifth smaller",
    default: "12 on the usual width, at least 9", showsRange: false)

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
  static let axes = choice(
    "axes", \.picture.axes, in: .picture,
    help: "of the planes of features: equal in all panels, or its own for each",
    default: "own where losses differ, else equal")

  /// Of commands that make no film.
  static let stillPictureOptions = pictureOptions.explaining("scale", "pixels of a PNG per point")

  /// For all commands whose pictures are drawn in the colors of a theme.
  static let adaptive = flag(
    "adaptive", \.picture.isAdaptive, in: .picture,
    help: "one SVG that is light or dark as its reader's system is", isInRecipe: true
  ).recordedWhereChosen

  static let view = Option(
    name: "view", placeholder: "NAME,…", group: .picture,
    help: "the panels and their order: \(RunView.allCases.map(\.rawValue).listed)",
    allowed: "names of panels with commas between them", words: RunView.allCases.map(\.rawValue),
    defaultText: GivenValues.usual.picture.views.map(\.rawValue).joined(separator: ","),
    write: { options, given throws(ValueProblem) in
      options.picture.views = try values(
        given.text, repeated: ValueProblem(expected: "each panel once"))
    },
    read: { .list($0.picture.views.map { .word($0.rawValue) }) })

  static let points = choice(
    "points", \.picture.points, in: .picture,
    help: "dots of SVG and PDF as shapes or as an image; auto: an image above"
      + " \(groupedText(DotLayer.largestVector))"
  ).recordedWhereChosen

  static let palette = word(
    "palette", \.picture.palette, of: Palette.all.map(\.name), placeholder: "NAME", in: .picture,
    help: "colors of the classes: \(Palette.all.map(\.name).listed)", default: "by their number",
    value: Palette.named, word: \.name)

  static let limit = number(
    "limit", \.picture.featureLimit,
    NumberRange(lower: 0, upper: 1e9, excludesLower: true, text: "a number above 0"),
    in: .picture, help: "the axes of features go from −X to X, so that pictures can be compared",
    default: "what suits the features", showsRange: false)

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
