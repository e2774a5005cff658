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

  /// The logit of one row of the weights for one feature.
  ///
  /// - Parameter margined: whether `index` is taken as the class of the sample, so that the margin
  ///   counts.
  package func logit(
    of index: Int, feature: [Double], parameters: ClassParameters, margined: Bool = false
  ) -> Double {
    if margined {
      return ownLogit(of: index, feature: feature, parameters, rule: bound(to: parameters)).logit
    }
    let angle = guardedAngle(feature, parameters.weights.row(index))
    return logit(
      of: index, feature: feature, parameters, value: other?.evaluate(angle).value ?? angle.cosine)
  }

  /// The rule as it stands with these parameters, for the plane around the samples.
  func bound(to parameters: ClassParameters) -> SampleRule? {
    rule?(
      LossInput(
        features: Matrix(rows: 0, columns: parameters.weights.columns), labels: [],
        parameters: parameters))
  }

  /// The logit that a row has as that of the sample's class, and the angle to it.
  func ownLogit(
    of index: Int, feature: [Double], _ parameters: ClassParameters, rule: SampleRule?
  ) -> (logit: Double, angle: Angle) {
    let angle = guardedAngle(feature, parameters.weights.row(index))
    let place = SamplePlace(own: angle, featureNorm: norm(feature), row: index)
    let value = rule?.own(place).value.value ?? target.evaluate(angle).value
    return (logit(of: index, feature: feature, parameters, value: value), angle)
  }

  /// What that logit is held against for another row: its logit as the loss has it for a sample of
  /// another class, or the threshold.
  ///
  /// - Parameter own: the angle to the sample's class.
  func rivalLogit(
    of index: Int, against own: Angle, feature: [Double], _ parameters: ClassParameters,
    rule: SampleRule?
  ) -> Double {
    if hasThresholds { return 0 }
    let angle = guardedAngle(feature, parameters.weights.row(index))
    let place = SamplePlace(own: own, featureNorm: norm(feature), row: index)
    let value =
      rule?.other?(angle, place).value ?? other?.evaluate(angle).value ?? angle.cosine
    return logit(of: index, feature: feature, parameters, value: value)
  }

  private func logit(
    of index: Int, feature: [Double], _ parameters: ClassParameters, value: Double
  ) -> Double {
    let size = magnitude.value(
      featureNorm: norm(feature), weightNorm: norm(parameters.weights.row(index)))
    let bias = parameters.bias.isEmpty ? 0 : parameters.bias[index]
    return size * value + bias + offset(parameters)
  }

  /// How far the logit of the sample's class lies above what it is held against, by the angles to
  /// both alone, at ‖x‖ = 1 and before anything is learned.
  package func excess(
    own: Angle, other angle: Angle, ownNorm: Double = 1, otherNorm: Double = 1
  ) -> Double {
    let parameters = ClassParameters(weights: Matrix(rows: 0, columns: 2))
    let rule = bound(to: parameters)
    let place = SamplePlace(own: own, featureNorm: 1)
    let value = rule?.own(place).value.value ?? target.evaluate(own).value
    let logit = magnitude.value(featureNorm: 1, weightNorm: ownNorm) * value + offset(parameters)
    if hasThresholds { return logit }
    let rival = rule?.other?(angle, place).value ?? other?.evaluate(angle).value ?? angle.cosine
    return logit - magnitude.value(featureNorm: 1, weightNorm: otherNorm) * rival
  }

  /// The same with its threshold midway between the own class and another one so many radians away,
  /// where each class is decided against one.
  package func withThreshold(betweenClassesAt angle: Double) -> MarginSoftmax {
    guard let thresholds else { return self }
    let own = target.evaluate(Angle(cosine: 1, sine: 0)).value
    let rival = other?.evaluate(Angle(radians: angle)).value ?? cos(angle)
    var head = self
    head.thresholds?.start = -thresholds.sign * magnitude.scale * (own + rival) / 2
    return head
  }

  /// Whether that is held against cos θ of the other class.
  package var rivalIsCosine: Bool {
    !hasThresholds && other == nil
      && bound(to: ClassParameters(weights: Matrix(rows: 0, columns: 2)))?.other == nil
  }

  /// Whether each class is decided on its own, against a threshold.
  package var hasThresholds: Bool { thresholds != nil }

  private func offset(_ parameters: ClassParameters) -> Double {
    thresholds?.offset(parameters) ?? 0
  }
}
