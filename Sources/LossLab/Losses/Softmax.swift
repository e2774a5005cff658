extension LossEntry {
  /// W_y · x, with or without bias: Deng et al., 2019, arXiv:1801.07698, formula 1.
  public static let softmax = LossEntry(
    name: "softmax", title: "Softmax", summary: "plain cross-entropy over inner products",
    formula: "W_y · x",
    boundary:
      "$W_1 · x = W_2 · x$, one line through the origin: no margin, and a longer weight takes more"
      + " room",
    citation: "Deng et al. 2019, eq. 1, arXiv:1801.07698", allowsBias: true
  ) { MarginSoftmax(magnitude: .product, settings: $0).loss }.known(
    as: "ce", "crossentropy", "xent", "xentropy", "nll", "categoricalcrossentropy", "linear",
    "logistic"
  ).teaching(
    "Classes can be told apart, but are long petals that touch.", zh: "类别可分，但呈彼此相接的长花瓣。")

  /// Softmax with the weights of focal loss: Lin et al., ICCV 2017.
  public static let focal = LossEntry(
    name: "focal", title: "Focal loss", summary: "softmax that counts easy samples less",
    formula: "W_y · x,  loss (1 − p_y)^γ (−ln p_y)",
    boundary: "as softmax, $W_1 · x = W_2 · x$: no margin",
    citation: "Lin et al. 2017, \"Focal Loss for Dense Object Detection\", arXiv:1708.02002",
    options: [Hyperparameter.gamma(default: 2).option], allowsBias: true, make: softmax.make
  ).teaching("Easy samples count less; the petals stay.", zh: "简单样本权重降低；花瓣形状不变。")

  /// Softmax over the hardest samples of each batch: Shrivastava et al., CVPR 2016.
  public static let ohem = LossEntry(
    name: "ohem", title: "OHEM", summary: "softmax over the hardest samples of each batch",
    formula: "W_y · x,  hardest samples only",
    boundary: "as softmax, $W_1 · x = W_2 · x$: no margin",
    citation:
      "Shrivastava et al. 2016, \"Training Region-based Object Detectors with Online Hard "
      + "Example Mining\", arXiv:1604.03540",
    options: [Hyperparameter.keep(default: 0.7).option], allowsBias: true, make: softmax.make
  ).known(as: "hardmining", "hardexamplemining", "hem").teaching(
    "Only the hardest samples count; the petals stay.", zh: "只计最难的样本；花瓣形状不变。")
}
