import LossLab
import LossPlot

/// One figure, measured, drawn and written.
struct FigureDrawing {
  let figure: Figure
  let result: FigureResult
  let selection: FigureSelection

  private var options: RunOptions { selection.options }

  /// Beside one another in the folder: SVG and PNG of each theme.
  func path(_ theme: Theme, _ format: FormatChoice) -> String {
    "\(options.figure.folder)/\(fileName(theme, format))"
  }

  func fileName(_ theme: Theme, _ format: FormatChoice) -> String {
    figure.name + (theme == .dark ? "-dark" : "") + ".\(format.rawValue)"
  }

  /// - Returns: the paths that were written.
  func write(_ console: Console) throws -> [String] {
    var paths: [String] = []
    var warnings: [String] = []
    for theme in selection.themes {
      let scene = figure.scene(result, theme: theme, language: options.figure.language)
      for format in [FormatChoice.svg, .png] {
        let picture = try render(
          scene, as: format.pictureFormat(scale: options.picture.scale),
          metadata: options.output.omitsMetadata ? nil : metadata(theme, format),
          dots: options.picture.points)
        for warning in picture.warnings where !warnings.contains(warning) {
          warnings.append(warning)
          try console.warn(warning)
        }
        let path = path(theme, format)
        try writeWhole(picture.bytes, to: path)
        try console.say(imageDots: picture.imageDots, at: path)
        paths.append(path)
      }
    }
    return paths
  }

  private func metadata(_ theme: Theme, _ format: FormatChoice) -> PictureMetadata {
    var entries = [
      Recipe.Entry("figure", .word(figure.name)), Recipe.Entry("theme", .word(theme.name)),
      Recipe.Entry("lang", .word(options.figure.language.rawValue)),
    ]
    if let data = selection.request(for: figure)?.data {
      entries.append(Recipe.Entry("data", .word(baseName(of: data))))
    }
    if let points = Option.points.read(options) { entries.append(.init("points", points)) }
    return PictureMetadata(
      software: "lossviz \(Lossviz.version)",
      recipe: Recipe(entries: entries).drawing(format).document(version: Lossviz.version))
  }

  /// A line for each claim: whether it holds, and the numbers.
  func sayClaims(_ console: Console) throws {
    for claim in result.claims {
      let verdict = claim.verdict(options.figure.language)
      let style: TextStream.Style = claim.isReproduced ? .name : .warning
      try console.say(
        "\(figure.name): " + console.messages.style(style, verdict)
          + ": \(claim.sentence[options.figure.language])"
          + " (\(claim.measuredText); threshold: \(claim.threshold))")
    }
  }

  func document(outputs: [String]) -> JSONValue {
    [
      "name": .text(figure.name), "source": .text(figure.source),
      "data": result.dataTitle.map { .text($0) } ?? .null,
      "claims": .list(result.claims.map { $0.document(options.figure.language) }),
      "outputs": .list(outputs.map { .text($0) }),
    ]
  }
}

extension Claim {
  func document(_ language: PageLanguage) -> JSONValue {
    var numbers: [String: JSONValue] = [:]
    for measure in measured {
      numbers[measure.name] = measure.value.isFinite ? .number(measure.value) : .null
    }
    return [
      "claim": .text(sentence[language]), "reproduced": .bool(isReproduced),
      "measured": .object(numbers), "threshold": .text(threshold),
    ]
  }
}
