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
}
