import Testing

@testable import LossPlot
@testable import LossScene

struct ThemeTests {
  @Test(arguments: Theme.all)
  func everyLabelIsReadableOnPaperTintAndBand(theme: Theme) {
    for palette in Palette.all {
      for style in palette.styles(classes: 30, theme: theme) {
        #expect(style.label.contrast(with: theme.paper) >= 4.5)
        for ground in [theme.tint(style.color), theme.band.over(theme.tint(style.color))] {
          #expect(theme.label(style.color, on: ground).contrast(with: ground) >= 4.5)
        }
      }
    }
  }

  @Test(arguments: Theme.all)
  func inkAndMutedTextAreReadableAlsoOnTheBand(theme: Theme) {
    #expect(theme.ink.contrast(with: theme.band.over(theme.paper)) >= 7)
    #expect(theme.muted.contrast(with: theme.paper) >= 4.5)
  }

  @Test func dotsOfTheUsualClassesStandOutFromDarkPaper() {
    let theme = Theme.dark
    for style in Palette.okabeIto.styles(classes: 8, theme: theme) {
      let dot = style.color.withOpacity(theme.dotOpacity).over(theme.paper)
      #expect(dot.contrast(with: theme.paper) >= 3, "\(style.color.hexText)")
      let pale = style.color.withOpacity(theme.paleOpacity).over(theme.paper)
      #expect(pale.contrast(with: theme.paper) >= 1.9, "\(style.color.hexText)")
    }
  }

  @Test func greysOfSixClassesHaveShapesBesideThem() {
    let styles = Palette.grey.styles(classes: 6, theme: .light)
    #expect(Set(styles.map { $0.shape }).count == 6)
    #expect(Set(styles.map { $0.color.hexText }).count == Palette.grey.colors.count)
  }

  @Test func contrastOfBlackAndWhiteIsTwentyOne() {
    #expect(abs(Color.black.contrast(with: .white) - 21) < 1e-9)
    #expect(Color.white.contrast(with: .white) == 1)
  }

  @Test func aColorThatStandsOutIsKept() {
    #expect(Theme.light.mark(Color(hex: 0x0072B2)) == Color(hex: 0x0072B2))
    #expect(Theme.light.label(Color(hex: 0x0072B2)) == Color(hex: 0x0072B2))
  }

  @Test(arguments: Theme.all)
  func tintsOfAllClassesAreAboutEquallyStrong(theme: Theme) {
    let styles = Palette.okabeIto.styles(classes: 8, theme: theme)
    let strengths = styles.map {
      OKLab(theme.tint($0.color)).distance(to: OKLab(theme.paper)) / theme.tintDistance
    }
    #expect(strengths.allSatisfy { $0 > 0.9 && $0 < 1.1 }, "\(strengths)")
  }

  /// From the article that introduces OKLab.
  @Test(
    arguments: [
      (0xFFFFFF, 1.0, 0.0, 0.0), (0xFF0000, 0.628, 0.225, 0.126), (0x00FF00, 0.866, -0.234, 0.180),
      (0x0000FF, 0.452, -0.032, -0.312),
    ] as [(UInt32, Double, Double, Double)])
  func okLabMatchesPublishedValues(hex: UInt32, lightness: Double, a: Double, b: Double) {
    #expect(
      OKLab(Color(hex: hex)).distance(to: OKLab(lightness: lightness, a: a, b: b)) < 0.001)
  }

  @Test func everyColorComesBackFromOKLab() {
    for hex in stride(from: 0 as UInt32, to: 0x1000000, by: 0x10FED) {
      #expect(OKLab(Color(hex: hex)).color == Color(hex: hex))
    }
  }

  @Test(arguments: Theme.all)
  func rampsGetStrongerStepByStep(theme: Theme) {
    let contrasts = ColorRamp.heat(theme).colors(9).map { $0.contrast(with: theme.paper) }
    #expect(contrasts == contrasts.sorted())
    #expect(ColorRamp.ordered(theme).color(at: 0).contrast(with: theme.paper) > 1.8)
    #expect(ColorRamp.heat(theme).color(at: .nan) == theme.paper)
  }
}
