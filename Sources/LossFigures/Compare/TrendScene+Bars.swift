/// The bars for the spread of several lines, beside one another.
extension TrendScene {
  /// Whether lines have bars for their spread.
  var hasBars: Bool { hasSpread && trend.isQuantity && !hasRibbons }
  /// So far apart the ends of bars do not touch.
  private static let widestBarStep = 6.5
  /// Half the width of an end, units, and at most of the room of a bar.
  private static let usualBarEnd = 2.6
  private static let mostOfStep = 0.4

  /// From the lowest to the highest seed or end of the bar of each value, in data.
  func bars(_ content: Trend.Panel, _ panel: Panel) -> [[Point]] {
    content.series.enumerated().flatMap { index, values in
      values.filter { !$0.seeds.isEmpty }.map { value in
        let (middle, deviation) = (mean(value.seeds), standardDeviation(value.seeds))
        let ends = value.seeds + [middle - deviation, middle + deviation]
        let x = panel.x(value.x) + barShift(index, panel)
        let (left, right) = (x - barEnd(panel), x + barEnd(panel))
        // From one end to the other, both as wide as they are drawn.
        let (low, high) = (ends.min() ?? middle, ends.max() ?? middle)
        return [(left, low), (right, low), (x, low), (x, high), (left, high), (right, high)].map {
          Point(x: panel.x.value(at: $0.0), y: $0.1)
        }
      }
    }
  }

  /// How far right of its value the bar of a line stands, units.
  func barShift(_ index: Int, _ panel: Panel) -> Double {
    (Double(index) - Double(styles.count - 1) / 2) * barStep(panel)
  }

  /// Between the bars of two lines, units: less where the values are near one another.
  private func barStep(_ panel: Panel) -> Double {
    let places = Set(trend.panels.flatMap(\.series).flatMap { $0 }.map(\.x)).map { panel.x($0) }
      .sorted()
    let least = zip(places.dropFirst(), places).map { $0 - $1 }.min() ?? .infinity
    return min(Self.widestBarStep, 0.75 * least / Double(styles.count))
  }

  /// Half the width of a bar's ends, units.
  func barEnd(_ panel: Panel) -> Double {
    hasBars ? min(Self.usualBarEnd, Self.mostOfStep * barStep(panel)) : Self.usualBarEnd
  }
}
