extension Panel {
  /// The ground of a class: its polygon, tinted.
  package func region(_ polygon: [Point], color: Color) -> Scene.Item {
    .path(Path(polygon: points(polygon)), fill: theme.tint(color), stroke: nil)
  }

  /// The part of the frame between two directions from a point in it, as a polygon of data.
  ///
  /// Radians; `end` lies counter-clockwise of `start`, by a turn at most. Empty where `apex` is
  /// outside the frame.
  package func wedge(from apex: Point, start: Double, end: Double) -> [Point] {
    guard end > start, let first = edge(from: apex, direction: start),
      let last = edge(from: apex, direction: min(end, start + 2 * .pi))
    else { return [] }
    let between = domain.corners.compactMap { corner -> (Double, Point)? in
      var turn = (corner - apex).angle - start
      while turn < 0 { turn += 2 * .pi }
      while turn >= 2 * .pi { turn -= 2 * .pi }
      return turn > 1e-12 && turn < end - start - 1e-12 ? (turn, corner) : nil
    }
    return [apex, first] + between.sorted { $0.0 < $1.0 }.map { $0.1 } + [last]
  }

  /// Where a ray from a point in the frame leaves it, in data; `nil` where the point is outside.
  package func edge(from apex: Point, direction: Double) -> Point? {
    guard domain.contains(apex), direction.isFinite else { return nil }
    let step = Point(angle: direction)
    var reach = Double.infinity
    if step.x > 1e-15 { reach = min(reach, (domain.maxX - apex.x) / step.x) }
    if step.x < -1e-15 { reach = min(reach, (domain.x - apex.x) / step.x) }
    if step.y > 1e-15 { reach = min(reach, (domain.maxY - apex.y) / step.y) }
    if step.y < -1e-15 { reach = min(reach, (domain.y - apex.y) / step.y) }
    return apex + step * reach
  }
}
