/// A framed area of a figure with its two scales: marks turn data into scene items through it.
package struct Panel: Sendable, Equatable {
  package let frame: Rectangle
  package let x: Scale
  /// Grows upwards.
  package let y: Scale
  package let theme: Theme

  package init(
    in frame: Rectangle, x: ClosedRange<Double>, y: ClosedRange<Double>, theme: Theme,
    xKind: Scale.Kind = .linear, yKind: Scale.Kind = .linear
  ) {
    self.frame = frame
    self.theme = theme
    self.x = Scale(x, from: frame.x, to: frame.maxX, kind: xKind)
    self.y = Scale(y, from: frame.maxY, to: frame.y, kind: yKind)
  }

  /// One unit is as long in x as in y: the ranges are shown whole and centered, and one of them is
  /// widened where the frame has room.
  package init(
    equalIn frame: Rectangle, x: ClosedRange<Double>, y: ClosedRange<Double>, theme: Theme
  ) {
    let width = max(x.upperBound - x.lowerBound, 1e-12)
    let height = max(y.upperBound - y.lowerBound, 1e-12)
    let unit = min(frame.width / width, frame.height / height)
    let xCenter = (x.lowerBound + x.upperBound) / 2
    let yCenter = (y.lowerBound + y.upperBound) / 2
    let xHalf = frame.width / unit / 2
    let yHalf = frame.height / unit / 2
    self.init(
      in: frame, x: xCenter - xHalf...xCenter + xHalf, y: yCenter - yHalf...yCenter + yHalf,
      theme: theme)
  }

  package func point(_ data: Point) -> Point {
    Point(x: x(data.x), y: y(data.y))
  }

  package func points(_ data: [Point]) -> [Point] {
    data.map(point)
  }

  /// The rectangle of data that the frame shows.
  package var domain: Rectangle {
    Rectangle(
      x: x.domain.lowerBound, y: y.domain.lowerBound,
      width: x.domain.upperBound - x.domain.lowerBound,
      height: y.domain.upperBound - y.domain.lowerBound)
  }

  /// Items that end at the frame.
  package func clipped(_ name: String, title: String = "", _ items: [Scene.Item]) -> Scene.Item {
    .group(name, title: title, clip: Path(rectangle: frame), items: items)
  }

  /// A thin line around the panel.
  package var border: Scene.Item {
    .path(Path(rectangle: frame), fill: nil, stroke: Stroke(theme.faint, width: 1, join: .miter))
  }

  /// What the panel shows, above its left corner; in two small lines where the panel is small.
  package func heading(_ text: RichText) -> Scene.Item {
    let isLong = text.width(size: theme.textSize, by: theme.measure) > frame.width + 6
    guard isLong, Self.small.contains(frame.width) else {
      return .text(
        text, at: Point(x: frame.x, y: frame.y - 7), size: theme.textSize, color: theme.muted)
    }
    let width = frame.width + 12
    let all = text.wrapped(width: width, size: theme.smallSize, by: theme.measure)
    // What has no room in the second line ends in "…".
    let rest = all.dropFirst().reduce(RichText()) { $0.isEmpty ? $1 : $0 + " " + $1 }
    let lines = [all[0], rest].filter { !$0.isEmpty }.map {
      $0.truncated(width: width, size: theme.smallSize, by: theme.measure)
    }
    return .group(
      "heading",
      items: lines.enumerated().map { row, line in
        let below = 1.2 * theme.smallSize * Double(lines.count - 1 - row)
        return theme.words(
          line, at: Point(x: frame.x, y: frame.y - 6 - below), baseline: .alphabetic)
      })
  }

  /// How wide the panels of narrow pages are; what is narrower is a bar of colors.
  private static let small = 80.0..<186
}
