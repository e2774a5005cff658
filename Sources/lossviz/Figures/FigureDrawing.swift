import LossLab
import LossPlot

/// One figure, measured, drawn and written.
struct FigureDrawing {
  let figure: Figure
  let result: FigureResult
  let selection: FigureSelection

  private var options: RunOptions { selection.options }

  /// Beside one another in the folder: each format of each theme; or the one picture wanted.
  var outputs: [PictureOutput] { selection.outputs(of: figure) }

  /// In the folder.
  func fileName(_ theme: Theme, _ format: FormatChoice) -> String {
    selection.fileName(of: figure, isDark: theme == .dark, format)
  }

  func write(_ console: Console) throws -> [DrawnPicture] {
    let recipe = try selection.recipe(of: figure)
    let pictures = try outputs.map { output in
      try DrawnPicture(output, options: options, recipe: recipe, scene: scene)
    }
    try console.warn(of: pictures)
    for picture in pictures { try picture.write() }
    return pictures
  }

  func scene(_ theme: Theme) -> Scene {
    let scene = figure.scene(result, theme: theme, language: options.figure.language)
    return options.picture.width.map { scene.scaled(by: $0 / scene.width) } ?? scene
  }

  /// A line for each claim: whether it holds, and the numbers.
  func sayClaims(_ console: Console) throws {
    let language = options.figure.language
    for claim in result.claims {
      let verdict = claim.verdict(language)
      let style: TextStream.Style = claim.isReproduced ? .name : .warning
      try console.say(
        "\(figure.name): " + console.messages.style(style, verdict)
          + ": \(claim.sentence[language]) (\(claim.measuredText(language)); "
          + "\(Wording("threshold", zh: "阈值")[language]): \(claim.threshold[language]))")
    }
  }

  func document(outputs: [String]) -> JSONValue {
    [
      "name": .text(figure.name), "source": .text(figure.source[options.figure.language]),
      "data": result.dataTitle.map { .text($0[options.figure.language]) } ?? .null,
      "claims": .list(result.claims.map { $0.document(options.figure.language) }),
      "outputs": .list(outputs.map { .text($0) }),
    ]
  }
}

extension Claim {
  /// Sentences in one language; the names of measures in English, since programs look for them.
  func document(_ language: PageLanguage) -> JSONValue {
    var numbers: [String: JSONValue] = [:]
    for measure in measured {
      numbers[measure.name.en] = measure.value.isFinite ? .number(measure.value) : .null
    }
    return [
      "claim": .text(sentence[language]), "reproduced": .bool(isReproduced),
      "measured": .object(numbers), "threshold": .text(threshold[language]),
    ]
  }
}
