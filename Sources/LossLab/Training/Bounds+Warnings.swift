extension Bounds {
  /// What these bounds say against a choice, each one clause with the nearest fix: said before
  /// training and written on the picture.
  package func warnings(entry: LossEntry, settings: LossSettings, classes: Int) -> [String] {
    var warnings: [String] = []
    if let largestMargin, settings.margin > largestMargin + 1e-12 {
      let usual = threeDigits(largestMargin)
      let bound = decimal(settings.margin > usual ? usual : largestMargin)
      // A margin that is a hair too large is shown in full.
      let margin = decimal(settings.margin) == bound ? "\(settings.margin)" : nil
      warnings.append(
        "m = \(margin ?? decimal(settings.margin)) is above the bound \(bound) for "
          + "\(classes) evenly spread classes: \(entry.beyondBound); try --m "
          + decimal(threeDigits(largestMargin, roundedDown: true), roundedDown: true)
          + otherwise(entry, settings, classes))
    } else if !isFeasible {
      warnings.append(
        "with this margin \(classes) evenly spread classes cannot be told apart even at their "
          + "centers; try a smaller one")
    }
    if entry.hasScaleBound, let option = entry.option(named: "s"), let scale = settings.number("s"),
      scale < smallestScale
    {
      let usual = threeDigits(smallestScale)
      let bound = decimal(scale < usual ? usual : smallestScale)
      warnings.append(
        "s = \(decimal(scale)) is below \(bound), with which \(classes) "
          + "evenly spread classes reach a posterior of 0.9; " + scaleFix(option))
    }
    return warnings
  }

  /// The next whole s; `nil` where the option does not take it.
  func wholeScale(_ option: LossOption) -> Double? {
    let scale = smallestScale.rounded(.up)
    guard case .number(let range, _) = option.values, range.contains(scale) else { return nil }
    return scale
  }

  private func scaleFix(_ option: LossOption) -> String {
    wholeScale(option).map { "try --s \(Int($0))" } ?? "no --s is large enough; try fewer classes"
  }

  /// ", or at most 6 classes", where fewer would do.
  private func otherwise(_ entry: LossEntry, _ settings: LossSettings, _ classes: Int) -> String {
    let fitting = (2..<max(2, classes)).last { fewer in
      Bounds(entry: entry, settings: settings, classes: fewer, dimensions: 2).isFeasible
    }
    return fitting.map { ", or at most \($0) classes" } ?? ""
  }

  /// Whether the margin lies on its bound: feasible, with nothing to spare.
  package func isTight(_ settings: LossSettings) -> Bool {
    largestMargin.map { abs(settings.margin - $0) <= 1e-12 } ?? false
  }
}
