import LossLab

/// What a figure is drawn on: theme and language, and what the page adds to every figure.
public struct FigurePaper: Sendable {
  public var theme: Theme
  public var language: PageLanguage
  let figure: Figure
  let claims: [Claim]
  let dataTitle: String?

  public init(
    _ figure: Figure, _ result: FigureResult, theme: Theme, language: PageLanguage = .en
  ) {
    self.figure = figure
    claims = result.claims
    dataTitle = result.dataTitle
    self.theme = theme
    self.language = language
  }

  /// The page with title, data, source, claims and caveat, and what the figure itself adds.
  public func page(
    subtitle: [RichText] = [], facts: [RichText] = [], key: [KeyItem] = [],
    notes: [RichText] = [], size: (width: Double, height: Double) = Page.wide
  ) -> Page {
    var subtitle = subtitle
    if let dataTitle { subtitle.append(RichText(plain: dataTitle)) }
    subtitle.append(RichText(plain: word("after \(figure.source)", zh: "依据 \(figure.source)")))
    return Page(
      RichText(plain: figure.title[language]), subtitle: subtitle, facts: facts, key: key,
      notes: notes + ownNotes, size: size, theme: theme)
  }

  /// The finished scene with a description for those who cannot see it.
  public func scene(_ page: Page, _ items: [Scene.Item]) -> Scene {
    let claims = claims.map { "\($0.sentence[language]): \($0.verdict(language))." }
    return page.scene(
      description: ([figure.summary[language]] + claims).joined(separator: " "), items)
  }

  /// The word of the language that the paper speaks.
  public func word(_ en: String, zh: String) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }

  /// One line a claim: verdict, sentence, numbers; then the caveat.
  private var ownNotes: [RichText] {
    var notes = claims.map { claim in
      RichText(plain: claim.verdict(language)).bold()
        + RichText(plain: ": \(claim.sentence[language]) (\(claim.measuredText))")
    }
    if !figure.caveat[language].isEmpty { notes.append(RichText(plain: figure.caveat[language])) }
    return notes
  }
}

extension Figure {
  /// The figure drawn.
  public func scene(
    _ result: FigureResult, theme: Theme, language: PageLanguage = .en
  ) -> Scene {
    result.scene(FigurePaper(self, result, theme: theme, language: language))
  }
}
