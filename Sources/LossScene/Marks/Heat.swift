extension Panel {
  /// Numbers on a grid of data as colors, blended between grid cells.
  ///
  /// - Parameters:
  ///   - values: row by row from the lowest y, 0 to 1; their number must be a multiple of
  ///     `columns`. What is not finite stays transparent.
  ///   - area: the rectangle of data that the grid covers; `nil` for the whole panel.
  package func heat(
    _ values: [Double], columns: Int, area: Rectangle? = nil, colors: ColorRamp
  ) -> Scene.Item {
    let columns = max(1, columns)
    let rows = values.count / columns
    var pixels: [UInt8] = []
    pixels.reserveCapacity(rows * columns * 4)
    for row in (0..<rows).reversed() {
      for value in values[row * columns..<(row + 1) * columns] {
        let color = colors.color(at: value)
        pixels += [color.red, color.green, color.blue, value.isFinite ? 255 : 0]
      }
    }
    let area = area ?? domain
    let corner = point(Point(x: area.x, y: area.maxY))
    return .raster(
      Scene.Raster(
        columns: columns, rows: rows, pixels: pixels,
        frame: Rectangle(
          x: corner.x, y: corner.y, width: x(area.maxX) - corner.x, height: y(area.y) - corner.y),
        isSmooth: true))
  }
}
