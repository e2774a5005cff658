/// The directions in which one class wins.
package struct DecisionArc: Sendable, Equatable {
  package var classIndex: Int
  /// Radians in [0, 2π), counter-clockwise.
  package var start: Double
  /// Above `start`, at most `start` + 2π.
  package var end: Double
}

extension DecisionArc {
  /// From one direction to another; all round where they are the same.
  fileprivate init(of classIndex: Int, from first: Double, to last: Double) {
    let (start, width) = (turned(first), turned(last - first))
    self.init(classIndex: classIndex, start: start, end: start + (width > 0 ? width : 2 * .pi))
  }
}

extension Classifier {
  /// The arcs of the plane's directions by winning class, counter-clockwise, together a full turn;
  /// no arc for a class that wins nowhere.
  ///
  /// - Parameter radius: the distance from the origin at which a bias is weighed against W · x;
  ///   without a bias it makes no difference.
  /// - Precondition: features have two dimensions.
  package func decisionArcs(radius: Double = 1) -> [DecisionArc] {
    guard parameters.bias.isEmpty && head.other == nil else { return sampledArcs(radius: radius) }
    return head.rowsPerClass == 1 ? fanArcs() : joined(fanArcs())
  }

  /// Arcs of rows as arcs of their classes, those side by side as one.
  private func joined(_ arcs: [DecisionArc]) -> [DecisionArc] {
    var joined: [DecisionArc] = []
    for arc in arcs {
      let index = arc.classIndex / head.rowsPerClass
      if let last = joined.last, last.classIndex == index {
        joined[joined.count - 1].end += arc.end - arc.start
      } else {
        joined.append(DecisionArc(classIndex: index, start: arc.start, end: arc.end))
      }
    }
    // The last may go on where the first begins.
    if joined.count > 1, let last = joined.last, last.classIndex == joined[0].classIndex {
      joined.removeLast()
      joined[0].start = last.start
      joined[0].end = last.end + joined[0].end - arcs[0].start
    }
    return joined
  }

  /// Linear logits without bias: class j wins in the directions normal to the convex hull of the
  /// weights at W_j, so two neighbours on the hull meet in the outward normal of its edge.
  private func fanArcs() -> [DecisionArc] {
    let points = (0..<parameters.weights.rows).map { index in
      let size = head.magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm)
      return Point(x: parameters.weights[index, 0] / size, y: parameters.weights[index, 1] / size)
    }
    let hull = convexHull(of: points)
    guard hull.count > 1 else {
      return [DecisionArc(classIndex: hull.first ?? 0, start: 0, end: 2 * .pi)]
    }
    let normals = hull.indices.map { position in
      let (from, to) = (points[hull[position]], points[hull[(position + 1) % hull.count]])
      return turned(atan2(from.x - to.x, to.y - from.y))
    }
    return hull.indices.map { position in
      DecisionArc(
        of: hull[position], from: normals[(position + hull.count - 1) % hull.count],
        to: normals[position])
    }
  }

  /// Any logits: winners at 4,096 directions, the changes between them by halving.
  private func sampledArcs(radius: Double) -> [DecisionArc] {
    let count = 4096
    let step = 2 * Double.pi / Double(count)
    let winners = (0..<count).map { winner(direction: Double($0) * step, radius: radius) }
    var changes: [(direction: Double, classIndex: Int)] = []
    for index in 0..<count {
      let next = winners[(index + 1) % count]
      guard next != winners[index] else { continue }
      let ends = halved(Double(index) * step, Double(index + 1) * step, times: 50) {
        winner(direction: $0, radius: radius) == winners[index]
      }
      changes.append((ends.high, next))
    }
    guard !changes.isEmpty else {
      return [DecisionArc(classIndex: winners[0], start: 0, end: 2 * .pi)]
    }
    return changes.indices.map { index in
      DecisionArc(
        of: changes[index].classIndex, from: changes[index].direction,
        to: changes[(index + 1) % changes.count].direction)
    }
  }
}

/// The indices of the corners of the convex hull, counter-clockwise; no point on an edge, the first
/// of equal points (Andrew's monotone chain).
func convexHull(of points: [Point]) -> [Int] {
  var order = Array(points.indices)
  order.sort {
    let (a, b) = (points[$0], points[$1])
    return a.x != b.x ? a.x < b.x : a.y != b.y ? a.y < b.y : $0 < $1
  }
  order = order.enumerated().filter { position, index in
    position == 0 || points[order[position - 1]] != points[index]
  }.map { $0.element }
  guard order.count > 2 else { return order }
  func half(_ sequence: [Int]) -> [Int] {
    var chain: [Int] = []
    for index in sequence {
      while chain.count > 1 {
        let (a, b, c) = (
          points[chain[chain.count - 2]], points[chain[chain.count - 1]], points[index]
        )
        guard (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) <= 0 else { break }
        chain.removeLast()
      }
      chain.append(index)
    }
    return Array(chain.dropLast())
  }
  return half(order) + half(order.reversed())
}
