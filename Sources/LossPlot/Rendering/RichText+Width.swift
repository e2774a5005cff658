extension RichText {
  /// How wide the line is in a picture, points; the size is that of the line, in points.
  ///
  /// On a machine without fonts an estimate, so that laying out cannot fail: drawing will say it.
  public func width(size: Double) -> Double {
    guard !isEmpty, size > 0, size <= Scene.Text.largestSize else { return 0 }
    do {
      return try TextShaper().line(self, size: size).width
    } catch {
      return spans.reduce(0) { $0 + Double($1.text.count) * 0.6 * size * $1.scale }
    }
  }
}
