/// The outline of a dot.
public enum MarkerShape: String, Sendable, CaseIterable {
  /// The round one.
  case circle
  /// Upright.
  case square
  /// Point up.
  case triangle
  /// A square on its corner.
  case diamond
  /// Two arms along the diagonals.
  case cross
  /// Point up.
  case pentagon
  /// Two arms, upright.
  case plus
  /// Point down.
  case triangleDown
  /// Five points.
  case star
  /// Upright and narrow.
  case bar

  /// Its place among all.
  package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The outline around the origin, y down, about as heavy to the eye as a circle of `radius`;
  /// `nil` for the circle itself.
  package func outline(radius: Double) -> [Point]? {
    switch self {
    case .circle: nil
    case .square: regular(4, radius: radius * 1.25, from: .pi / 4)
    case .triangle: regular(3, radius: radius * 1.5, from: .pi / 2)
    case .diamond: regular(4, radius: radius * 1.35, from: 0)
    case .cross: arms(radius: radius * 1.4, half: radius * 0.4, turned: .pi / 4)
    case .pentagon: regular(5, radius: radius * 1.2, from: .pi / 2)
    case .plus: arms(radius: radius * 1.4, half: radius * 0.4, turned: 0)
    case .triangleDown: regular(3, radius: radius * 1.5, from: -.pi / 2)
    case .star: star(radius: radius * 1.6)
    case .bar: box(width: radius * 0.8, height: radius * 2.8)
    }
  }

  private func regular(_ count: Int, radius: Double, from angle: Double) -> [Point] {
    (0..<count).map {
      scenePoint(from: .zero, angle: angle + 2 * .pi * Double($0) / Double(count), radius: radius)
    }
  }

  private func star(radius: Double) -> [Point] {
    (0..<10).map {
      scenePoint(
        from: .zero, angle: .pi / 2 + .pi * Double($0) / 5,
        radius: $0 % 2 == 0 ? radius : radius * 0.45)
    }
  }

  private func arms(radius: Double, half: Double, turned angle: Double) -> [Point] {
    var points: [Point] = []
    for arm in 0..<4 {
      let along = Point(angle: angle + .pi / 2 * Double(arm))
      let across = Point(x: -along.y, y: along.x)
      points.append(along * radius - across * half)
      points.append(along * radius + across * half)
      points.append(along * half + across * half)
    }
    return points
  }

  private func box(width: Double, height: Double) -> [Point] {
    Rectangle(x: -width / 2, y: -height / 2, width: width, height: height).corners
  }
}
