import LossLab

@testable import LossLab

/// A batch of random features and weights, for losses to be told apart on.
struct IdentifierBatch {
  let features: Matrix<Double>
  let weights: Matrix<Double>
  let labels: [Int]

  init(
    seed: UInt64, samples: Int = 8, classes: Int = 6, dimensions: Int = 4, rowsPerClass: Int = 1,
    scale: Double = 1
  ) {
    var generator = SplitMix64(seed: seed)
    features = Matrix(
      rows: samples, columns: dimensions,
      elements: generator.normals(samples * dimensions).map { 1.3 * $0 })
    weights = Matrix(
      rows: classes, columns: dimensions,
      elements: generator.normals(classes * dimensions).map { scale * $0 })
    labels = (0..<samples).map { $0 % (classes / rowsPerClass) }
  }

  /// What a loss of the registry computes, by the parameters of reference cases.
  func observation(
    _ name: String, _ parameters: [(name: String, value: ReferenceParameter)],
    isSum: Bool = false, rounded: Bool = false
  ) throws -> Observation {
    let isMetric = try LossEntry.named(name).kind == .metric
    let reference = try ReferenceLoss(name, parameters, hasWeights: !isMetric)
    var classParameters = ClassParameters(
      weights: isMetric ? Matrix(rows: 0, columns: features.columns) : weights,
      centers: name == "center" ? weights : Matrix(rows: 0, columns: features.columns))
    classParameters.scalars = reference.loss.scalars
    classParameters.means = reference.loss.means
    let output = reference.loss.evaluate(
      LossInput(features: features, labels: labels, parameters: classParameters))
    return observation(
      value: output.value, features: output.featureGradient.elements,
      weights: isMetric ? nil : output.weightGradient.elements,
      centers: name == "center" ? weights : nil, factor: isSum ? Double(labels.count) : 1,
      rounded: rounded)
  }

  /// - Parameter rounded: to single precision, as most code computes.
  func observation(
    value: Double, features gradient: [Double], weights weightGradient: [Double]?,
    centers: Matrix<Double>? = nil, factor: Double = 1, rounded: Bool = false
  ) -> Observation {
    func result(_ kind: ObservedResult.Kind, _ numbers: [Double]) -> ObservedResult {
      ObservedResult(
        kind, numbers.map { rounded ? Double(Float($0 * factor)) : $0 * factor })
    }
    var results = [result(.value, [value]), result(.featureGradient, gradient)]
    if let weightGradient { results.append(result(.weightGradient, weightGradient)) }
    return Observation(
      features: features, labels: labels, weights: weightGradient == nil ? nil : weights,
      centers: centers, results: results)
  }

  /// Value and gradients of any function of features and weights, by central differences: for
  /// formulas that are written down in a test and nowhere else.
  func observation(
    _ loss: ([[Double]], [[Double]], [Int]) -> Double, hasWeights: Bool = true,
    centers: Matrix<Double>? = nil
  ) -> Observation {
    func rows(_ matrix: Matrix<Double>) -> [[Double]] { (0..<matrix.rows).map(matrix.row) }
    func gradient(_ matrix: Matrix<Double>, _ value: (Matrix<Double>) -> Double) -> [Double] {
      matrix.elements.indices.map { index in
        func moved(_ step: Double) -> Double {
          var other = matrix
          other.elements[index] += step
          return value(other)
        }
        let step = 1e-3
        // To the sixth order, so that ten digits are right.
        return
          (45 * (moved(step) - moved(-step)) - 9 * (moved(2 * step) - moved(-2 * step))
          + moved(3 * step) - moved(-3 * step)) / (60 * step)
      }
    }
    let (x, w) = (rows(features), rows(weights))
    return observation(
      value: loss(x, w, labels),
      features: gradient(features) { loss(rows($0), w, labels) },
      weights: hasWeights ? gradient(weights) { loss(x, rows($0), labels) } : nil,
      centers: centers)
  }
}
