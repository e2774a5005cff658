import LossLab
import LossPlot
import Testing

struct AdvanceTableTests {
  private static let texts: [RichText] =
    [
      "target logit  $s (cos θ_y − m)$", "$W_{y_i}$ and $‖x‖$", "Test accuracy 98.2 %",
      "intra-class 3.5°  nearest class 59.8°  gap 12.5°", "AVATAR, Te, To, Ty, fi, ff, fly",
      "λ = 0.01, γ ≥ 2, π/2", "x ∈ ℝ², 0 ≤ m < π", "naïve Čapek Ångström", "Пример текста",
      "class weight W₁", "a/b — “quoted” … 1,234,567",
    ] + LossEntry.all.map { RichText(markup: $0.formula) }
    + LossEntry.all.map { RichText(plain: $0.title).bold() }
    + LossEntry.all.map { RichText(plain: $0.summary) }

  /// Pango rounds some pairs of letters twice, by 1/1024 point each time; SVG has two decimals.
  @Test(arguments: [6.5, 9.5, 12, 13.37, 21])
  func linesAreAsWideAsPangoSetsThemToWhatAnSVGShows(size: Double) throws {
    let table = try #require(AdvanceTable(FontAdvances.bytes))
    for text in Self.texts {
      let width = try #require(table.width(of: text, size: size), "\(text.text)")
      #expect(abs(width - text.width(size: size, by: .pango)) < 0.005, "\(text.text)")
    }
  }

  @Test func aLetterOfEastAsiaIsAsWideAsTheTypeIsLarge() throws {
    let table = try #require(AdvanceTable(FontAdvances.bytes))
    #expect(table.width(of: RichText(plain: "决策边界"), size: 12) == 48)
  }

  @Test func aLetterThatIsNotThereIsLeftToTheOtherMeasure() throws {
    let table = try #require(AdvanceTable(FontAdvances.bytes))
    let text = RichText(plain: "Thai ก")
    #expect(table.width(of: text, size: 12) == nil)
    #expect(
      text.width(size: 12, by: .table(table, else: .estimate))
        == text.width(size: 12, by: .estimate))
  }

  /// Of several letters, each of which alone would be one or none.
  @Test(arguments: ["🙂", "👨‍👩‍👧‍👦", "🇩🇪", "👍🏽", "👩🏽‍🚀", "❤️", "1️⃣"])
  func aPictureIsOneWhateverIsJoinedToIt(sign: String) throws {
    let table = try #require(AdvanceTable(FontAdvances.bytes))
    #expect(table.width(of: RichText(plain: sign), size: 12) == 15)
    #expect(table.width(of: RichText(plain: sign + sign), size: 12) == 30)
    #expect(sign.columns == 2)
    let letters = try #require(table.width(of: RichText(plain: "Anna"), size: 12))
    #expect(table.width(of: RichText(plain: "Anna" + sign), size: 12) == letters + 15)
  }

  /// Where no font has a sign, a square stands for it: as wide as what is drawn.
  @Test func whatNoFontHasIsAsWideAsTheSquareForIt() {
    // Of the private use area, in which no font here has anything.
    let (lacking, square) = (RichText(plain: "\u{F0000}\u{F0001} ก"), RichText(plain: "□□ ก"))
    #expect(lacking.width(size: 12, by: .pango) == square.width(size: 12, by: .pango))
  }

  @Test func whatIsNoTableIsRefused() {
    let bytes = FontAdvances.bytes
    #expect(AdvanceTable([]) == nil)
    #expect(AdvanceTable(Array(bytes.dropLast(2))) == nil)
    #expect(AdvanceTable(bytes + [0, 0]) == nil)
    #expect(AdvanceTable([255, 255] + bytes.dropFirst(2)) == nil)
  }
}
