import LossPlot

/// From where the sphere of three-dimensional features is seen.
extension Option {
  static let azimuth = degrees(
    "azimuth", \.picture.style.azimuth, -360...360, usual: FigureStyle.usualAzimuth,
    help: "of --dim 3: from where the sphere is seen, around its third axis")

  static let elevation = degrees(
    "elevation", \.picture.style.elevation, -90...90, usual: FigureStyle.usualElevation,
    help: "of --dim 3: from how far above the sphere is seen, or below")

  private static func degrees(
    _ name: String, _ path: WritableKeyPath<GivenValues, Double?> & Sendable,
    _ range: ClosedRange<Double>, usual: Double, help: String
  ) -> Option {
    let words = "\(TypedText.text(range.lowerBound)) to \(TypedText.text(range.upperBound))"
    return number(
      name, path, NumberRange(lower: range.lowerBound, upper: range.upperBound, text: words),
      placeholder: "DEG", in: .picture, help: help, default: TypedText.text(usual),
      showsRange: false)
  }
}
