/// Colors and type of a picture, so that a figure reads well on white and on dark ground.
public struct Theme: Sendable, Equatable {
  package let name: String
  /// Of the words on it.
  package var measure: TextMeasure
  /// The family of the words; `nil` for DejaVu Sans.
  package var font: String?
  /// What is not to stand around the panels.
  package var omitted: [PagePart] = []
  /// Whether all of it is for print without color: nothing has a hue, and lines of several series
  /// differ in their dashes.
  package private(set) var isGrey = false
  /// What takes the place of the Okabe–Ito colors, in which figures say what is what; `nil` for
  /// themselves.
  package var substitute: Palette?
  /// No type is to be smaller, units of the page.
  package var leastType = RichText.smallestType
  package private(set) var paper: Color
  /// Main text, boundaries, arrows.
  package private(set) var ink: Color
  /// Text that explains: ticks, keys, subtitles.
  package private(set) var muted: Color
  /// Frames and grid lines.
  package private(set) var faint: Color
  /// Laid over what it covers: the margin band.
  package private(set) var band: Color

  /// Of dots where they lie alone.
  package let dotOpacity: Double
  /// Of the paler ones: training samples.
  package let paleOpacity: Double
  /// The least contrast of a dot's inside with the paper; its rim has that of a mark.
  let insideContrast: Double
  /// How far a tint is from the paper, in OKLab: for all colors alike, or black would tint
  /// grey as a margin band and yellow not at all.
  let tintDistance: Double

  package let titleSize = 21.0
  package let textSize = 12.0
  package let smallSize = 9.5

  /// Dark words on white, for layouts without Cairo.
  public static func light(measuring measure: TextMeasure) -> Theme {
    Theme(
      name: "light", measure: measure, paper: .white, ink: Color(hex: 0x16191D),
      muted: Color(hex: 0x626973), faint: Color(hex: 0xDFE2E6),
      band: Color(hex: 0x4A4F57, opacity: 0.2), dotOpacity: 0.7, paleOpacity: 0.25,
      insideContrast: 1.6,
      tintDistance: 0.045)
  }

  /// Light words on a dark ground, for layouts without Cairo.
  public static func dark(measuring measure: TextMeasure) -> Theme {
    Theme(
      name: "dark", measure: measure, paper: Color(hex: 0x0E1116), ink: Color(hex: 0xEDEFF2),
      muted: Color(hex: 0xA3ABB6), faint: Color(hex: 0x2C323A),
      band: Color(hex: 0xC9CFD8, opacity: 0.17), dotOpacity: 0.9, paleOpacity: 0.25,
      insideContrast: 1.9,
      tintDistance: 0.07)
  }

  /// Whether panels have headings.
  package var hasHeadings: Bool { !omitted.contains(.headings) }

  /// The same without hues where the classes have none.
  package func suiting(_ palette: Palette?) -> Theme { palette == .grey ? inGrey : self }

  /// The same without hues.
  package var inGrey: Theme {
    var theme = self
    theme.isGrey = true
    theme.paper = paper.neutral
    theme.ink = ink.neutral
    theme.muted = muted.neutral
    theme.faint = faint.neutral
    theme.band = band.neutral
    return theme
  }

  /// What can be printed: in grey a color's lightness alone.
  package func printed(_ color: Color) -> Color {
    let color = substituted(color)
    return isGrey ? color.neutral : color
  }

  private func substituted(_ color: Color) -> Color {
    guard let substitute, let place = Palette.okabeIto.colors.firstIndex(of: color) else {
      return color
    }
    return isGrey ? greys[place] : substitute.colors[place % substitute.colors.count]
  }

  var isDark: Bool { paper.contrast(with: .black) < 2 }

  /// The ground of a class's region.
  package func tint(_ color: Color) -> Color {
    let color = printed(color)
    let distance = OKLab(paper).distance(to: OKLab(color))
    return paper.mixed(with: color, min(0.25, tintDistance / max(distance, 1e-6)))
  }

  /// The color for words about something of that color: contrast at least 4.5 : 1.
  package func label(_ color: Color, on ground: Color? = nil) -> Color {
    printed(color).standingOut(from: ground ?? paper, contrast: 4.5)
  }

  /// The least contrast of lines, bars and the rims of dots with what they lie on: WCAG 2.1, 1.4.11.
  package static let markContrast = 3.0

  /// The color for the inside of dots: visible, but not changed where it need not be.
  ///
  /// Black, the ink among the classes, becomes white on dark paper.
  package func inside(_ color: Color) -> Color {
    let color = printed(color)
    let isInk = OKLab(color).lightness < 0.1 && isDark
    return (isInk ? .white : color).standingOut(from: paper, contrast: insideContrast)
  }

  /// The color for lines and bars on the paper.
  package func mark(_ color: Color) -> Color {
    inside(color).standingOut(from: paper, contrast: Self.markContrast)
  }

  /// The color for the rims of dots: they stand out from the margin band over any class, too.
  package func rim(_ color: Color) -> Color {
    // A tint of a hue has up to 2 % more or less light than that of ink.
    mark(color).standingOut(from: band.over(tint(ink)), contrast: 1.04 * Self.markContrast)
  }
}

extension Theme {
  /// Small words at a point of the scene; with a halo the paper shines around them.
  package func words(
    _ text: RichText, at place: Point, color: Color? = nil, anchor: Scene.Text.Anchor = .start,
    baseline: Scene.Text.Baseline = .middle, halo: Bool = false
  ) -> Scene.Item {
    .text(
      text, at: place, size: smallSize, color: color ?? muted, anchor: anchor, baseline: baseline,
      halo: halo ? paper : nil)
  }
}
