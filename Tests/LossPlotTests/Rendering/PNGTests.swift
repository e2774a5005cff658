import LossLab
import Testing

@testable import LossPlot

struct PNGTests {
  let scene = Scene(
    width: 60, height: 40, title: "Two classes", description: "A red dot and a word.",
    items: [
      .dots(Scene.Dots([Point(10, 10)], radius: 5, fill: Color(hex: 0xFF0000))),
      .text(Scene.Text("$θ_y$", at: Point(30, 30), size: 12, color: .black)),
    ])

  @Test func itHasTheSignatureAndThePixelSize() throws {
    let bytes = try render(scene, as: .png(pixelsPerPoint: 2)).bytes
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(bytes[16..<24] == [0, 0, 0, 120, 0, 0, 0, 80])
  }

  @Test func aDotHasItsColorAndTheGroundItsOwn() throws {
    let canvas = try PixelCanvas(scene, pixelsPerPoint: 1)
    let pixels = canvas.pixels()
    let dot = (10 * 60 + 10) * 3
    #expect(pixels[dot..<dot + 3] == [255, 0, 0])
    #expect(pixels[0..<3] == [255, 255, 255])
  }

  @Test func theSameSceneGivesTheSameBytes() throws {
    let first = try render(scene, as: .png(pixelsPerPoint: 2))
    #expect(try render(scene, as: .png(pixelsPerPoint: 2)) == first)
  }

  @Test func itCarriesTheRecipe() throws {
    let metadata = PictureMetadata(software: "lossviz 0.1.0", recipe: #"{"loss":"cosface"}"#)
    let bytes = try render(scene, as: .png(pixelsPerPoint: 1), metadata: metadata).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("iTXtlossviz\0\0\0\0\0{\"loss\":\"cosface\"}"))
    #expect(text.contains("iTXtDescription\0\0\0\0\0A red dot and a word."))
  }

  @Test(arguments: [0, -1, Double.nan, .infinity, 1e7])
  func aSizeThatIsNoSizeIsRefused(width: Double) {
    let scene = Scene(width: width, height: 10)
    #expect(throws: RenderError.self) { try render(scene, as: .png(pixelsPerPoint: 1)) }
  }

  @Test func aPictureTooLargeForCairoIsRefused() {
    let scene = Scene(width: 40_000, height: 10)
    #expect(throws: RenderError.tooLarge(width: 40_000, height: 10)) {
      try render(scene, as: .png(pixelsPerPoint: 1))
    }
  }
}
