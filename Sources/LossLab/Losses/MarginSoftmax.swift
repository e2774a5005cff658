/// What all softmax-type losses share: logits magnitude · ψ(θ) + b, cross-entropy, and the exact
/// gradients through every normalisation.
///
/// θ_j is the angle between a feature x and the class weight W_j; the class of the sample takes
/// `target`, the others `other`. No gradient divides by sin θ: with u the unit tangent at x̂ towards
/// ŵ, ∂θ/∂x = −u/‖x‖, and u is taken as 0 where it does not exist (θ = 0 and π).
public struct MarginSoftmax: Sendable {
  package let magnitude: Magnitude
  /// ψ of the sample's own class.
  package private(set) var target: AngularMargin
  /// ψ of the other classes; `nil` for cos θ.
  package let other: AngularMargin?
  let weighting: SampleWeighting
  /// In place of `target` and `other` where logits depend on more than their angle.
  ///
  /// `target` is then the own class of a typical sample. Given a batch, or no samples for the plane
  /// around.
  private(set) var rule: (@Sendable (LossInput) -> SampleRule)?
  var decision: ClassDecision
  /// Rows of the weights that a class has, one after another; the nearest of them counts.
  package private(set) var rowsPerClass: Int
  /// Whether the margin depends on ‖x‖, so that its ends are curves.
  package private(set) var marginUsesNorm: Bool
  /// Of a margin that varies by chance: `target` with one standard deviation less and more.
  package private(set) var softEdges: [AngularMargin]

  init(
    magnitude: Magnitude, target: AngularMargin = .none, other: AngularMargin? = nil,
    weighting: SampleWeighting = .even, rowsPerClass: Int = 1, decision: ClassDecision = .softmax,
    marginUsesNorm: Bool = false, softEdges: [AngularMargin] = [],
    rule: (@Sendable (LossInput) -> SampleRule)? = nil
  ) {
    self.magnitude = magnitude
    self.target = target
    self.other = other
    self.weighting = weighting
    self.rowsPerClass = rowsPerClass
    self.decision = decision
    self.marginUsesNorm = marginUsesNorm
    self.softEdges = softEdges
    self.rule = rule
  }

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
    var scalars: [Double] = []
    if case .thresholds(let thresholds) = decision { scalars = [thresholds.start] }
    return Loss(classifier: self, scalars: scalars) { input, output in
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
    scratch.withUnsafeMutableBufferPointer { scratch in
      guard let base = scratch.baseAddress else { return }
      let buffers = HeadBuffers(
        base, samples: samples, classes: rows, dimensions: dimensions)
      evaluate(input, buffers, &output)
    }
  }

  /// Each sample by one task up to its logits, then each class by one: sums have one order whatever
  /// the number of threads.
  private func evaluate(_ input: LossInput, _ buffers: HeadBuffers, _ output: inout LossOutput) {
    fillLosses(input, buffers, &output.perSample)
    output.value += weighting.average(output.perSample, weights: buffers.sampleWeights)
    output.featureGradient.elements.withUnsafeMutableBufferPointer { features in
      guard let features = features.baseAddress else { return }
      buffers.forEachBlock(input.parallel) { samples in
        weigh(samples, buffers)
        buffers.addGradients(ofFeatures: samples, magnitude, to: features)
        if rule != nil { addNormGradients(input, buffers, samples, to: features) }
      }
    }
    output.weightGradient.elements.withUnsafeMutableBufferPointer { weights in
      guard let weights = weights.baseAddress else { return }
      buffers.forEachClassRange(input.parallel) { classes in
        buffers.addGradients(ofWeights: classes, magnitude, to: weights)
      }
    }
    if case .thresholds(let thresholds) = decision, !output.scalarGradient.isEmpty {
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
  private func fillLosses(_ input: LossInput, _ buffers: HeadBuffers, _ losses: inout [Double]) {
    buffers.fillWeightDirections(input, magnitude)
    let rule = rule?(input)
    losses.withUnsafeMutableBufferPointer { losses in
      guard let losses = losses.baseAddress else { return }
      buffers.forEachBlock(input.parallel) { samples in
        buffers.fillFeatureDirections(of: samples, input, magnitude)
        buffers.fillAngles(of: samples)
        chooseOwnRows(input, buffers, samples)
        if let rule {
          apply(rule, input, buffers, samples)
        } else {
          applyMargins(input, buffers, samples)
        }
        fillLogits(input, buffers, samples)
        switch decision {
        case .softmax: crossEntropy(input, buffers, samples, losses)
        case .thresholds(let thresholds):
          decide(by: thresholds, input, buffers, samples, losses)
        }
      }
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
