extension Scene.Item {
  /// Items that belong together.
  package static func group(
    _ name: String, title: String = "", clip: Path? = nil, items: [Scene.Item]
  ) -> Scene.Item {
    .group(Scene.Group(name, title: title, clip: clip, items: items))
  }

  /// One line of text.
  package static func text(
    _ content: RichText, at position: Point, size: Double, color: Color,
    anchor: Scene.Text.Anchor = .start, baseline: Scene.Text.Baseline = .alphabetic,
    rotation: Double = 0, halo: Color? = nil
  ) -> Scene.Item {
    .text(
      Scene.Text(
        content, at: position, size: size, color: color, anchor: anchor, baseline: baseline,
        rotation: rotation, halo: halo))
  }

  /// Many dots of one look.
  package static func dots(
    _ centers: [Point], shape: MarkerShape = .circle, radius: Double, fill: Color?,
    stroke: Stroke? = nil
  ) -> Scene.Item {
    .dots(Scene.Dots(centers, shape: shape, radius: radius, fill: fill, stroke: stroke))
  }
}
