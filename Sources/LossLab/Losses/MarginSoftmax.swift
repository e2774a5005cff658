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

  /// This head as a loss of its own.
  var loss: Loss {
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
      buffers.fillDirections(input, magnitude)
      if dimensions == 2 {
        buffers.fillPlanarAngles()
      } else {
        buffers.fillSpatialAngles()
      }
      applyMargins(input, buffers)
      fillLogits(input, buffers)
      crossEntropy(input, buffers, &output)
      if dimensions == 2 {
        buffers.addPlanarGradients(magnitude, &output)
      } else {
        buffers.addSpatialGradients(magnitude, &output)
      }
    }
  }

  /// Puts ψ and its slope in place of cos θ and sin θ where a margin says so.
  private func applyMargins(_ input: LossInput, _ buffers: HeadBuffers) {
    for sample in 0..<buffers.samples {
      let label = input.labels[sample]
      if !target.isCosine { buffers.apply(target, sample: sample, index: label, input) }
      guard let other else { continue }
      for index in 0..<buffers.classes where index != label {
        buffers.apply(other, sample: sample, index: index, input)
      }
    }
  }

  private func fillLogits(_ input: LossInput, _ buffers: HeadBuffers) {
    for sample in 0..<buffers.samples {
      let share = buffers.share(of: sample, magnitude)
      let values = buffers.values + sample * buffers.classes
      let logits = buffers.logits + sample * buffers.classes
      for index in 0..<buffers.classes {
        logits[index] = share * buffers.sizes[index] * values[index]
      }
      for (index, bias) in input.parameters.bias.enumerated() { logits[index] += bias }
    }
  }

  /// Turns logits into ∂value/∂logit, and fills value, losses of the samples and bias gradient.
  private func crossEntropy(
    _ input: LossInput, _ buffers: HeadBuffers, _ output: inout LossOutput
  ) {
    let classes = buffers.classes
    // How far the target logit lies below the largest, until the weight takes its place.
    let deficits = buffers.sampleWeights
    for sample in 0..<buffers.samples {
      let logits = buffers.logits + sample * classes
      let targetLogit = logits[input.labels[sample]]
      var largest = targetLogit
      for index in 0..<classes { largest = max(largest, logits[index]) }
      for index in 0..<classes { logits[index] -= largest }
      deficits[sample] = largest - targetLogit
    }
    vectorExp(buffers.logits, count: buffers.samples * classes)
    for sample in 0..<buffers.samples {
      let label = input.labels[sample]
      let logits = buffers.logits + sample * classes
      let deficit = deficits[sample]
      // Summed without the own class: p_y − 1 keeps its digits when p_y is nearly 1.
      var rest = 0.0
      for index in 0..<label { rest += logits[index] }
      for index in label + 1..<max(label + 1, classes) { rest += logits[index] }
      let total = logits[label] + rest
      for index in 0..<classes { logits[index] /= total }
      logits[label] = -rest / total
      let entropy = deficit == 0 ? log1p(rest) : log(total) + deficit
      let (value, factor) = weighting.focal(
        crossEntropy: entropy, miss: rest / total, label: label)
      output.perSample[sample] = value
      buffers.sampleWeights[sample] = factor
    }
    output.value += weighting.average(output.perSample, weights: buffers.sampleWeights)
    for sample in 0..<buffers.samples {
      let logits = buffers.logits + sample * classes
      for index in 0..<classes { logits[index] *= buffers.sampleWeights[sample] }
      for index in output.biasGradient.indices { output.biasGradient[index] += logits[index] }
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
