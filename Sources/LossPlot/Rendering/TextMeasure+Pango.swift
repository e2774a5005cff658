extension TextMeasure {
  /// In DejaVu Sans, as Pango sets it.
  ///
  /// On a machine without fonts an estimate, so that laying out cannot fail: drawing will say it.
  public static let pango = pango(family: nil)

  /// The same in a family of choice.
  public static func pango(family: String?) -> TextMeasure {
    TextMeasure(name: family.map { "Pango, \($0)" } ?? "Pango") { text, size in
      do {
        return try TextShaper(family: family).line(text, size: size).width
      } catch {
        return TextMeasure.estimate.width(of: text, size: size)
      }
    }
  }
}

extension Theme {
  /// The same with its words in another family.
  public func set(in family: String?) -> Theme {
    var theme = self
    theme.font = family
    theme.measure = .pango(family: family)
    return theme
  }

  public static let light = Theme.light(measuring: .pango)
  public static let dark = Theme.dark(measuring: .pango)
  public static let all = [light, dark]
}
