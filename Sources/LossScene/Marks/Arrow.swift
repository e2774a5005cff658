extension Panel {
  /// A straight arrow between two points of data, its tip exactly on the second.
  ///
  /// Shorter than its own head it becomes a smaller head; without length, nothing.
  package func arrow(
    from start: Point, to end: Point, color: Color? = nil, width: Double = 1.5
  ) -> Scene.Item {
    .group(
      "arrow",
      items: arrowItems(
        from: point(start), to: point(end), color: color ?? theme.ink, width: width))
  }

  /// The same on ground of many colors, in a rim of paper.
  package func rimmedArrow(
    from start: Point, to end: Point, color: Color, width: Double = 1.5
  ) -> [Scene.Item] {
    let (start, end) = (point(start), point(end))
    let below = arrowItems(from: start, to: end, color: theme.paper, width: width).map { item in
      guard case .path(let path, let fill, let stroke) = item else { return item }
      let rim = (stroke?.width ?? 0) + 2.4
      return Scene.Item.path(path, fill: fill, stroke: Stroke(theme.paper, width: rim, cap: .round))
    }
    return [
      .group("rim", items: below),
      .group("arrow", items: arrowItems(from: start, to: end, color: color, width: width)),
    ]
  }
}
