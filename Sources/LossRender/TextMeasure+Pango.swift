extension TextMeasure {
  /// In DejaVu Sans by the table of its widths, so that pictures do not depend on the fonts of a
  /// machine; lines with letters that it lacks as Pango sets them.
  package static let dejaVu: TextMeasure =
    AdvanceTable(FontAdvances.bytes).map { .table($0, else: .pango) } ?? .pango

  /// In DejaVu Sans, as Pango sets it.
  ///
  /// On a machine without fonts an estimate, so that laying out cannot fail: drawing will say it.
  package static let pango = pango(family: nil)

  /// The same in a family of choice.
  package static func pango(family: String?) -> TextMeasure {
    TextMeasure(name: family.map { "Pango, \($0)" } ?? "Pango") { text, size in
      (try? TextShaper(family: family).drawnLine(text, size: size).width)
        ?? TextMeasure.estimate.width(of: text, size: size)
    }
  }
}

extension Theme {
  /// The same with its words in another family.
  package func set(in family: String?) -> Theme {
    var theme = self
    theme.font = family
    theme.measure = family == nil ? .dejaVu : .pango(family: family)
    return theme
  }

  /// Dark words on white, measured by the widths of DejaVu Sans.
  public static let light = Theme.light(measuring: .dejaVu)
  /// Light words on a dark ground, measured by the widths of DejaVu Sans.
  public static let dark = Theme.dark(measuring: .dejaVu)
  package static let all = [light, dark]
}
