import LossScene

extension RunScene {
  /// The names of the classes around the sphere, each on the side of its class, with a line to those
  /// on the near half.
  func sphereNames(_ panel: Panel, _ view: SphereView) -> Scene.Item {
    guard isUncrowded else { return .group("names", items: []) }
    let tips = classVectors.map { view.project($0) }
    let apart = nameTurn(unit: panel.x.unit)
    let around = film?.around ?? []
    let directions =
      around.count > 1
      ? steadyDirections(
        around.map {
          sphereDirections($0.classVectors, self.view(turnedBy: $0.turn), apart: apart)
        })
      : sphereDirections(classVectors, view, apart: apart)
    var lines: [Scene.Item] = []
    var names: [Scene.Item] = []
    for index in classes.indices {
      let toward = Point(angle: directions[index])
      if tips[index].isNear {
        lines.append(
          panel.line(
            [tips[index].point, toward * 1.03], color: theme.rim(classes[index].color), width: 0.7))
      }
      let half = name([index], as: roseNames).width(size: nameSize, by: theme.measure) / 2
      names.append(
        nameLabel([index], at: nameCenter(toward, half: half, panel), on: nil, as: roseNames))
    }
    return .group("names", items: lines + names)
  }

  /// Beside the rim, and so far out that a long name does not lie on the sphere.
  private func nameCenter(_ toward: Point, half: Double, _ panel: Panel) -> Point {
    let middle = panel.point(.zero)
    let (ring, rise) = (Self.nameRing * panel.x.unit, 0.42 * nameSize)
    // From the middle of the sphere, with y upwards.
    var center = Point(x: toward.x * (ring + half), y: toward.y * (ring + 4))
    func distance(_ center: Point) -> Double {
      Point(x: max(0, abs(center.x) - half), y: max(0, abs(center.y) - rise)).length
    }
    let clear = panel.x.unit + 2
    while distance(center) < clear { center = center + toward }
    return Point(x: middle.x + center.x, y: middle.y - center.y)
  }

  /// Where names begin, radii of the sphere.
  private static let nameRing = 1.06

  /// Room for short names beside the sphere, units.
  static let sphereNames = 14.0

  /// How much of the plane must show so that the names beside the sphere stay in the frame; in a
  /// film the same from all sides, so that a turning sphere keeps its size.
  func sphereReach(_ frame: Rectangle) -> Double {
    guard isUncrowded else { return 1.08 }
    let half = min(frame.width, frame.height) / 2
    let widths = classes.indices.map {
      name([$0], as: roseNames).width(size: nameSize, by: theme.measure)
    }
    let most = (half - Self.sphereNames) / Self.nameRing
    guard film == nil else {
      let unit = (half - max(Self.sphereNames, widths.max() ?? 0)) / Self.nameRing
      return half / max(unit, half / 2)
    }
    let directions = sphereDirections(classVectors, sphereView, apart: nameTurn(unit: most))
    var unit = most
    while unit > half / 2 {
      let panel = Panel(
        equalIn: frame, x: -half / unit...half / unit, y: -half / unit...half / unit, theme: theme)
      let isInside = zip(directions, widths).allSatisfy { direction, width in
        let center = nameCenter(Point(angle: direction), half: width / 2, panel)
        return width <= Self.shortName
          || abs(center.x - panel.frame.midX) + width / 2 <= half
      }
      if isInside { break }
      unit -= 0.01 * half
    }
    return half / unit
  }

  /// Between neighbouring names, radians.
  private func nameTurn(unit: Double) -> Double {
    1.25 * nameSize / (Self.nameRing * unit)
  }
}

/// Around the circle for classes in these directions, far enough apart; radians.
private func sphereDirections(
  _ vectors: [[Double]], _ view: SphereView, apart: Double
) -> [Double] {
  let wanted = vectors.map { vector in
    let tip = view.project(vector).point
    return tip.length > 1e-6 ? turned(tip.angle) : .pi / 2
  }
  return spreadDirections(wanted, apart: apart)
}

/// The mean over frames of each direction, as it turns from one to the next: a class that passes in
/// front of the middle has its name on the other side some frames later, not at once.
func steadyDirections(_ frames: [[Double]]) -> [Double] {
  let middle = frames.count / 2
  return frames[middle].indices.map { name in
    var sum = 0.0
    for step in [-1, 1] {
      var turn = 0.0
      var place = middle
      while frames.indices.contains(place + step) {
        turn += signedTurn(frames[place + step][name] - frames[place][name])
        place += step
        sum += turn
      }
    }
    return frames[middle][name] + sum / Double(frames.count)
  }
}

/// Directions at least `apart` from one another and as near as that allows to those wanted, in the
/// same order round the circle; radians.
func spreadDirections(_ wanted: [Double], apart: Double) -> [Double] {
  guard wanted.count > 1 else { return wanted }
  let apart = min(apart, 2 * .pi / Double(wanted.count))
  let order = wanted.indices.sorted { wanted[$0] != wanted[$1] ? wanted[$0] < wanted[$1] : $0 < $1 }
  var places = order.map { wanted[$0] }
  // Neighbours too near push one another away until none are.
  for _ in 0..<200 {
    var isDone = true
    for index in places.indices {
      let next = (index + 1) % places.count
      let turn = next == 0 ? 2 * Double.pi : 0
      let lack = apart - (places[next] + turn - places[index])
      guard lack > 1e-6 else { continue }
      places[index] -= lack / 2
      places[next] += lack / 2
      isDone = false
    }
    if isDone { break }
  }
  var directions = wanted
  for (place, index) in order.enumerated() { directions[index] = places[place] }
  return directions
}
