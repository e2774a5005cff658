// Three dimensions and more: the tangent at x̂ towards ŵ is (ŵ − cos θ · x̂) / sin θ.

extension HeadBuffers {
  /// Fills `values` with cos θ and `turns` with 1, which is −dψ/dθ over sin θ where ψ = cos θ.
  func fillSpatialAngles() {
    for sample in 0..<samples {
      let direction = directions + sample * dimensions
      let values = values + sample * classes
      for index in 0..<classes { values[index] = 0 }
      for k in 0..<dimensions {
        let (coordinate, axis) = (direction[k], axes + k * classes)
        for index in 0..<classes { values[index] += coordinate * axis[index] }
      }
      for index in 0..<classes { turns[sample * classes + index] = 1 }
    }
  }

  func applySpatial(_ margin: AngularMargin, sample: Int, index: Int) {
    let pair = sample * classes + index
    let direction = directions + sample * dimensions
    let cosine = values[pair]
    // ‖ŵ − cos θ · x̂‖ rather than √(1 − cos²θ), which loses half the digits near 0 and π.
    var square = 0.0
    for k in 0..<dimensions {
      let tangent = axes[k * classes + index] - cosine * direction[k]
      square += tangent * tangent
    }
    let sine = sine(of: cosine, square.squareRoot(), sample: sample, index: index)
    let result = margin.evaluate(Angle(cosine: cosine, sine: sine))
    values[pair] = result.value
    turns[pair] = sine > 1e-15 ? -result.slope / sine : 0
  }

  /// Adds ∂value/∂x and ∂value/∂W from `logits` = ∂value/∂logit.
  func addSpatialGradients(_ magnitude: Magnitude, _ output: inout LossOutput) {
    for sample in 0..<samples {
      let direction = directions + sample * dimensions
      let share = share(of: sample, magnitude)
      let featureSize =
        magnitude.usesFeatureNorm ? 1 : max(featureNorms[sample], smallestNorm)
      for index in 0..<classes {
        let pair = sample * classes + index
        guard logits[pair] != 0 else { continue }
        let weightSize =
          magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm)
        var cosine = 0.0
        for k in 0..<dimensions { cosine += direction[k] * axes[k * classes + index] }
        let featureTurn =
          featureSize > smallestNorm
          ? logits[pair] * magnitude.scale * sizes[index] * turns[pair] / featureSize : 0
        let featureRadial =
          magnitude.usesFeatureNorm
          ? logits[pair] * magnitude.scale * sizes[index] * values[pair] : 0
        let weightTurn = logits[pair] * share * turns[pair] / weightSize
        let weightRadial = magnitude.usesWeightNorm ? logits[pair] * share * values[pair] : 0
        for k in 0..<dimensions {
          let (x, w) = (direction[k], axes[k * classes + index])
          output.featureGradient[sample, k] += featureTurn * (w - cosine * x) + featureRadial * x
          output.weightGradient[index, k] += weightTurn * (x - cosine * w) + weightRadial * w
        }
      }
    }
  }
}
