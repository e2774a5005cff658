/// Subpaths of lines and circular arcs, open or closed, in scene coordinates.
public struct Path: Sendable, Equatable {
  /// One piece of an outline.
  public enum Segment: Sendable, Equatable {
    /// Begins a subpath.
    case move(Point)
    /// The first segment, or the first after `close`, begins a subpath.
    case line(Point)
    /// A line to the start of the arc, then the arc; or the beginning of a subpath. Radians, counter-clockwise as seen (0 is to
    /// the right, π/2 is up); clockwise where `end` is less than `start`.
    case arc(center: Point, radius: Double, start: Double, end: Double)
    /// A line back to where the subpath began.
    case close
  }

  /// In drawing order.
  public var segments: [Segment]

  /// - Parameter segments: in drawing order; none draw nothing.
  public init(_ segments: [Segment] = []) {
    self.segments = segments
  }

  /// Closed.
  package init(polygon points: [Point]) {
    self.init(polyline: points)
    if !points.isEmpty { segments.append(.close) }
  }

  /// Open.
  package init(polyline points: [Point]) {
    segments = points.enumerated().map { index, point in index == 0 ? .move(point) : .line(point) }
  }

  /// Closed, from its corners.
  package init(rectangle: Rectangle) {
    self.init(polygon: rectangle.corners)
  }

  /// Closed; the radius in points.
  public init(circle center: Point, radius: Double) {
    segments = [.arc(center: center, radius: radius, start: 0, end: 2 * .pi), .close]
  }

  /// The slice of a ring, or of a disc where `inner` is 0.
  package init(sector center: Point, inner: Double, outer: Double, start: Double, end: Double) {
    segments = [.arc(center: center, radius: outer, start: start, end: end)]
    if inner > 0 {
      segments.append(.arc(center: center, radius: inner, start: end, end: start))
    } else {
      segments.append(.line(center))
    }
    segments.append(.close)
  }

  /// The same with another path's subpaths after its own.
  package static func + (a: Path, b: Path) -> Path {
    var path = a
    path.append(b)
    return path
  }

  /// Adds another path's subpaths.
  package mutating func append(_ other: Path) {
    switch other.segments.first {
    case .line(let point)?: segments.append(.move(point))
    case .arc(let center, let radius, let start, _)?:
      segments.append(.move(scenePoint(from: center, angle: start, radius: radius)))
    case .move?, .close?, nil: break
    }
    segments += other.segments
  }
}

extension Path.Segment {
  /// Whether all its numbers are; the others no renderer draws.
  package var isFinite: Bool {
    switch self {
    case .move(let point), .line(let point): point.isFinite
    case .arc(let center, let radius, let start, let end):
      center.isFinite && radius.isFinite && start.isFinite && end.isFinite
    case .close: true
    }
  }
}

/// Where an angle counter-clockwise as seen leads from a point of the scene.
package func scenePoint(from center: Point, angle: Double, radius: Double) -> Point {
  let offset = Point(angle: angle, radius: radius)
  return Point(x: center.x + offset.x, y: center.y - offset.y)
}
