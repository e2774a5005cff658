extension Bounds {
  /// What these bounds say against a choice, each with what is nearest to it: told before training
  /// and on the picture.
  package func warnings(
    entry: LossEntry, settings: LossSettings, classes: Int
  ) -> [RunWarning] {
    var warnings: [RunWarning] = []
    if let largestMargin, !Self.fits(settings.margin, below: largestMargin) {
      warnings.append(
        .marginAboveBound(
          .init(
            margin: settings.margin, bound: largestMargin, classes: classes,
            meaning: entry.beyondBound,
            fittingClasses: fittingClasses(entry, settings, below: classes))))
    } else if !isFeasible {
      warnings.append(.inseparable(classes: classes))
    }
    if entry.hasScaleBound, let option = entry.option(named: "s"), let scale = settings.number("s"),
      scale < smallestScale
    {
      warnings.append(
        .scaleBelowBound(
          .init(
            scale: scale, bound: smallestScale, classes: classes,
            fittingScale: wholeScale(option))))
    }
    return warnings
  }

  /// The next whole s; `nil` where the option does not take it.
  func wholeScale(_ option: LossOption) -> Double? {
    let scale = smallestScale.rounded(.up)
    guard case .number(let range, _) = option.values, range.contains(scale) else { return nil }
    return scale
  }

  private func fittingClasses(
    _ entry: LossEntry, _ settings: LossSettings, below classes: Int
  ) -> Int? {
    guard let bound = entry.marginBound else { return nil }
    return (2..<max(2, classes)).last { fewer in
      Self.fits(settings.margin, below: bound(nearestAngle(classes: fewer), settings))
    }
  }

  /// Whether the margin lies on its bound: feasible, with nothing to spare.
  package func isTight(_ settings: LossSettings) -> Bool {
    largestMargin.map { abs(settings.margin - $0) <= 1e-12 } ?? false
  }
}
