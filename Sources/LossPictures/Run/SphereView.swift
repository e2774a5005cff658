import LossScene

/// A look at the unit sphere, without perspective.
struct SphereView {
  private let turn: (sine: Double, cosine: Double)
  private let tip: (sine: Double, cosine: Double)

  /// From a place that is chosen: from −60° and 22° no axis points at the reader.
  ///
  /// - Parameters:
  ///   - azimuth: where the reader stands around the third axis, degrees from the first towards
  ///     the second; `nil` for −60.
  ///   - elevation: how far above the plane of these two, degrees; `nil` for 22.
  ///   - turn: how much further it is turned, radians.
  init(azimuth: Double? = nil, elevation: Double? = nil, turnedBy turn: Double = 0) {
    self.init(
      turn: ((azimuth ?? FigureStyle.usualAzimuth) + 90) * .pi / 180 + turn,
      tip: (elevation ?? FigureStyle.usualElevation) * .pi / 180)
  }

  /// With this direction in the middle.
  init(facing direction: [Double]) {
    let length = max(norm(direction), 1e-12)
    self.init(
      turn: atan2(direction[1], direction[0]) + .pi / 2,
      tip: .pi / 2 - acos(min(1, max(-1, direction[2] / length))))
  }

  private init(turn: Double, tip: Double) {
    self.turn = sinCos(turn)
    self.tip = sinCos(tip)
  }

  /// Where the direction of a vector is seen, and whether on the near half.
  func project(_ vector: [Double]) -> (point: Point, isNear: Bool) {
    let length = max(norm(vector), 1e-12)
    let (x, y, z) = (vector[0] / length, vector[1] / length, vector[2] / length)
    let right = turn.cosine * x + turn.sine * y
    let away = -turn.sine * x + turn.cosine * y
    let up = tip.cosine * z + tip.sine * away
    let near = tip.sine * z - tip.cosine * away
    return (Point(right, up), near >= 0)
  }

  /// The near part of a circle around a direction, on the sphere.
  func circle(around axis: [Double], radius: Double) -> [Point] {
    let length = max(norm(axis), 1e-12)
    let middle = axis.map { $0 / length }
    // Any direction across, then the third one.
    let helper = abs(middle[2]) < 0.9 ? [0.0, 0, 1] : [1.0, 0, 0]
    func cross(_ a: [Double], _ b: [Double]) -> [Double] {
      [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    }
    let side = cross(middle, helper)
    let first = side.map { $0 / max(norm(side), 1e-12) }
    let second = cross(middle, first)
    let (sine, cosine) = sinCos(radius)
    return (0...72).map { step in
      let (up, along) = sinCos(Double(step) * 5 * .pi / 180)
      return near(
        (0..<3).map { cosine * middle[$0] + sine * (along * first[$0] + up * second[$0]) })
    }
  }

  /// Nowhere on the far half.
  private func near(_ vector: [Double]) -> Point {
    let place = project(vector)
    return place.isNear ? place.point : Point(.nan, .nan)
  }

  /// The near halves of circles of latitude and longitude, every 30°.
  var graticule: [[Point]] {
    let steps = (0...72).map { Double($0) * 5 * .pi / 180 }
    let parallels = [-60.0, -30, 0, 30, 60].map { latitude in
      let (height, radius) = sinCos(latitude * .pi / 180)
      return steps.map { near([radius * cos($0), radius * sin($0), height]) }
    }
    let meridians = stride(from: 0.0, to: 180, by: 30).map { longitude in
      let (sine, cosine) = sinCos(longitude * .pi / 180)
      return steps.map { near([cos($0) * cosine, cos($0) * sine, sin($0)]) }
    }
    return parallels + meridians
  }
}
