extension PictureFormat {
  /// The longest side that PDF readers are bound to show, points.
  static let longestPage = 14_400.0

  /// Whether a page of that size, in points, can be such a file; a command asks before it works.
  ///
  /// - Throws: `RenderError.badSize`, `.tooLarge`, `.pageTooLarge`, `.noMemory`.
  package func check(width: Double, height: Double) throws(RenderError) {
    let page = Scene(width: width, height: height)
    switch self {
    case .png(let pixelsPerPoint):
      try PixelSize(of: page, pixelsPerPoint: pixelsPerPoint).checkMemory()
    case .svg: _ = try PixelSize(of: page, pixelsPerPoint: 1)
    case .pdf:
      _ = try PixelSize(of: page, pixelsPerPoint: 1)
      guard max(width, height) <= Self.longestPage else {
        throw .pageTooLarge(width: Int(width.rounded()), height: Int(height.rounded()))
      }
    }
  }
}
