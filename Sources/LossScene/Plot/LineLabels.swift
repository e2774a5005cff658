extension Panel {
  /// A box for words beside a line, as near to its end as there is room: inside the frame, on no
  /// line and on no other box.
  ///
  /// - Parameters:
  ///   - line: what the words are about, in data.
  ///   - lines: what they must not touch besides, in data.
  ///   - taken: boxes of other words, in points of the scene.
  /// - Returns: `nil` where no such box was found.
  package func lineLabel(
    _ text: RichText, along line: [Point], avoiding lines: [[Point]], taken: [Rectangle]
  ) -> Rectangle? {
    let width = text.width(size: theme.smallSize, by: theme.measure)
    let height = theme.smallSize * 1.2
    let inside = frame.inset(by: 3)
    let own = densely(points(line)).filter { frame.inset(by: -1).contains($0) }
    let ink = own + lines.flatMap { densely(points($0)) }
    // Beside the line: its words begin or end there, or stand in the middle above or below.
    let sides: [Point] = [
      Point(x: -0.5, y: -0.5), Point(x: -0.5, y: 0.5), Point(x: 0.5, y: 0.5),
      Point(x: 0.5, y: -0.5), Point(x: 0, y: -0.5), Point(x: 0, y: 0.5),
    ]
    for place in own.reversed() {
      for side in sides {
        let middle = Point(x: place.x + side.x * (width + 10), y: place.y + side.y * (height + 6))
        let box = Rectangle(
          x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
        let isInside =
          box.x >= inside.x && box.maxX <= inside.maxX && box.y >= inside.y
          && box.maxY <= inside.maxY
        let near = box.inset(by: -1.5)
        let isFree =
          isInside && !ink.contains(where: near.contains) && !taken.contains { $0.overlaps(near) }
        if isFree { return box }
      }
    }
    return nil
  }

  /// Points at most four apart along a line.
  func densely(_ line: [Point]) -> [Point] {
    zip(line, line.dropFirst()).flatMap { start, end in
      let steps = max(1, Int((end - start).length / 4))
      return (0...steps).map { start + (end - start) * (Double($0) / Double(steps)) }
    }
  }
}

extension Rectangle {
  /// Whether they share more than an edge.
  package func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
