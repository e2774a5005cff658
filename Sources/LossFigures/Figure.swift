/// A figure of the article or of one of its papers: what it shows, and how it is measured and drawn.
///
/// A new figure is one file with such a value and one line in `ArticleChapter.figures`.
package struct Figure: Sendable {
  /// As typed after `lossviz figure`: "target-logits".
  package let name: String
  package let title: Wording
  /// Paper and number of the original that it is made after.
  package let source: Wording
  /// A few sentences for the page: what is drawn, and what it argues.
  package let summary: Wording
  /// What an honest caption adds; empty for nothing.
  package private(set) var caveat = Wording("")
  /// In the markup of `RichText.init(formula:)`, for the page.
  package private(set) var formulas: [String] = []
  /// Authors, year, arXiv number or venue.
  package let citations: [String]
  package private(set) var data = FigureData.none
  /// Of what it is made with, what a caller may choose; `nil` for what its data suggest.
  private(set) var ownSettings: Set<FigureSetting>?
  /// With how many seeds it is made where nobody says.
  package private(set) var usualSeeds = 3
  /// Measures the claims and prepares the drawing.
  ///
  /// - Throws: what training throws.
  package let make: @Sendable (FigureContext) throws -> FigureResult

  package var settings: Set<FigureSetting> { ownSettings ?? data.settings }

  /// In the order of the article's argument, which is that of the page.
  package static let all = ArticleChapter.allCases.flatMap(\.figures)

  /// The figure of that name, upper or lower case.
  package static func named(_ name: String) -> Figure? {
    all.first { $0.name == name.lowercased() }
  }
}

/// Whether a figure trains, and on which data.
package enum FigureData: Sendable, Equatable {
  /// Nothing is trained: the figure comes from formulas or from tables.
  case none
  /// Trained on these data unless others are asked for; any will do.
  case any(standard: String)
  /// Trained on data that it makes itself, described in a few words.
  case own(String)

  package var trains: Bool { self != .none }

  /// What a caller may choose where the figure does not say: the scale is only for some losses.
  package var settings: Set<FigureSetting> {
    switch self {
    case .none: []
    case .any: [.network, .steps, .samples, .seeds]
    case .own: [.steps, .seeds]
    }
  }
}

extension Set<FigureSetting> {
  /// Of figures with losses that have a scale.
  static let all = Set(FigureSetting.allCases)
}

/// A figure whose claims are measured, ready to be drawn.
package struct FigureResult: Sendable {
  package var claims: [Claim]
  /// The data as on a picture: "6 identities"; `nil` without training.
  package var dataTitle: Wording?
  /// The same figure on any paper: light or dark, in either language.
  package var scene: @Sendable (FigurePaper) -> Scene
}
