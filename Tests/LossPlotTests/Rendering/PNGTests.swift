import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct PNGTests {
  @Test func itHasTheSignatureAndThePixelSize() throws {
    let bytes = try render(.sample, as: .png(pixelsPerPoint: 2)).bytes
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(bytes[16..<24] == [0, 0, 0, 120, 0, 0, 0, 80])
  }

  @Test func colorsAreWhereTheSceneSays() throws {
    let image = try renderPixels(.sample, pixelsPerPoint: 1)
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
      Array(image.pixels[(y * image.width + x) * 3..<(y * image.width + x) * 3 + 3])
    }
    #expect(pixel(0, 0) == [255, 255, 255])
    #expect(pixel(10, 10) == [255, 0, 0])
    #expect(pixel(55, 10) == [255, 255, 255], "clipped away")
    #expect(pixel(52, 14) == [0, 0, 255], "the upper pixel of the raster")
    #expect(pixel(52, 18) == [255, 255, 255], "its lower one is transparent")
    // Half of green on white, above and right of the center: angles grow counter-clockwise.
    #expect(pixel(22, 27) == [127, 255, 127])
  }

  @Test(arguments: [1, 2, 60])
  func itsRowsAreThePixelsOfTheSurface(width: Int) throws {
    var scene = Scene.sample
    scene.width = Double(width)
    let image = try renderPixels(scene, pixelsPerPoint: 1)
    let rows = try rows(of: render(scene, as: .png(pixelsPerPoint: 1)))
    #expect(rows.count == (1 + 3 * width) * 40)
    for row in 0..<40 {
      let start = row * (1 + 3 * width)
      #expect(rows[start] == 0)
      #expect(
        rows[start + 1..<start + 1 + 3 * width]
          == image.pixels[row * 3 * width..<(row + 1) * 3 * width])
    }
  }

  @Test func aTransparentGroundStaysSo() throws {
    var scene = Scene.sample
    scene.background = nil
    let picture = try render(scene, as: .png(pixelsPerPoint: 1))
    let rows = try rows(of: picture)
    #expect(rows.count == (1 + 4 * 60) * 40)
    #expect(rows[1..<5] == [0, 0, 0, 0])
    #expect(rows[10 * 241 + 1 + 40..<10 * 241 + 45] == [255, 0, 0, 255])
    // Half-transparent green keeps its color.
    let green = 27 * 241 + 1 + 22 * 4
    #expect(rows[green..<green + 4] == [0, 255, 0, 128])
  }

  @Test(arguments: [0, -1, Double.nan, .infinity, 1e7])
  func aWidthThatIsNoneIsRefused(width: Double) {
    let scene = Scene(width: width, height: 10)
    #expect(throws: RenderError.self) { try render(scene, as: .png(pixelsPerPoint: 1)) }
    #expect(throws: RenderError.self) { try render(scene, as: .svg) }
    #expect(throws: RenderError.self) { try render(scene, as: .pdf) }
  }

  @Test func aPictureTooLargeForCairoIsRefused() {
    let scene = Scene(width: 40_000, height: 10)
    #expect(throws: RenderError.tooLarge(width: 40_000, height: 10)) {
      try render(scene, as: .png(pixelsPerPoint: 1))
    }
  }

  @Test func aPointIsTheSeventySecondPartOfAnInch() throws {
    let bytes = try render(.sample, as: .png(pixelsPerPoint: 2)).bytes
    let density = try #require(bytes.firstRange(of: "pHYs".utf8)).upperBound
    // 144 pixels per inch are 5669 per meter.
    #expect(bytes[density..<density + 9] == [0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1])
  }

  /// The inflated image data.
  private func rows(of picture: Picture) throws -> [UInt8] {
    let bytes = picture.bytes
    let type = try #require(bytes.firstRange(of: "IDAT".utf8))
    let length = bytes[type.lowerBound - 4..<type.lowerBound].reduce(0) { $0 << 8 | Int($1) }
    let data = Array(bytes[type.upperBound..<type.upperBound + length])
    return try #require(inflate(data, atMost: 1 << 20))
  }
}
