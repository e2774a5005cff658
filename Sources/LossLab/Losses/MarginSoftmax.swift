/// What all softmax-type losses share: logits magnitude · ψ(θ) + b, cross-entropy, and the exact
/// gradients through every normalisation.
///
/// θ_j is the angle between a feature x and the class weight W_j; the class of the sample takes
/// `target`, the others `other`. No gradient divides by sin θ: with u the unit tangent at x̂ towards
/// ŵ, ∂θ/∂x = −u/‖x‖, and u is taken as 0 where it does not exist (θ = 0 and π).
public struct MarginSoftmax: Sendable {
  public let magnitude: Magnitude
  /// ψ of the sample's own class.
  public let target: AngularMargin
  /// ψ of the other classes; `nil` for cos θ.
  public let other: AngularMargin?
  let weighting: SampleWeighting

  init(
    magnitude: Magnitude, target: AngularMargin = .none, other: AngularMargin? = nil,
    weighting: SampleWeighting = .even
  ) {
    self.magnitude = magnitude
    self.target = target
    self.other = other
    self.weighting = weighting
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

  /// This head as a loss of its own.
  public var loss: Loss {
    Loss(classifier: self) { input, output in accumulate(input, into: &output) }
  }

  /// Adds value and gradients of the batch to `output`.
  func accumulate(_ input: LossInput, into output: inout LossOutput) {
    let samples = input.labels.count
    let classes = input.parameters.weights.rows
    let dimensions = input.features.columns
    guard samples > 0 && classes > 0 else { return }
    var scratch: [Double] = []
    swap(&scratch, &output.scratch)
    defer { swap(&scratch, &output.scratch) }
    let needed = HeadBuffers.count(samples: samples, classes: classes, dimensions: dimensions)
    if scratch.count < needed { scratch = Array(repeating: 0, count: needed) }
    scratch.withUnsafeMutableBufferPointer { scratch in
      guard let base = scratch.baseAddress else { return }
      let buffers = HeadBuffers(
        base, samples: samples, classes: classes, dimensions: dimensions)
      evaluate(input, buffers, &output)
    }
  }

  /// Each sample by one task up to its logits, then each class by one: sums have one order whatever
  /// the number of threads.
  private func evaluate(_ input: LossInput, _ buffers: HeadBuffers, _ output: inout LossOutput) {
    buffers.fillWeightDirections(input, magnitude)
    if buffers.dimensions != 2 { buffers.fillSizedWeights() }
    output.perSample.withUnsafeMutableBufferPointer { losses in
      guard let losses = losses.baseAddress else { return }
      buffers.forEachBlock(input.parallel) { samples in
        buffers.fillFeatureDirections(of: samples, input, magnitude)
        if buffers.dimensions == 2 {
          buffers.fillPlanarAngles(of: samples)
        } else {
          buffers.fillSpatialAngles(of: samples)
        }
        applyMargins(input, buffers, samples)
        fillLogits(input, buffers, samples)
        crossEntropy(input, buffers, samples, losses)
      }
    }
    output.value += weighting.average(output.perSample, weights: buffers.sampleWeights)
    output.featureGradient.elements.withUnsafeMutableBufferPointer { features in
      guard let features = features.baseAddress else { return }
      buffers.forEachBlock(input.parallel) { samples in
        weigh(samples, buffers)
        if buffers.dimensions == 2 {
          buffers.addPlanarGradients(ofFeatures: samples, magnitude, to: features)
        } else {
          buffers.addSpatialGradients(ofFeatures: samples, magnitude, to: features)
        }
      }
    }
    output.weightGradient.elements.withUnsafeMutableBufferPointer { weights in
      guard let weights = weights.baseAddress else { return }
      buffers.forEachClassRange(input.parallel) { classes in
        if buffers.dimensions == 2 {
          buffers.addPlanarGradients(ofWeights: classes, magnitude, to: weights)
        } else {
          buffers.addSpatialGradients(ofWeights: classes, magnitude, to: weights)
        }
      }
    }
    guard !output.biasGradient.isEmpty else { return }
    for sample in 0..<buffers.samples {
      let logits = buffers.logits + sample * buffers.classes
      for index in 0..<buffers.classes { output.biasGradient[index] += logits[index] }
    }
  }

  /// Puts ψ and its slope in place of cos θ and sin θ where a margin says so.
  private func applyMargins(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>
  ) {
    for sample in samples {
      let label = input.labels[sample]
      if !target.isCosine { buffers.apply(target, sample: sample, index: label, input) }
      guard let other else { continue }
      for index in 0..<buffers.classes where index != label {
        buffers.apply(other, sample: sample, index: index, input)
      }
    }
  }

  private func fillLogits(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>
  ) {
    for sample in samples {
      let share = buffers.share(of: sample, magnitude)
      let values = buffers.values + sample * buffers.classes
      let logits = buffers.logits + sample * buffers.classes
      for index in 0..<buffers.classes {
        logits[index] = share * buffers.sizes[index] * values[index]
      }
      for (index, bias) in input.parameters.bias.enumerated() { logits[index] += bias }
    }
  }

  /// Turns logits into the gradient of a sample's cross-entropy; fills losses and their factors.
  private func crossEntropy(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>,
    _ losses: UnsafeMutablePointer<Double>
  ) {
    let classes = buffers.classes
    // How far the target logit lies below the largest, until the weight takes its place.
    let deficits = buffers.sampleWeights
    for sample in samples {
      let logits = buffers.logits + sample * classes
      let targetLogit = logits[input.labels[sample]]
      var largest = targetLogit
      for index in 0..<classes { largest = max(largest, logits[index]) }
      for index in 0..<classes { logits[index] -= largest }
      deficits[sample] = largest - targetLogit
    }
    vectorExp(
      buffers.logits + samples.lowerBound * classes, count: samples.count * classes)
    for sample in samples {
      let label = input.labels[sample]
      let logits = buffers.logits + sample * classes
      let deficit = deficits[sample]
      // Summed without the own class: p_y − 1 keeps its digits when p_y is nearly 1.
      let own = logits[label]
      logits[label] = 0
      let rest = sum(logits, count: classes)
      let total = own + rest
      for index in 0..<classes { logits[index] /= total }
      logits[label] = -rest / total
      let entropy = deficit == 0 ? log1p(rest) : log(total) + deficit
      let (value, factor) = weighting.focal(
        crossEntropy: entropy, miss: rest / total, label: label)
      losses[sample] = value
      buffers.sampleWeights[sample] = factor
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

extension MarginSoftmax {
  /// The angle as the loss has it: a vector that is normalised is divided by `smallestNorm` at least.
  private func guardedAngle(_ feature: [Double], _ weight: [Double]) -> Angle {
    let angle = angleBetween(feature, weight)
    var share = 1.0
    if !magnitude.usesFeatureNorm { share *= min(1, norm(feature) / smallestNorm) }
    if !magnitude.usesWeightNorm { share *= min(1, norm(weight) / smallestNorm) }
    guard share < 1 else { return angle }
    let cosine = angle.cosine * share
    return Angle(cosine: cosine, sine: max(0, (1 - cosine) * (1 + cosine)).squareRoot())
  }

  /// The logit of one class for one feature.
  ///
  /// - Parameter margined: whether `index` is taken as the class of the sample, so that the margin
  ///   counts.
  public func logit(
    of index: Int, feature: [Double], parameters: ClassParameters, margined: Bool = false
  ) -> Double {
    let weight = parameters.weights.row(index)
    let angle = guardedAngle(feature, weight)
    let value =
      margined
      ? target.evaluate(angle).value : other?.evaluate(angle).value ?? angle.cosine
    let bias = parameters.bias.isEmpty ? 0 : parameters.bias[index]
    return magnitude.value(featureNorm: norm(feature), weightNorm: norm(weight)) * value + bias
  }
}
