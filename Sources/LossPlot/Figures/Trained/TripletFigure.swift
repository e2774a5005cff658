import LossLab

extension Figure {
  static let tripletPicture = Figure(
    name: "triplet",
    title: Wording("Triplets before and after learning", zh: "三元组：学习前与学习后"),
    source: "FaceNet Fig. 3",
    summary: Wording(
      "Test features on the unit circle at the first and the last step of triplet loss, with an "
        + "anchor, a positive and a negative; the shaded arcs hold the semi-hard negatives, no more "
        + "than the margin farther than the positive. Right, how many triplets of each kind remain.",
      zh: "三元组损失第一步与最后一步时单位圆上的测试特征，标出锚点、正样本与负样本；"
        + "阴影弧内为半难负样本。右图为各类三元组的比例。"),
    caveat: Wording(
      "Real features of a small network, not a sketch; a class mean is what recognition uses here.",
      zh: "这是小网络的真实特征而非示意图；识别时使用类均值。"),
    formulas: ["[‖a − p‖^2 − ‖a − n‖^2 + m]_+"],
    citations: ["Schroff et al. 2015, CVPR, arXiv:1503.03832"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [.triplet], data: context.request(standard: "identities", classes: 8))
    let run = groups[0].shown
    return FigureResult(
      claims: tripletClaims(groups[0]), dataTitle: groups[0].dataTitle
    ) { paper in
      let layout = paper.gridPage(
        columns: 3, side: 270, gap: 40, bottom: Panel.tickRoom + Panel.titleRoom,
        key: [
          KeyItem(
            .area(paper.theme.band),
            RichText(plain: paper.word("semi-hard negatives", zh: "半难负样本区")))
        ])
      guard let first = run.snapshots.first, let last = run.snapshots.last else {
        return paper.scene(layout.page, [])
      }
      let triplet = ShownTriplet(first.features, labels: run.test.labels)
      let frames = layout.grid.frames
      return paper.scene(
        layout.page,
        [
          paper.tripletCircle(
            triplet, first.features, run, in: frames[0],
            heading: RichText(plain: paper.word("before learning", zh: "学习前"))),
          paper.tripletCircle(
            triplet, last.features, run, in: frames[1],
            heading: RichText(plain: paper.word("after learning", zh: "学习后"))),
          paper.kindsPanel(run, in: frames[2]),
        ])
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

func tripletClaims(_ group: RunGroup) -> [Claim] {
  func kinds(_ run: Run, _ snapshot: Snapshot?) -> TripletKinds {
    TripletKinds(
      snapshot?.features ?? run.test.features, labels: run.test.labels,
      margin: run.settings.margin)
  }
  let before = group.runs.map { kinds($0, $0.snapshots.first) }
  let after = group.runs.map { kinds($0, $0.snapshots.last) }
  let disagreements = (before + after).map(\.disagreements).reduce(0, +)
  return [
    .rises(
      Wording("more triplets are content after learning", zh: "学习后无损失的三元组增多"),
      [
        NamedValue(Wording("without loss before", zh: "学习前无损失"), mean(before.map(\.easy.percent))),
        NamedValue(Wording("after", zh: "学习后"), mean(after.map(\.easy.percent))),
      ], as: .percent),
    .each(
      Wording("semi-hard negatives are those in the ring", zh: "半难负样本恰为环内样本"),
      threshold: Wording(
        "distances and angles name the same triplets", zh: "距离与角度给出相同的三元组"),
      [NamedValue(Wording("disagreements", zh: "不一致数"), Double(disagreements))],
      as: ValueForm(places: 0)
    ) { $0 == 0 },
  ]
}
