import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct RenderTests {
  @Test(arguments: PictureMetadataTests.formats)
  func theSameSceneGivesTheSameBytesInEveryThread(format: PictureFormat) async throws {
    let first = try render(.sample, as: format, metadata: .sample)
    try await withThrowingTaskGroup(of: Picture.self) { group in
      for _ in 0..<4 {
        group.addTask { try render(.sample, as: format, metadata: .sample) }
      }
      for try await picture in group { #expect(picture == first) }
    }
  }

  @Test func aPDFIsOnePageOfThatSize() throws {
    let bytes = try render(.sample, as: .pdf).bytes
    #expect(bytes.starts(with: "%PDF-1.4".utf8))
    #expect(bytes.firstRange(of: "/MediaBox [ 0 0 60 40 ]".utf8) != nil)
    #expect(bytes.firstRange(of: "20000101000000Z".utf8) != nil)
  }

  @Test func aCharacterThatNoFontHasIsNamedWithItsPackage() throws {
    // Private-use characters are in no text font.
    let scene = Scene(
      width: 10, height: 10,
      items: [.text(Scene.Text("a\u{10FFFD}b", at: .zero, size: 10, color: .black))])
    let picture = try render(scene, as: .png(pixelsPerPoint: 1))
    #expect(
      picture.warnings == ["no font here has '\u{10FFFD}'; apt-get install fonts-noto-core"])
  }

  private func pixels(_ words: String) throws -> [UInt8] {
    let text = Scene.Text(
      RichText(plain: words), at: Point(x: 4, y: 24), size: 20, color: .black)
    return try renderPixels(
      Scene(width: 120, height: 32, items: [.text(text)]), pixelsPerPoint: 1
    ).pixels
  }

  @Test func aCharacterThatNoFontHasIsASquare() throws {
    #expect(try pixels("a\u{10FFFD}b") == pixels("a□b"))
  }

  /// As in SVG, where names and words share a line.
  @Test func aLineRunsFromLeftToRightWhateverItsFirstLetter() throws {
    #expect(try pixels("דוד is 1") == pixels("\u{200E}דוד is 1"))
  }

  @Test func aHanCharacterIsKnownToBeInMicroHei() {
    var missing = MissingGlyphs()
    for character in "类x别类" { missing.add(character) }
    #expect(
      missing.warnings == [
        "no font here has '类别'; apt-get install fonts-wqy-microhei",
        "no font here has 'x'; apt-get install fonts-noto-core",
      ])
  }

  @Test func widthGrowsWithTheSizeAndShrinksInScripts() {
    let text: RichText = "angular"
    let width = text.width(size: 10, by: .pango)
    #expect(abs(text.width(size: 40, by: .pango) - 4 * width) < 0.1)
    #expect(RichText(formula: "x^{angular}").width(size: 10, by: .pango) < width)
    #expect(text.bold().width(size: 10, by: .pango) > width)
    #expect(RichText().width(size: 10, by: .pango) == 0)
  }
}
