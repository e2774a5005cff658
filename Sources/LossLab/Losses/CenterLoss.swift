extension Loss {
  /// λ · ½ Σ_i ‖x_i − c_{y_i}‖² over the batch, and Δc_j = Σ_{y_i = j} (c_j − x_i) / (1 + n_j).
  ///
  /// Wen et al., "A Discriminative Feature Learning Approach for Deep Face Recognition", ECCV 2016,
  /// eq. 2 and 4. The centers move by −α Δc, outside the gradient, and feel neither λ nor softmax.
  ///
  /// - Parameters:
  ///   - rate: α.
  ///   - isMean: divides value and gradients (not Δc) by the batch size.
  static func centerTerm(weight: Double, rate: Double, isMean: Bool = false) -> Loss {
    Loss(
      usesCenters: true,
      move: { parameters, output in
        for index in parameters.centers.elements.indices {
          parameters.centers.elements[index] -= rate * output.centerStep.elements[index]
        }
      }
    ) { input, output in
      let factor = isMean ? weight / Double(max(1, input.labels.count)) : weight
      let centers = input.parameters.centers
      var counts = Array(repeating: 0.0, count: centers.rows)
      for (sample, label) in input.labels.enumerated() {
        counts[label] += 1
        var square = 0.0
        for k in 0..<centers.columns {
          let difference = input.features[sample, k] - centers[label, k]
          square += difference * difference
          output.featureGradient[sample, k] += factor * difference
          output.centerGradient[label, k] -= factor * difference
          output.centerStep[label, k] -= difference
        }
        output.perSample[sample] += weight * square / 2
        output.value += factor * square / 2
      }
      for label in 0..<centers.rows {
        for k in 0..<centers.columns { output.centerStep[label, k] /= 1 + counts[label] }
      }
    }
  }
}

extension LossEntry {
  private static let centerWeight = Hyperparameter.number(
    "lambda", symbol: "λ",
    "weight of the center term, both terms summed over the batch as in the paper",
    range: .atLeastZero, default: .fixed(0.01))
  private static let centerRate = Hyperparameter.number(
    "alpha", symbol: "α", "rate at which centers move",
    range: .between(0, 1, text: "0 ≤ α ≤ 1"), default: .fixed(0.5), neutral: 0.5)

  /// Softmax + λ/2 Σ ‖x − c_y‖²: Wen et al., 2016, ECCV, formula 5.
  public static let center = LossEntry(
    name: "center", title: "Center loss",
    summary: "softmax, and each feature is drawn to a center of its class",
    formula: "W_y · x,  loss + λ/2 Σ ‖x − c_y‖^2",
    boundary:
      "as softmax, $W_1 · x = W_2 · x$: the centers draw features together and have no boundary",
    citation: "Wen et al. 2016, ECCV, eq. 5",
    options: [centerWeight.option, centerRate.option],
    allowsBias: true
  ) { settings in
    // The paper sums both terms over the batch; divided by its size, as every loss here, both are
    // means, and λ keeps the paper's meaning.
    .sum(
      softmax.make(settings),
      .centerTerm(weight: settings[centerWeight], rate: settings[centerRate], isMean: true))
  }.stated { stated throws(LabError) in
    let weight = try stated.number("lambda", default: 1)
    var settings = try stated.weighting()
    settings.classWeights = stated.numbers("alpha")
    let term = Loss.centerTerm(
      weight: stated.hasWeights ? weight : 1, rate: 0,
      isMean: try stated.word("reduction", of: ["sum", "mean"]) == "mean")
    return stated.hasWeights ? .sum(softmax.make(settings), term) : term
  }.known(as: "centre").teaching(
    "Each sample is drawn to its class's center: compact, at any length.", zh: "样本被拉向类中心：紧凑，但长度不限。")
}
