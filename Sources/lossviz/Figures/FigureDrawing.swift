import LossPlot

/// One figure, measured, drawn and written.
struct FigureDrawing {
  let figure: Figure
  let result: FigureResult
  let selection: FigureSelection

  private var picture: PictureOptions { selection.values.wanted.picture }

  /// In the folder.
  func fileName(_ theme: Theme, _ format: PictureFormat, isNarrow: Bool = false) -> String {
    selection.files.name(of: figure, theme, format, isNarrow: isNarrow)
  }

  func write(_ delivery: Delivery) throws -> [DrawnFile] {
    let recipe = try selection.recipe(of: figure)
    var drawn = try selection.files.outputs(of: figure).map {
      try delivery.draw($0, recipe, scene: scene)
    }
    drawn += try selection.files.narrowOutputs(of: figure).map {
      try delivery.draw($0, recipe) { scene($0, fit: FigureFiles.narrowFit) }
    }
    try delivery.write(drawn)
    return drawn
  }

  func scene(_ theme: Theme) -> Scene { scene(theme, fit: PageFit(width: picture.fit.width)) }

  private func scene(_ theme: Theme, fit: PageFit) -> Scene {
    figure.scene(
      result, theme: theme, language: picture.language, fit: fit, palette: picture.palette,
      isOnPage: selection.isAll)
  }

  /// A line for each claim: whether it holds, and the numbers.
  func sayClaims(_ console: Console) throws {
    let language = picture.language
    for claim in result.claims {
      let verdict = claim.verdict(language)
      let style: TextStream.Style = claim.fails ? .warning : .name
      try console.say(
        "\(figure.name): " + console.messages.style(style, verdict)
          + ": \(claim.sentence[language]) (\(claim.measuredText(language)); "
          + "\(Wording("threshold", zh: "阈值")[language]): \(claim.threshold[language]))")
    }
  }

  func document(outputs: [String]) -> JSONValue {
    [
      "name": .text(figure.name), "source": .text(figure.source[picture.language]),
      "data": result.dataTitle.map { .text($0[picture.language]) } ?? .null,
      "claims": .list(result.claims.map { $0.document(picture.language) }),
      "outputs": .list(outputs.map { .text($0) }),
    ]
  }
}

extension Claim {
  /// Sentences in one language; the names of measures in English, since programs look for them.
  func document(_ language: PageLanguage) -> JSONValue {
    var numbers: [String: JSONValue] = [:]
    var seeds: [String: JSONValue] = [:]
    for measure in measured {
      numbers[measure.name.en] = measure.value.isFinite ? .number(measure.value) : .null
      if !measure.seeds.isEmpty {
        seeds[measure.name.en] = .list(measure.seeds.map { $0.isFinite ? .number($0) : .null })
      }
    }
    return [
      "claim": .text(sentence[language]),
      "reproduced": isApplicable ? .bool(isReproduced) : .null,
      "measured": .object(numbers), "seeds": .object(seeds),
      "threshold": .text(threshold[language]),
    ]
  }
}
