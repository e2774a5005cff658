extension Loss {
  /// Mean over the pairs of ½ D² for one class and ½ max(0, m − D)² for two, D Euclidean.
  ///
  /// Hadsell, Chopra and LeCun, "Dimensionality Reduction by Learning an Invariant Mapping", CVPR
  /// 2006, eq. 4.
  static func contrastive(margin: Double, normalizes: Bool) -> Loss {
    Loss { input, output in
      let distances = PairDistances(input.features, metric: .euclidean, normalizes: normalizes)
      let count = distances.count
      guard count > 1 else { return }
      let share = 2 / (Double(count) * Double(count - 1))
      var slopes = Array(repeating: 0.0, count: count * count)
      for i in 0..<count {
        for j in i + 1..<max(i + 1, count) {
          let distance = distances[i, j]
          let isSame = input.labels[i] == input.labels[j]
          let difference = isSame ? distance : max(0, margin - distance)
          output.value += share * difference * difference / 2
          slopes[i * count + j] = share * (isSame ? difference : -difference)
        }
      }
      distances.addGradient(of: slopes, to: &output.featureGradient)
    }
  }
}

extension LossEntry {
  private static let farthest = Hyperparameter.m(
    "distance that classes are pushed apart to", range: .between(0, 4, text: "0 ≤ m ≤ 4"),
    default: .fixed(1))

  /// ½ d² or ½ [m − d]₊² of pairs: Hadsell et al., 2006, CVPR.
  public static let contrastive = LossEntry(
    name: "contrastive", title: "Contrastive loss",
    summary: "pairs of one class are drawn together, others pushed m apart",
    formula: "½ d^2 or ½ [m − d]_+^2",
    boundary:
      "none of its own: there is no class layer, so features are judged by the nearest class mean"
      + " direction",
    citation:
      "Hadsell et al. 2006, \"Dimensionality Reduction by Learning an Invariant Mapping\", CVPR",
    kind: .metric,
    options: [farthest.option, Hyperparameter.normalize.option]
  ) { .contrastive(margin: $0[farthest], normalizes: $0[.normalize]) }
  // Pairs that are far enough apart teach nothing (MNIST: test accuracy 0.948 after 14 rounds,
  // 0.963 after 28).
  .trained(.long).known(as: "siamese", "pairs", "pair", "pairwise").teaching(
    "Pairs: one class together, two classes m apart.", zh: "成对：同类靠拢，异类相距 m。")
}
