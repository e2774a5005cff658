import LossLab
import LossPlot

extension Option {
  static let pictureOptions: [Option] = [
    view,
    choice(
      "theme", \.picture.theme, in: .picture,
      help: "both: light, and dark beside it as NAME-dark.png"),
    palette, width,
    number(
      "scale", \.picture.scale, NumberRange(lower: 0.1, upper: 10, text: "0.1 to 10"),
      in: .picture, help: "pixels of a PNG per point; a film has half as many"),
    points,
    text(
      "title", \.picture.title, placeholder: "TEXT", in: .picture, help: "instead of the loss",
      isInRecipe: true),
    classNames, limit, adaptive,
  ]

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
