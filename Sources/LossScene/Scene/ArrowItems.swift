/// Shaft and head of an arrow between two points of the scene.
func arrowItems(from start: Point, to end: Point, color: Color, width: Double) -> [Scene.Item] {
  let span = end - start
  guard span.length > 1e-6 else { return [] }
  let along = span * (1 / span.length)
  let across = Point(x: -along.y, y: along.x)
  // Long and slim, with a notch: 26 degrees at the tip.
  let length = min(width * 6.2, span.length)
  let half = length * 0.36
  let back = end - along * length
  let head = Path(polygon: [
    end, back + across * half, end - along * (length * 0.76), back - across * half,
  ])
  let shaft = Path(polyline: [start, end - along * (length * 0.78)])
  return [
    .path(shaft, fill: nil, stroke: Stroke(color, width: width, cap: .round)),
    .path(head, fill: color, stroke: nil),
  ]
}
