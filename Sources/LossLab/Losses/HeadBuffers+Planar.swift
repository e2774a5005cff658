// Two dimensions. With x̂⊥ and ŵ⊥ the directions turned by 90° counter-clockwise, every gradient is a
// sum along x̂ and x̂⊥ (or ŵ and ŵ⊥), so it takes two sums for each sample and each class.

extension HeadBuffers {
  /// Fills `values` with cos θ and `turns` with sin θ, signed: positive where the weight lies
  /// counter-clockwise of the feature.
  func fillPlanarAngles(of samples: Range<Int>) {
    let (axesX, axesY) = (axes, axes + classes)
    for sample in samples {
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
  func apply(
    sample: Int, index: Int, _ input: LossInput, _ margin: (Angle) -> MarginValue
  ) {
    if dimensions == 2 {
      applyPlanar(sample: sample, index: index, input, margin)
    } else {
      applySpatial(sample: sample, index: index, margin)
    }
  }

  private func applyPlanar(
    sample: Int, index: Int, _ input: LossInput, _ margin: (Angle) -> MarginValue
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
    let result = margin(Angle(cosine: cosine, sine: sine))
    values[pair] = result.value
    turns[pair] = cross > 0 ? -result.slope : cross < 0 ? result.slope : 0
  }

  /// Adds ∂value/∂x from `logits` = ∂value/∂logit, and multiplies `values` and `turns` by that.
  func addPlanarGradients(
    ofFeatures samples: Range<Int>, _ magnitude: Magnitude,
    to gradient: UnsafeMutablePointer<Double>
  ) {
    for sample in samples {
      let start = sample * classes
      var radial = 0.0
      var turn = 0.0
      for index in 0..<classes {
        let slope = logits[start + index]
        values[start + index] *= slope
        turns[start + index] *= slope
        radial += values[start + index] * sizes[index]
        turn += turns[start + index] * sizes[index]
      }
      let (x, y) = (directions[2 * sample], directions[2 * sample + 1])
      radial *= magnitude.usesFeatureNorm ? magnitude.scale : 0
      turn *= magnitude.scale
      if !magnitude.usesFeatureNorm { turn /= max(featureNorms[sample], smallestNorm) }
      gradient[2 * sample] += radial * x - turn * y
      gradient[2 * sample + 1] += radial * y + turn * x
    }
  }

  /// Adds ∂value/∂W of some classes, of what the features' gradients left, over the batch in order.
  func addPlanarGradients(
    ofWeights classRange: Range<Int>, _ magnitude: Magnitude,
    to gradient: UnsafeMutablePointer<Double>
  ) {
    let (radialSums, turnSums) = (sums, sums + classes)
    for index in classRange { (radialSums[index], turnSums[index]) = (0, 0) }
    for sample in 0..<samples {
      let start = sample * classes
      let share = share(of: sample, magnitude)
      for index in classRange {
        radialSums[index] += share * values[start + index]
        turnSums[index] += share * turns[start + index]
      }
    }
    for index in classRange {
      let (x, y) = (axes[index], axes[classes + index])
      let radial = magnitude.usesWeightNorm ? radialSums[index] : 0
      // Towards the feature, which lies the other way round.
      let turn =
        -turnSums[index]
        / (magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm))
      gradient[2 * index] += radial * x - turn * y
      gradient[2 * index + 1] += radial * y + turn * x
    }
  }
}
