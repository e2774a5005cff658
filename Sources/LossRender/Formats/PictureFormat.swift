/// A file format for pictures: what its files are, and how a scene becomes one.
///
/// A new format is one file with such a value and one line in `all`.
public struct PictureFormat: Sendable, Equatable {
  package let form: FileForm
  /// Pixels for each point of the scene; `nil` where shapes stay shapes.
  private let pixelsPerPoint: Double?
  /// Of a page, in points; `nil` where nothing limits it but its pixels.
  private let longestSide: Double?
  private let write: Writer
  fileprivate let writeAdaptive: AdaptiveWriter?

  typealias Writer =
    @Sendable (Scene, _ pixelsPerPoint: Double, PictureMetadata?) throws(RenderError) -> Picture
  /// Given the scene on light and on dark paper.
  typealias AdaptiveWriter =
    @Sendable (Scene, _ dark: Scene, PictureMetadata?) throws(RenderError) -> Picture

  /// - Parameter writeAdaptive: for a format whose reader chooses between light and dark.
  init(
    _ form: FileForm, pixelsPerPoint: Double? = nil, longestSide: Double? = nil,
    writeAdaptive: AdaptiveWriter? = nil, write: @escaping Writer
  ) {
    self.form = form
    self.pixelsPerPoint = pixelsPerPoint
    self.longestSide = longestSide
    self.writeAdaptive = writeAdaptive
    self.write = write
  }

  /// The registry, in the order of help.
  package static let all: [PictureFormat] = [.png, .svg, .pdf]

  /// The one whose files end so; `nil` for none.
  package static func named(_ ending: String) -> PictureFormat? {
    all.first { $0.form.name == ending }
  }

  /// Whether dots can be shapes in it.
  package var hasShapes: Bool { pixelsPerPoint == nil }

  /// Whether one file can be light or dark as its reader wants it.
  package var isAdaptive: Bool { writeAdaptive != nil }

  /// The same in as many pixels for each point, where it has pixels.
  package func scaled(_ pixelsPerPoint: Double) -> PictureFormat {
    PictureFormat(
      form, pixelsPerPoint: hasShapes ? nil : pixelsPerPoint, longestSide: longestSide,
      writeAdaptive: writeAdaptive, write: write)
  }

  public static func == (left: PictureFormat, right: PictureFormat) -> Bool {
    left.form.name == right.form.name && left.pixelsPerPoint == right.pixelsPerPoint
  }

  /// Whether a page of that size, in points, can be such a file; a command asks before it works.
  ///
  /// - Throws: `RenderError.badSize`, `.tooLarge`, `.pageTooLarge`, `.noMemory`.
  package func check(width: Double, height: Double) throws(RenderError) {
    let size = try PixelSize(
      of: Scene(width: width, height: height), pixelsPerPoint: pixelsPerPoint ?? 1)
    if !hasShapes { try size.checkMemory() }
    if let longestSide, max(width, height) > longestSide {
      throw .pageTooLarge(width: Int(width.rounded()), height: Int(height.rounded()))
    }
  }

  fileprivate func file(
    of scene: Scene, _ metadata: PictureMetadata?
  ) throws(RenderError) -> Picture {
    try write(scene, pixelsPerPoint ?? 1, metadata)
  }
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
///   - dots: where they can be shapes; pixels are pixels anyway.
package func render(
  _ scene: Scene, as format: PictureFormat, metadata: PictureMetadata? = nil,
  dots: DotLayer = .vector
) throws(RenderError) -> Picture {
  guard format.hasShapes, dots.isRaster(scene) else { return try format.file(of: scene, metadata) }
  var picture = try format.file(of: scene.statingRasterDots(), metadata)
  picture.imageDots = scene.dotCount
  return picture
}

/// Draws a file that shows `light` or `dark`, whichever the reader's system prefers.
///
/// - Precondition: `format.isAdaptive`.
/// - Throws: `RenderError.failed` where the two differ in more than colors.
package func render(
  _ light: Scene, dark: Scene, as format: PictureFormat, metadata: PictureMetadata? = nil
) throws(RenderError) -> Picture {
  guard let write = format.writeAdaptive else {
    preconditionFailure("a file of \(format.form.name) has one theme")
  }
  return try write(light, dark, metadata)
}
