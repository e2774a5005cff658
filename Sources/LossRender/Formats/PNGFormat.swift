extension PictureFormat {
  /// Pixels, by their number for each point of the scene.
  public static func png(pixelsPerPoint: Double) -> PictureFormat {
    PictureFormat(
      FileForm("png", .png, in: [.browser, .docc, .latex]), pixelsPerPoint: pixelsPerPoint
    ) { (scene, pixelsPerPoint, metadata) throws(RenderError) in
      try PixelCanvas(scene, pixelsPerPoint: pixelsPerPoint).png(
        title: scene.title, description: scene.description, metadata: metadata)
    }
  }

  package static let png = png(pixelsPerPoint: 1)
}
