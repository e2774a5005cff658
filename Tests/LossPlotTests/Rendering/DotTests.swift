import LossLab
import LossPlot
import Testing

@testable import LossRender
@testable import LossScene

struct DotTests {
  /// Dots at every quarter of a pixel, all apart.
  private func dots(_ shape: MarkerShape) -> Scene.Dots {
    let centers = (0..<100).map { index in
      Point(x: 8 + 16.25 * Double(index % 10), y: 8 + 16.75 * Double(index / 10))
    }
    return Scene.Dots(
      centers, shape: shape, radius: 4, fill: Color(hex: 0x0072B2, opacity: 0.7),
      stroke: Stroke(.black, width: 0.8))
  }

  private func scene(_ items: [Scene.Item]) -> Scene {
    Scene(width: 170, height: 170, items: items)
  }

  @Test(arguments: MarkerShape.allCases)
  func manyDotsStampedLookLikeEachDrawnByItself(shape: MarkerShape) throws {
    let many = dots(shape)
    let single = many.centers.map { center in
      var dot = many
      dot.centers = [center]
      return Scene.Item.dots(dot)
    }
    let stamped = try renderPixels(scene([.dots(many)]), pixelsPerPoint: 1).pixels
    let drawn = try renderPixels(scene(single), pixelsPerPoint: 1).pixels
    #expect(meanDifference(stamped, drawn) < 0.1)
    #expect(zip(stamped, drawn).allSatisfy { abs(Int($0) - Int($1)) < 16 })
  }

  /// A clip that is no rectangle leaves the dots to Cairo.
  @Test(arguments: [Color.white, Color(hex: 0x305070, opacity: 0.4)])
  func dotsHaveTheBytesThatCairoGivesThem(ground: Color) throws {
    var many = dots(.diamond)
    many.centers += [Point(x: 0.3, y: 4), Point(x: 169, y: 170.2), Point(x: 300, y: -20)]
    func picture(_ clip: Path) throws -> PixelCanvas {
      let group = Scene.Group("dots", clip: clip, items: [.dots(many)])
      return try PixelCanvas(
        Scene(width: 170, height: 170, background: ground, items: [.group(group)]),
        pixelsPerPoint: 1)
    }
    let circle = Path(circle: Point(x: 85, y: 85), radius: 1000)
    let rectangle = Path(rectangle: Rectangle(x: -1, y: -1, width: 172, height: 172))
    let direct = try picture(rectangle).pixelsWithOpacity()
    #expect(direct == (try picture(circle).pixelsWithOpacity()))
    #expect(Set(direct).count > 10)
  }

  @Test func dotsAsAnImageLookLikeDots() throws {
    let vector = scene([.group(.init("class 0", items: [.dots(dots(.triangle))]))])
    let raster = try vector.rasterizingDots(pixelsPerPoint: 2)
    #expect(vector.dotCount == 100)
    #expect(raster.dotCount == 0)
    let before = try renderPixels(vector, pixelsPerPoint: 2).pixels
    let after = try renderPixels(raster, pixelsPerPoint: 2).pixels
    #expect(meanDifference(before, after) < 0.5)
  }

  @Test func theDotsOfAPanelAreOneImageClippedAsTheyWere() throws {
    let clip = Path(polygon: [Point(20, 20), Point(90, 20), Point(90, 90), Point(20, 90)])
    let classes = (0..<3).map { index in
      Scene.Item.group(.init("class \(index)", items: [.dots(dots(.circle))]))
    }
    let vector = scene([.group(.init("samples", clip: clip, items: classes))])
    let raster = try vector.rasterizingDots()
    guard case .group(let panel)? = raster.items.first, case .raster(let image)? = panel.items.first
    else {
      Issue.record("no image in \(raster.summary)")
      return
    }
    #expect(raster.items.count == 1 && panel.items.count == 1 && panel.clip == clip)
    // 288 dpi, and never beyond the page.
    #expect(Double(image.columns) == image.frame.width * 4)
    #expect(image.frame.x >= 0 && image.frame.x + image.frame.width <= 170)
    // Opacity is that of three layers, as before.
    let before = try renderPixels(vector, pixelsPerPoint: 4).pixels
    let after = try renderPixels(raster, pixelsPerPoint: 4).pixels
    #expect(meanDifference(before, after) < 0.5)
  }

  @Test func theFewDotsOfAKeyStayShapes() throws {
    let key = Scene.Item.dots(Scene.Dots([Point(5, 5)], radius: 2, fill: .black))
    let text = Scene.Item.text(Scene.Text("a", at: Point(9, 9), size: 8, color: .black))
    let raster = try scene([.dots(dots(.circle)), text, key]).rasterizingDots()
    #expect(raster.items.suffix(2) == [text, key] && raster.dotCount == 1)
  }

  @Test func aLayerIsAnImageFromTheFirstDotBeyondTheLimit() {
    func isRaster(_ layer: DotLayer, _ count: Int) -> Bool {
      let centers = Array(repeating: Point(5, 5), count: count)
      return layer.isRaster(scene([.dots(Scene.Dots(centers, radius: 1, fill: .black))]))
    }
    #expect(!isRaster(.auto, DotLayer.largestVector))
    #expect(isRaster(.auto, DotLayer.largestVector + 1))
    #expect(!isRaster(.vector, 30_000) && isRaster(.raster, 1) && !isRaster(.raster, 0))
  }

  @Test func manyDotsMakeASmallFileThatSaysWhatItIs() throws {
    var generator = SplitMix64(seed: 3)
    let centers = (0..<50_000).map { _ in
      let (x, y) = generator.normalPair()
      return Point(85 + 20 * x, 85 + 20 * y)
    }
    let color = Color(hex: 0x0072B2, opacity: 0.5)
    let many = scene([.dots(Scene.Dots(centers, radius: 0.5, fill: color))])
    for format in [PictureFormat.svg, .pdf] {
      let picture = try render(many, as: format, dots: .auto)
      #expect(try picture.bytes.count < render(many, as: format, dots: .vector).bytes.count / 3)
      #expect(picture.imageDots == 50_000)
    }
    let text = String(decoding: try render(many, as: .svg, dots: .auto).bytes, as: UTF8.self)
    #expect(text.contains("dots as an image") && !text.contains("<circle"))
    #expect(try render(scene([.dots(dots(.circle))]), as: .svg, dots: .auto).imageDots == 0)
  }

  @Test func pixelsKnowNoLayer() throws {
    let scene = scene([.dots(dots(.circle))])
    let png = PictureFormat.png(pixelsPerPoint: 1)
    #expect(try render(scene, as: png, dots: .raster) == render(scene, as: png, dots: .vector))
  }

  @Test func dotsFarOutsideMakeNoImage() throws {
    let far = Scene.Dots([Point(1e9, 0), Point(.nan, 1)], radius: 2, fill: .black)
    let raster = try scene([.dots(far)]).rasterizingDots()
    #expect(raster.items == [.dots(far)])
    #expect(try render(scene([.dots(far)]), as: .png(pixelsPerPoint: 1)).bytes.count > 100)
  }

  @Test(arguments: PictureMetadataTests.formats)
  func numbersThatAreNoneAreNotDrawn(format: PictureFormat) throws {
    let clean = try render(scene([.dots(dots(.circle))]), as: format)
    var soiled = dots(.circle)
    soiled.centers += [Point(.nan, 1), Point(1, .infinity)]
    let bad = Point(.nan, .nan)
    let items: [Scene.Item] = [
      .dots(soiled),
      .dots(Scene.Dots([.zero], radius: .nan, fill: .black)),
      .path(Path(polyline: [bad, bad]), fill: nil, stroke: Stroke(.black)),
      .path(Path(circle: bad, radius: 1), fill: nil, stroke: Stroke(.black)),
      .text(Scene.Text("x", at: bad, size: 10, color: .black)),
      .text(Scene.Text("x", at: .zero, size: .infinity, color: .black)),
      .text(Scene.Text("$x_y$", at: .zero, size: 1e9, color: .black)),
      .raster(
        Scene.Raster(
          columns: 1, rows: 1, pixels: [0, 0, 0, 255],
          frame: Rectangle(x: .nan, y: 0, width: 1, height: 1))),
    ]
    #expect(try render(scene(items), as: format) == clean)
  }

  private func meanDifference(_ one: [UInt8], _ other: [UInt8]) -> Double {
    let sum = zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(max(1, one.count))
  }
}
