extension Panel {
  /// The area between a line and y = 0; where several overlap all show.
  package func area(under data: [Point], color: Color, opacity: Double = 0.25) -> Scene.Item {
    guard let first = data.first, let last = data.last else {
      return .path(Path(), fill: nil, stroke: nil)
    }
    return ribbon(
      lower: [Point(x: first.x, y: 0), Point(x: last.x, y: 0)], upper: data,
      color: color, opacity: opacity)
  }

  /// The area between two lines, both from left to right: a spread around a mean.
  package func ribbon(
    lower: [Point], upper: [Point], color: Color, opacity: Double = 0.18
  ) -> Scene.Item {
    .path(
      Path(polygon: points(upper) + points(lower).reversed()), fill: color.withOpacity(opacity),
      stroke: nil)
  }
}
