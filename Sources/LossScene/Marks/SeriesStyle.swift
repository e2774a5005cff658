/// How one of several series is drawn: lines, their markers, bars.
package struct SeriesStyle: Sendable, Equatable {
  package var color: Color
  package var line: LineStyle
  package var shape: MarkerShape

  package init(color: Color, line: LineStyle = .solid, shape: MarkerShape = .circle) {
    self.color = color
    self.line = line
    self.shape = shape
  }

  /// Of a line in a key.
  package func stroke(width: Double) -> Stroke { line.stroke(color, width: width) }
}

extension Palette {
  /// One style for each series: by color, or in grey by lightness, dashes and markers together.
  package func series(_ count: Int, theme: Theme) -> [SeriesStyle] {
    guard isGrey || theme.isGrey else {
      return styles(classes: count, theme: theme).map { SeriesStyle(color: theme.mark($0.color)) }
    }
    let (lines, shapes) = (LineStyle.allCases, MarkerShape.allCases)
    let levels = max(1, min(count, lines.count))
    return (0..<count).map { index in
      // From one round to the next the dashes move on, so that no pair of cues comes again.
      SeriesStyle(
        color: theme.grey(Double(index % levels) / Double(max(1, levels - 1))),
        line: lines[(index + index / levels) % lines.count],
        shape: shapes[index % shapes.count])
    }
  }
}

extension Theme {
  /// How one of several lines is drawn: as usual, or in grey, where colors do not tell it from the
  /// others, in dashes of its own.
  package func line(_ index: Int, usual: LineStyle = .solid) -> LineStyle {
    isGrey ? LineStyle.allCases[index % LineStyle.allCases.count] : usual
  }

  /// The Okabe–Ito colors as lines and bars.
  package var hues: [Color] { isGrey ? greys : Palette.okabeIto.colors.map { mark($0) } }

  /// For each Okabe–Ito color a grey: the blue and the vermilion of two kinds that are held against
  /// each other, 0 and 4, are furthest apart.
  var greys: [Color] { [0.1, 0.6, 0.35, 0.5, 1, 0.8, 0.7, 0].map(grey) }

  /// From what stands out most from the paper, 0, to the palest that still does, 1; OKLab lightness
  /// 0.16 to 0.66 on white, and as much of the way to white on black.
  fileprivate func grey(_ share: Double) -> Color {
    let lightness = isDark ? 1 - 0.46 * share : 0.16 + 0.5 * share
    return OKLab(lightness: lightness, a: 0, b: 0).color
      .standingOut(from: paper, contrast: Self.markContrast)
  }
}
