extension Panel {
  /// A sample x and the angles from it to two weights, as the papers mark them.
  ///
  /// - Parameters:
  ///   - direction: of the sample, radians; its distance from the origin is `radius`.
  ///   - weights: directions of W₁ and W₂, radians.
  ///   - symbol: of the angles: "θ" or "ω".
  func sampleAngles(
    at direction: Double, radius: Double, weights: (first: Double, second: Double), symbol: String
  ) -> [Scene.Item] {
    let place = Point(angle: direction, radius: radius)
    let arcs = [(weights.first, 0.62 * radius), (weights.second, 0.3 * radius)]
    var items = [line([.zero, place], color: theme.muted, width: 1)]
    for (index, arc) in arcs.enumerated() {
      let (start, end) = (min(arc.0, direction), max(arc.0, direction))
      items.append(self.arc(radius: arc.1, start: start, end: end, color: theme.muted))
      items.append(
        label(
          "$\(symbol)_\(index + 1)$",
          at: Point(angle: (start + end) / 2, radius: arc.1 + 0.12 * radius), color: theme.muted))
    }
    items.append(.dots([point(place)], radius: 3.2, fill: theme.ink))
    items.append(label("$x$", at: place, offset: Point(x: 9, y: 1)))
    return items
  }
}
