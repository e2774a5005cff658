/// The part of a rectangle where one class wins.
package struct DecisionRegion: Sendable, Equatable {
  package var classIndex: Int
  /// Convex, counter-clockwise.
  package var polygon: [Point]
}

/// The regions of a rectangle by winning class: exact polygons, none for a class that wins nowhere.
///
/// - Precondition: features have two dimensions.
package func decisionRegions(of classifier: Classifier, in bounds: Rectangle) -> [DecisionRegion] {
  if classifier.isDirectional {
    return classifier.decisionArcs().flatMap { arc in
      wedges(from: arc.start, to: arc.end).compactMap { start, end in
        region(arc.classIndex, clip(wedgeFrom: start, to: end, by: bounds))
      }
    }
  }
  let forms = (0..<classifier.classes).map { classifier.linearForm(of: $0) }
  guard !forms.isEmpty else { return [] }
  let tree = LogitTree(forms)
  return forms.indices.compactMap { region($0, cell(of: $0, forms, tree, in: bounds)) }
}

/// The part of a rectangle where a class has the largest logit.
///
/// A corner that another class wins is cut off along their boundary, until the class wins at all
/// corners: only neighbours are ever compared, not all classes with all.
private func cell(
  of index: Int, _ forms: [LinearForm], _ tree: LogitTree, in bounds: Rectangle
) -> [Point] {
  let own = forms[index]
  var polygon = bounds.corners
  var isWon: [Point] = []
  var cut = [index]
  while let corner = polygon.first(where: { !isWon.contains($0) }) {
    let winner = tree.winner(at: corner)
    guard !cut.contains(winner) else {
      isWon.append(corner)
      continue
    }
    cut.append(winner)
    let other = forms[winner]
    polygon = clip(polygon) {
      (own.x - other.x) * $0.x + (own.y - other.y) * $0.y + own.bias - other.bias
    }
    guard polygon.count > 2 else { return [] }
  }
  return polygon
}

private func region(_ classIndex: Int, _ polygon: [Point]) -> DecisionRegion? {
  polygon.count < 3 ? nil : DecisionRegion(classIndex: classIndex, polygon: polygon)
}

/// The part of a rectangle seen from the origin between two directions, less than a half turn apart.
package func clip(
  wedgeFrom start: Double, to end: Double, by bounds: Rectangle
) -> [Point] {
  let (first, last) = (Point(angle: start), Point(angle: end))
  let half = clip(bounds.corners) { first.x * $0.y - first.y * $0.x }
  return clip(half) { last.y * $0.x - last.x * $0.y }
}

/// A turn cut into equal pieces below a half turn, so that each is convex.
package func wedges(from start: Double, to end: Double) -> [(Double, Double)] {
  let pieces = max(1, Int(((end - start) / 3).rounded(.up)))
  let width = (end - start) / Double(pieces)
  return (0..<pieces).map { (start + Double($0) * width, start + Double($0 + 1) * width) }
}

/// The part of a convex polygon where a linear function is not negative.
func clip(_ polygon: [Point], where side: (Point) -> Double) -> [Point] {
  var result: [Point] = []
  for index in polygon.indices {
    let (from, to) = (polygon[index], polygon[(index + 1) % polygon.count])
    let (fromSide, toSide) = (side(from), side(to))
    if fromSide >= 0 { result.append(from) }
    if (fromSide > 0 && toSide < 0) || (fromSide < 0 && toSide > 0) {
      let share = fromSide / (fromSide - toSide)
      result.append(Point(x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y)))
    }
  }
  return result
}

/// A logit as a linear function of the feature.
struct LinearForm {
  let x: Double
  let y: Double
  let bias: Double
}

extension Classifier {
  /// - Precondition: the logit is linear: it uses the feature norm and has no `other`.
  func linearForm(of index: Int) -> LinearForm {
    let size =
      head.magnitude.scale
      / (head.magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm))
    return LinearForm(
      x: parameters.weights[index, 0] * size, y: parameters.weights[index, 1] * size,
      bias: parameters.bias.isEmpty ? 0 : parameters.bias[index])
  }
}
