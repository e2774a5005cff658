/// A file format for pictures.
public enum PictureFormat: Sendable, Equatable {
  /// Pixels, by their number for each point of the scene.
  case png(pixelsPerPoint: Double)
  /// With real text; written without Cairo.
  case svg
  /// One page, of the size of the scene.
  case pdf

  /// Whether dots can be shapes in it.
  package var hasShapes: Bool {
    switch self {
    case .png: false
    case .svg, .pdf: true
    }
  }
}

/// A finished file.
public struct Picture: Sendable, Equatable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Things to tell the user, each one clause: characters that no font has.
  public let warnings: [String]
  /// How many dots are pixels of an SVG or PDF instead of shapes.
  package internal(set) var imageDots = 0
}

/// Draws a scene as a file of that format.
///
/// - Throws: `RenderError` for sizes no file can have, for a machine without fonts, and for what
///   Cairo cannot do.
public func render(_ scene: Scene, as format: PictureFormat) throws(RenderError) -> Picture {
  try render(scene, as: format, metadata: nil)
}

/// - Parameters:
///   - metadata: `nil` leaves recipe, software, title and description out.
///   - dots: of an SVG or PDF; a PNG is pixels anyway.
package func render(
  _ scene: Scene, as format: PictureFormat, metadata: PictureMetadata? = nil,
  dots: DotLayer = .vector
) throws(RenderError) -> Picture {
  guard format.hasShapes, dots.isRaster(scene) else {
    return try file(of: scene, as: format, metadata: metadata)
  }
  var picture = try file(of: scene.statingRasterDots(), as: format, metadata: metadata)
  picture.imageDots = scene.dotCount
  return picture
}

private func file(
  of scene: Scene, as format: PictureFormat, metadata: PictureMetadata?
) throws(RenderError) -> Picture {
  switch format {
  case .png(let pixelsPerPoint):
    return try PixelCanvas(scene, pixelsPerPoint: pixelsPerPoint).png(
      title: scene.title, description: scene.description, metadata: metadata)
  case .svg:
    return Picture(
      bytes: try SVGWriter.svg(scene, metadata: metadata, png: PNGFile.file), warnings: [])
  case .pdf: return try PDFWriter.pdf(scene, metadata: metadata)
  }
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

/// Writes an SVG that shows `light` or `dark`, whichever the reader's system prefers.
///
/// - Throws: `RenderError.failed` where the two differ in more than colors.
package func renderAdaptive(
  _ light: Scene, dark: Scene, metadata: PictureMetadata? = nil
) throws(RenderError) -> Picture {
  Picture(
    bytes: try SVGWriter.svg(light, dark: dark, metadata: metadata, png: PNGFile.file),
    warnings: [])
}
