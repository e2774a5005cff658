/// A trained class layer with the loss whose logits it stands for.
package struct Classifier: Sendable {
  package let head: MarginSoftmax
  package let parameters: ClassParameters
  /// Norms and unit directions of the weights, so that a logit costs one product.
  let weightNorms: [Double]
  /// The margin where it depends on more than the angle.
  let rule: SampleRule?

  package init(head: MarginSoftmax, parameters: ClassParameters) {
    self.head = head
    self.parameters = parameters
    rule = head.bound(to: parameters)
    weightNorms = (0..<parameters.weights.rows).map { norm(parameters.weights.row($0)) }
  }

  /// - Parameter head: `nil` for a loss without a class layer: nearest direction.
  package init(_ head: MarginSoftmax?, _ parameters: ClassParameters) {
    self =
      head.map { Classifier(head: $0, parameters: parameters) }
      ?? .nearestDirection(parameters.weights)
  }

  /// Nearest class direction: what a loss without a class layer is judged by.
  package static func nearestDirection(_ directions: Matrix<Double>) -> Classifier {
    Classifier(
      head: MarginSoftmax(magnitude: .fixed(1)), parameters: ClassParameters(weights: directions))
  }

  /// Features with their labels, and what it says of each.
  func judged(_ features: Matrix<Double>, _ labels: [Int]) -> FeatureSet {
    FeatureSet(features: features, labels: labels, predicted: predictions(for: features))
  }

  /// Classes; each has `head.rowsPerClass` rows of the weights.
  package var classes: Int { parameters.weights.rows / head.rowsPerClass }

  /// The rows of the weights that stand for a class.
  package func rows(of index: Int) -> Range<Int> {
    index * head.rowsPerClass..<(index + 1) * head.rowsPerClass
  }

  /// Whether the logits without margin do not depend on ‖x‖ but for a common factor.
  package var isDirectional: Bool { parameters.bias.isEmpty || !head.magnitude.usesFeatureNorm }

  /// The margin-free logit of a class: of the nearest of its rows.
  ///
  /// - Parameter feature: one row of a feature matrix, at `start` in `elements`.
  func logit(of index: Int, _ elements: [Double], at start: Int, featureNorm: Double) -> Double {
    guard head.rowsPerClass > 1 else {
      return rowLogit(of: index, elements, at: start, featureNorm: featureNorm)
    }
    var largest = -Double.infinity
    for row in rows(of: index) {
      largest = max(largest, rowLogit(of: row, elements, at: start, featureNorm: featureNorm))
    }
    return largest
  }

  private func rowLogit(
    of index: Int, _ elements: [Double], at start: Int, featureNorm: Double
  ) -> Double {
    let weights = parameters.weights
    let bias = parameters.bias.isEmpty ? 0 : parameters.bias[index]
    var dot = 0.0
    for k in 0..<weights.columns {
      dot += elements[start + k] * weights.elements[index * weights.columns + k]
    }
    let norms = max(featureNorm, smallestNorm) * max(weightNorms[index], smallestNorm)
    if let other = head.other {
      let angle = Angle(
        cosine: dot / norms, sine: max(0, 1 - (dot / norms) * (dot / norms)).squareRoot())
      return head.magnitude.value(featureNorm: featureNorm, weightNorm: weightNorms[index])
        * other.evaluate(angle).value + bias
    }
    let size = head.magnitude
    return size.scale * dot / (size.usesFeatureNorm ? 1 : max(featureNorm, smallestNorm))
      / (size.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm)) + bias
  }

  /// The class that the margin-free logits of each feature favour; the first of equals.
  package func predictions(for features: Matrix<Double>) -> [Int] {
    (0..<features.rows).map { row in
      let length = norm(ofRow: row, in: features)
      return best {
        logit(of: $0, features.elements, at: row * features.columns, featureNorm: length)
      }
    }
  }

  /// The class whose direction is nearest to each feature.
  package func cosinePredictions(for features: Matrix<Double>) -> [Int] {
    Classifier.nearestDirection(parameters.weights).predictions(for: features)
  }

  /// Whether the own logit with margin is below another's without: the sample lies outside its
  /// margined region.
  package func violates(_ feature: [Double], label: Int) -> Bool {
    let length = norm(feature)
    func nearest(_ index: Int) -> Int {
      var best = index * head.rowsPerClass
      guard head.rowsPerClass > 1 else { return best }
      for row in rows(of: index)
      where rowLogit(of: row, feature, at: 0, featureNorm: length)
        > rowLogit(of: best, feature, at: 0, featureNorm: length)
      {
        best = row
      }
      return best
    }
    let own = head.ownLogit(of: nearest(label), feature: feature, parameters, rule: rule)
    let isPlain = rule?.other == nil && !head.hasThresholds
    for index in 0..<classes where index != label {
      let rival =
        isPlain
        ? logit(of: index, feature, at: 0, featureNorm: length)
        : head.rivalLogit(
          of: nearest(index), against: own.angle, feature: feature, parameters, rule: rule)
      if rival > own.logit { return true }
    }
    return false
  }

  /// For each class the row of the weights that is nearest to most of its samples; the first of
  /// equals.
  package func dominantRows(in set: FeatureSet) -> [Int] {
    guard head.rowsPerClass > 1 else { return Array(0..<classes) }
    var counts = Array(repeating: 0, count: parameters.weights.rows)
    for (sample, label) in set.labels.enumerated() {
      var nearest = label * head.rowsPerClass
      var largest = -Double.infinity
      for row in rows(of: label) {
        let cosine = angleBetween(
          row: sample, of: set.features, and: row, of: parameters.weights
        ).cosine
        if cosine > largest { (nearest, largest) = (row, cosine) }
      }
      counts[nearest] += 1
    }
    return (0..<classes).map { index in
      rows(of: index).reduce(index * head.rowsPerClass) { counts[$1] > counts[$0] ? $1 : $0 }
    }
  }

  private func best(_ value: (Int) -> Double) -> Int {
    var best = 0
    var bestValue = -Double.infinity
    for index in 0..<classes {
      let candidate = value(index)
      if candidate > bestValue {
        best = index
        bestValue = candidate
      }
    }
    return best
  }

  /// The class favoured in a direction of the plane, at this distance from the origin.
  func winner(direction: Double, radius: Double) -> Int {
    let point = Point(angle: direction, radius: radius)
    return best { logit(of: $0, [point.x, point.y], at: 0, featureNorm: radius) }
  }

  /// The direction of each row of the weights, radians in [0, 2π).
  package var weightDirections: [Double] { parameters.weights.directions }
}
