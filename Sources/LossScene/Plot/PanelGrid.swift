/// Frames of equal size in rows and columns.
package struct PanelGrid: Sendable, Equatable {
  package let rows: Int
  package let columns: Int
  /// Row by row.
  package let frames: [Rectangle]

  /// - Parameters:
  ///   - aspect: width over height of a frame; `nil` fills the area.
  ///   - gap: least room between columns, which holds the numbers of the y axis.
  ///   - top: room above each frame, for its heading.
  ///   - bottom: room below each frame, for the numbers of the x axis.
  ///
  /// The first column stands at the left edge of the area; numbers of its y axis hang out of it.
  /// Width that an aspect leaves over widens the gaps, at most threefold, then the margins.
  package init(
    in area: Rectangle, rows: Int = 1, columns: Int, aspect: Double? = 1, gap: Double = 34,
    top: Double = 20, bottom: Double = Panel.tickRoom
  ) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
    let rowCount = Double(self.rows)
    let columnCount = Double(self.columns)
    var width = max(1, (area.width - gap * (columnCount - 1)) / columnCount)
    var height = max(1, area.height / rowCount - top - bottom)
    if let aspect {
      width = min(width, height * aspect)
      height = width / aspect
    }
    let spare = area.width - width * columnCount
    let wide: Double = self.columns > 1 ? min(spare / (columnCount - 1), 3 * gap) : 0
    let left: Double = area.x + (spare - wide * (columnCount - 1)) / 2
    let row: Double = height + top + bottom
    let column: Double = width + wide
    frames = (0..<self.rows * self.columns).map { index in
      let x: Double = left + Double(index % max(1, columns)) * column
      let y: Double = area.y + top + Double(index / max(1, columns)) * row
      return Rectangle(x: x, y: y, width: width, height: height)
    }
  }

  /// Frames that stand where somebody else put them.
  package init(rows: Int, columns: Int, frames: [Rectangle]) {
    (self.rows, self.columns, self.frames) = (rows, columns, frames)
  }
}
