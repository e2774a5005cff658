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
    func angle(_ index: Int) -> Double { .pi * Double(index) / 360 }
    guard !wins(0), let end = (1...360).first(where: { wins(angle($0)) }) else { return nil }
    return halved(angle(end - 1), angle(end), times: 50) { !wins($0) }.high
  }

  /// The cone of a class that is decided on its own: one angle, whatever the other is.
  private func cone(margined: Int, in plane: Plane, limit: Double) -> [Point] {
    let isSecond = margined == 1
    func wins(_ own: Double) -> Bool { excess(own: own, other: 0, isSecond: isSecond) > 0 }
    guard wins(0), !wins(limit) else { return [] }
    let own = halved(0, limit, times: 60, while: wins).low
    return [0, limit].map { isSecond ? plane.point($0, own) : plane.point(own, $0) }
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
    let value = logit(own, norm: isSecond ? norms.second : norms.first, hasMargin: margined != nil)
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
      plane.angles((sum + difference) / 2, (sum - difference) / 2).map {
        self.difference($0.first, $0.second, margined: margined)
      }
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
