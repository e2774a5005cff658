import LossScene

/// How a figure is to look: what a person chooses, apart from what is shown.
public struct FigureStyle: Sendable, Speaking {
  /// Colors of ground and words, and how words are measured.
  public var theme: Theme
  /// `nil` for the one that suits the number of classes.
  public var palette: Palette?
  /// Panels from left to right.
  public var views: [RunView] = [.features, .angles]
  /// `nil` for the loss's own; empty for none.
  public var title: String?
  /// `nil` for those of the data.
  public var classNames: [String]?
  /// Most dots in one panel, test samples first; `nil` for what suits the data.
  package var dotLimit: Int?
  /// Half the side of the plane of features, for panels that are to be compared; `nil` for what
  /// suits the features.
  package var featureLimit: Double?
  /// Whether other panels have the same axes, so that a short class is to look short.
  package var sharesAxes = false
  /// From where the sphere of three-dimensional features is seen, degrees: around its third axis
  /// from the first one on, and above the plane of the first two; `nil` for the usual place.
  package var azimuth: Double?
  package var elevation: Double?
  /// Of the histogram of angles: the largest one, degrees, and the tallest bar, percent; `nil` for
  /// what suits the angles.
  package var angleLimit: Double?
  package var shareLimit: Double?
  /// Of the histogram of gaps: its ends, degrees, and the tallest bar, percent.
  package var gapRange: ClosedRange<Double>?
  package var gapShare: Double?
  /// Whether the plane of features has numbers below it, and left of it.
  package var hasXNumbers = true
  package var hasYNumbers = true
  /// Whether a short rule in the corner says how long a unit is, in the place of numbers.
  package var hasInnerScale = false
  /// How wide the name of a class may be in the plane, if less than suits it, and beside the
  /// circle; units.
  package var nameLimit = Double.infinity
  package var roseNameLimit = usualRoseNameLimit
  static let usualRoseNameLimit = 68.0
  /// Of the side of a plane: longer names would reach the samples near the origin.
  package static let longestName = 0.32
  /// Of the panels of a comparison, the side of each; names are cut alike in all of them.
  package var cellSide: Double?
  /// Of the names of classes, which in small panels would lie on samples; units.
  var nameSize: Double { (cellSide ?? .infinity) < 110 ? theme.smallSize : theme.textSize }
  /// Whether the sphere turns, as in a film.
  package var isTurning = false
  /// How far names beside the circle may hang out of its frame; units.
  package var nameHang = 12.0
  /// Of dots: smaller ones in the small panels of a comparison.
  package var dotScale = 1.0
  /// What else an honest picture must add, each one clause, after what its run warns of.
  package var notes: [Wording] = []
  /// Of all words but names.
  public var language = PageLanguage.en
  /// Of the page.
  package var fit = PageFit()

  /// Features and angles, in English.
  public init(theme: Theme) { self.theme = theme }

  /// Where nobody chooses, degrees: no axis points at the reader there.
  package static let usualAzimuth = -60.0
  package static let usualElevation = 22.0

  /// Of a run's picture with all its views, in points, as far as it can be known without the run.
  package var size: (width: Double, height: Double) {
    let natural = RunScene.size(panels: views.count)
    let width = fit.width ?? natural.width
    return (width, fit.height ?? width * natural.height / natural.width)
  }

  /// A page, called as somebody chose or by its own name.
  package func page(
    _ name: RichText, subtitle: [RichText], key: [KeyItem], notes: [RichText],
    size: (width: Double, height: Double)
  ) -> Page {
    var page = Page(
      title.map { RichText(plain: $0) } ?? name, subtitle: subtitle, key: key, notes: notes,
      size: size, theme: theme)
    page.name = name
    page.punctuation = signs
    return page
  }

  package func styles(classes: Int) -> [ClassStyle] {
    (palette ?? .standard(classes: classes)).styles(classes: classes, theme: theme)
  }
}

/// A panel of the picture of a run.
public enum RunView: String, CaseIterable, Sendable {
  /// Regions, boundaries and margin bands in the plane.
  case features
  /// The same on the circle, with a histogram of directions for each class.
  case angles
  /// Angles to the own and to the nearest other class weight.
  case histogram
  /// The target logit against the angle.
  case curve
  /// How hard and whereto the loss moves a feature, over the plane.
  case pull

  package var summary: String {
    switch self {
    case .features: "features, regions, boundaries and margin bands in the plane"
    case .angles: "the same on the circle, with a histogram of directions for each class"
    case .histogram: "angles to the own and to the nearest other class weight"
    case .curve: "the target logit against the angle"
    case .pull: "how hard and whereto the loss moves a feature, over the plane"
    }
  }
}
