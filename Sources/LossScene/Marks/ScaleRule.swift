extension Panel {
  /// A rule of a round length below the right corner with its number, as on a map: for panels whose
  /// axes have no numbers.
  package var scaleRule: Scene.Item {
    let numbers = niceNumbers(in: 0...(x.domain.upperBound - x.domain.lowerBound), about: 5)
    let step = numbers.values.dropFirst().first ?? 1
    let end = Point(x: frame.maxX, y: frame.maxY + 8)
    let start = Point(x: end.x - step * x.unit, y: end.y)
    let ends = [start, end].map { place in
      Path(polyline: [Point(x: place.x, y: place.y - 2.5), Point(x: place.x, y: place.y + 2.5)])
    }
    let rule = ends.reduce(Path(polyline: [start, end])) { $0 + $1 }
    return .group(
      "scale",
      items: [
        .path(rule, fill: nil, stroke: Stroke(theme.muted, width: 1)),
        theme.words(
          RichText(plain: decimalText(step, places: numbers.places)),
          at: Point(x: start.x - 5, y: end.y), anchor: .end),
      ])
  }
}
