/// How hard and whereto a loss moves a feature at each point of the plane: −∂L/∂x of the loss of that
/// one sample, exact.
package struct PullField: Sendable {
  package let points: [Point]
  /// The class that each point was taken as.
  package let labels: [Int]
  package let pulls: [Point]

  package var magnitudes: [Double] { pulls.map { $0.length } }

  /// What a loss keeps from batch to batch is as `parameters` has it; running means that have not
  /// begun are those of the points, as of a first batch.
  ///
  /// - Parameters:
  ///   - settings: of the loss; a margin that is drawn for each sample counts with its mean.
  ///   - own: the class that all points are taken as; `nil` for the one that each is classified as.
  /// - Precondition: the loss has a class layer, weights and points are in the plane.
  package init(
    _ entry: LossEntry, _ settings: LossSettings, _ parameters: ClassParameters, points: [Point],
    own: Int?
  ) {
    var settings = settings
    if entry.option(named: "sigma") != nil { settings["sigma"] = 0 }
    let hasMeans = parameters.means.contains { $0 != 0 }
    // Once they have begun, the picture's points are no step of a training.
    if hasMeans, entry.option(named: "rate-of-means") != nil { settings["rate-of-means"] = 0 }
    let loss = entry.make(settings)
    var features = Matrix<Double>(rows: points.count, columns: 2)
    for (index, point) in points.enumerated() {
      features[index, 0] = point.x
      features[index, 1] = point.y
    }
    let labels =
      own.map { Array(repeating: $0, count: points.count) }
      ?? loss.classifier.map {
        Classifier(head: $0, parameters: parameters).predictions(for: features)
      } ?? Array(repeating: 0, count: points.count)
    let output = loss.evaluate(
      LossInput(features: features, labels: labels, parameters: parameters))
    let count = Double(points.count)
    self.points = points
    self.labels = labels
    pulls = points.indices.map { index in
      Point(
        x: -count * output.featureGradient[index, 0], y: -count * output.featureGradient[index, 1])
    }
  }

  /// Class weights evenly around the circle, with all else that a loss begins with.
  package static func evenParameters(
    _ entry: LossEntry, _ settings: LossSettings, classes: Int, centerLength: Double
  ) -> ClassParameters {
    let loss = entry.make(settings)
    let even = evenDirections(classes: classes, dimensions: 2)
    let rows = loss.classifier?.rowsPerClass ?? 1
    var parameters = ClassParameters(
      weights: even.rows(at: (0..<classes).flatMap { Array(repeating: $0, count: rows) }))
    if loss.usesCenters {
      parameters.centers = even
      for index in even.elements.indices {
        parameters.centers.elements[index] = even.elements[index] * centerLength
      }
    }
    parameters.scalars = loss.scalars
    parameters.means = loss.means
    return parameters
  }
}
