extension Figure {
  static let arcfaceToy = Figure(
    name: "arcface-toy",
    title: Wording("ArcFace: an evident gap in angle", zh: "ArcFace：明显的角度空隙"),
    source: Wording("ArcFace Fig. 3", zh: "ArcFace 图 3"),
    summary: Wording(
      "Eight identities under softmax with normalised features and weights, and under ArcFace "
        + "with m = 0.5: lines are the class weights.",
      zh: "八个身份：特征与权重归一化的 softmax，以及 m = 0.5 的 ArcFace；箭头为类权重。"),
    caveat: Wording(
      "Follows the paper in s = 64, 1,500 samples of each of 8 people and class weights that start "
        + "at random; cannot in the data: synthetic identities for its face images.",
      zh: "与论文一致：s = 64，8 个人各 1500 个样本，类权重随机初始化；不能一致：以合成身份代替人脸图像。"),
    formulas: ["s cos(θ_y + m)"],
    citations: ["Deng et al. 2019, CVPR, arXiv:1801.07698"], data: .any(standard: "identities"),
    ownSettings: .all
  ) { context in
    var setup = FigureSetup.identities
    setup.start = .random
    let groups = try context.groups(
      [
        RunVariant(Wording("norm-softmax", zh: "归一化 softmax"), "normface"),
        RunVariant("ArcFace, m = 0.5", "arcface", m: 0.5),
      ], data: context.request(standard: "identities", classes: 8), setup: setup)
    return FigureResult(geodesicGapClaims(groups[0], groups[1]), of: groups) { paper in
      paper.planesAndCircles(groups, side: 290)
    }
  }
}

func geodesicGapClaims(_ plain: RunGroup, _ arcface: RunGroup) -> [Claim] {
  let (before, after) = (
    plain.named { $0.metrics.gap.degrees }, arcface.named { $0.metrics.gap.degrees }
  )
  let smallest = arcface.runs.map { $0.metrics.minGap.degrees }.min() ?? 0
  let (wide, narrow) = (plain.named(weightOffset), arcface.named(weightOffset))
  return [
    Claim(
      Wording("ArcFace opens the gap", zh: "ArcFace 拉开空隙"),
      threshold: Wording(
        "gap at least 14.3° (half of m) above norm-softmax's",
        zh: "空隙比归一化 softmax 至少大 14.3°（m 的一半）"),
      measured: ValueForm.degrees.measures([before, after]),
      isReproduced: after.value - before.value >= 14.3
    ).failing(because: stuckClasses).refuted(.withoutMargin),
    .each(
      Wording("no two neighbours overlap", zh: "任何相邻两类都不重叠"),
      threshold: Wording("every gap of every seed above 0°", zh: "每个种子的每个空隙都大于 0°"),
      [NamedValue(Wording("smallest gap", zh: "最小空隙"), smallest)], as: .degrees
    ) { $0 > 0 }.failing(because: stuckClasses).refuted(.withoutLearning),
    .each(
      Wording("class directions spread evenly from a random start", zh: "随机初始化的类方向变得均匀"),
      threshold: Wording(
        "standard deviation of the angles between neighbours below 8°", zh: "相邻夹角的标准差小于 8°"),
      [
        arcface.named(Wording("deviation", zh: "标准差")) { run in
          deviation(of: neighbourAngles(run.classifier.weightDirections).map(\.degrees))
        }
      ], as: ValueForm(unit: "°", places: 2)
    ) { $0 < 8 }.failing(because: stuckClasses).refuted(.withoutLearning),
    Claim(
      Wording("weights lie nearer to their classes", zh: "权重更靠近类中心"),
      threshold: Wording(
        "mean angle of W to the class mean at most half of norm-softmax's",
        zh: "W 与类均值的平均夹角不超过归一化 softmax 的一半"),
      measured: ValueForm.degrees.measures([wide, narrow]),
      isReproduced: narrow.value <= 0.5 * wide.value
    ).refuted(.withoutMargin),
  ]
}

/// Why a random start may fail: in the plane classes cannot pass one another.
private let stuckClasses = Wording(
  "a random start can leave classes in one direction for good, since in the plane they cannot pass "
    + "one another (seed 8: six of eight; from an even start its gap is 36.5°)",
  zh: "平面上各类无法互相越过，随机初始化可能使多类停在同一方向（种子 8：八类中的六类；均匀初始化时其空隙为 36.5°）")

/// The mean angle between a class's weight and its mean direction: W-EC of ArcFace Table 3.
private func weightOffset(_ run: Run) -> Double {
  let directions = ClassDirections(run.test, classes: run.classCount)
  return mean(
    directions.present.map {
      angleBetween(run.parameters.weights.row($0), directions.means.row($0)).radians.degrees
    })
}

/// The angles from each direction to the next one round the circle, radians.
func neighbourAngles(_ directions: [Double]) -> [Double] {
  let order = directions.sorted()
  return order.indices.map { place in turned(order[(place + 1) % order.count] - order[place]) }
}
