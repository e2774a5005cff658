extension FilmFormat {
  /// Pixels of all frames together: more take hours to draw, and no reader plays them.
  static let mostPixels = 4_000_000_000

  /// Whether so many frames of that size, in points, can be such a file.
  ///
  /// A side of a GIF has 16 bits, which is more than any picture here may have.
  ///
  /// - Throws: as `PictureFormat.check`, and `RenderError.filmTooLarge`.
  package func check(
    width: Double, height: Double, pixelsPerPoint: Double, frames: Int
  ) throws(RenderError) {
    let size = try PixelSize(
      of: Scene(width: width, height: height), pixelsPerPoint: pixelsPerPoint)
    try size.checkMemory()
    guard size.width * size.height <= Self.mostPixels / max(1, frames) else {
      throw .filmTooLarge(width: size.width, height: size.height, frames: frames)
    }
  }
}
