extension TextMeasure {
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
  public static let light = Theme.light(measuring: .pango)
  public static let dark = Theme.dark(measuring: .pango)
  public static let all = [light, dark]
}
