extension Loss {
  /// −w / (N π (C − 1)) · Σ_i Σ_{j ≠ y_i} ∠(W_{y_i}, W_j): class weights are pushed apart.
  ///
  /// The Inter-loss that Deng et al. 2019 (ArcFace, arXiv:1801.07698, eq. 6) add to NormFace. It is
  /// subtracted: the wider the weights stand, the lower it is, down to −w.
  package static func interTerm(weight: Double = 1) -> Loss {
    Loss { input, output in
      let weights = input.parameters.weights
      let classes = weights.rows
      guard classes > 1, !input.labels.isEmpty else { return }
      let share = weight / (.pi * Double(classes - 1) * Double(input.labels.count))
      for (sample, label) in input.labels.enumerated() {
        var value = 0.0
        for other in 0..<classes where other != label {
          let pair = (weights.row(label), weights.row(other))
          let angle = angleBetween(pair.0, pair.1)
          value -= share * angle.radians
          turn(label, away: other, angle, weights, share, &output.weightGradient)
          turn(other, away: label, angle, weights, share, &output.weightGradient)
        }
        output.value += value
        output.perSample[sample] += value * Double(input.labels.count)
      }
    }
  }

  /// Adds −share · ∂∠/∂W_j: the unit tangent at W_j towards the other weight, over ‖W_j‖.
  private static func turn(
    _ own: Int, away other: Int, _ angle: Angle, _ weights: Matrix<Double>, _ share: Double,
    _ gradient: inout Matrix<Double>
  ) {
    // Along one line there is no direction to turn in.
    guard angle.sine > 0 else { return }
    let ownNorm = max(norm(ofRow: own, in: weights), smallestNorm)
    let otherNorm = max(norm(ofRow: other, in: weights), smallestNorm)
    for k in 0..<weights.columns {
      let tangent =
        (weights[other, k] / otherNorm - angle.cosine * weights[own, k] / ownNorm) / angle.sine
      gradient[own, k] += share * tangent / ownNorm
    }
  }
}
