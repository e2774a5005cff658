import LossPlot
import Testing

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

  /// WCAG 2.1, 1.4.11: what has to be seen stands out 3 : 1 from what it lies on.
  @Test(arguments: Theme.all, Palette.all)
  func everyMarkStandsOutFromEveryGround(theme: Theme, palette: Palette) {
    for classes in [2, 6, 10, 20, 30, 100] {
      let styles = palette.styles(classes: classes, theme: theme)
      let tints = [theme.paper] + styles.map { theme.tint($0.color) }
      let grounds = tints + tints.map { theme.band.over($0) }
      for style in styles {
        for look in DotLook.allCases {
          let rim = theme.paint(style.color, look: look, radius: 2).rim
          #expect(rim.width >= 0.4 && rim.color.opacity == 1)
          for ground in grounds {
            #expect(rim.color.contrast(with: ground) >= 3, "\(style.color) on \(ground)")
          }
        }
        #expect(theme.mark(style.color).contrast(with: theme.paper) >= 3, "\(style.color)")
      }
      for ground in grounds {
        #expect(theme.ink.contrast(with: ground) >= 3)
        #expect(theme.muted.contrast(with: ground) >= 3)
      }
    }
  }

  /// A sample is a test or a training one at a look: the insides differ, the rims do not.
  @Test(arguments: Theme.all)
  func testAndTrainingDotsDiffer(theme: Theme) {
    for style in Palette.okabeIto.styles(classes: 8, theme: theme) {
      let insides = [DotLook.filled, .pale].map {
        OKLab((theme.paint(style.color, look: $0, radius: 2).fill ?? .white).over(theme.paper))
      }
      #expect(insides[0].distance(to: insides[1]) > 0.06, "\(style.color)")
    }
  }

  @Test(arguments: Theme.all)
  func thereAreAsManyGreysAsSaidWithShapesBesideThem(theme: Theme) {
    let greys = Palette.grey.colors.count
    #expect(Palette.grey.summary.hasPrefix("\(greys) greys"))
    let styles = Palette.grey.styles(classes: greys, theme: theme)
    #expect(Set(styles.map { $0.shape }).count == greys)
    for (index, first) in styles.enumerated() {
      for second in styles.dropFirst(index + 1) {
        // As far apart as the colors of Okabe and Ito to the color-blind.
        #expect(OKLab(first.color).distance(to: OKLab(second.color)) > 0.076)
      }
    }
    // Beyond, a grey comes back with another shape.
    let many = Palette.grey.styles(classes: 20, theme: theme)
    #expect(Set(many.map { "\($0.color.hexText) \($0.shape)" }).count == 20)
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
    #expect(ColorRamp.heat(theme).color(at: .nan) == theme.paper)
  }
}
