extension Loss {
  /// How far the gradients of this loss are from central differences of its value, at worst: the
  /// difference over the largest entry of the gradient, or over 1 where that is less.
  ///
  /// What the gradient takes for a constant is held at its value on the batch. A true gradient gives about 1e-9 in general position; at a break of the formula differences
  /// mean nothing.
  ///
  /// - Parameters:
  ///   - input: a batch, with class parameters of this loss: `LossInput.example(for:)` makes one.
  ///   - step: of the differences.
  public func gradientError(on input: LossInput, step: Double = 1e-6) -> Double {
    let output = evaluate(input)
    let loss = frozen?(input) ?? self
    func error(_ exact: [Double], _ change: (inout LossInput, Int, Double) -> Void) -> Double {
      let size = exact.reduce(1) { max($0, abs($1)) }
      var worst = 0.0
      for index in exact.indices {
        var (above, below) = (input, input)
        change(&above, index, step)
        change(&below, index, -step)
        let slope = (loss.evaluate(above).value - loss.evaluate(below).value) / (2 * step)
        let difference = abs(exact[index] - slope) / size
        // What is no number is no gradient.
        worst = difference.isNaN ? .infinity : max(worst, difference)
      }
      return worst
    }
    let errors = [
      error(output.featureGradient.elements) { $0.features.elements[$1] += $2 },
      error(output.weightGradient.elements) { $0.parameters.weights.elements[$1] += $2 },
      error(output.biasGradient) { $0.parameters.bias[$1] += $2 },
      error(output.centerGradient.elements) { $0.parameters.centers.elements[$1] += $2 },
      error(output.scalarGradient) { $0.parameters.scalars[$1] += $2 },
    ]
    return errors.reduce(0, max)
  }
}

extension LossInput {
  /// A batch with features and class parameters in general position, to check a loss on.
  ///
  /// - Parameters:
  ///   - bias: whether the class layer has one.
  ///   - seed: of all numbers.
  public static func example(
    for loss: Loss, classes: Int = 3, dimensions: Int = 2, samples: Int = 6, bias: Bool = false,
    seed: UInt64 = 7
  ) -> LossInput {
    var generator = SplitMix64(seed: seed)
    func random(_ rows: Int) -> Matrix<Double> {
      Matrix(rows: rows, columns: dimensions, elements: generator.normals(rows * dimensions))
    }
    let features = random(samples)
    let weights = random(classes * (loss.classifier?.rowsPerClass ?? 1))
    let biases = bias ? generator.normals(classes) : []
    let centers = random(loss.usesCenters ? classes : 0)
    return LossInput(
      features: features, labels: (0..<samples).map { $0 % classes },
      parameters: ClassParameters(
        weights: weights, bias: biases, centers: centers, scalars: loss.scalars,
        means: loss.means))
  }
}
