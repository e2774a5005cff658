/// A way in which a terminal takes pictures.
///
/// A new way is one file with such a value and a line where a terminal is known by its answers.
package struct TerminalGraphics: Sendable, Equatable {
  /// Tells it from others.
  private let name: String
  /// Whether terminals say how large its pictures may be.
  package let isLimited: Bool
  fileprivate let draw: Drawing

  typealias Drawing = @Sendable (Scene, TerminalRoom) throws(RenderError) -> Picture

  init(_ name: String, isLimited: Bool = false, draw: @escaping Drawing) {
    self.name = name
    self.isLimited = isLimited
    self.draw = draw
  }

  package static func == (left: TerminalGraphics, right: TerminalGraphics) -> Bool {
    left.name == right.name
  }
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
  try graphics.draw(scene, room)
}
