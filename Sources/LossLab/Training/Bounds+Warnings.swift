extension Bounds {
  /// What these bounds say against a choice, each one clause with the nearest fix: said before
  /// training and written on the picture.
  public func warnings(entry: LossEntry, settings: LossSettings, classes: Int) -> [String] {
    var warnings: [String] = []
    if let largestMargin, settings.margin > largestMargin + 1e-12 {
      warnings.append(
        "m = \(decimal(settings.margin)) is above the bound \(decimal(largestMargin)) for "
          + "\(classes) evenly spread classes: no features can satisfy it; try --m "
          + decimal(largestMargin, roundedDown: true) + otherwise(entry, settings, classes))
    } else if !isFeasible {
      warnings.append(
        "with this margin \(classes) evenly spread classes cannot be told apart even at their "
          + "centers; try a smaller one")
    }
    if entry.option(named: "s") != nil, settings.scale < smallestScale {
      warnings.append(
        "s = \(decimal(settings.scale)) is below \(decimal(smallestScale)), with which \(classes) "
          + "evenly spread classes reach a posterior of 0.9; try --s "
          + "\(Int(smallestScale.rounded(.up)))")
    }
    return warnings
  }

  /// ", or at most 6 classes", where fewer would do.
  private func otherwise(_ entry: LossEntry, _ settings: LossSettings, _ classes: Int) -> String {
    let fitting = (2..<max(2, classes)).last { fewer in
      Bounds(entry: entry, settings: settings, classes: fewer, dimensions: 2).isFeasible
    }
    return fitting.map { ", or at most \($0) classes" } ?? ""
  }

  /// Whether the margin lies on its bound: feasible, with nothing to spare.
  public func isTight(_ settings: LossSettings) -> Bool {
    largestMargin.map { abs(settings.margin - $0) <= 1e-12 } ?? false
  }
}

/// Up to three decimals, none at the end that say nothing.
private func decimal(_ value: Double, roundedDown: Bool = false) -> String {
  let thousandths = (value * 1000).rounded(roundedDown ? .down : .toNearestOrAwayFromZero)
  let whole = Int(thousandths) / 1000
  var digits = String(Int(thousandths) % 1000 + 1000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
}
