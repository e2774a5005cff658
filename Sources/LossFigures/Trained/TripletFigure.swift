extension Figure {
  static let tripletPicture = Figure(
    name: "triplet",
    title: Wording("Triplets before and after learning", zh: "三元组：学习前与学习后"),
    source: Wording("FaceNet Fig. 3", zh: "FaceNet 图 3"),
    summary: Wording(
      "Test features on the unit circle at the first and the last step of triplet loss, with an "
        + "anchor, a positive and a negative; the shaded arcs hold the semi-hard negatives, no more "
        + "than the margin farther than the positive. Right, how many triplets of each kind remain.",
      zh: "三元组损失第一步与最后一步时单位圆上的测试特征，标出锚点、正样本与负样本；"
        + "阴影弧内为半难负样本。右图为各类三元组的比例。"),
    caveat: Wording(
      "The paper sketches three samples; these are features of a small network trained on 8 synthetic "
        + "identities of 1,500 samples.",
      zh: "论文只画三个样本的示意图；这里是在 8 个合成身份（各 1500 个样本）上训练的小网络的特征。"),
    formulas: ["[‖a − p‖^2 − ‖a − n‖^2 + m]_+"],
    citations: ["Schroff et al. 2015, CVPR, arXiv:1503.03832"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [
        .triplet,
        RunVariant(Wording("m = 0"), "triplet", m: 0, training: RunVariant.triplet.training),
      ], data: context.request(standard: "identities", classes: 8), setup: .identities)
    let run = groups[0].shown
    return FigureResult(tripletClaims(groups[0], without: groups[1]), of: groups) { paper in
      paper.gridPage(
        columns: 3, side: 270, gap: 40, bottom: Panel.axisRoom, canFlatten: true,
        key: [paper.keyItem(.area(paper.theme.band), "semi-hard negatives", zh: "半难负样本区")]
      ).scene { frames in
        guard let first = run.snapshots.first, let last = run.snapshots.last else { return [] }
        let triplet = ShownTriplet(first.features, labels: run.test.labels)
        return [
          paper.tripletCircle(
            triplet, first.features, run, in: frames[0],
            heading: paper.text("before learning", zh: "学习前")),
          paper.tripletCircle(
            triplet, last.features, run, in: frames[1],
            heading: paper.text("after learning", zh: "学习后")),
          paper.kindsPanel(run, in: frames[2]),
        ]
      }
    }
  }
}

/// The shares of triplets by what the loss says of them.
struct TripletKinds: Sendable, Equatable {
  /// Without loss.
  var easy = 0.0
  /// The negative farther than the positive, but within the margin.
  var semiHard = 0.0
  /// The negative nearer than the positive.
  var hard = 0.0
  /// Triplets on which distances and angles do not agree that they are semi-hard.
  var disagreements = 0

  /// All triplets of some samples, by squared distances on the unit circle or sphere.
  ///
  /// - Parameter limit: at most so many samples, evenly picked.
  init(_ features: Matrix<Double>, labels: [Int], margin: Double, limit: Int = 120) {
    let picked = evenly(Array(labels.indices), limit)
    let rows = picked.map { features.row($0) }
    var counts = [0, 0, 0]
    for a in picked.indices {
      let cosines = rows.map { angleBetween(rows[a], $0).cosine }
      for p in picked.indices where p != a && labels[picked[p]] == labels[picked[a]] {
        let near = 2 - 2 * cosines[p]
        let ring = SemiHardRing(positive: near, margin: margin)
        for n in picked.indices where labels[picked[n]] != labels[picked[a]] {
          let far = 2 - 2 * cosines[n]
          let isSemiHard = near < far && far < near + margin
          counts[far >= near + margin ? 0 : isSemiHard ? 1 : 2] += 1
          // Within rounding of an end of the ring neither is wrong.
          let isClear = min(abs(far - near), abs(far - near - margin)) > 1e-9
          let angle = acos(min(1, max(-1, cosines[n])))
          if isClear && ring.contains(angle) != isSemiHard { disagreements += 1 }
        }
      }
    }
    let all = Double(max(1, counts.reduce(0, +)))
    (easy, semiHard, hard) = (
      Double(counts[0]) / all, Double(counts[1]) / all, Double(counts[2]) / all
    )
  }
}

/// The angles from an anchor at which a negative is semi-hard.
struct SemiHardRing: Sendable, Equatable {
  /// Radians, between which it lies.
  let inner: Double
  let outer: Double

  /// - Parameter positive: squared distance of the positive.
  init(positive: Double, margin: Double) {
    inner = acos(min(1, max(-1, 1 - positive / 2)))
    // Where the ring passes the far side of the circle it has no outer end.
    outer = 1 - (positive + margin) / 2 < -1 ? .infinity : acos(1 - (positive + margin) / 2)
  }

  func contains(_ angle: Double) -> Bool { angle > inner && angle < outer }
}

/// - Parameters:
///   - group: with margin.
///   - plain: the same without margin.
func tripletClaims(_ group: RunGroup, without plain: RunGroup) -> [Claim] {
  func left(_ run: Run) -> Double {
    100 - TripletKinds(run.test.features, labels: run.test.labels, margin: 0.2).easy.percent
  }
  let (without, with) = (
    plain.named(Wording("without margin", zh: "无间隔"), left),
    group.named(Wording("with it", zh: "有间隔"), left)
  )
  let turned = group.named(Wording("turned", zh: "已翻转")) { turnedTriplets($0).percent }
  return [
    Claim(
      Wording("the margin leaves fewer triplets with a loss", zh: "间隔使有损失的三元组减少"),
      threshold: Wording(
        "triplets whose negative is not 0.2 farther than the positive: at most half of those after "
          + "training without margin", zh: "负样本未比正样本远 0.2 的三元组：不超过无间隔训练后的一半"),
      measured: ValueForm.percent.measures([without, with]),
      isReproduced: with.value <= 0.5 * without.value
    ).refuted(.withoutMargin),
    .each(
      Wording("where the negative was nearer, the positive is in the end", zh: "原先负样本更近者，最终正样本更近"),
      threshold: Wording(
        "of the triplets that begin with the negative nearer, at least 90 % end with the positive "
          + "nearer", zh: "起初负样本更近的三元组中，至少 90 % 最终正样本更近"),
      [turned], as: .percent
    ) { $0 >= 90 }.refuted(.withoutLearning),
  ]
}

/// Of the triplets whose negative is nearer than the positive at the first snapshot, the share where
/// the positive is nearer at the last one.
func turnedTriplets(_ run: Run) -> Double {
  guard let first = run.snapshots.first, let last = run.snapshots.last else { return 0 }
  let picked = evenly(Array(run.test.labels.indices), 100)
  let labels = picked.map { run.test.labels[$0] }
  func cosines(_ features: Matrix<Double>) -> [[Double]] {
    let rows = picked.map { features.row($0) }
    return rows.map { row in rows.map { angleBetween(row, $0).cosine } }
  }
  let (before, after) = (cosines(first.features), cosines(last.features))
  var (hard, turned) = (0, 0)
  for a in picked.indices {
    for p in picked.indices where p != a && labels[p] == labels[a] {
      for n in picked.indices where labels[n] != labels[a] && before[a][n] > before[a][p] {
        hard += 1
        turned += after[a][n] < after[a][p] ? 1 : 0
      }
    }
  }
  return Double(turned) / Double(max(1, hard))
}
