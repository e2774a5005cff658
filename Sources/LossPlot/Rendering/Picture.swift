/// A file format for pictures.
public enum PictureFormat: Sendable, Equatable {
  case png(pixelsPerPoint: Double)
  case svg
  case pdf
}

/// What a picture says about its origin.
public struct PictureMetadata: Sendable, Equatable {
  /// Program and version: "lossviz 0.1.0".
  public var software: String
  /// JSON from which the same picture can be drawn again.
  public var recipe: String

  public init(software: String, recipe: String) {
    self.software = software
    self.recipe = recipe
  }
}

/// A finished file.
public struct Picture: Sendable, Equatable {
  public let bytes: [UInt8]
  /// Things to tell the user, each one clause: characters that no font has.
  public let warnings: [String]
}

/// Draws a scene as a file of that format.
///
/// - Parameter metadata: `nil` leaves recipe, software, title and description out.
/// - Throws: `RenderError` for sizes no file can have, for a machine without fonts, and for what
///   Cairo cannot do.
public func render(
  _ scene: Scene, as format: PictureFormat, metadata: PictureMetadata? = nil
) throws(RenderError) -> Picture {
  switch format {
  case .png(let pixelsPerPoint):
    return try PixelCanvas(scene, pixelsPerPoint: pixelsPerPoint).png(
      title: scene.title, description: scene.description, metadata: metadata)
  case .svg, .pdf: throw .failed("not yet")
  }
}
