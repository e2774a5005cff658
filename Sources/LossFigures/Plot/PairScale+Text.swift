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
  var noun: Wording {
    metric == .cosine ? Wording("angle", zh: "角度") : Wording("distance", zh: "距离")
  }

  /// The axis of pairs, whose numbers run from 0 to 180 for either; several files have distances of
  /// their own, which are named by their share.
  func axis(
    isShared: Bool, over domain: ClosedRange<Double>, in language: PageLanguage
  ) -> Axis {
    func said(_ en: String, zh: String) -> RichText {
      RichText(plain: Wording(en, zh: zh)[language])
    }
    guard metric == .euclidean else {
      return Axis(said("angle between the two samples of a pair", zh: "样本对之间的角度"), unit: "°")
    }
    let unit = isShared ? 100 : reach
    let numbers = niceNumbers(
      in: domain.lowerBound / 180 * unit...domain.upperBound / 180 * unit, about: 5)
    return Axis(
      isShared
        ? said("distance of a pair, % of the largest possible", zh: "样本对的距离，占最大可能值的 %")
        : said("distance between the two samples of a pair", zh: "样本对之间的距离"),
      ticks: numbers.values.map {
        Tick($0 / unit * 180, RichText(plain: decimalText($0, places: numbers.places)))
      })
  }
}
