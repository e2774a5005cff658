/// The trained parts of a classifier that a loss may read: class weights, biases, and the loss's own
/// state, which is centers, learned scalars and running means.
public struct ClassParameters: Sendable, Equatable {
  /// `classes × dimensions`; raw, never normalised in place.
  public var weights: Matrix<Double>
  /// One a class, or empty.
  public var bias: [Double]
  /// `classes × dimensions`, or no rows; moved by `LossOutput.centerStep`, not by the gradient.
  public var centers: Matrix<Double>
  /// Learned by the optimiser beside the weights, as the loss numbers them: a radius, a threshold.
  public var scalars: [Double]
  /// Running means over the batches, as the loss numbers them; moved by `Loss.move`.
  public var means: [Double]

  /// - Precondition: weights and centers have as many columns as features.
  package init(
    weights: Matrix<Double>, bias: [Double] = [],
    centers: Matrix<Double> = Matrix(rows: 0, columns: 0), scalars: [Double] = [],
    means: [Double] = []
  ) {
    self.weights = weights
    self.bias = bias
    self.centers = centers
    self.scalars = scalars
    self.means = means
  }
}

#if !hasFeature(Embedded)
  extension ClassParameters: Codable {
    private enum CodingKeys: String, CodingKey { case weights, bias, centers, scalars, means }

    /// Scalars and means need not be there.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      weights = try container.decode(Matrix.self, forKey: .weights)
      bias = try container.decode([Double].self, forKey: .bias)
      centers = try container.decode(Matrix.self, forKey: .centers)
      scalars = try container.decodeIfPresent([Double].self, forKey: .scalars) ?? []
      means = try container.decodeIfPresent([Double].self, forKey: .means) ?? []
    }

    /// Without scalars and means where the loss has none.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(weights, forKey: .weights)
      try container.encode(bias, forKey: .bias)
      try container.encode(centers, forKey: .centers)
      if !scalars.isEmpty { try container.encode(scalars, forKey: .scalars) }
      if !means.isEmpty { try container.encode(means, forKey: .means) }
    }
  }
#endif

/// What a loss is evaluated on.
public struct LossInput: Sendable {
  /// `batch × dimensions`.
  public var features: Matrix<Double>
  /// One class index a row of `features`.
  public var labels: [Int]
  /// Class weights, and what the loss keeps from batch to batch.
  public var parameters: ClassParameters
  /// What the work may be shared out to; the results do not depend on it.
  package var parallel = ParallelFor.serial

  package init(features: Matrix<Double>, labels: [Int], parameters: ClassParameters) {
    self.features = features
    self.labels = labels
    self.parameters = parameters
  }
}

/// The value of a loss and its gradients: buffers that live as long as the training.
public struct LossOutput: Sendable {
  /// The loss of the batch.
  public var value = 0.0
  /// Before the mean; not filled by losses of pairs and triplets.
  public var perSample: [Double]
  /// ∂value/∂features, `batch × dimensions`.
  public var featureGradient: Matrix<Double>
  /// ∂value/∂weights, `classes × dimensions`, by the raw weights.
  public var weightGradient: Matrix<Double>
  /// ∂value/∂bias, one a class; empty without bias.
  public var biasGradient: [Double]
  /// ∂value/∂centers; no rows without centers.
  public var centerGradient: Matrix<Double>
  /// Δc of center loss: the new center is c − α Δc.
  package var centerStep: Matrix<Double>
  /// ∂value/∂scalars.
  public var scalarGradient: [Double]
  /// What the batch says of each running mean; `Loss.move` takes a share of it.
  public var batchMeans: [Double]
  /// Working memory of the loss, kept between batches.
  var scratch: [Double] = []

  package init(for input: LossInput) {
    perSample = Array(repeating: 0, count: input.labels.count)
    featureGradient = Matrix(rows: input.features.rows, columns: input.features.columns)
    weightGradient = Matrix(
      rows: input.parameters.weights.rows, columns: input.parameters.weights.columns)
    biasGradient = Array(repeating: 0, count: input.parameters.bias.count)
    centerGradient = Matrix(
      rows: input.parameters.centers.rows, columns: input.parameters.centers.columns)
    centerStep = centerGradient
    scalarGradient = Array(repeating: 0, count: input.parameters.scalars.count)
    batchMeans = Array(repeating: 0, count: input.parameters.means.count)
  }

  mutating func clear() {
    value = 0
    perSample.setAll(to: 0)
    featureGradient.elements.setAll(to: 0)
    weightGradient.elements.setAll(to: 0)
    biasGradient.setAll(to: 0)
    centerGradient.elements.setAll(to: 0)
    centerStep.elements.setAll(to: 0)
    scalarGradient.setAll(to: 0)
    batchMeans.setAll(to: 0)
  }
}

extension Array {
  mutating func setAll(to value: Element) {
    for index in indices { self[index] = value }
  }
}

/// A loss: a pure function of a batch and the class parameters.
///
/// What it keeps from batch to batch (centers, scalars, means) stands in `ClassParameters`; the loss
/// says how much of it there is, where it starts, and how `move` takes it on after a step.
public struct Loss: Sendable {
  /// The logits that geometry and accuracy are read from; `nil` for losses without a class layer.
  package let classifier: MarginSoftmax?
  /// Whether the trainer keeps one center a class.
  package let usesCenters: Bool
  /// Where its learned scalars and its running means start.
  package let scalars: [Double]
  package let means: [Double]
  /// Adds value and gradients to an output that was cleared.
  let accumulate: @Sendable (LossInput, inout LossOutput) -> Void
  /// Takes on what the gradient does not, after a step: centers and running means.
  package let move: @Sendable (inout ClassParameters, LossOutput) -> Void
  /// The loss with everything at its value on this batch that the gradient takes for a constant;
  /// `nil` where there is no such thing.
  package let frozen: (@Sendable (LossInput) -> Loss)?

  /// Whether it keeps anything from batch to batch besides class weights.
  package var hasState: Bool { usesCenters || !scalars.isEmpty || !means.isEmpty }

  /// - Parameters:
  ///   - classifier: the logits that geometry and accuracy are read from.
  ///   - scalars: where learned scalars start; their gradient goes to `scalarGradient`.
  ///   - means: where running means start.
  ///   - move: after each step, from what `accumulate` left in the output.
  ///   - frozen: the loss with what the gradient takes for constants fixed at a batch.
  ///   - accumulate: adds value, `perSample` and gradients of a batch to an output of zeros.
  public init(
    classifier: MarginSoftmax? = nil, usesCenters: Bool = false, scalars: [Double] = [],
    means: [Double] = [],
    move: @escaping @Sendable (inout ClassParameters, LossOutput) -> Void = { _, _ in },
    frozen: (@Sendable (LossInput) -> Loss)? = nil,
    accumulate: @escaping @Sendable (LossInput, inout LossOutput) -> Void
  ) {
    self.classifier = classifier
    self.usesCenters = usesCenters
    self.scalars = scalars
    self.means = means
    self.move = move
    self.frozen = frozen
    self.accumulate = accumulate
  }

  /// Writes value and gradients into buffers made by `LossOutput(for:)`.
  package func evaluate(_ input: LossInput, into output: inout LossOutput) {
    output.clear()
    accumulate(input, &output)
  }

  /// Value and gradients in buffers of their own.
  ///
  /// - Precondition: every label is a class of `parameters`; features and weights have the same
  ///   number of columns.
  public func evaluate(_ input: LossInput) -> LossOutput {
    var output = LossOutput(for: input)
    evaluate(input, into: &output)
    return output
  }

  /// The sum of two losses.
  ///
  /// - Precondition: one of them at most has scalars or means.
  public static func sum(_ first: Loss, _ second: Loss) -> Loss {
    Loss(
      classifier: first.classifier ?? second.classifier,
      usesCenters: first.usesCenters || second.usesCenters,
      scalars: first.scalars + second.scalars, means: first.means + second.means,
      move: { parameters, output in
        first.move(&parameters, output)
        second.move(&parameters, output)
      }
    ) { input, output in
      first.accumulate(input, &output)
      second.accumulate(input, &output)
    }
  }
}
