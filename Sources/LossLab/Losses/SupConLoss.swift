extension Loss {
  /// The mean over the anchors that have positives of
  /// mean_p −ln(exp(u_i · u_p / τ) / Σ_{a ≠ i} exp(u_i · u_a / τ)), u = x / ‖x‖.
  ///
  /// Khosla et al., "Supervised Contrastive Learning", NeurIPS 2020, arXiv:2004.11362, eq. 2: the
  /// mean over the positives stands outside the logarithm.
  ///
  /// - Parameter temperature: τ.
  static func supervisedContrastive(temperature: Double) -> Loss {
    Loss { input, output in
      let count = input.labels.count
      let columns = input.features.columns
      let norms = (0..<count).map { max(norm(ofRow: $0, in: input.features), smallestNorm) }
      let units = input.features.dividing(rowsBy: norms)
      var sizes = Array(repeating: 0, count: (input.labels.max() ?? -1) + 1)
      for label in input.labels { sizes[label] += 1 }
      let anchors = (0..<count).filter { sizes[input.labels[$0]] > 1 }
      guard !anchors.isEmpty else { return }
      // ∂value/∂(u_i · u_j) of the ordered pairs.
      var slopes = Array(repeating: 0.0, count: count * count)
      var logits = Array(repeating: 0.0, count: count)
      for i in anchors {
        var largest = -Double.infinity
        for j in 0..<count where j != i {
          var dot = 0.0
          for k in 0..<columns { dot += units[i, k] * units[j, k] }
          logits[j] = dot / temperature
          largest = max(largest, logits[j])
        }
        var total = 0.0
        for j in 0..<count where j != i { total += exp(logits[j] - largest) }
        let positives = Double(sizes[input.labels[i]] - 1)
        let share = 1 / Double(anchors.count)
        for j in 0..<count where j != i {
          let isPositive = input.labels[j] == input.labels[i]
          slopes[i * count + j] =
            share / temperature
            * (exp(logits[j] - largest) / total - (isPositive ? 1 / positives : 0))
          if isPositive {
            output.value += share / positives * (log(total) + largest - logits[j])
          }
        }
      }
      addDotGradients(slopes, units, norms, &output.featureGradient)
    }
  }

  /// Adds ∂value/∂x from the slopes by the inner products of the unit vectors.
  private static func addDotGradients(
    _ slopes: [Double], _ units: Matrix<Double>, _ norms: [Double],
    _ gradient: inout Matrix<Double>
  ) {
    let (count, columns) = (units.rows, units.columns)
    var pull = Array(repeating: 0.0, count: columns)
    for i in 0..<count {
      for k in 0..<columns { pull[k] = 0 }
      for j in 0..<count where j != i {
        let slope = slopes[i * count + j] + slopes[j * count + i]
        for k in 0..<columns { pull[k] += slope * units[j, k] }
      }
      var radial = 0.0
      for k in 0..<columns { radial += pull[k] * units[i, k] }
      for k in 0..<columns { gradient[i, k] += (pull[k] - radial * units[i, k]) / norms[i] }
    }
  }
}

extension LossEntry {
  private static let temperature = Hyperparameter.number(
    "temperature", symbol: "τ", "divides the cosines of pairs",
    range: LossOption.Range(
      lower: 0, upper: 100, excludesLower: true, text: "0 < temperature ≤ 100"),
    default: .fixed(0.1), neutral: 1)

  /// −ln (e^{u · u_p / τ} / Σ e^{u · u_a / τ}): Khosla et al., 2020, arXiv:2004.11362, formula 2.
  public static let supcon = LossEntry(
    name: "supcon", title: "Supervised contrastive loss",
    summary: "each sample picks those of its class among all of the batch",
    formula: "−ln (e^{u · u_p / τ} / Σ e^{u · u_a / τ})",
    boundary:
      "none of its own: there is no class layer, so features are judged by the nearest class mean"
      + " direction",
    citation: "Khosla et al. 2020, NeurIPS, arXiv:2004.11362, eq. 2", kind: .metric,
    options: [temperature.option]
  ) { .supervisedContrastive(temperature: $0[temperature]) }.teaching(
    "All samples of a class attract one another; no class layer.", zh: "同类样本互相吸引；没有类别层。")
}
