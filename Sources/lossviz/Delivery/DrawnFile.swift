import LossPlot

/// A picture or film of a command: drawn, and not written yet.
struct DrawnFile: Sendable {
  let file: OutputFile
  let bytes: [UInt8]
  /// What a snippet says of it: the words of the scene.
  let title: String
  let description: String
  /// What a document says under it; empty for the title alone.
  var caption: RichText = ""
  /// Points.
  var size = (width: 0.0, height: 0.0)
  /// What the drawing found out, each one clause.
  var warnings: [String] = []
  /// How many dots are pixels of an SVG or PDF instead of shapes.
  var imageDots = 0

  var path: String { file.path }
}

extension DrawnFile {
  /// A still picture.
  ///
  /// - Parameters:
  ///   - wanted: its look, and what it says of itself.
  ///   - recipe: that it carries, apart from its theme.
  ///   - scene: what it shows, on paper of that theme.
  init(
    _ file: OutputFile, _ format: PictureFormat, _ wanted: DeliveryOptions, recipe: Recipe,
    scene: (Theme) -> Scene
  ) throws(RenderError) {
    let look = wanted.picture
    let drawn = scene(look.dressed(file.theme))
    let metadata = wanted.metadata(recipe, of: file)
    let picture: Picture
    if look.isAdaptive {
      picture = try render(drawn, dark: scene(look.dressed(.dark)), as: format, metadata: metadata)
    } else {
      picture = try render(
        drawn, as: format.scaled(look.scale), metadata: metadata, dots: look.points)
    }
    self.init(
      file: file, bytes: picture.bytes, title: drawn.title, description: drawn.description,
      caption: drawn.caption, size: (drawn.width, drawn.height),
      warnings: picture.warnings + look.typeWarnings(drawn)
        + (format.hasShapes ? [] : look.pixelWarnings(drawn)),
      imageDots: picture.imageDots)
  }
}

extension PictureOptions {
  /// Type of a PNG is to have as many pixels, or nobody reads it on a screen.
  private static let leastPixels = 7.0

  /// Where `--scale` makes the type of a PNG too small to read.
  fileprivate func pixelWarnings(_ scene: Scene) -> [String] {
    guard let smallest = scene.smallestType, smallest * scale < Self.leastPixels - 0.01 else {
      return []
    }
    let wanted = (100 * Self.leastPixels / smallest).rounded(.up) / 100
    // As many pixels with words that are laid out for them.
    let usual = (100 * Self.leastPixels / PageFit.smallestType).rounded(.up) / 100
    let width = (scene.width * scale / usual).rounded()
    let other =
      width >= 240
      ? ", or --width \(TypedText.text(width)) --scale \(TypedText.text(usual)) in the same pixels"
      : ""
    return [
      "at --scale \(TypedText.text(scale)) the smallest type of this picture is"
        + " \(decimalText(smallest * scale, places: 1)) pixels high; --scale"
        + " \(TypedText.text(wanted)) keeps it readable\(other)"
    ]
  }

  /// Where a page that is made for one width was scaled down until nobody can read it.
  fileprivate func typeWarnings(_ scene: Scene) -> [String] {
    guard let width = style.fit.width, let smallest = scene.smallestType,
      smallest < PageFit.smallestType - 0.01
    else { return [] }
    let wanted = (width * PageFit.smallestType / smallest).rounded(.up)
    return [
      "at --width \(TypedText.text(width)) the smallest type of this picture is"
        + " \(decimalText(smallest, places: 1)) points high; --width \(TypedText.text(wanted))"
        + " keeps it readable in print"
    ]
  }
}

extension DeliveryOptions {
  /// What a file says of itself; `nil` where it is to say nothing.
  func metadata(_ recipe: Recipe, of file: OutputFile) -> PictureMetadata? {
    guard !output.omitsMetadata else { return nil }
    let own = recipe.carried(by: file, picture)
    return PictureMetadata(
      software: "lossviz \(Lossviz.version)", recipe: own.document(version: Lossviz.version))
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
  func carried(by file: OutputFile, _ picture: PictureOptions) -> Recipe {
    let themed = setting("theme", to: .word((file.isDark ? ThemeChoice.dark : .light).rawValue))
    switch file.format {
    case .film: return themed.filmed(picture)
    case .still(let format):
      let missing = ["fps", "seconds"] + (format.hasShapes ? [] : [Option.points.name])
      return Recipe(entries: themed.entries.filter { !missing.contains($0.name) }, files: files)
    }
  }

  /// With the numbers of a film, typed or not.
  func filmed(_ picture: PictureOptions) -> Recipe {
    setting("fps", to: .number(Double(picture.fps ?? PictureOptions.usualFPS)))
      .setting("seconds", to: .number(picture.seconds ?? PictureOptions.usualSeconds))
  }

  /// What the options of a command came to, after its name.
  init(
    command: String, subject: [Entry] = [], _ options: Recipe, files: [DataFacts.File] = []
  ) {
    self.init(
      entries: [Entry(Self.commandKey, .word(command))] + subject + options.entries, files: files)
  }
}
