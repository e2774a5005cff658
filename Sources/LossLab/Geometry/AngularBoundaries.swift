extension Classifier {
  /// The boundaries between neighbours by weight direction, counter-clockwise all round the circle.
  ///
  /// Each is found on the logits themselves by halving, so it holds for any loss: the inference
  /// boundary where the margin-free logits of the two are equal, and the end of each margined rule
  /// where the own logit with margin has fallen to the other's as the loss then has it, or to the
  /// threshold. Where a class has several weights, between neighbours of different classes.
  ///
  /// - Parameter radius: the distance from the origin, for margins that depend on it.
  /// - Precondition: features have two dimensions.
  package func angularBoundaries(radius: Double = 1) -> [AngularBoundary] {
    neighbours.map { boundary(between: $0, radius: radius) }
  }

  /// Two rows of the weights of different classes between whose directions lies no other.
  struct Neighbours {
    let first: Int
    let second: Int
    /// The direction of the first, and the turn from there to the second, radians.
    let start: Double
    let width: Double
  }

  /// Counter-clockwise all round the circle.
  var neighbours: [Neighbours] {
    guard classes > 1 else { return [] }
    let directions = weightDirections
    let order = ascending(directions)
    return order.indices.compactMap { position in
      let (first, second) = (order[position], order[(position + 1) % order.count])
      guard first / head.rowsPerClass != second / head.rowsPerClass else { return nil }
      let start = directions[first]
      let isLast = position == order.count - 1
      return Neighbours(
        first: first, second: second, start: start,
        width: directions[second] - start + (isLast ? 2 * .pi : 0))
    }
  }

  /// The same at the distance at which the margins of a set are measured: the median length of its
  /// features where margins depend on it; none in more dimensions.
  func angularBoundaries(around set: FeatureSet) -> [AngularBoundary] {
    guard parameters.weights.columns == 2 else { return [] }
    return angularBoundaries(radius: marginRadius(of: set))
  }

  /// The distance at which the margins of a set are measured; 1 where none depends on it.
  func marginRadius(of set: FeatureSet) -> Double {
    guard head.marginUsesNorm, set.features.rows > 0 else { return 1 }
    return percentile(50, of: (0..<set.features.rows).map { norm(ofRow: $0, in: set.features) })
  }

  private func boundary(between pair: Neighbours, radius: Double) -> AngularBoundary {
    let (first, second, start, width) = (pair.first, pair.second, pair.start, pair.width)
    let (firstClass, secondClass) = (first / head.rowsPerClass, second / head.rowsPerClass)
    guard parameters.bias.isEmpty else {
      return AngularBoundary(
        first: firstClass, second: secondClass, inference: nil, firstRule: nil, secondRule: nil)
    }
    let end = start + width
    let inference = firstZero(width: width) { turn in
      rayLogit(of: first, start + turn, radius) - rayLogit(of: second, start + turn, radius)
    }
    let firstRule = firstZero(width: width) { turn in
      excess(of: first, over: second, start + turn, radius)
    }
    let secondRule = firstZero(width: width) { turn in
      excess(of: second, over: first, end - turn, radius)
    }
    return AngularBoundary(
      first: firstClass, second: secondClass, inference: inference.map { turned(start + $0) },
      firstRule: firstRule.map { turned(start + $0) },
      secondRule: secondRule.map { turned(end - $0) })
  }

  /// The margin-free logit of a row of the weights on a circle.
  private func rayLogit(of index: Int, _ direction: Double, _ radius: Double) -> Double {
    let point = Point(angle: direction, radius: radius)
    return head.logit(of: index, feature: [point.x, point.y], parameters: parameters)
  }

  /// How far the logit of a row with its margin lies above what it is held against.
  func excess(
    of index: Int, over other: Int, _ direction: Double, _ radius: Double
  ) -> Double {
    let point = Point(angle: direction, radius: radius)
    let feature = [point.x, point.y]
    let own = head.ownLogit(of: index, feature: feature, parameters, rule: rule)
    return own.logit
      - head.rivalLogit(of: other, against: own.angle, feature: feature, parameters, rule: rule)
  }
}

/// The first place in (0, width) where `value` falls through zero; `nil` if it does not start
/// positive or never falls.
func firstZero(width: Double, _ value: (Double) -> Double) -> Double? {
  guard width > 0, value(0) > 0 else { return nil }
  // Pieces, because ψ of some variants turns back up and would cross again.
  let pieces = 64
  for piece in 0..<pieces {
    let high = width * Double(piece + 1) / Double(pieces)
    guard value(high) < 0 else { continue }
    let low = width * Double(piece) / Double(pieces)
    let ends = halved(low, high, times: 60) { value($0) > 0 }
    return (ends.low + ends.high) / 2
  }
  return nil
}
