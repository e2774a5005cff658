/// How a loss pulls at the cosines to two classes: the own one and one other.
struct CosinePull: Sendable {
  let loss: Loss
  let head: MarginSoftmax

  /// - Parameter entry: of a loss with a class layer.
  init(_ entry: LossEntry, _ change: (inout LossSettings) -> Void) {
    var settings = entry.settings(classes: 2)
    change(&settings)
    loss = entry.make(settings)
    head = entry.namedHead(change)
  }

  /// −∂L/∂(cos θ_n, cos θ_p), from the exact gradient of the weights.
  ///
  /// - Parameter place: (cos θ_n, cos θ_p), both inside −1 … 1.
  func pull(at place: Point) -> Point {
    let (own, other) = (sine(place.y), sine(place.x))
    // The feature along +x, its class on one side, the other class on the other.
    let weights = Matrix(rows: 2, columns: 2, elements: [place.y, own, place.x, -other])
    let output = loss.evaluate(
      LossInput(
        features: Matrix(rows: 1, columns: 2, elements: [1, 0]), labels: [0],
        parameters: ClassParameters(weights: weights)))
    let gradient = output.weightGradient
    // A unit weight changes its cosine along its tangent only, there by the sine.
    let ownSlope = (gradient[0, 0] * own - gradient[0, 1] * place.y) / own
    let otherSlope = (gradient[1, 0] * other + gradient[1, 1] * place.x) / other
    return Point(-otherSlope, -ownSlope)
  }

  /// Whether the own logit lies above the other's.
  func isSatisfied(at place: Point) -> Bool {
    head.excess(own: angle(place.y), other: angle(place.x)) > 0
  }

  /// Where the condition ends on the way from a place where it holds; `nil` where it does not end.
  func boundary(from start: Point, to end: Point) -> Point? {
    guard isSatisfied(at: start), !isSatisfied(at: end) else { return nil }
    let share = halved(0, 1, times: 60) { isSatisfied(at: start + (end - start) * $0) }.low
    return start + (end - start) * share
  }

  private func sine(_ cosine: Double) -> Double { max(0, 1 - cosine * cosine).squareRoot() }
  private func angle(_ cosine: Double) -> Angle { Angle(cosine: cosine, sine: sine(cosine)) }
}
