/// Colors for classes, in the order they are given out.
public struct Palette: Sendable, Equatable {
  package let name: String
  /// One line for lists.
  package let summary: String
  package let colors: [Color]

  private init(_ name: String, _ summary: String, _ hex: [UInt32]) {
    self.name = name
    self.summary = summary
    colors = hex.map { Color(hex: $0) }
  }

  /// Okabe and Ito, "Color universal design", 2008, blue first and black last.
  package static let okabeIto = Palette(
    "okabe-ito", "8 colors that the color-blind tell apart (default up to 8 classes)",
    [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0xD55E00, 0x56B4E9, 0xF0E442, 0x000000])

  /// Twenty colors whose smallest distance in OKLab, to an ordinary eye and under the three kinds
  /// of color blindness, is as large as a search could make it: 0.085, where Okabe–Ito has 0.076.
  ///
  /// Searched among colors of lightness 0.40 to 0.85 and chroma 0.07 to 0.19. Ordered so that the
  /// first n are far apart, too.
  package static let twenty = Palette(
    "twenty", "20 colors that the color-blind tell apart (default above 8 classes)",
    [
      0x2D5AC3, 0x1EF0B4, 0xC34B00, 0x8796F0, 0x780078, 0xC37878, 0xB4E14B, 0x8769A5, 0xFFA5FF,
      0x4B4B0F, 0xE19687, 0x96C300, 0xA587B4, 0xA55A69, 0x5A78E1, 0x69C3C3, 0xE16900, 0x003CA5,
      0xA50F4B, 0x784B87,
    ])

  /// Paul Tol, "Colour schemes", 2021: bright.
  package static let tolBright = Palette(
    "tol-bright", "7 colors by Paul Tol",
    [0x4477AA, 0xEE6677, 0x228833, 0xCCBB44, 0x66CCEE, 0xAA3377, 0xBBBBBB])

  /// The ten that Tableau and Matplotlib made common.
  package static let tab10 = Palette(
    "tab10", "10 colors as in Matplotlib; not for the color-blind",
    [
      0x1F77B4, 0xFF7F0E, 0x2CA02C, 0xD62728, 0x9467BD, 0x8C564B, 0xE377C2, 0x7F7F7F, 0xBCBD22,
      0x17BECF,
    ])

  /// For print without color; the marker shape tells classes apart.
  ///
  /// OKLab lightness 0.16 to 0.66 in even steps: darker ones print as black, lighter ones do not
  /// stand out from the paper. On dark paper they are turned round.
  package static let grey = Palette(
    "grey", "6 greys and as many shapes, for print without color",
    [0x0D0D0D, 0x585858, 0x242424, 0x747474, 0x3D3D3D, 0x929292])

  package static let all = [okabeIto, twenty, tolBright, tab10, grey]

  /// `okabe-ito`, `twenty`, `tol-bright`, `tab10` or `grey`; `nil` for other names.
  public static func named(_ name: String) -> Palette? {
    all.first { $0.name == name.lowercased() }
  }

  /// Okabe–Ito as long as it lasts, then the twenty.
  package static func standard(classes: Int) -> Palette {
    classes <= okabeIto.colors.count ? okabeIto : twenty
  }
}

/// How one class is drawn.
package struct ClassStyle: Sendable, Equatable {
  /// Of dots, bars and the ground of a region.
  package var color: Color
  /// Of words.
  package var label: Color
  package var shape: MarkerShape

  package init(color: Color, label: Color, shape: MarkerShape = .circle) {
    self.color = color
    self.label = label
    self.shape = shape
  }
}

extension Palette {
  /// One style for each class, all different as long as eyes can follow.
  ///
  /// Circles for up to 8 classes; above, and wherever colors run out, the marker shape is the
  /// second cue. When they have run out, hues go round at three lightnesses.
  package func styles(classes: Int, theme: Theme) -> [ClassStyle] {
    guard isGrey || !theme.isGrey else {
      return Palette.grey.styles(classes: classes, theme: theme)
    }
    let shapes = MarkerShape.allCases
    return (0..<max(0, classes)).map { index in
      let chosen = classes <= colors.count ? colors[index] : spread(index, of: classes)
      let color = theme.inside(isGrey && theme.isDark ? chosen.turnedRound : chosen)
      // Greys are too few to be told apart alone.
      let isPlain = classes <= 8 && classes <= colors.count && !isGrey
      return ClassStyle(
        color: color, label: theme.label(color),
        shape: isPlain ? .circle : shapes[index % shapes.count])
    }
  }

  package var isGrey: Bool { colors.allSatisfy { OKLab($0).chroma < 0.02 } }

  /// Neighbours in the list differ in lightness, the next but two in hue.
  private func spread(_ index: Int, of classes: Int) -> Color {
    // A palette of greys stays grey; shapes tell apart what shares one.
    if isGrey { return colors[index % colors.count] }
    let hues = (classes + 2) / 3
    let lightness = [0.58, 0.76, 0.42][index % 3]
    let hue = 2 * Double.pi * (Double(index / 3) + Double(index % 3) / 3) / Double(hues)
    return OKLab(lightness: lightness, chroma: 0.14, hue: hue + 4.4).color
  }
}

extension Color {
  /// Of a grey for white paper, that for black paper.
  fileprivate var turnedRound: Color {
    OKLab(lightness: 1.16 - OKLab(self).lightness, a: 0, b: 0).color
  }
}
