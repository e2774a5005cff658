extension Loss {
  /// λ/2 · mean (‖x‖ − R)² with a radius R that is learned.
  ///
  /// Zheng, Pal and Savvides, "Ring loss: Convex Feature Normalization for Face Recognition", CVPR
  /// 2018, arXiv:1803.00130, eq. 3.
  ///
  /// - Parameter radius: where R starts.
  static func ringTerm(weight: Double, radius: Double) -> Loss {
    Loss(scalars: [radius]) { input, output in
      let share = weight / Double(max(1, input.labels.count))
      let radius = input.parameters.scalars[0]
      for sample in input.labels.indices {
        let length = norm(ofRow: sample, in: input.features)
        let excess = length - radius
        output.perSample[sample] += weight * excess * excess / 2
        output.value += share * excess * excess / 2
        output.scalarGradient[0] -= share * excess
        // At the origin no direction leads to the ring.
        guard length > 0 else { continue }
        for k in 0..<input.features.columns {
          output.featureGradient[sample, k] += share * excess * input.features[sample, k] / length
        }
      }
    }
  }
}

extension LossEntry {
  private static let ringWeight = Hyperparameter.number(
    "lambda", symbol: "λ", "weight of the ring term", range: .atLeastZero, default: .fixed(0.01))

  /// Softmax + λ/2 (‖x‖ − R)², R learned: Zheng et al., 2018, arXiv:1803.00130, formula 3.
  public static let ring = LossEntry(
    name: "ring", aliases: ["ring-loss"], title: "Ring loss",
    summary: "softmax, and features are drawn to a sphere whose radius is learned",
    formula: "W_y · x,  loss + λ/2 (‖x‖ − R)^2",
    boundary: "as softmax, $W_1 · x = W_2 · x$: the ring draws lengths together, not angles",
    citation: "Zheng et al. 2018, CVPR, arXiv:1803.00130, eq. 3",
    options: [ringWeight.option], allowsBias: true, stateNames: ["R"]
  ) { settings in
    .sum(softmax.make(settings), .ringTerm(weight: settings[ringWeight], radius: 1))
  }.stated(taking: ["R"]) { stated throws(LabError) in
    .sum(
      softmax.make(LossSettings()),
      .ringTerm(
        weight: try stated.number("lambda"),
        radius: try stated.number("R", default: stated.isStated("keep") ? 1 : nil)))
  }.teaching("Features are drawn to a ring whose radius is learned.", zh: "特征被拉向半径可学的圆环。")
}
