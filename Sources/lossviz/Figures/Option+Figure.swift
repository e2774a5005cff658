import LossPlot

extension Option {
  static let figureOptions: [Option] =
    [
      flag(
        "list", \.figure.lists, in: .picture, help: "show what figures there are, and stop",
        isAmbient: false),
      figureTheme, figurePalette, figureFormats, figureWidth,
      choice("lang", \.picture.language, in: .picture, help: "of titles, claims and page"),
      adaptive, without, bare, font, scale.explained("pixels of a PNG per point"), points,
      figureData, labels, classes,
    ] + figureTraining + [
      runs(
        in: .training,
        help: "where each finished training is kept, so that no figure repeats it"),
      jobs(in: .training),
      flag(
        "strict-claims", \.figure.isStrict, in: .output,
        help: "a claim that is not reproduced ends with exit 4"),
      figureFolder,
    ] + tables(csv: "the claims with all digits", markdown: "the claims for a document")
    + outputOptions.named("json", "snippet", "show", "no-metadata")

  /// In the place of what a figure is made with.
  private static let figureTraining: [Option] = [
    network.explained(network.help, default: ownSetup).with {
      $0.write = { options, given throws(ValueProblem) in
        options.figure.overrides.network = try shape(given.text.lowercased())
      }
      $0.read = { $0.figure.overrides.network.map { .word($0.typed) } }
    },
    integer(
      "steps", \.figure.overrides.steps, 1...10_000_000, in: .training,
      help: "batches to train on", default: ownSetup),
    integer(
      "samples", \.figure.overrides.samples, 1...10_000_000, in: .training,
      help: "samples of a class, at most", default: ownSetup),
    number(
      "s", \.figure.overrides.scale,
      NumberRange(lower: 0, upper: 1e4, excludesLower: true, text: "0 < s ≤ 10000"),
      in: .training, help: "scale of the losses that have one", default: ownSetup),
    integer(
      "seeds", \.figure.seedCount, 1...1000, in: .training,
      help: "train each setting with so many seeds, from --seed on",
      default: "what the figure is made with, most 3"),
    integer(
      "seed", \.figure.firstSeed, 0...9_007_199_254_740_991, in: .training,
      help: "the first of the seeds, which is the one that is drawn", default: "1"),
  ]

  private static let ownSetup = "what the figure is made with"

  private static let figureTheme = choice(
    "theme", \.figure.theme, in: .picture,
    help: "both: light, and dark beside it as NAME-dark", default: "light; both for all"
  ).with { $0.read = { .word(($0.figure.theme ?? .light).rawValue) } }

  private static let figurePalette = palette.explained(
    "colors of classes and lines: \(Palette.all.map(\.name).listed)",
    default: "what each figure is made with")

  private static let figureFormats = Option(
    name: "format", placeholder: "NAME,…", group: .picture,
    help: "what to write of each figure: \(PictureFormat.names.listed)",
    allowed: "formats with commas between them", words: PictureFormat.names,
    defaultText: "svg,png",
    write: { options, given throws(ValueProblem) in
      options.figure.formats = try values(
        given.text, words: PictureFormat.names, value: PictureFormat.named)
    })

  /// With another default: every figure has a width of its own.
  private static let figureWidth = width.explained(width.help, default: "what the figure needs")

  private static let figureData = data.explained(
    "for figures that are trained; " + data.help, default: "what the figure is made for"
  ).with {
    $0.write = { options, given throws(ValueProblem) in
      options.figure.data = try given.filled("a name or a path")
    }
    $0.read = { options in
      options.figure.data.map { .word(DataSource.named($0)?.name ?? baseName(of: $0)) }
    }
  }

  private static let figureFolder = Option(
    name: "output", short: "o", placeholder: "DIR|FILE", group: .output,
    help: "the folder to write into: NAME.svg and so on; with all, also index.html and index.md;"
      + " or, for one figure, the picture",
    allowed: "a folder, or a picture", defaultText: FigureOptions().folder,
    write: { options, given throws(ValueProblem) in
      guard !given.text.isEmpty, given.text != "-" else {
        throw ValueProblem(expected: "a folder, or a picture")
      }
      if PictureFormat.named(given.text.ending) != nil {
        options.figure.file = given.text
        return
      }
      options.figure.file = nil
      var folder = given.text
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      options.figure.folder = folder
    })
}
