/// Several runs that differ in a few settings, for one picture of equal panels.
package struct Comparison: Sendable {
  package var title: RichText
  /// What it is called where it has no title.
  package var name: RichText = ""
  /// What is the same everywhere, said once.
  package var equal: [RichText]
  /// What was varied and measured, under the panels.
  package var facts: [RichText]
  /// What an honest picture has to add, a line each; with what its cells warn of it is `allNotes`.
  package var notes: [String]
  package var cells: [Cell]
  /// Cells of a row, or of a row of a block; `nil` for as many as make a good page.
  package var columns: Int?
  /// Cells that belong together, in the order of `cells`; empty for a plain list.
  package var blocks: [Block] = []
  /// Cells of one list of a block, which begins a row where it has no room in one; `nil` for none.
  package var list: Int?
  /// Whether a plane that looks larger is larger; else each has the axes that suit it.
  package var hasEqualAxes = true

  /// Whether all planes have the same axes: because they are equal, or somebody asked for them.
  func sharesAxes(in style: FigureStyle) -> Bool { hasEqualAxes || style.featureLimit != nil }

  /// Of one page of several: how its cells stand, the axes of all pages, its number and theirs.
  var shape: ComparisonGrid?
  var sharedLimit: Double?
  var place: (number: Int, count: Int)?

  /// Settings that share what stands above them: a loss.
  package struct Block: Sendable {
    /// Empty for none.
    package var title: RichText
    /// Cells.
    package var count: Int

    package init(_ title: RichText, count: Int) {
      self.title = title
      self.count = count
    }
  }

  /// One setting.
  package struct Cell: Sendable {
    /// What differs: "m = 0.20".
    package var title: RichText
    /// The numbers that tell most.
    package var numbers: RichText
    /// What to learn from it, in the place of the numbers.
    package var lesson: RichText = ""
    /// What its training warned of, by its loss where there are several.
    package var warnings: [String] = []
    package var content: Content

    package enum Content: Sendable {
      case run(Run)
      /// Why there is nothing to see.
      case failed(String)
    }

    package init(title: RichText, numbers: RichText = "", content: Content) {
      self.title = title
      self.numbers = numbers
      self.content = content
    }

    var run: Run? {
      guard case .run(let run) = content else { return nil }
      return run
    }
  }

  package init(
    title: RichText, equal: [RichText] = [], facts: [RichText] = [], notes: [String] = [],
    cells: [Cell], columns: Int? = nil
  ) {
    self.title = title
    self.equal = equal
    self.facts = facts
    self.notes = notes
    self.cells = cells
    self.columns = columns
  }

  /// The notes of a page, with the warnings of the cells that stand on it.
  func allNotes(_ language: PageLanguage) -> [String] {
    notes + Self.said(cells.flatMap(\.warnings), in: language)
  }

  /// Of a few warnings each once, of many the first for all.
  package static func said(_ warnings: [String], in language: PageLanguage) -> [String] {
    var known: [String] = []
    for warning in warnings where !known.contains(warning) { known.append(warning) }
    guard known.count > 3 else { return known }
    let more = known.count - 1
    return [
      known[0],
      Wording("and \(more) more warnings of this kind", zh: "另有 \(more) 条此类警告")[language],
    ]
  }
}
