extension Panel {
  /// A sample x and the angles from it to two weights, as the papers mark them.
  ///
  /// - Parameters:
  ///   - direction: of the sample, radians; its distance from the origin is `radius`.
  ///   - weights: directions of W₁ and W₂, radians.
  ///   - symbol: of the angles: "θ" or "ω".
  ///   - lines: what goes through no letter, points of the scene.
  func sampleAngles(
    at direction: Double, radius: Double, weights: (first: Double, second: Double), symbol: String,
    beside lines: [[Point]]
  ) -> [Scene.Item] {
    let place = Point(angle: direction, radius: radius)
    let arcs = [(weights.first, 0.62 * radius), (weights.second, 0.3 * radius)]
    let arcLines = arcs.map { weight, radius in
      (0...12).map {
        point(Point(angle: weight + (direction - weight) * Double($0) / 12, radius: radius))
      }
    }
    var taken = lines + arcLines + [points([.zero, place])]
    func add(_ text: RichText, at places: [Point], color: Color, to items: inout [Scene.Item]) {
      let box = freeBox(for: text, at: places, beside: taken)
      taken.append([box.corners[0], box.corners[2]])
      items.append(
        theme.words(text, at: box.center, color: theme.label(color), anchor: .middle, halo: true))
    }
    var items = [line([.zero, place], color: theme.muted, width: 1)]
    for (weight, radius) in arcs {
      let (start, end) = (min(weight, direction), max(weight, direction))
      items.append(arc(radius: radius, start: start, end: end, color: theme.muted))
    }
    items.append(.dots([point(place)], radius: 3.2, fill: theme.ink))
    let around = [
      Point(x: 9, y: 1), Point(x: 8, y: -7), Point(x: 0, y: -10), Point(x: -9, y: -2),
      Point(x: 8, y: 9), Point(x: 0, y: 11),
    ]
    add("$x$", at: around.map { point(place) + $0 }, color: theme.ink, to: &items)
    for (index, arc) in arcs.enumerated() {
      add(
        "$\(symbol)_\(index + 1)$",
        at: anglePlaces(arc.1, from: arc.0, to: direction, reach: radius).map { point($0) },
        color: theme.muted, to: &items)
    }
    return items
  }

  /// For the name of an angle: beyond the middle of its arc, farther out, then past the weight.
  private func anglePlaces(
    _ radius: Double, from weight: Double, to direction: Double, reach: Double
  ) -> [Point] {
    let middle = (weight + direction) / 2
    let away = weight > direction ? 1.0 : -1
    let between = [0.12, 0.18, 0.25, 0.32, -0.14].map {
      Point(angle: middle, radius: radius + $0 * reach)
    }
    let beside = (1...10).flatMap { step in
      [0, 0.1, -0.1].map {
        Point(angle: weight + 0.07 * Double(step) * away, radius: radius + $0 * reach)
      }
    }
    return between + beside
  }
}
