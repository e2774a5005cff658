import LossPlot

/// What the options of `figure` say beyond those of a training.
struct FigureOptions: Sendable {
  /// Whether to show what figures there are.
  var lists = false
  /// `nil` for light; for `all`, both.
  var theme: ThemeChoice?
  /// `nil` for SVG and PNG.
  var formats: [PictureFormat]?
  /// `nil` for the data of the figure.
  var data: String?
  /// In the place of what the figure is made with.
  var overrides = FigureOverrides()
  /// How many, from the first on; `nil` for as many as the figure is made with.
  var seedCount: Int?
  var firstSeed: Int?
  var folder = "output"
  /// One picture in the place of a folder of pictures.
  var file: String?
  /// Whether a claim that is not reproduced ends with exit 4.
  var isStrict = false

  func seeds(of figure: Figure) -> [UInt64] {
    let first = UInt64(firstSeed ?? 1)
    return (0..<UInt64(seedCount ?? figure.usualSeeds)).map { first + $0 }
  }
}
