extension Panel {
  /// The first of these boxes that is inside the frame and that no line goes through; `nil` where
  /// none is.
  ///
  /// - Parameter lines: points of the scene.
  func free(_ boxes: [Rectangle], beside lines: [[Point]]) -> Rectangle? {
    let inside = frame.inset(by: 2)
    return boxes.first { box in
      inside.contains(box.corners[0]) && inside.contains(box.corners[2])
        && !lines.contains { box.inset(by: -1.5).meets($0) }
    }
  }

  /// The box of some small words at the first of these places, points of the scene, where no line
  /// goes through them; at the first of all where there is none.
  func freeBox(for text: RichText, at places: [Point], beside lines: [[Point]]) -> Rectangle {
    let width = text.width(size: theme.smallSize, by: theme.measure)
    let boxes = places.map { Rectangle(center: $0, width: width, height: theme.smallSize) }
    return free(boxes, beside: lines) ?? boxes[0]
  }
}

extension Rectangle {
  init(center: Point, width: Double, height: Double) {
    self.init(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
  }

  /// The least rectangle with that point in it as well.
  func reaching(_ point: Point) -> Rectangle {
    let (left, top) = (min(x, point.x), min(y, point.y))
    return Rectangle(
      x: left, y: top, width: max(maxX, point.x) - left, height: max(maxY, point.y) - top)
  }

  /// Whether a line through these points passes it; sampled as densely as small type needs.
  func meets(_ line: [Point]) -> Bool {
    zip(line, line.dropFirst()).contains { start, end in
      let steps = max(1, Int((end - start).length))
      return (0...steps).contains { contains(start + (end - start) * (Double($0) / Double(steps))) }
    }
  }
}
