/// How the dots of an SVG or PDF are written.
package enum DotLayer: String, CaseIterable, Sendable {
  /// As shapes, which stay sharp and can be edited.
  case vector
  /// As one image: its size does not grow with the number of dots.
  case raster
  /// As shapes up to `largestVector` dots, beyond as one image.
  case auto

  /// The most dots that `auto` draws as shapes.
  ///
  /// At 35 bytes of SVG each they are 700 KB, which a browser opens without delay. The picture of a
  /// run has at most 4,000.
  package static let largestVector = 20_000

  /// Whether a scene has its dots in an image then.
  package func isRaster(_ scene: Scene) -> Bool {
    switch self {
    case .vector: false
    case .raster: scene.dotCount > 0
    case .auto: scene.dotCount > Self.largestVector
    }
  }
}

extension Scene {
  /// How many dots the scene has in all.
  package var dotCount: Int { items.reduce(0) { $0 + $1.dotCount } }

  /// 288 dpi, as print wants it; whole pixels end at two decimals of a point, which is what an SVG
  /// has.
  static let dotDensity = 4.0
  /// Fewer stay as they are.
  static let fewestInImage = 16
  /// Pixels of an image's longer side, for pages as large as a wall.
  static let longestDotImage = 12_000.0

  /// The same with images in place of dots, so that an SVG or PDF of very many stays small.
  ///
  /// Items one after another that are nothing but dots make one image, clipped as they were, so
  /// that a panel has one whatever the number of its classes. The few dots of a key stay shapes.
  ///
  /// - Parameter pixelsPerPoint: `nil` for what print wants, less on a very large page.
  /// - Throws: as `render(_:as:metadata:)`.
  package func rasterizingDots(pixelsPerPoint: Double? = nil) throws(RenderError) -> Scene {
    let largest = max(width, height, 1)
    let density = pixelsPerPoint ?? min(Self.dotDensity, Self.longestDotImage / largest)
    var scene = self
    scene.items = try rasterized(items, density)
    return scene
  }

  private func rasterized(_ items: [Item], _ density: Double) throws(RenderError) -> [Item] {
    var result: [Item] = []
    var run: [Item] = []
    for item in items {
      if item.isDotsAlone {
        run.append(item)
        continue
      }
      result += try image(of: run, density)
      run = []
      if case .group(var group) = item {
        group.items = try rasterized(group.items, density)
        result.append(.group(group))
      } else {
        result.append(item)
      }
    }
    return result + (try image(of: run, density))
  }

  /// The items themselves where they are few or no dot lies on the scene.
  private func image(of items: [Item], _ density: Double) throws(RenderError) -> [Item] {
    guard items.reduce(0, { $0 + $1.dotCount }) >= Self.fewestInImage else { return items }
    guard let ink = ink(of: items.flatMap(\.allDots)) else { return items }
    // Whole pixels, so that nothing is blurred.
    func pixels(_ length: Double, _ rule: FloatingPointRoundingRule) -> Double {
      (length * density).rounded(rule) / density
    }
    let x = pixels(ink.x, .down)
    let y = pixels(ink.y, .down)
    let part = Scene(
      width: max(1 / density, pixels(ink.x + ink.width - x, .up)),
      height: max(1 / density, pixels(ink.y + ink.height - y, .up)), background: nil,
      items: items.map { $0.movingDots(by: Point(x: -x, y: -y)) })
    let canvas = try PixelCanvas(part, pixelsPerPoint: density)
    return [
      .raster(
        Raster(
          columns: canvas.size.width, rows: canvas.size.height,
          pixels: canvas.pixelsWithOpacity(),
          frame: Rectangle(x: x, y: y, width: part.width, height: part.height), isSmooth: true))
    ]
  }

  /// The part of the scene that they have ink on; `nil` for none.
  private func ink(of dots: [Dots]) -> Rectangle? {
    var least = Point(x: .infinity, y: .infinity)
    var most = Point(x: -.infinity, y: -.infinity)
    for dots in dots {
      let reach = dots.reach
      let near = Rectangle(x: 0, y: 0, width: width, height: height).inset(by: -reach)
      for center in dots.drawnCenters where near.contains(center) {
        least = Point(
          x: max(0, min(least.x, center.x - reach)), y: max(0, min(least.y, center.y - reach)))
        most = Point(
          x: min(width, max(most.x, center.x + reach)),
          y: min(height, max(most.y, center.y + reach)))
      }
    }
    guard least.x <= most.x, least.y <= most.y else { return nil }
    return Rectangle(x: least.x, y: least.y, width: most.x - least.x, height: most.y - least.y)
  }

  /// The same with images in place of dots, which a small line in the margin says.
  func statingRasterDots() throws(RenderError) -> Scene {
    var scene = try rasterizingDots()
    let unit = min(width, height) / Page.wide.height
    scene.items.append(
      .text(
        Text(
          RichText(plain: "dots as an image"),
          at: Point(x: width - 8 * unit, y: height - 3.5 * unit), size: max(6.5, 5.5 * unit),
          // Readable on paper and in the dark.
          color: Color(hex: 0x808080), anchor: .end)))
    return scene
  }
}

extension Scene.Item {
  /// Those within a group, too.
  fileprivate var allDots: [Scene.Dots] {
    switch self {
    case .dots(let dots): [dots]
    case .group(let group): group.items.flatMap(\.allDots)
    case .path, .text, .raster: []
    }
  }

  fileprivate var dotCount: Int { allDots.reduce(0) { $0 + $1.centers.count } }

  /// Whether it is dots, or a group of nothing else that cuts nothing off.
  fileprivate var isDotsAlone: Bool {
    switch self {
    case .dots: true
    case .group(let group):
      group.clip == nil && !group.items.isEmpty && group.items.allSatisfy(\.isDotsAlone)
    case .path, .text, .raster: false
    }
  }

  fileprivate func movingDots(by shift: Point) -> Scene.Item {
    switch self {
    case .dots(var dots):
      dots.centers = dots.centers.map { $0 + shift }
      return .dots(dots)
    case .group(var group):
      group.items = group.items.map { $0.movingDots(by: shift) }
      return .group(group)
    case .path, .text, .raster: return self
    }
  }
}
