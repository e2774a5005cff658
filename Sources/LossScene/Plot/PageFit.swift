/// The size that a picture is wanted at, and how large its type is there.
///
/// Pages are laid out in units in which the main text is 12 high, and scaled once at the end. A
/// page that is to be narrow is laid out on fewer units instead of being scaled down further, so
/// that its smallest words stay readable in print.
package struct PageFit: Sendable, Equatable {
  /// Of the finished picture, points; `nil` for what the page is made for.
  package var width: Double?
  package var height: Double?
  /// Of the main text, points; `nil` for what suits the width.
  package var typeSize: Double?

  package init(width: Double? = nil, height: Double? = nil, typeSize: Double? = nil) {
    self.width = width
    self.height = height
    self.typeSize = typeSize
  }

  /// The main text of a page in its own units.
  package static let usualType = 12.0
  /// No type is set smaller, points.
  package static let smallestType = RichText.smallestType
  /// At this scale a subscript of the main text is as small as type may be.
  package static let leastScale = smallestType / (usualType * RichText.scriptScale)

  /// Points of the finished picture for one unit of a page that is made `natural` units wide.
  package func scale(natural: Double) -> Double {
    if let typeSize { return typeSize / Self.usualType }
    guard let width else { return 1 }
    let share = width / natural
    return share < 1 ? min(1, max(share, Self.leastScale)) : share
  }

  /// The same with type that suits both the width and the height that were asked for, where nobody
  /// chose it: as large as on the natural page where the other one is low, larger than its width
  /// alone would make it where it is high.
  package func balanced(natural: (width: Double, height: Double)) -> PageFit {
    guard typeSize == nil, let width, let height else { return self }
    let (across, down) = (width / natural.width, height / natural.height)
    let share =
      down < across
      ? max(down, min(across, 1))
      : min(max(across, 1), (across * (down * down * down)).squareRoot().squareRoot())
    var fit = self
    fit.typeSize = Self.usualType * max(share, Self.leastScale)
    return fit
  }

  /// The theme with words as wide, and the least type as large, as they are once it is scaled.
  package func printed(_ theme: Theme, natural: Double) -> Theme {
    let scale = scale(natural: natural)
    guard scale != 1 else { return theme }
    var theme = theme
    theme.measure = theme.measure.printed(at: scale)
    theme.leastType = Self.smallestType / scale
    return theme
  }

  /// Units of the page's width.
  package func layoutWidth(natural: Double) -> Double {
    (width ?? natural) / scale(natural: natural)
  }

  /// A page made in one size, in units; as high for its width as that, where no height was asked
  /// for.
  package func size(_ natural: (width: Double, height: Double)) -> (width: Double, height: Double) {
    let width = layoutWidth(natural: natural.width)
    // A narrow page needs more lines for its words, so it is less wide for its height.
    let share = width < natural.width ? (width / natural.width).squareRoot() : width / natural.width
    return (width, layoutHeight(natural: natural.width) ?? natural.height * share)
  }

  /// Units of the page's height, where it was asked for.
  package func layoutHeight(natural: Double) -> Double? {
    height.map { $0 / scale(natural: natural) }
  }
}
