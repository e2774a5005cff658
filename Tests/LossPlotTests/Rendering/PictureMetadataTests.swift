import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct PictureMetadataTests {
  static let formats: [PictureFormat] = [.png(pixelsPerPoint: 1), .svg, .pdf]

  @Test(arguments: formats)
  func theRecipeComesBackFromThePicture(format: PictureFormat) throws {
    let bytes = try render(.sample, as: format, metadata: .sample).bytes
    #expect(try PictureMetadata(ofPicture: bytes) == .sample)
  }

  @Test(arguments: formats)
  func aPictureWithoutARecipeSaysSo(format: PictureFormat) throws {
    let bytes = try render(.sample, as: format).bytes
    #expect(throws: RenderError.noRecipe) { try PictureMetadata(ofPicture: bytes) }
  }

  @Test(arguments: formats)
  func aFileCutShortIsAnErrorAtEveryLength(format: PictureFormat) throws {
    let bytes = try render(.sample, as: format, metadata: .sample).bytes
    for length in stride(from: 0, to: bytes.count - 20, by: bytes.count / 50) {
      do {
        let read = try PictureMetadata(ofPicture: Array(bytes.prefix(length)))
        // An SVG's metadata stands before the rest.
        #expect(format == .svg && read == .sample)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: formats)
  func damagedBytesNeverCrash(format: PictureFormat) throws {
    let bytes = try render(.sample, as: format, metadata: .sample).bytes
    var generator = SplitMix64(seed: 5)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<4 {
        damaged[Int(generator.next() % UInt64(bytes.count))] =
          UInt8(truncatingIfNeeded: generator.next())
      }
      _ = try? PictureMetadata(ofPicture: damaged)
    }
  }

  @Test(arguments: [[], Array("GIF88a".utf8), [0xFF, 0xD8], Array("{}".utf8)])
  func whatIsNoPictureIsRefused(bytes: [UInt8]) {
    #expect(throws: RenderError.badPicture("the file is no PNG, SVG, PDF or GIF picture")) {
      try PictureMetadata(ofPicture: bytes)
    }
  }

  @Test func aCompressedRecipeIsRead() throws {
    let compressed = Array(#"{"loss":"softmax"}"#.utf8).withUnsafeBytes(PNGFile.compress)
    let file = pngFile(compressedRecipe: compressed)
    #expect(try PictureMetadata(ofPicture: file).recipe == #"{"loss":"softmax"}"#)
  }

  @Test func aRecipeThatInflatesWithoutEndIsRefused() {
    let bomb = [UInt8](repeating: 32, count: 50 << 20).withUnsafeBytes(PNGFile.compress)
    #expect(throws: RenderError.self) {
      try PictureMetadata(ofPicture: pngFile(compressedRecipe: bomb))
    }
  }

  @Test func theMetadataOfOtherProgramsIsNoRecipe() {
    let file = "<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><rdf/></metadata></svg>"
    #expect(throws: RenderError.noRecipe) { try PictureMetadata(ofPicture: Array(file.utf8)) }
  }

  @Test func referencesOfXMLAreResolvedAndBrokenOnesKept() {
    #expect(
      SVGReader.unescaped("&lt;&#65;&#x7C7B;&amp;amp;&bogus;&#x110000;& &")
        == "<A类&amp;&bogus;&#x110000;& &")
  }

  private func pngFile(compressedRecipe: [UInt8]) -> [UInt8] {
    var file = PNGFile(width: 1, height: 1, hasOpacity: false)
    file.addChunk("iTXt", Array("lossviz".utf8) + [0, 1, 0, 0, 0] + compressedRecipe)
    return file.finished(compressed: [])
  }
}
