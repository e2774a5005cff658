import LossLab
import LossPlot

/// From where the sphere of three-dimensional features is seen.
extension Option {
  static let azimuth = degrees(
    "azimuth", \.picture.azimuth, -360...360, usual: FigureStyle.usualAzimuth,
    help: "of --dim 3: from where the sphere is seen, around its third axis")

  static let elevation = degrees(
    "elevation", \.picture.elevation, -90...90, usual: FigureStyle.usualElevation,
    help: "of --dim 3: from how far above the sphere is seen, or below")

  private static func degrees(
    _ name: String, _ path: WritableKeyPath<RunOptions, Double?> & Sendable,
    _ range: ClosedRange<Double>, usual: Double, help: String
  ) -> Option {
    let words = "\(TypedText.text(range.lowerBound)) to \(TypedText.text(range.upperBound))"
    let numbers = NumberRange(lower: range.lowerBound, upper: range.upperBound, text: words)
    return Option(
      name: name, placeholder: "DEG", group: .picture, help: help, allowed: words,
      defaultText: TypedText.text(usual),
      write: { options, given throws(ValueProblem) in
        options[keyPath: path] = try numbers.number(given.text)
      },
      read: { options in options[keyPath: path].map { .number($0) } })
  }
}
