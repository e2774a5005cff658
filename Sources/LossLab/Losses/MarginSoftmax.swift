/// What all softmax-type losses share: logits magnitude · ψ(θ) + b, cross-entropy, and the exact
/// gradients through every normalisation.
///
/// θ_j is the angle between a feature x and the class weight W_j; the class of the sample takes
/// `target`, the others `other`. No gradient divides by sin θ: with u the unit tangent at x̂ towards
/// ŵ, ∂θ/∂x = −u/‖x‖, and u is taken as 0 where it does not exist (θ = 0 and π).
public struct MarginSoftmax: Sendable {
  package let magnitude: Magnitude
  /// ψ of the sample's own class.
  package private(set) var target = AngularMargin.none
  /// ψ of the other classes; `nil` for cos θ.
  package private(set) var other: AngularMargin?
  private(set) var weighting = SampleWeighting(LossSettings())
  /// Rows of the weights that a class has, one after another; the nearest of them counts.
  package private(set) var rowsPerClass = 1
  /// One yes or no for each class; `nil` for −ln p_y of their softmax, where classes compete.
  var thresholds: Thresholds?
  /// Whether the margin depends on ‖x‖, so that its ends are curves.
  package private(set) var marginUsesNorm = false
  /// Of a margin that varies by chance: `target` with one standard deviation less and more.
  package private(set) var softEdges: [AngularMargin] = []
  /// In place of `target` and `other` where logits depend on more than their angle.
  ///
  /// `target` is then the own class of a typical sample. Given a batch, or no samples for the plane
  /// around.
  private(set) var rule: (@Sendable (LossInput) -> SampleRule)?
}

extension MarginSoftmax {
  /// - Parameters:
  ///   - target: ψ of the sample's own class.
  ///   - other: ψ of the other classes; `nil` for cos θ.
  ///   - settings: of which the weights of focal loss and OHEM are read.
  public init(
    magnitude: Magnitude, target: AngularMargin = .none, other: AngularMargin? = nil,
    settings: LossSettings
  ) {
    self.init(
      magnitude: magnitude, target: target, other: other, weighting: SampleWeighting(settings))
  }

  /// The same with one row of weights a class, for classes that have no more.
  package var withOneRow: MarginSoftmax {
    var head = self
    head.rowsPerClass = 1
    return head
  }

  /// The same with this margin for every sample.
  package func with(target margin: AngularMargin) -> MarginSoftmax {
    var head = self
    head.target = margin
    (head.rule, head.marginUsesNorm, head.softEdges) = (nil, false, [])
    return head
  }

  /// This head as a loss of its own, which learns a threshold where the head has one.
  public var loss: Loss {
    Loss(classifier: self, scalars: thresholds.map { [$0.start] } ?? []) { input, output in
      accumulate(input, into: &output)
    }
  }

  /// Adds value and gradients of the batch to `output`.
  func accumulate(_ input: LossInput, into output: inout LossOutput) {
    let samples = input.labels.count
    let rows = input.parameters.weights.rows
    let dimensions = input.features.columns
    guard samples > 0 && rows > 0 else { return }
    var scratch: [Double] = []
    swap(&scratch, &output.scratch)
    defer { swap(&scratch, &output.scratch) }
    let needed = HeadBuffers.count(samples: samples, classes: rows, dimensions: dimensions)
    if scratch.count < needed { scratch = Array(repeating: 0, count: needed) }
    evaluate(input, in: &scratch, &output)
  }

  /// Each sample by one task up to its logits, then each class by one: sums have one order whatever
  /// the number of threads.
  private func evaluate(
    _ input: LossInput, in scratch: UnsafeMutablePointer<Double>, _ output: inout LossOutput
  ) {
    let buffers = HeadBuffers(
      scratch, samples: input.labels.count, classes: input.parameters.weights.rows,
      dimensions: input.features.columns)
    fillLosses(input, buffers, &output.perSample)
    output.value += weighting.average(output.perSample, weights: buffers.sampleWeights)
    addGradients(
      input, buffers, toFeatures: &output.featureGradient.elements,
      toWeights: &output.weightGradient.elements)
    if let thresholds, !output.scalarGradient.isEmpty {
      for pair in 0..<buffers.samples * buffers.classes {
        output.scalarGradient[0] += thresholds.sign * buffers.logits[pair]
      }
    }
    guard !output.biasGradient.isEmpty else { return }
    for sample in 0..<buffers.samples {
      let logits = buffers.logits + sample * buffers.classes
      for index in 0..<buffers.classes { output.biasGradient[index] += logits[index] }
    }
  }

  /// Fills the loss of each sample, and `logits` with its gradient by each logit.
  private func fillLosses(
    _ input: LossInput, _ buffers: HeadBuffers, _ losses: UnsafeMutablePointer<Double>
  ) {
    buffers.fillWeightDirections(input, magnitude)
    let rule = rule?(input)
    input.parallel.run(of: buffers.samples, size: HeadBuffers.blockSamples) { samples in
      buffers.fillFeatureDirections(of: samples, input, magnitude)
      buffers.fillAngles(of: samples)
      chooseOwnRows(input, buffers, samples)
      if let rule {
        apply(rule, input, buffers, samples)
      } else {
        applyMargins(input, buffers, samples)
      }
      fillLogits(input, buffers, samples)
      if let thresholds {
        decide(by: thresholds, input, buffers, samples, losses)
      } else {
        crossEntropy(input, buffers, samples, losses)
      }
    }
  }

  private func addGradients(
    _ input: LossInput, _ buffers: HeadBuffers, toFeatures features: UnsafeMutablePointer<Double>,
    toWeights weights: UnsafeMutablePointer<Double>
  ) {
    input.parallel.run(of: buffers.samples, size: HeadBuffers.blockSamples) { samples in
      weigh(samples, buffers)
      buffers.addGradients(ofFeatures: samples, magnitude, to: features)
      if rule != nil { addNormGradients(input, buffers, samples, to: features) }
    }
    input.parallel.run(of: buffers.classes, size: HeadBuffers.blockClasses) { classes in
      buffers.addGradients(ofWeights: classes, magnitude, to: weights)
    }
  }

  /// Turns the gradients of samples' losses into those of their weighted mean.
  private func weigh(_ samples: Range<Int>, _ buffers: HeadBuffers) {
    let classes = buffers.classes
    for sample in samples {
      let logits = buffers.logits + sample * classes
      for index in 0..<classes { logits[index] *= buffers.sampleWeights[sample] }
    }
  }
}
