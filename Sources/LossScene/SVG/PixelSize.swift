/// Width and height of a surface in whole pixels.
package struct PixelSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// Cairo's coordinates have 15 bits before the point.
  package static let longestSide = 32_767
  /// Four bytes each: 800 MB.
  static let largestArea = 200_000_000

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size of a scene at that density, rounded, at least one pixel.
  ///
  /// - Throws: `RenderError.badSize`, `.tooLarge`.
  package init(of scene: Scene, pixelsPerPoint: Double) throws(RenderError) {
    let lengths = [scene.width, scene.height, pixelsPerPoint]
    guard lengths.allSatisfy({ $0 > 0 && $0 < 1e6 }) else {
      throw .badSize(width: scene.width, height: scene.height)
    }
    width = max(1, Int((scene.width * pixelsPerPoint).rounded()))
    height = max(1, Int((scene.height * pixelsPerPoint).rounded()))
    guard max(width, height) <= Self.longestSide, width * height <= Self.largestArea else {
      throw .tooLarge(width: width, height: height)
    }
  }
}
