import LossLab

extension PairScale {
  /// "61.2°", or a distance in the units of the file.
  func text(_ separation: Double) -> String {
    guard metric == .euclidean else { return degreesText(separation) }
    // A ten-thousandth of the largest.
    var (places, step) = (0, reach)
    while step < 1000, places < 12 {
      step *= 10
      places += 1
    }
    return decimalText(value(ofSeparation: separation), places: places)
  }

  /// "angle" or "distance".
  var noun: String { metric == .cosine ? "angle" : "distance" }

  /// The axis of pairs, whose numbers run from 0 to 180 for either; several files have distances of
  /// their own, which are named by their share.
  func axis(isShared: Bool, over domain: ClosedRange<Double>) -> Axis {
    guard metric == .euclidean else {
      return Axis("angle between the two samples of a pair", unit: "°")
    }
    let unit = isShared ? 100 : reach
    let numbers = niceNumbers(
      in: domain.lowerBound / 180 * unit...domain.upperBound / 180 * unit, about: 5)
    return Axis(
      isShared
        ? "distance of a pair, % of the largest possible"
        : "distance between the two samples of a pair",
      ticks: numbers.values.map {
        Tick($0 / unit * 180, RichText(plain: decimalText($0, places: numbers.places)))
      })
  }
}
