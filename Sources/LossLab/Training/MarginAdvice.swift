/// What m and s may be for so many classes in so many dimensions.
public struct MarginAdvice: Sendable {
  public let classes: Int
  public let dimensions: Int
  /// How far apart the nearest classes can be.
  public let spread: WidestSpread
  /// The s with which a softmax over s cos θ without a margin reaches a posterior at a class center.
  public let scales: [LeastScale]
  /// √2 ln(C − 1) of AdaCos; `nil` for two classes, where it is 0.
  public let adaptiveScale: Double?
  /// One for each loss with a bound of m.
  public let margins: [Margin]

  public struct LeastScale: Sendable {
    public let posterior: Double
    public let scale: Double
  }

  public struct Margin: Sendable {
    public let entry: LossEntry
    /// Some spread of the classes satisfies m up to here.
    public let reached: Double
    /// No spread satisfies an m beyond.
    public let limit: Double
    /// What lossviz takes where nobody says: by the classes in the plane, beyond it as for two.
    public let usual: Double
  }

  /// Whether the least s is what it takes for evenly spread classes, or only a bound below it.
  public var isScaleExact: Bool { dimensions == 2 || classes <= dimensions + 1 }

  /// - Parameters:
  ///   - entries: the losses asked about; those without a bound of m are left out.
  ///   - settings: of a loss, with all that its bound depends on.
  /// - Precondition: `classes ≥ 2`, `dimensions ≥ 2`.
  public init(
    classes: Int, dimensions: Int, entries: [LossEntry] = LossEntry.all,
    posteriors: [Double] = [0.9, 0.99]
  ) {
    self.classes = classes
    self.dimensions = dimensions
    let spread = WidestSpread(classes: classes, dimensions: dimensions)
    self.spread = spread
    let usualClasses = dimensions == 2 ? classes : 2
    scales = posteriors.map { posterior in
      LeastScale(
        posterior: posterior,
        scale: dimensions == 2
          ? planarScale(classes: classes, posterior: posterior)
          : simplexScale(classes: classes, posterior: posterior))
    }
    adaptiveScale = classes > 2 ? AdaCos.firstScale(classes: classes) : nil
    margins = entries.compactMap { entry in
      guard let bound = entry.marginBound else { return nil }
      let settings = entry.settings(classes: usualClasses)
      return Margin(
        entry: entry, reached: bound(spread.reached, settings),
        limit: bound(spread.limit, settings), usual: settings.margin)
    }
  }
}
