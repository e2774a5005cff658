import LossLab

/// Whether a line is drawn whole: margined rules are dashed.
public enum LineStyle: Sendable {
  case solid, dashed, dotted

  package func stroke(_ color: Color, width: Double) -> Stroke {
    switch self {
    case .solid: Stroke(color, width: width)
    case .dashed: Stroke(color, width: width, dash: [4.5 * width, 3 * width])
    case .dotted: Stroke(color, width: width, dash: [0, 2.6 * width], cap: .round)
    }
  }
}

extension Panel {
  /// A line through points of data, interrupted where one is not finite.
  public func line(
    _ data: [Point], color: Color? = nil, width: Double = 1.25, style: LineStyle = .solid
  ) -> Scene.Item {
    var path = Path()
    var isDown = false
    for place in points(data) {
      let isShown = place.x.isFinite && place.y.isFinite
      if isShown { path.segments.append(isDown ? .line(place) : .move(place)) }
      isDown = isShown
    }
    return .path(path, fill: nil, stroke: style.stroke(color ?? theme.ink, width: width))
  }

  /// A decision boundary or rule: the ray from a point of data to the frame, that direction in
  /// radians; nothing where the point is outside the frame.
  ///
  /// - Parameter start: from where it is drawn, in data; nothing where the frame ends before that.
  public func ray(
    from apex: Point = .zero, direction: Double, beyond start: Double = 0, color: Color? = nil,
    width: Double = 1.25, style: LineStyle = .solid
  ) -> Scene.Item {
    var ends: [Point] = []
    if let end = edge(from: apex, direction: direction), (end - apex).length > start {
      ends = [apex + Point(angle: direction) * start, end]
    }
    return line(ends, color: color, width: width, style: style)
  }
}
