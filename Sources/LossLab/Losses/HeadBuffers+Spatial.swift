import LossKernels

// Three dimensions and more: the tangent at x̂ towards ŵ is (ŵ − cos θ · x̂) / sin θ.

extension HeadBuffers {
  /// Fills `values` with cos θ and `turns` with 1, which is −dψ/dθ over sin θ where ψ = cos θ.
  ///
  /// The plane has formulas of its own, here and below.
  func fillAngles(of samples: Range<Int>) {
    guard dimensions != 2 else { return fillPlanarAngles(of: samples) }
    let first = samples.lowerBound
    Kernels.fastest.multiply(
      WideProduct(
        rows: samples.count, columns: classes, inner: dimensions,
        a: directions + first * dimensions, rowA: dimensions, innerA: 1, b: axes, rowB: classes,
        c: values + first * classes, rowC: classes))
    for pair in first * classes..<samples.upperBound * classes { turns[pair] = 1 }
  }

  func applySpatial(sample: Int, index: Int, _ margin: (Angle) -> MarginValue) {
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
    let result = margin(Angle(cosine: cosine, sine: sine))
    values[pair] = result.value
    turns[pair] = sine > 1e-15 ? -result.slope / sine : 0
  }

  // The tangents' 1 / sin θ is in `turns`, and Σ_j t_j (ŵ_j − cos θ_j · x̂) is Σ_j t_j ŵ_j without
  // its part along x̂: so a gradient is a product of matrices, turned across the direction.

  /// Fills what `addGradients` multiplies: sizes · ŵ, `classes × dimensions`.
  func fillSizedWeights() {
    for index in 0..<classes {
      for k in 0..<dimensions {
        weightProducts[index * dimensions + k] = sizes[index] * axes[k * classes + index]
      }
    }
  }

  /// Adds ∂value/∂x from `logits` = ∂value/∂logit, and leaves the factors of the tangents in
  /// `turns` and those of the directions in `values`.
  func addGradients(
    ofFeatures samples: Range<Int>, _ magnitude: Magnitude,
    to gradient: UnsafeMutablePointer<Double>
  ) {
    guard dimensions != 2 else {
      return addPlanarGradients(ofFeatures: samples, magnitude, to: gradient)
    }
    let first = samples.lowerBound
    for pair in first * classes..<samples.upperBound * classes {
      turns[pair] *= logits[pair]
      values[pair] *= logits[pair]
    }
    let tangents = featureProducts + first * dimensions
    Kernels.fastest.multiply(
      WideProduct(
        rows: samples.count, columns: dimensions, inner: classes, a: turns + first * classes,
        rowA: classes, innerA: 1, b: weightProducts, rowB: dimensions, c: tangents,
        rowC: dimensions))
    let shared = featureProducts + (self.samples + first) * dimensions
    for (row, sample) in samples.enumerated() {
      let direction = directions + sample * dimensions
      let tangent = tangents + row * dimensions
      var (radial, along) = (0.0, 0.0)
      if magnitude.usesFeatureNorm {
        for index in 0..<classes { radial += values[sample * classes + index] * sizes[index] }
        radial *= magnitude.scale
      }
      for k in 0..<dimensions { along += tangent[k] * direction[k] }
      let size = magnitude.usesFeatureNorm ? 1 : featureNorms[sample]
      let factor = size > smallestNorm ? magnitude.scale / size : 0
      let share = share(of: sample, magnitude)
      for k in 0..<dimensions {
        gradient[sample * dimensions + k] +=
          factor * (tangent[k] - along * direction[k]) + radial * direction[k]
        shared[row * dimensions + k] = share * direction[k]
      }
    }
  }

  /// Adds ∂value/∂W of some classes, of what the features' gradients left, over the batch in order.
  func addGradients(
    ofWeights classRange: Range<Int>, _ magnitude: Magnitude,
    to gradient: UnsafeMutablePointer<Double>
  ) {
    guard dimensions != 2 else {
      return addPlanarGradients(ofWeights: classRange, magnitude, to: gradient)
    }
    let first = classRange.lowerBound
    let tangents = weightProducts + (classes + first) * dimensions
    Kernels.fastest.multiply(
      WideProduct(
        rows: classRange.count, columns: dimensions, inner: samples, a: turns + first, rowA: 1,
        innerA: classes, b: featureProducts + samples * dimensions, rowB: dimensions, c: tangents,
        rowC: dimensions))
    for index in classRange { sums[index] = 0 }
    if magnitude.usesWeightNorm {
      for sample in 0..<samples {
        let share = share(of: sample, magnitude)
        for index in classRange { sums[index] += share * values[sample * classes + index] }
      }
    }
    for (row, index) in classRange.enumerated() {
      let tangent = tangents + row * dimensions
      var along = 0.0
      for k in 0..<dimensions { along += tangent[k] * axes[k * classes + index] }
      let size = magnitude.usesWeightNorm ? 1 : max(weightNorms[index], smallestNorm)
      for k in 0..<dimensions {
        let axis = axes[k * classes + index]
        gradient[index * dimensions + k] +=
          (tangent[k] - along * axis) / size + sums[index] * axis
      }
    }
  }
}
