// Two dimensions. With x̂⊥ and ŵ⊥ the directions turned by 90° counter-clockwise, every gradient is a
// sum along x̂ and x̂⊥ (or ŵ and ŵ⊥), so it takes two sums for each sample and each class.

extension HeadBuffers {
  /// Fills `values` with cos θ and `turns` with sin θ, signed: positive where the weight lies
  /// counter-clockwise of the feature.
  func fillPlanarAngles() {
    let (axesX, axesY) = (axes, axes + classes)
    for sample in 0..<samples {
      let (x, y) = (directions[2 * sample], directions[2 * sample + 1])
      let values = values + sample * classes
      let turns = turns + sample * classes
      for index in 0..<classes {
        values[index] = x * axesX[index] + y * axesY[index]
        turns[index] = x * axesY[index] - y * axesX[index]
      }
    }
  }

  /// Evaluates a margin at one pair.
  func apply(_ margin: AngularMargin, sample: Int, index: Int, _ input: LossInput) {
    if dimensions == 2 {
      applyPlanar(margin, sample: sample, index: index, input)
    } else {
      applySpatial(margin, sample: sample, index: index)
    }
  }

  private func applyPlanar(
    _ margin: AngularMargin, sample: Int, index: Int, _ input: LossInput
  ) {
    let pair = sample * classes + index
    // From the raw vectors: for floats the products are exact, so the cross product keeps its
    // digits however nearly parallel the two are.
    let (x, y) = (input.features[sample, 0], input.features[sample, 1])
    let weights = input.parameters.weights
    let norms = max(featureNorms[sample], smallestNorm) * max(weightNorms[index], smallestNorm)
    let cross = (x * weights[index, 1] - y * weights[index, 0]) / norms
    let cosine = values[pair]
    let sine = sine(of: cosine, abs(cross), sample: sample, index: index)
    let result = margin.evaluate(Angle(cosine: cosine, sine: sine))
    values[pair] = result.value
    turns[pair] = cross > 0 ? -result.slope : cross < 0 ? result.slope : 0
  }

  /// Adds ∂value/∂x and ∂value/∂W from `logits` = ∂value/∂logit.
  func addPlanarGradients(_ magnitude: Magnitude, _ output: inout LossOutput) {
    let (radialSums, turnSums) = (sums, sums + classes)
    for index in 0..<2 * classes { sums[index] = 0 }
    for sample in 0..<samples {
      let start = sample * classes
      let share = share(of: sample, magnitude)
      var radial = 0.0
      var turn = 0.0
      for index in 0..<classes {
        let slope = logits[start + index]
        let along = slope * values[start + index]
        let across = slope * turns[start + index]
        radial += along * sizes[index]
        turn += across * sizes[index]
        radialSums[index] += share * along
        turnSums[index] += share * across
      }
      let (x, y) = (directions[2 * sample], directions[2 * sample + 1])
      radial *= magnitude.usesFeatureNorm ? magnitude.scale : 0
      turn *= magnitude.scale
      if !magnitude.usesFeatureNorm { turn /= max(featureNorms[sample], smallestNorm) }
      output.featureGradient[sample, 0] += radial * x - turn * y
      output.featureGradient[sample, 1] += radial * y + turn * x
    }
    for index in 0..<classes {
      let (x, y) = (axes[index], axes[classes + index])
      let radial = magnitude.usesWeightNorm ? radialSums[index] : 0
      // Towards the feature, which lies the other way round.
      let turn =
        -turnSums[index]
        / (magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm))
      output.weightGradient[index, 0] += radial * x - turn * y
      output.weightGradient[index, 1] += radial * y + turn * x
    }
  }
}
