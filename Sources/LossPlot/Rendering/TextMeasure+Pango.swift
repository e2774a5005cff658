import FontData

extension TextMeasure {
  /// In DejaVu Sans by the table of its widths, so that pictures do not depend on the fonts of a
  /// machine; lines with letters that it lacks as Pango sets them.
  public static let dejaVu: TextMeasure =
    AdvanceTable(FontAdvances.bytes).map { .table($0, else: .pango) } ?? .pango

  /// In DejaVu Sans, as Pango sets it.
  ///
  /// On a machine without fonts an estimate, so that laying out cannot fail: drawing will say it.
  public static let pango = TextMeasure(name: "Pango") { text, size in
    do {
      return try TextShaper().line(text, size: size).width
    } catch {
      return TextMeasure.estimate.width(of: text, size: size)
    }
  }
}

extension Theme {
  public static let light = Theme.light(measuring: .dejaVu)
  public static let dark = Theme.dark(measuring: .dejaVu)
  public static let all = [light, dark]
}
