import LossPlot
import Testing

@testable import LossScene

struct PaletteTests {
  @Test func theTwentyAreAsFarApartAsSaid() {
    let distance = ColorVision.smallestDistance(Palette.twenty.colors)
    #expect(distance > 0.0845 && distance < 0.0855)
  }

  @Test(arguments: Theme.all)
  func theColorBlindTellTheDefaultClassesApart(theme: Theme) {
    for classes in 2...20 {
      let styles = Palette.standard(classes: classes).styles(classes: classes, theme: theme)
      #expect(ColorVision.smallestDistance(styles.map(\.color)) > 0.06, "\(classes) classes")
    }
  }

  @Test func tab10IsNotForTheColorBlind() {
    #expect(ColorVision.smallestDistance(Palette.tab10.colors) < 0.01)
  }

  @Test(arguments: [9, 20, 21, 100])
  func aboveEightClassesNeighboursDifferInShape(classes: Int) {
    let styles = Palette.standard(classes: classes).styles(classes: classes, theme: .light)
    #expect(styles.count == classes)
    for (one, next) in zip(styles, styles.dropFirst()) { #expect(one.shape != next.shape) }
  }

  @Test func upToEightClassesAreCircles() {
    let styles = Palette.okabeIto.styles(classes: 8, theme: .light)
    #expect(styles.allSatisfy { $0.shape == .circle })
    #expect(styles[0].color == Color(hex: 0x0072B2))
  }

  @Test func sixtyClassesAllDiffer() {
    let styles = Palette.twenty.styles(classes: 60, theme: .light)
    for first in styles.indices {
      for second in styles.indices where second > first {
        #expect(styles[first] != styles[second])
      }
    }
  }

  @Test func greyStaysGrey() {
    for style in Palette.grey.styles(classes: 12, theme: .dark) {
      #expect(OKLab(style.color).chroma < 0.01)
    }
  }

  /// In print without color each series has a lightness, dashes and a marker of its own.
  @Test(arguments: Theme.all)
  func greySeriesAreToldApartWithoutColor(theme: Theme) {
    for count in 1...12 {
      let series = Palette.grey.series(count, theme: theme.inGrey)
      #expect(series.count == count)
      for (index, one) in series.enumerated() {
        #expect(OKLab(one.color).chroma < 1e-3)
        #expect(one.color.contrast(with: theme.paper) >= 3, "\(index) of \(count)")
        for other in series[..<index] {
          let step = abs(OKLab(one.color).lightness - OKLab(other.color).lightness)
          #expect(one.line != other.line || step > 0.08, "\(index) of \(count)")
          if count <= LineStyle.allCases.count {
            #expect(one.line != other.line && one.shape != other.shape)
            #expect(step > 0.08, "\(index) of \(count)")
          }
        }
      }
    }
  }

  @Test(arguments: Theme.all)
  func aGreyThemeHasNoHue(theme: Theme) {
    let grey = theme.inGrey
    let made = Palette.all.flatMap { palette in
      palette.styles(classes: 30, theme: grey).flatMap { [$0.color, $0.label] }
        + palette.colors.flatMap { [grey.mark($0), grey.tint($0), grey.rim($0), grey.label($0)] }
    }
    let heat = ColorRamp.heat(grey).colors(20)
    for color in [grey.paper, grey.ink, grey.muted, grey.faint, grey.band] + grey.hues + made + heat
    {
      #expect(color.red == color.green && color.green == color.blue, "\(color.hexText)")
    }
    #expect(grey.ink.contrast(with: grey.paper) > 12)
    let two = [grey.hues[0], grey.hues[4]].map { OKLab($0).lightness }
    #expect(abs(two[0] - two[1]) > 0.4)
  }

  @Test func palettesAreFoundByNameWithoutCase() {
    #expect(Palette.named("Okabe-Ito") == .okabeIto)
    #expect(Palette.named("rainbow") == nil)
    #expect(Set(Palette.all.map(\.name)).count == Palette.all.count)
  }
}
