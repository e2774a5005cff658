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

  @Test func palettesAreFoundByNameWithoutCase() {
    #expect(Palette.named("Okabe-Ito") == .okabeIto)
    #expect(Palette.named("rainbow") == nil)
    #expect(Set(Palette.all.map(\.name)).count == Palette.all.count)
  }
}
