/// Whether a line is drawn whole: margined rules are dashed.
package enum LineStyle: Sendable, CaseIterable {
  case solid, dashed, dotted, dashDotted, longDashed, dashDoubleDotted

  package func stroke(_ color: Color, width: Double) -> Stroke {
    switch self {
    case .solid: Stroke(color, width: width)
    case .dashed: Stroke(color, width: width, dash: [4.5 * width, 3 * width])
    case .dotted: Stroke(color, width: width, dash: [0, 2.6 * width], cap: .round)
    case .dashDotted:
      Stroke(color, width: width, dash: [4.5, 2.5, 0.01, 2.5].map { $0 * width }, cap: .round)
    case .longDashed: Stroke(color, width: width, dash: [9 * width, 3 * width])
    case .dashDoubleDotted:
      Stroke(
        color, width: width, dash: [4.5, 2.5, 0.01, 2.5, 0.01, 2.5].map { $0 * width }, cap: .round)
    }
  }
}

extension KeyItem.Sign {
  package static func line(
    _ color: Color, width: Double, style: LineStyle = .solid
  ) -> KeyItem.Sign { .line(style.stroke(color, width: width)) }
}

extension Panel {
  /// A line through points of data, interrupted where one is not finite.
  package func line(
    _ data: [Point], color: Color? = nil, width: Double = 1.25, style: LineStyle = .solid
  ) -> Scene.Item {
    line(data, stroke: style.stroke(color ?? theme.ink, width: width))
  }

  /// The same in a stroke of choice.
  package func line(_ data: [Point], stroke: Stroke) -> Scene.Item {
    var path = Path()
    var isDown = false
    for place in points(data) {
      let isShown = place.x.isFinite && place.y.isFinite
      if isShown { path.segments.append(isDown ? .line(place) : .move(place)) }
      isDown = isShown
    }
    return .path(path, fill: nil, stroke: stroke)
  }

  /// Markers on a line through points of data, at even steps along what of it the frame shows.
  package func markers(along data: [Point], _ style: SeriesStyle) -> Scene.Item {
    let count = 7
    let shown = frame.inset(by: -0.5)
    let places = points(data)
    var steps: [(start: Point, end: Point)] = []
    for (start, end) in zip(places, places.dropFirst())
    where start.isFinite && end.isFinite && shown.contains(start) && shown.contains(end) {
      steps.append((start, end))
    }
    let length = steps.reduce(0) { $0 + ($1.end - $1.start).length }
    // No two series have their first marker at one place.
    let phase = 0.25 + 0.5 * Double(style.shape.order) / Double(MarkerShape.allCases.count)
    var centers: [Point] = []
    var passed = 0.0
    for step in steps {
      let own = (step.end - step.start).length
      while centers.count < count {
        let wanted = length * (Double(centers.count) + phase) / Double(count)
        guard own > 0, wanted <= passed + own else { break }
        centers.append(step.start + (step.end - step.start) * ((wanted - passed) / own))
      }
      passed += own
    }
    return .dots(centers, shape: style.shape, radius: 2.8, fill: style.color)
  }

  /// A decision boundary or rule: the ray from the origin to the frame, that direction in radians;
  /// nothing where the origin is outside the frame.
  ///
  /// - Parameter start: from where it is drawn, in data; nothing where the frame ends before that.
  package func ray(
    direction: Double, beyond start: Double = 0, color: Color? = nil, width: Double = 1.25,
    style: LineStyle = .solid
  ) -> Scene.Item {
    var ends: [Point] = []
    if let end = edge(from: .zero, direction: direction), end.length > start {
      ends = [Point(angle: direction) * start, end]
    }
    return line(ends, color: color, width: width, style: style)
  }
}
