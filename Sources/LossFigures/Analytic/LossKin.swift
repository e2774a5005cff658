/// A loss and what it was made from.
struct LossKin: Sendable {
  let entry: LossEntry
  /// `nil` for a root.
  let parent: LossEntry?
  /// What it changes, as the registry says in English.
  let summary: Wording
  /// How both are made the same; `nil` where the idea alone is inherited.
  let reduction: Reduction?

  /// Settings and samples with which a loss is the one that it comes from.
  struct Reduction: Sendable {
    var child: @Sendable (inout LossSettings) -> Void = { _ in }
    var parent: @Sendable (inout LossSettings) -> Void = { _ in }
    /// Changes features and weights of a batch for both.
    var batch: @Sendable (inout LossInput) -> Void = { _ in }
  }

  init(
    _ entry: LossEntry, from parent: LossEntry?, zh: String, reduction: Reduction? = nil
  ) {
    self.entry = entry
    self.parent = parent
    self.reduction = reduction
    summary = Wording(entry.summary, zh: zh)
  }

  /// The largest relative difference to its parent over random batches; `nil` where it has none or
  /// inherits the idea alone.
  var difference: Double? {
    guard let parent, let reduction else { return nil }
    var (own, theirs) = (entry.settings(classes: 5), parent.settings(classes: 5))
    if entry.option(named: "s") != nil { own["s"] = .number(Self.scale) }
    if parent.option(named: "s") != nil { theirs["s"] = .number(Self.scale) }
    reduction.child(&own)
    reduction.parent(&theirs)
    let (child, elder) = (entry.make(own), parent.make(theirs))
    return (1...4).map { seed in
      var input = Self.batch(seed: UInt64(seed), rows: 5)
      reduction.batch(&input)
      var wide = input
      wide.parameters.scalars = child.scalars
      wide.parameters.means = child.means
      if child.usesCenters { wide.parameters.centers = Matrix(rows: 5, columns: 3) }
      let (value, other) = (child.evaluate(wide).value, elder.evaluate(input).value)
      return abs(value - other) / max(abs(other), 1e-300)
    }.max()
  }

  static let scale = 6.0

  /// Eight samples of five classes in three dimensions.
  private static func batch(seed: UInt64, rows: Int) -> LossInput {
    var generator = SplitMix64(seed: seed)
    let features = generator.normals(8 * 3)
    let weights = generator.normals(rows * 3)
    return LossInput(
      features: Matrix(rows: 8, columns: 3, elements: features),
      labels: (0..<8).map { $0 % rows },
      parameters: ClassParameters(weights: Matrix(rows: rows, columns: 3, elements: weights)))
  }
}

extension LossKin.Reduction {
  /// With one setting of the child.
  static func with(_ name: String, _ value: LossOption.Value) -> Self {
    Self(child: { $0[name] = value })
  }

  /// With the same margin for both, and settings of the child.
  static func sameMargin(_ change: @escaping @Sendable (inout LossSettings) -> Void) -> Self {
    Self(
      child: {
        if $0["m"] != nil { $0["m"] = 0.3 }
        change(&$0)
      }, parent: { $0["m"] = 0.3 })
  }

  /// For weights of length 1.
  static let unitWeights = Self(batch: { scaleRows(of: &$0.parameters.weights, to: 1) })
  /// For features as long as the scale.
  static let evenFeatures = Self(batch: { scaleRows(of: &$0.features, to: LossKin.scale) })

  static func scaleRows(of matrix: inout Matrix<Double>, to length: Double) {
    for row in 0..<matrix.rows {
      let factor = length / norm(matrix.row(row))
      for column in 0..<matrix.columns { matrix[row, column] *= factor }
    }
  }
}

extension LossKin {
  /// Every loss of the registry, parents before children.
  static let all: [LossKin] = classic + margins + adaptive + pairs

  private static let classic = [
    LossKin(.softmax, from: nil, zh: "指数归一化与交叉熵：间隔为零的基准"),
    LossKin(.ohem, from: .softmax, zh: "只学习批次中最难的一部分", reduction: .with("keep", 1)),
    LossKin(.focal, from: .softmax, zh: "调低已分对样本的权重", reduction: .with("gamma", 0)),
    LossKin(.center, from: .softmax, zh: "把特征拉向本类中心", reduction: .with("lambda", 0)),
    LossKin(.ring, from: .softmax, zh: "把特征长度拉向学得的半径", reduction: .with("lambda", 0)),
    LossKin(.lsoftmax, from: .softmax, zh: "本类角度乘以 m", reduction: .with("m", 1)),
    LossKin(.l2Softmax, from: .softmax, zh: "特征归一化到长度 s", reduction: .evenFeatures),
    LossKin(.modifiedSoftmax, from: .softmax, zh: "权重归一化", reduction: .unitWeights),
  ]

  private static let margins = [
    LossKin(.sphereface, from: .modifiedSoftmax, zh: "权重归一化后角度乘以 m", reduction: .with("m", 1)),
    LossKin(
      .sphereFaceR, from: .sphereface, zh: "特征等长，倍数不必为整数",
      reduction: LossKin.Reduction(
        child: {
          $0["variant"] = "v0"
          $0["m"] = 3
        }, parent: { $0["m"] = 3 },
        batch: LossKin.Reduction.evenFeatures.batch)),
    LossKin(.sphereface2, from: .sphereface, zh: "每类一个是非题，共用一个阈值"),
    LossKin(.normface, from: .modifiedSoftmax, zh: "特征与权重都归一化，乘以 s", reduction: .evenFeatures),
    LossKin(.adacos, from: .normface, zh: "尺度 s 随训练自动调整"),
    LossKin(.cosface, from: .normface, zh: "从本类余弦中减去 m", reduction: .with("m", 0)),
    LossKin(.uniface, from: .cosface, zh: "本类余弦全部高于学得的阈值，其余低于它"),
    LossKin(.arcface, from: .normface, zh: "本类角度加 m", reduction: .with("m", 0)),
    LossKin(
      .combined, from: .arcface, zh: "倍数、角度、余弦三种间隔合一",
      reduction: .sameMargin {
        ($0["m1"], $0["m2"], $0["m3"]) = (1, 0.3, 0)
        $0["variant"] = "monotone"
      }),
    LossKin(.liArcFace, from: .arcface, zh: "以角度的线性函数代替余弦"),
  ]

  private static let adaptive = [
    LossKin(
      .mvSoftmax, from: .arcface, zh: "误分的负类加重权重",
      reduction: .sameMargin {
        $0["t"] = 0
        $0["target"] = "arcface"
      }),
    LossKin(
      .curricularFace, from: .arcface, zh: "难负类的权重随训练增大",
      reduction: LossKin.Reduction(
        child: { $0["m"] = 0.3 }, parent: { $0["m"] = 0.3 },
        // With no hard class: weights along the axes, each sample at its own.
        batch: { input in
          for row in 0..<input.parameters.weights.rows {
            for column in 0..<3 {
              input.parameters.weights[row, column] = row % 3 == column ? row < 3 ? 1 : -1 : 0
            }
          }
          for (row, label) in input.labels.enumerated() {
            for column in 0..<3 {
              input.features[row, column] = input.parameters.weights[label, column]
            }
          }
        })),
    LossKin(
      .subcenterArcface, from: .arcface, zh: "每类 k 个权重，错误标签各有归处",
      reduction: .sameMargin { $0["k"] = 1 }),
    LossKin(
      .magface, from: .arcface, zh: "间隔随代表质量的特征长度增大",
      reduction: .sameMargin {
        ($0["lm"], $0["um"], $0["lambda"]) = (0.3, 0.3, 0)
      }),
    LossKin(
      .elasticface, from: .arcface, zh: "每步为每个样本抽取间隔",
      reduction: .sameMargin { $0["sigma"] = 0 }),
    LossKin(
      .adaface, from: .cosface, zh: "按质量：短特征用角度间隔，长特征用余弦间隔",
      reduction: .sameMargin { $0["h"] = 0 }),
  ]

  private static let pairs = [
    LossKin(.contrastive, from: nil, zh: "同类成对拉近，异类推开到一定距离"),
    LossKin(.triplet, from: .contrastive, zh: "离同类比离异类近出一个间隔"),
    LossKin(.circle, from: .triplet, zh: "每个余弦按偏离目标的程度加权"),
    LossKin(.supcon, from: .contrastive, zh: "批次中的同类样本即目标类，无类别权重"),
  ]
}
