/// A way in which a terminal takes pictures.
package enum TerminalGraphics: Sendable, Equatable {
  /// The graphics protocol of kitty: a PNG.
  case kitty
  /// The inline images of iTerm2: a PNG.
  case iTerm
  /// Rows of six pixels, as DEC's terminals and printers had them.
  ///
  /// - Parameter colors: how many the terminal can show at once.
  case sixel(colors: Int)
  /// Characters whose upper half has one color and whose lower half another.
  case halfBlocks(hasTrueColor: Bool)
}

/// The part of a terminal that a picture may fill.
package struct TerminalRoom: Sendable, Equatable {
  package var columns: Int
  package var rows: Int
  /// Pixels.
  package var cellWidth: Double
  package var cellHeight: Double

  package init(columns: Int, rows: Int, cellWidth: Double, cellHeight: Double) {
    self.columns = columns
    self.rows = rows
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
  }

  /// Pixels per point with which the scene fits in.
  func scale(of scene: Scene) -> Double {
    min(
      Double(columns) * cellWidth / scene.width, Double(rows) * cellHeight / scene.height,
      Self.largestScale)
  }

  /// Height by width of half a character.
  var halfCellRatio: Double { cellHeight / cellWidth / 2 }

  /// That of the file, which nobody asked to see larger.
  private static let largestScale = 2.0
}

/// Draws a scene as what a terminal takes, the end of the last line included.
///
/// - Throws: as `render(_:as:metadata:)`.
package func render(
  _ scene: Scene, for graphics: TerminalGraphics, in room: TerminalRoom
) throws(RenderError) -> Picture {
  let scale = room.scale(of: scene)
  switch graphics {
  case .kitty:
    let picture = try render(scene, as: .png(pixelsPerPoint: scale))
    return Picture(bytes: KittyImage.bytes(png: picture.bytes), warnings: picture.warnings)
  case .iTerm:
    // Its cells may be counted in points of two pixels each.
    let picture = try render(scene, as: .png(pixelsPerPoint: 2 * scale))
    let columns = max(1, Int((scene.width * scale / room.cellWidth).rounded()))
    return Picture(
      bytes: ITermImage.bytes(png: picture.bytes, columns: columns), warnings: picture.warnings)
  case .sixel(let colors):
    let image = try renderPixels(scene, pixelsPerPoint: scale)
    return Picture(
      bytes: SixelImage.bytes(image, colors: colors), warnings: image.warnings)
  case .halfBlocks(let hasTrueColor):
    let image = try HalfBlockImage(scene, in: room)
    return Picture(bytes: image.bytes(hasTrueColor: hasTrueColor), warnings: image.warnings)
  }
}
