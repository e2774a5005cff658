/// A point or vector of the plane.
///
/// In feature space y points up; in a scene (points as unit) it points down.
public struct Point: Sendable, Equatable {
  /// To the right.
  public var x: Double
  /// Up in feature space, down in a scene.
  public var y: Double

  /// Of the plane of features, or in points of the page.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  @inlinable
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The point at that angle from +x towards +y, radians, and that distance from the origin.
  @inlinable
  package init(angle: Double, radius: Double = 1) {
    let (sine, cosine) = sinCos(angle)
    x = radius * cosine
    y = radius * sine
  }

  package static let zero = Point(x: 0, y: 0)

  @inlinable
  package var length: Double { (x * x + y * y).squareRoot() }

  /// From +x towards +y, radians in [−π, π]; 0 at the origin.
  @inlinable
  package var angle: Double { atan2(y, x) }

  /// Whether both coordinates are.
  @inlinable
  package var isFinite: Bool { x.isFinite && y.isFinite }

  @inlinable
  package static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }

  @inlinable
  package static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }

  @inlinable
  package static func * (a: Point, factor: Double) -> Point {
    Point(x: a.x * factor, y: a.y * factor)
  }
}
