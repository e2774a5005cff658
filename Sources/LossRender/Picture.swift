/// A finished file.
public struct Picture: Sendable, Equatable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Things to tell the user, each one clause: characters that no font has.
  public let warnings: [String]
  /// How many dots are pixels of an SVG or PDF instead of shapes.
  package internal(set) var imageDots = 0
}

/// Pixels of a picture, for films and terminals.
package struct PixelImage: Sendable, Equatable {
  package let width: Int
  package let height: Int
  /// `height × width × 3`: red, green, blue; top row first.
  package let pixels: [UInt8]
  /// As in `Picture`.
  package let warnings: [String]
}

/// Draws a scene as pixels; a transparent ground becomes black.
///
/// - Throws: as `render(_:as:metadata:)`.
package func renderPixels(
  _ scene: Scene, pixelsPerPoint: Double
) throws(RenderError) -> PixelImage {
  let canvas = try PixelCanvas(scene, pixelsPerPoint: pixelsPerPoint)
  return PixelImage(
    width: canvas.size.width, height: canvas.size.height, pixels: canvas.pixels(),
    warnings: canvas.warnings)
}
