extension RichText {
  /// How wide the line is in a picture, points; the size is that of the line, in points.
  package func width(size: Double, by measure: TextMeasure) -> Double {
    measure.width(of: self, size: size)
  }
}
