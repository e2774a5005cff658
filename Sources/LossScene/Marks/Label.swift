extension Panel {
  /// Words at a point of data, in small type, with the paper shining around them.
  ///
  /// - Parameter offset: from the point, in points of the scene, y down.
  package func label(
    _ text: RichText, at data: Point, offset: Point = .zero, color: Color? = nil,
    anchor: Scene.Text.Anchor = .middle, size: Double? = nil, halo: Bool = true
  ) -> Scene.Item {
    .text(
      text, at: point(data) + offset, size: size ?? theme.smallSize,
      color: theme.label(color ?? theme.ink), anchor: anchor, baseline: .middle,
      halo: halo ? theme.paper : nil)
  }

  /// Words that lie outwards of a point of data, seen from the origin, and touch neither it nor the
  /// outer edge of the panel: class names at a rim.
  ///
  /// - Parameter ground: what lies below, the paper if nothing is said.
  package func rimLabel(
    _ text: RichText, at data: Point, color: Color? = nil, ground: Color? = nil
  ) -> Scene.Item {
    let (text, size) = (text.bold(), theme.textSize)
    let half = Point(x: text.width(size: size, by: theme.measure) / 2, y: size * 0.365)
    let outwards = point(data) - point(.zero)
    let unit = outwards.length > 0 ? outwards * (1 / outwards.length) : Point(x: 0, y: -1)
    // How far the box of words reaches towards the center, as a rounded one.
    let reach = Point(x: unit.x * half.x, y: unit.y * half.y).length
    var middle = point(data) + unit * (4 + reach)
    middle.x = min(frame.maxX - half.x - 2, max(frame.x + half.x + 2, middle.x))
    middle.y = min(frame.maxY - half.y - 2, max(frame.y + half.y + 2, middle.y))
    return .text(
      text, at: middle, size: size, color: theme.label(color ?? theme.ink, on: ground),
      anchor: .middle, baseline: .middle, halo: ground ?? theme.paper)
  }
}
