extension LossEntry {
  /// ‖x‖ cos θ_y: Liu et al., 2017, arXiv:1704.08063, formula 5.
  public static let modifiedSoftmax = LossEntry(
    name: "modified-softmax", title: "Modified softmax",
    summary: "softmax with normalised weights: SphereFace with m = 1",
    formula: "‖x‖ cos θ_y", boundary: "$θ_1 = θ_2$, the bisector: no margin",
    citation: "Liu et al. 2017, eq. 5, arXiv:1704.08063"
  ) { MarginSoftmax(magnitude: .featureNorm, settings: $0).loss }.teaching(
    "Weights of one length: the boundary halves the angle.", zh: "权重等长：边界平分夹角。")

  /// s cos θ_y: Wang et al., 2017, arXiv:1704.06369.
  public static let normface = LossEntry(
    name: "normface", aliases: ["nsl", "norm-softmax"], title: "NormFace",
    summary: "softmax with normalised weights and features",
    formula: "s cos θ_y", boundary: "$θ_1 = θ_2$, the bisector: no margin",
    citation: "Wang et al. 2017, \"NormFace\", arXiv:1704.06369",
    options: [Hyperparameter.s.option]
  ) { MarginSoftmax(magnitude: .fixed($0[.s]), settings: $0).loss }
  // With features of one norm and no margin a sample near its class teaches little more, and the
  // angles of MNIST settle in twice the usual time (test accuracy 0.957 to 0.961 after 14 rounds,
  // 0.962 to 0.969 after 24 to 40); so with L2-softmax.
  .trained(.long).known(
    as: "nsoftmax", "normalizedsoftmax", "normsoftmax", "cosine", "cosinesoftmax"
  ).teaching("Both of one length: the cosine alone decides.", zh: "两者等长：只由余弦决定。")

  /// Features alone are normalised: the weights keep their norms.
  public static let l2Softmax = LossEntry(
    name: "l2-softmax", title: "L2-softmax",
    summary: "softmax with features of one norm α (here s); weights keep theirs",
    formula: "s W_y · x / ‖x‖",
    boundary:
      "$W_1 · x = W_2 · x$, one line through the origin: no margin, and a longer weight takes more"
      + " room",
    citation:
      "Ranjan et al. 2017, \"L2-constrained Softmax Loss for Discriminative Face Verification\", "
      + "arXiv:1703.09507",
    options: [Hyperparameter.s("α: the norm that features are given").option], allowsBias: true
  ) { MarginSoftmax(magnitude: .weightNorm($0[.s]), settings: $0).loss }.trained(.long).teaching(
    "Features of one length: directions are what is left.", zh: "特征等长：只剩方向。")
}
