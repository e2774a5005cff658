import LossPlot

/// One picture of a command: drawn, and not written yet.
struct DrawnPicture: Sendable {
  let output: PictureOutput
  let picture: Picture
  /// What a snippet says of it: the words of the scene.
  let title: String
  let description: String

  /// - Parameters:
  ///   - options: of its look.
  ///   - recipe: that it carries, apart from its theme.
  ///   - scene: what it shows, on paper of that theme.
  init(
    _ output: PictureOutput, options: RunOptions, recipe: Recipe, scene: (Theme) -> Scene
  ) throws(RenderError) {
    let drawn = scene(output.isDark ? .dark : .light)
    let metadata =
      options.output.omitsMetadata ? nil : PictureMetadata(recipe.carried(by: output))
    if options.picture.isAdaptive {
      picture = try renderAdaptive(drawn, dark: scene(.dark), metadata: metadata)
    } else {
      picture = try render(
        drawn, as: output.format.pictureFormat(scale: options.picture.scale), metadata: metadata,
        dots: options.picture.points)
    }
    self.output = output
    title = drawn.title
    description = drawn.description
  }

  var described: DescribedFile {
    DescribedFile(file: output.shown, title: title, description: description)
  }

  func write() throws(FileError) {
    try writeWhole(picture.bytes, to: output.path)
  }
}

extension PictureMetadata {
  /// A recipe as a picture carries it.
  init(_ recipe: Recipe) {
    self.init(
      software: "lossviz \(Lossviz.version)", recipe: recipe.document(version: Lossviz.version))
  }
}

extension Recipe {
  /// The key of the command that draws the picture; a recipe without it is of a training.
  static let commandKey = "command"
  /// Of `plot`: the files that it was given.
  static let featuresKey = "features"
  /// Of `figure`: its name.
  static let figureKey = "figure"

  /// As it stands in one file: the theme of that file, and nothing that its format has not.
  func carried(by output: PictureOutput) -> Recipe {
    let theme = output.isDark ? ThemeChoice.dark : .light
    let still = Recipe(
      entries: entries.filter { !["fps", "seconds"].contains($0.name) }, files: files)
    return still.setting("theme", to: .word(theme.rawValue)).drawing(output.format)
  }

  /// As it stands in one film.
  func carried(by output: FilmOutput, _ picture: PictureOptions) -> Recipe {
    setting("theme", to: .word((output.isDark ? ThemeChoice.dark : .light).rawValue))
      .filmed(picture)
  }

  /// As it stands in one file of a document.
  func carried(by file: ShownFile, _ picture: PictureOptions) -> Recipe {
    switch file.format {
    case .still(let format):
      carried(by: PictureOutput(path: file.path, format: format, isDark: file.isDark))
    case .film(let format):
      carried(by: FilmOutput(path: file.path, format: format, isDark: file.isDark), picture)
    }
  }

  /// With the numbers of a film, typed or not.
  func filmed(_ picture: PictureOptions) -> Recipe {
    setting("fps", to: .number(Double(picture.fps ?? PictureOptions.usualFPS)))
      .setting("seconds", to: .number(picture.seconds ?? PictureOptions.usualSeconds))
  }

  /// What these options of a command come to, after its name.
  init(
    command: String, subject: [Entry] = [], options: [Option], of values: RunOptions,
    files: [DataFacts.File] = []
  ) {
    let entries = options.compactMap { option in
      option.read?(values).map { Entry(option.name, $0) }
    }
    self.init(
      entries: [Entry(Self.commandKey, .word(command))] + subject + entries, files: files)
  }
}

extension Console {
  /// Says what the drawing found out, each thing once.
  ///
  /// Also which of them have their dots in an image.
  func warn(of pictures: [DrawnPicture]) throws {
    var said: [String] = []
    for warning in pictures.flatMap(\.picture.warnings) where !said.contains(warning) {
      said.append(warning)
      try warn(warning)
    }
    for one in pictures { try say(imageDots: one.picture.imageDots, at: one.output.path) }
  }
}
