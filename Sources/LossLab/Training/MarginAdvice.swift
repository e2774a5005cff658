/// What m and s may be for so many classes in so many dimensions.
package struct MarginAdvice: Sendable {
  package let classes: Int
  package let dimensions: Int
  /// How far apart the nearest classes can be.
  package let spread: WidestSpread
  /// The s with which a softmax over s cos θ without a margin reaches a posterior at a class center.
  package let scales: [LeastScale]
  /// √2 ln(C − 1) of AdaCos; `nil` for two classes, where it is 0.
  package let adaptiveScale: Double?
  /// One for each loss with a bound of m.
  package let margins: [Margin]

  package struct LeastScale: Sendable {
    package let posterior: Double
    package let scale: Double
  }

  package struct Margin: Sendable {
    package let entry: LossEntry
    /// Some spread of the classes satisfies m up to here.
    package let reached: Double
    /// No spread satisfies an m beyond.
    package let limit: Double
    /// What lossviz takes where nobody says: by the classes in the plane, beyond it as for two.
    package let usual: Double
  }

  /// Whether the least s is what it takes for evenly spread classes, or only a bound below it.
  package var isScaleExact: Bool { dimensions == 2 || classes <= dimensions + 1 }

  /// - Parameters:
  ///   - entries: the losses asked about; those without a bound of m are left out.
  ///   - settings: of a loss, with all that its bound depends on.
  /// - Precondition: `classes ≥ 2`, `dimensions ≥ 2`.
  package init(
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
