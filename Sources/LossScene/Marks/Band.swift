extension Panel {
  /// What a margin bought: a polygon in neutral grey over what lies below.
  package func band(_ polygon: [Point]) -> Scene.Item {
    .path(Path(polygon: points(polygon)), fill: theme.band, stroke: nil)
  }
}
