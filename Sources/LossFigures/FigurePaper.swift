/// What a figure is drawn on: theme, language and size, and what the page adds to every figure.
package struct FigurePaper: Sendable, Speaking {
  /// Of its words and of the pictures of single runs on it; the page is fitted for itself.
  let style: FigureStyle
  /// The width that the figure is wanted at: narrow ones have their panels in rows.
  let fit: PageFit
  /// Whether title, claims and caveat stand around the picture, and not in it.
  let isOnPage: Bool
  let figure: Figure
  let claims: [Claim]
  let dataTitle: Wording?

  var theme: Theme { style.theme }
  package var language: PageLanguage { style.language }

  init(_ figure: Figure, _ result: FigureResult, style: FigureStyle, isOnPage: Bool) {
    self.figure = figure
    claims = result.claims
    dataTitle = result.dataTitle
    fit = style.fit
    var style = style
    style.fit = PageFit()
    style.theme = fit.printed(style.theme, natural: Page.wide.width).suiting(style.palette)
    style.theme.substitute = style.palette
    self.style = style
    self.isOnPage = isOnPage
  }

  /// The page with title, data, source, claims and caveat, and what the figure itself adds.
  func page(subtitle: [RichText], key: [KeyItem], notes: [RichText] = []) -> Page {
    let natural = words(subtitle: subtitle, key: key, notes: notes, size: Page.wide)
    guard let width = narrowWidth(natural: Page.wide.width) else { return natural }
    // The words take more lines there, and the panel is less wide for its height.
    return words(subtitle: subtitle, key: key, notes: notes, size: (width, 0)).with(
      body: natural.body.height * (width / Page.wide.width).squareRoot())
  }

  /// Units of a page that is to be narrower than the figure is made for; `nil` for any other.
  func narrowWidth(natural: Double) -> Double? {
    let width = fit.layoutWidth(natural: natural)
    return width < natural - 1e-9 ? width : nil
  }

  /// Units of the page's width.
  func width(natural: Double) -> Double { narrowWidth(natural: natural) ?? natural }

  /// The page in one size, with all that is said around the panels.
  func words(
    subtitle: [RichText], key: [KeyItem], notes: [RichText] = [],
    size: (width: Double, height: Double)
  ) -> Page {
    var subtitle = subtitle
    if let dataTitle { subtitle.append(text(dataTitle)) }
    subtitle.append(text("after \(figure.source.en)", zh: "依据 \(figure.source.zh)"))
    let title = text(figure.title)
    var page = Page(
      isOnPage ? RichText() : title, subtitle: subtitle, key: key,
      notes: notes + (isOnPage ? [] : ownNotes), size: size, theme: theme)
    page.name = title
    page.punctuation = language.punctuation
    if fit.width != nil { page.fitMargins() }
    return page
  }

  /// The finished scene with a description for those who cannot see it.
  func scene(_ page: Page, _ items: [Scene.Item]) -> Scene {
    let claims = claims.map { claim in
      Wording(
        "\(claim.sentence.en): \(claim.verdict(.en)).",
        zh: "\(claim.sentence.zh)：\(claim.verdict(.zh))。")[language]
    }
    let scene = page.scene(
      description: ([figure.summary[language]] + claims).joined(separator: " "), items)
    return fit.width.map { scene.scaled(by: $0 / scene.width) } ?? scene
  }

  /// The title of an axis that several figures have.
  var ownAngle: RichText { text("angle $θ$ to the own class", zh: "与本类权重的夹角 $θ$") }

  /// The key of the solid line between two classes.
  var boundaryKey: KeyItem {
    keyItem(.line(theme.ink, width: 1.25), "boundary of the classifier", zh: "分类器的边界")
  }

  /// Two classes, by number.
  var classNames: [RichText] { [text("class 1", zh: "类 1"), text("class 2", zh: "类 2")] }

  /// Two things with a comma of the language.
  func listed(_ first: Wording, _ second: Wording) -> RichText {
    RichText(plain: first[language] + said(", ", zh: "，") + second[language])
  }

  /// One line a claim: verdict, sentence, numbers; then the caveat.
  private var ownNotes: [RichText] {
    var notes = claims.map { claim in
      RichText(plain: claim.verdict(language)).bold()
        + text(
          ": \(claim.sentence.en) (\(claim.measuredText(.en)))",
          zh: "：\(claim.sentence.zh)（\(claim.measuredText(.zh))）")
    }
    if !figure.caveat[language].isEmpty { notes.append(text(figure.caveat)) }
    return notes
  }
}

extension Figure {
  /// The figure drawn.
  ///
  /// - Parameter isOnPage: whether title and claims stand around it.
  package func scene(
    _ result: FigureResult, theme: Theme, language: PageLanguage = .en, fit: PageFit = PageFit(),
    palette: Palette? = nil, isOnPage: Bool = false
  ) -> Scene {
    var style = FigureStyle(theme: theme)
    style.language = language
    style.fit = fit
    style.palette = palette
    return result.scene(FigurePaper(self, result, style: style, isOnPage: isOnPage))
  }
}

extension Page {
  /// As high as leaves so much to the panels.
  func with(body wanted: Double) -> Page {
    var page = self
    page.height = 1e4
    page.height += wanted - page.body.height
    return page
  }

  /// Without what panels as wide as the page, and no higher than wide, leave empty above the words.
  func endingBelow(_ frames: [Rectangle], bottom: Double) -> Page {
    let end = frames.map(\.maxY).max() ?? body.maxY
    return with(body: min(body.maxY, end + bottom) - body.y)
  }
}
