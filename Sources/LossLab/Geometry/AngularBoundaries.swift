extension Classifier {
  /// The boundaries between neighbours by weight direction, counter-clockwise all round the circle.
  ///
  /// Each is found on the logits themselves by halving, so it holds for any loss: the inference
  /// boundary where the margin-free logits of the two are equal, and the end of each margined rule
  /// where the own logit with margin has fallen to the other's without.
  ///
  /// - Precondition: features have two dimensions.
  public func angularBoundaries() -> [AngularBoundary] {
    guard classes > 1 else { return [] }
    let directions = weightDirections
    let order = (0..<classes).sorted {
      directions[$0] != directions[$1] ? directions[$0] < directions[$1] : $0 < $1
    }
    return order.indices.map { position in
      let (first, second) = (order[position], order[(position + 1) % classes])
      let start = directions[first]
      let isLast = position == classes - 1
      let width = directions[second] - start + (isLast ? 2 * .pi : 0)
      return boundary(between: first, and: second, from: start, width: width)
    }
  }

  private func boundary(
    between first: Int, and second: Int, from start: Double, width: Double
  ) -> AngularBoundary {
    guard parameters.bias.isEmpty else {
      return AngularBoundary(
        first: first, second: second, inference: nil, firstRule: nil, secondRule: nil)
    }
    let end = start + width
    let inference = firstZero(width: width) { turn in
      rayLogit(of: first, start + turn) - rayLogit(of: second, start + turn)
    }
    let firstRule = firstZero(width: width) { turn in
      rayLogit(of: first, start + turn, margined: true) - rayLogit(of: second, start + turn)
    }
    let secondRule = firstZero(width: width) { turn in
      rayLogit(of: second, end - turn, margined: true) - rayLogit(of: first, end - turn)
    }
    return AngularBoundary(
      first: first, second: second, inference: inference.map { turned(start + $0) },
      firstRule: firstRule.map { turned(start + $0) },
      secondRule: secondRule.map { turned(end - $0) })
  }

  /// The logit of a class on the unit circle.
  private func rayLogit(of index: Int, _ direction: Double, margined: Bool = false) -> Double {
    let point = Point(angle: direction)
    return head.logit(
      of: index, feature: [point.x, point.y], parameters: parameters, margined: margined)
  }
}

/// The first place in (0, width) where `value` falls through zero; `nil` if it does not start
/// positive or never falls.
func firstZero(width: Double, _ value: (Double) -> Double) -> Double? {
  guard width > 0, value(0) > 0 else { return nil }
  // Pieces, because ψ of some variants turns back up and would cross again.
  let pieces = 64
  for piece in 0..<pieces {
    var low = width * Double(piece) / Double(pieces)
    var high = width * Double(piece + 1) / Double(pieces)
    guard value(high) < 0 else { continue }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if value(middle) > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
  return nil
}
