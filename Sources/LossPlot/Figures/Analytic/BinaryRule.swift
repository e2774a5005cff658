import LossLab

/// The decision rules of a loss between two classes, as curves of the angles θ₁ and θ₂ to them.
struct BinaryRule: Sendable {
  let head: MarginSoftmax
  var norms = TwoClasses.Norms()

  /// The plane that a boundary is drawn in.
  enum Plane: Sendable {
    /// θ₁ against θ₂, degrees.
    case angle
    /// cos θ₁ against cos θ₂.
    case cosine
  }

  /// The logit of class 1 minus that of class 2 for these angles in radians, the margin on one of
  /// them or on neither.
  func difference(_ first: Double, _ second: Double, margined: Int? = nil) -> Double {
    guard let margined, !head.rivalIsCosine else {
      return logit(first, norm: norms.first, hasMargin: margined == 0)
        - logit(second, norm: norms.second, hasMargin: margined == 1)
    }
    return margined == 0
      ? excess(own: first, other: second, isSecond: false)
      : -excess(own: second, other: first, isSecond: true)
  }

  /// How far the own logit lies above what it is held against, for losses whose other logits are
  /// not cosines.
  private func excess(own: Double, other: Double, isSecond: Bool) -> Double {
    head.excess(
      own: Angle(radians: own), other: Angle(radians: other),
      ownNorm: isSecond ? norms.second : norms.first,
      otherNorm: isSecond ? norms.first : norms.second)
  }

  /// The smallest other angle beyond which the own logit wins, found by halving; `nil` where none.
  private func searchedAngle(own: Double, isSecond: Bool) -> Double? {
    func wins(_ other: Double) -> Bool { excess(own: own, other: other, isSecond: isSecond) > 0 }
    let count = 180
    guard !wins(0) else { return nil }
    for index in 0..<count {
      var low = Double.pi * Double(index) / Double(count)
      var high = Double.pi * Double(index + 1) / Double(count)
      guard wins(high) else { continue }
      for _ in 0..<50 {
        let middle = (low + high) / 2
        if wins(middle) { high = middle } else { low = middle }
      }
      return high
    }
    return nil
  }

  /// The cone of a class that is decided on its own: one angle, whatever the other is.
  private func cone(margined: Int, in plane: Plane, limit: Double) -> [Point] {
    let isSecond = margined == 1
    func wins(_ own: Double) -> Bool { excess(own: own, other: 0, isSecond: isSecond) > 0 }
    var (low, high) = (0.0, limit)
    guard wins(low), !wins(high) else { return [] }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if wins(middle) { low = middle } else { high = middle }
    }
    return [0, limit].map { other in
      isSecond ? plane.point(other, low) : plane.point(low, other)
    }
  }

  private func logit(_ angle: Double, norm: Double, hasMargin: Bool) -> Double {
    let theta = Angle(radians: angle)
    let value = hasMargin ? head.target.evaluate(theta).value : theta.cosine
    return head.magnitude.value(featureNorm: 1, weightNorm: norm) * value
  }

  /// The curve on which both logits are equal, from small to large own angle.
  ///
  /// - Parameters:
  ///   - margined: the class whose rule it is, 0 or 1; `nil` for the margin-free classifier.
  ///   - limit: largest angle in radians of either.
  func curve(margined: Int?, in plane: Plane, limit: Double = .pi) -> [Point] {
    if let margined, head.hasThresholds {
      return cone(margined: margined, in: plane, limit: limit)
    }
    let count = 720
    var points: [Point] = []
    for index in 0...count {
      let own = limit * Double(index) / Double(count)
      guard let other = otherAngle(own: own, margined: margined) else { continue }
      let leaves = other > limit + 1e-12
      // A steep curve leaves the panel on its way to this point.
      if leaves && (head.rivalIsCosine || points.isEmpty) { continue }
      let shown = leaves ? limit : other
      let (first, second) = margined == 1 ? (shown, own) : (own, shown)
      points.append(plane.point(first, second))
      if leaves { break }
    }
    return points
  }

  /// The other class's angle at which its margin-free logit equals the own one; `nil` where no
  /// angle does.
  private func otherAngle(own: Double, margined: Int?) -> Double? {
    let isSecond = margined == 1
    if margined != nil && !head.rivalIsCosine { return searchedAngle(own: own, isSecond: isSecond) }
    let value = logit(
      own, norm: isSecond ? norms.second : norms.first, hasMargin: margined != nil)
    let size = head.magnitude.value(
      featureNorm: 1, weightNorm: isSecond ? norms.first : norms.second)
    let cosine = value / size
    guard abs(cosine) <= 1 + 1e-12 else { return nil }
    return acos(min(1, max(-1, cosine)))
  }

  /// How far apart the two rules are across the diagonal of a plane; `nil` where one is not met.
  ///
  /// Found on the logits by halving, along the line on which the two coordinates have this sum.
  func width(sum: Double, in plane: Plane) -> Double? {
    guard let first = crossing(sum: sum, margined: 0, in: plane),
      let second = crossing(sum: sum, margined: 1, in: plane)
    else { return nil }
    return abs(first - second) / 2.0.squareRoot()
  }

  /// The difference of coordinates 1 and 2 at which the rule of a class ends.
  private func crossing(sum: Double, margined: Int, in plane: Plane) -> Double? {
    func value(_ difference: Double) -> Double? {
      guard
        let angles = plane.angles(
          (sum + difference) / 2, (sum - difference) / 2)
      else { return nil }
      return self.difference(angles.first, angles.second, margined: margined)
    }
    let span = plane.span(sum: sum)
    guard var low = value(-span).map({ (at: -span, sign: $0 > 0) }),
      let high = value(span), (high > 0) != low.sign
    else { return nil }
    var end = span
    for _ in 0..<80 {
      let middle = (low.at + end) / 2
      guard let here = value(middle) else { return nil }
      if (here > 0) == low.sign { low.at = middle } else { end = middle }
    }
    return (low.at + end) / 2
  }
}

extension BinaryRule.Plane {
  /// - Parameters: the two angles in radians.
  func point(_ first: Double, _ second: Double) -> Point {
    switch self {
    case .angle: Point(first * 180 / .pi, second * 180 / .pi)
    case .cosine: Point(cos(first), cos(second))
    }
  }

  /// Radians, from radians or cosines.
  fileprivate func angles(_ x: Double, _ y: Double) -> (first: Double, second: Double)? {
    switch self {
    case .angle: (x, y)
    case .cosine:
      abs(x) <= 1 + 1e-12 && abs(y) <= 1 + 1e-12
        ? (acos(min(1, max(-1, x))), acos(min(1, max(-1, y)))) : nil
    }
  }

  /// The largest difference of two coordinates with that sum, radians or cosines.
  fileprivate func span(sum: Double) -> Double {
    switch self {
    case .angle: min(sum, 2 * .pi - sum)
    case .cosine: 2 - abs(sum)
    }
  }
}

/// A panel of the angle plane or the cosine plane: the ground of both classes, the band between
/// their rules.
struct BoundaryPanel {
  var rule: BinaryRule
  var plane: BinaryRule.Plane
  var heading: RichText = ""
  /// Largest angle shown, degrees.
  var limit = 90.0

  func panel(in frame: Rectangle, theme: Theme) -> Panel {
    switch plane {
    case .angle: Panel(in: frame, x: 0...limit, y: 0...limit, theme: theme)
    case .cosine:
      Panel(in: frame, x: cos(limit * .pi / 180)...1, y: cos(limit * .pi / 180)...1, theme: theme)
    }
  }

  func item(
    in frame: Rectangle, theme: Theme, names: [RichText] = ["class 1", "class 2"]
  ) -> Scene.Item {
    let panel = panel(in: frame, theme: theme)
    let styles = Palette.okabeIto.styles(classes: 2, theme: theme)
    let radians = limit * .pi / 180
    let first = rule.curve(margined: 0, in: plane, limit: radians)
    let second = rule.curve(margined: 1, in: plane, limit: radians)
    let middle = rule.curve(margined: nil, in: plane, limit: radians)
    let hasMargin = !rule.head.target.isCosine
    let corners = plane.corners(limit)
    var ground = [
      panel.region(middle + corners.first, color: styles[0].color),
      panel.region(middle + corners.second, color: styles[1].color),
    ]
    if hasMargin {
      // Where one rule leaves the panel before the other, the band ends in its far corner.
      ground.append(panel.band(first + corners.far + second.reversed() + corners.near))
    }
    let rules =
      hasMargin
      ? [
        panel.line(first, width: 1.1, style: .dashed),
        panel.line(second, width: 1.1, style: .dashed),
      ] : []
    let marks = plane.nameMarks(limit)
    let ticks = plane.ticks(limit)
    return .group(
      Scene.Group(
        "boundary",
        items: [
          panel.clipped("ground", ground + [panel.line(middle, width: 1.25)] + rules),
          panel.axes(
            x: Axis(plane.name(1), ticks: ticks),
            y: Axis(plane.name(2), ticks: ticks)),
          panel.border, panel.heading(heading),
          panel.label(names[0], at: marks.first, color: styles[0].label),
          panel.label(names[1], at: marks.second, color: styles[1].label),
        ]))
  }
}

extension BinaryRule.Plane {
  func name(_ index: Int) -> RichText {
    switch self {
    case .angle: "$θ_\(index)$"
    case .cosine: "$cos θ_\(index)$"
    }
  }

  func ticks(_ limit: Double) -> [Tick] {
    switch self {
    case .angle:
      stride(from: 0, through: limit, by: limit / 3).map {
        Tick($0, RichText(plain: decimalText($0, places: 0) + "°"))
      }
    case .cosine:
      niceNumbers(in: cos(limit * .pi / 180)...1, about: 3).values.map {
        Tick($0, RichText(plain: decimalText($0, places: 1)))
      }
    }
  }

  /// The corners of the panel that close the ground of class 1 and of class 2, and the band beyond
  /// the ends of its rules and before their beginnings.
  fileprivate func corners(_ limit: Double) -> Corners {
    let lowest = cos(limit * .pi / 180)
    let (near, far, first, second) =
      switch self {
      case .angle:
        (Point(0, 0), Point(limit, limit), Point(0, limit), Point(limit, 0))
      case .cosine:
        (Point(1, 1), Point(lowest, lowest), Point(1, lowest), Point(lowest, 1))
      }
    // Corners that a curve runs into anyway add a polygon's edge there and back: no area.
    return Corners(
      first: [far, first, near], second: [far, second, near], far: [far], near: [near])
  }

  fileprivate struct Corners {
    var first: [Point]
    var second: [Point]
    var far: [Point]
    var near: [Point]
  }

  fileprivate func nameMarks(_ limit: Double) -> (first: Point, second: Point) {
    let lowest = cos(limit * .pi / 180)
    return switch self {
    case .angle: (Point(limit * 0.115, limit * 0.94), Point(limit * 0.885, limit * 0.06))
    case .cosine:
      (
        Point(1 - 0.12 * (1 - lowest), lowest + 0.045 * (1 - lowest)),
        Point(lowest + 0.12 * (1 - lowest), 1 - 0.04 * (1 - lowest))
      )
    }
  }
}
