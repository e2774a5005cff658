/// Circles and what is cut out of them; for panels of equal aspect. Angles in radians, counter-
/// clockwise from +x.
extension Panel {
  package func circle(
    _ center: Point = .zero, radius: Double, fill: Color? = nil, stroke: Stroke? = nil
  ) -> Scene.Item {
    .path(Path(circle: point(center), radius: radius * x.unit), fill: fill, stroke: stroke)
  }

  /// A slice of a disc or, with `inner`, of a ring.
  package func sector(
    _ center: Point = .zero, inner: Double = 0, outer: Double, start: Double, end: Double,
    fill: Color?
  ) -> Scene.Item {
    .path(
      Path(
        sector: point(center), inner: inner * x.unit, outer: outer * x.unit, start: start,
        end: end), fill: fill, stroke: nil)
  }

  /// Part of a circle, drawn as a line.
  package func arc(
    _ center: Point = .zero, radius: Double, start: Double, end: Double, color: Color? = nil,
    width: Double = 1, style: LineStyle = .solid
  ) -> Scene.Item {
    .path(
      Path([.arc(center: point(center), radius: radius * x.unit, start: start, end: end)]),
      fill: nil, stroke: style.stroke(color ?? theme.ink, width: width))
  }
}
