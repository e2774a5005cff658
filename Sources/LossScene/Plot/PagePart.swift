/// What stands around the panels of a page, and may be left out.
package enum PagePart: String, CaseIterable, Sendable {
  /// The title and the line of settings below it.
  case title
  /// What was measured, in a sentence and in numbers.
  case facts
  case key
  case notes
  /// What a panel is called, where there is one of its kind.
  case headings
}
