/// A value with a spread.
package struct SpreadValue: Sendable, Equatable {
  package var x: Double
  package var mean: Double
  package var low: Double
  package var high: Double

  package init(x: Double, mean: Double, low: Double, high: Double) {
    self.x = x
    self.mean = mean
    self.low = low
    self.high = high
  }
}

extension Panel {
  /// Dots with upright bars from low to high, short caps at their ends.
  package func errorBars(_ values: [SpreadValue], color: Color, radius: Double = 2.6) -> Scene.Item
  {
    var path = Path()
    for value in values where value.low.isFinite && value.high.isFinite {
      let place = x(value.x)
      for end in [value.low, value.high] {
        path.append(
          Path(polyline: [
            Point(x: place - radius, y: y(end)), Point(x: place + radius, y: y(end)),
          ]))
      }
      path.append(
        Path(polyline: [Point(x: place, y: y(value.low)), Point(x: place, y: y(value.high))]))
    }
    let means = values.map { point(Point(x: $0.x, y: $0.mean)) }
    return .group(
      "error bars",
      items: [
        .path(path, fill: nil, stroke: Stroke(color, width: 1)),
        .dots(means.filter { $0.x.isFinite && $0.y.isFinite }, radius: radius, fill: color),
      ])
  }
}
