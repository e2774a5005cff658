import LossLab

extension Scene {
  /// How many dots the scene has in all.
  public var dotCount: Int {
    func count(_ items: [Item]) -> Int {
      items.reduce(0) { sum, item in
        switch item {
        case .dots(let dots): sum + dots.centers.count
        case .group(let group): sum + count(group.items)
        case .path, .text, .raster: sum
        }
      }
    }
    return count(items)
  }

  /// The same with images in place of dots, so that an SVG or PDF of very many stays small.
  ///
  /// - Throws: as `render(_:as:metadata:)`.
  public func rasterizingDots(pixelsPerPoint: Double = 3) throws(RenderError) -> Scene {
    var scene = self
    scene.items = try rasterized(items, pixelsPerPoint)
    return scene
  }

  private func rasterized(_ items: [Item], _ density: Double) throws(RenderError) -> [Item] {
    var result: [Item] = []
    for item in items {
      switch item {
      case .dots(let dots): result.append(try image(of: dots, density) ?? item)
      case .group(var group):
        group.items = try rasterized(group.items, density)
        result.append(.group(group))
      case .path, .text, .raster: result.append(item)
      }
    }
    return result
  }

  /// `nil` where no dot lies on the scene.
  private func image(of dots: Dots, _ density: Double) throws(RenderError) -> Item? {
    let reach = dots.reach
    let page = Rectangle(x: 0, y: 0, width: width, height: height).inset(by: -reach)
    let centers = dots.drawnCenters.filter(page.contains)
    guard let first = centers.first else { return nil }
    var least = first
    var most = first
    for center in centers {
      least = Point(x: min(least.x, center.x), y: min(least.y, center.y))
      most = Point(x: max(most.x, center.x), y: max(most.y, center.y))
    }
    // Whole pixels, so that nothing is blurred.
    func pixels(_ length: Double, _ rule: FloatingPointRoundingRule) -> Double {
      (length * density).rounded(rule) / density
    }
    let corner = Point(x: pixels(least.x - reach, .down), y: pixels(least.y - reach, .down))
    var moved = dots
    moved.centers = centers.map { $0 - corner }
    let part = Scene(
      width: pixels(most.x + reach - corner.x, .up),
      height: pixels(most.y + reach - corner.y, .up), background: nil, items: [.dots(moved)])
    let canvas = try PixelCanvas(part, pixelsPerPoint: density)
    return .raster(
      Raster(
        columns: canvas.size.width, rows: canvas.size.height, pixels: canvas.pixelsWithOpacity(),
        frame: Rectangle(x: corner.x, y: corner.y, width: part.width, height: part.height),
        isSmooth: true))
  }
}
