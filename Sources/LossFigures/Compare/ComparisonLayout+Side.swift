/// How large the panels of a comparison are on a page that is as wide as it needs to be.
extension ComparisonLayout {
  /// Few rows of many panels would be a strip with words too small to read: there panels are
  /// smaller for their words.
  static func side(
    _ grid: ComparisonGrid, _ views: [RunView], _ lines: Int?
  ) -> Double {
    let usual = side(across: grid.panelsAcross)
    guard grid.panelsAcross > ComparisonGrid.longestList else { return usual }
    return stride(from: usual, to: leastOfStrip, by: -5).first {
      ratio(grid, side: $0, views, lines) <= ComparisonGrid.usualRatio.upperBound
    } ?? min(usual, leastOfStrip)
  }

  private static let leastOfStrip = 120.0
  /// What title, facts and key take about, of the height of a page.
  static let usualWords = 130.0

  /// The size asked for, with type that suits a page made as this one.
  func balanced(_ fit: PageFit) -> PageFit {
    fit.balanced(natural: (width, height + Self.usualWords))
  }

  /// Width over height of a page whose panels were not made smaller for it.
  static func usualRatio(_ grid: ComparisonGrid, views: [RunView], lines: Int?) -> Double {
    ratio(grid, side: side(across: grid.panelsAcross), views, lines)
  }

  /// Width over height of the page, with title, facts and key as high as they usually are.
  private static func ratio(
    _ grid: ComparisonGrid, side: Double, _ views: [RunView], _ lines: Int?
  ) -> Double {
    max(leastWidth, left + Double(grid.panelsAcross) * side + gaps(grid, views) + right)
      / (height(grid, side: side, views, lines) + usualWords)
  }

  static func side(across: Int) -> Double {
    switch across {
    case 1: 400
    case 2: 320
    case 3: 264
    case 4: 205
    case ...6: 190
    case ...9: 165
    case ...10: 140
    // No wider than with ten.
    case ...12: 120
    case ...16: 140
    default: 104
    }
  }
}
