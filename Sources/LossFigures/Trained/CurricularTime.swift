extension Figure {
  static let curricularTime = Figure(
    name: "curricular-time",
    title: Wording("CurricularFace: easy first, hard later", zh: "CurricularFace：先易后难"),
    source: Wording("CurricularFace Fig. 1, 3", zh: "CurricularFace 图 1、3"),
    summary: Wording(
      "CurricularFace multiplies the cosine of a class that a sample is nearly mistaken for by "
        + "t + cos θ, where t is the running mean of the cosine to the own class. It grows as the "
        + "training gets on, and with it the weight of hard classes: at first below that of ArcFace, "
        + "which is 1, then above.",
      zh: "CurricularFace 把样本险些误认的类的余弦乘以 t + cos θ，t 为本类余弦的滑动平均。训练推进时 t 增大，难类的权重随之增大："
        + "起初低于 ArcFace 的 1，随后高于它。"),
    formulas: ["N(t, cos θ_j) = cos θ_j (t + cos θ_j)", "t ← α mean(cos θ_y) + (1 − α) t"],
    citations: ["Huang et al. 2020, CVPR, arXiv:2004.00288"], data: .any(standard: "identities")
  ) { context in
    func watched(_ label: Wording, rate: Double) -> RunVariant {
      RunVariant(label, "curricularface") {
        $0["rate-of-means"] = .number(rate)
      } training: {
        $0.options.snapshotInterval = 35
      }
    }
    let groups = try context.groups(
      [
        watched(Wording("t grows", zh: "t 增大"), rate: 0.01),
        watched(Wording("t held at 0", zh: "t 固定为 0"), rate: 0),
      ], data: context.request(standard: "identities", classes: 8))
    return FigureResult(
      curriculumClaims(growing: groups[0], held: groups[1]).map {
        $0.refuted(Wording("t held at its start", zh: "t 保持初值"))
      }, of: groups
    ) { paper in
      let labels = groups.map { paper.text($0.label) } + ["ArcFace"]
      let room = Panel.room(for: labels, theme: paper.theme)
      return paper.gridPage(
        columns: 3, side: 230, gap: 66, bottom: Panel.axisRoom, reserve: room, canFlatten: true,
        key: paper.curriculumKey(groups)
      ).scene {
        let frames = $0.map { $0.inset(right: room) }
        return [
          paper.modulationPanel(in: frames[0]), paper.meanCosinePanel(groups[0], in: frames[1]),
          paper.hardWeightPanel(groups, in: frames[2]),
        ]
      }
    }
  }
}

/// What a snapshot of CurricularFace says of t and of hard classes.
struct CurriculumMoment: Sendable {
  let step: Int
  let t: Double
  /// The mean of t + cos θ_j over all samples and the classes that are hard for them; `nil` where
  /// there are none.
  let hardWeight: Double?

  /// - Parameter m: of the training, radians.
  init(_ snapshot: Snapshot, labels: [Int], m: Double) {
    step = snapshot.step
    t = snapshot.parameters.means.first ?? 0
    var (sum, count) = (0.0, 0)
    let weights = snapshot.parameters.weights
    for (sample, label) in labels.enumerated() {
      let angles = (0..<weights.rows).map {
        angleBetween(snapshot.features.row(sample), weights.row($0))
      }
      let target = cos(angles[label].radians + m)
      for index in angles.indices where index != label && angles[index].cosine > target {
        sum += t + angles[index].cosine
        count += 1
      }
    }
    hardWeight = count > 0 ? sum / Double(count) : nil
  }

  static func all(_ run: Run) -> [CurriculumMoment] {
    run.snapshots.map { CurriculumMoment($0, labels: run.test.labels, m: run.settings.margin) }
  }
}

/// A value at a share of the training, by seed.
private func value(
  _ name: Wording, _ moments: [[CurriculumMoment]], at share: Double,
  _ read: (CurriculumMoment) -> Double?
) -> NamedValue {
  NamedValue(
    name,
    seeds: moments.map { all in
      guard !all.isEmpty else { return .nan }
      return read(all[Int((share * Double(all.count - 1)).rounded())]) ?? .nan
    })
}

/// Shares of the training at which t is told.
private let shownMoments: [(Wording, Double)] = [
  (Wording("start", zh: "开始"), 0), (Wording("a quarter", zh: "四分之一"), 0.25),
  (Wording("half", zh: "一半"), 0.5), (Wording("end", zh: "结束"), 1),
]

func curriculumClaims(growing: RunGroup, held: RunGroup) -> [Claim] {
  let moving = growing.runs.map(CurriculumMoment.all)
  let times = shownMoments.map { value($0.0, moving, at: $0.1) { $0.t } }
  let early = value(Wording("after a tenth", zh: "十分之一处"), moving, at: 0.1) { $0.hardWeight }
  let learnt = value("t", moving, at: 0.1) { $0.t }
  let late = value(Wording("end", zh: "结束"), moving, at: 1) { $0.hardWeight }
  let without = value(held.label, held.runs.map(CurriculumMoment.all), at: 1) { $0.hardWeight }
  return [
    .rises(Wording("t grows with the training", zh: "t 随训练增大"), times).with(
      Wording("each above the one before, above 0.5 at the end", zh: "每个都高于前一个，结束时大于 0.5"),
      where: (times.last?.value ?? 0) > 0.5),
    Claim(
      Wording(
        "hard classes weigh less than in ArcFace at first, more in the end",
        zh: "难类的权重先低于 ArcFace，后高于它"),
      threshold: Wording(
        "mean of t + cos θ_j over hard classes below 1 after a tenth, above 1 at the end",
        zh: "难类的 t + cos θ_j 均值在十分之一处小于 1，结束时大于 1"),
      measured: ValueForm.plain.measures([early, late]),
      isReproduced: early.value < 1 && late.value > 1
    ).failing(
      because: Wording(
        "so small a network learns quickly: after a tenth of the training t has passed the point from "
          + "which hard classes weigh more",
        zh: "小网络学得快：训练到十分之一时 t 已越过难类权重反超之处"),
      measured: ValueForm.plain.measures([learnt])),
    Claim(
      Wording("that is the work of t", zh: "这是 t 的作用"),
      threshold: Wording(
        "at the end at least 0.3 above the training with t held at 0", zh: "结束时比 t 固定为 0 的训练至少高 0.3"
      ),
      measured: ValueForm.plain.measures([NamedValue(growing.label, seeds: late.seeds), without]),
      isReproduced: late.value >= without.value + 0.3),
  ]
}

extension FigurePaper {
  /// Of the trainings: hues.
  private var trainingColors: [Color] { [theme.hues[4], theme.hues[0]] }

  /// Of values of t: shades of the ink, the stronger the larger.
  private func levelColors(_ count: Int) -> [Color] {
    ColorRamp([theme.mark(theme.faint), theme.ink]).colors(count)
  }

  fileprivate func curriculumKey(_ groups: [RunGroup]) -> [KeyItem] {
    zip(groups, trainingColors).map { group, color in
      KeyItem(.line(color, width: 1.75), text(group.label))
    } + [
      KeyItem(.line(theme.ink, width: 1.25, style: .dashed), "ArcFace"),
      keyItem(
        .line(theme.ink, width: 1.75), "one value of $t$: the stronger the larger",
        zh: "单个 $t$ 值：越大线越深"),
    ]
  }

  /// The cosine of a hard class as the loss counts it, for some t.
  fileprivate func modulationPanel(in frame: Rectangle) -> Scene.Item {
    let panel = Panel(in: frame, x: -0.2...1, y: -0.25...2, theme: theme)
    let times = [0, 0.3, 0.6, 0.9]
    let colors = levelColors(times.count)
    let cosines = (0...60).map { -0.2 + 1.2 * Double($0) / 60 }
    let lines =
      [
        ChartLine(
          points: cosines.map { Point($0, $0) }, color: theme.ink, width: 1.25, style: .dashed,
          name: "ArcFace")
      ]
      + zip(times, colors).map { time, color in
        ChartLine(
          points: cosines.map { Point($0, $0 * (time + $0)) }, color: color, width: 1.75,
          name: "$t = \(short(time))$")
      }
    return panel.chart(
      "modulation", x: Axis(text("cosine of a hard class", zh: "难类的余弦"), grid: true, count: 4),
      y: Axis(text("as it counts", zh: "计入的值"), grid: true), inside: panel.lines(lines),
      over: [panel.endLabels(lines), panel.heading("$cos θ_j (t + cos θ_j)$")])
  }

  /// t over the steps, a line a seed.
  fileprivate func meanCosinePanel(_ group: RunGroup, in frame: Rectangle) -> Scene.Item {
    stepPanel(
      [group], in: frame, y: 0...1.02, title: "$t$",
      heading: text("$t$ over the training", zh: "训练中的 $t$")
    ) { $0.t }
  }

  /// The mean weight of hard classes over the steps.
  fileprivate func hardWeightPanel(_ groups: [RunGroup], in frame: Rectangle) -> Scene.Item {
    stepPanel(
      groups, in: frame, y: 0...2, title: text("mean of $t + cos θ_j$", zh: "$t + cos θ_j$ 的均值"),
      heading: text("weight of hard classes", zh: "难类的权重"), hasReference: true
    ) { $0.hardWeight }
  }

  private func stepPanel(
    _ groups: [RunGroup], in frame: Rectangle, y range: ClosedRange<Double>, title: RichText,
    heading: RichText, hasReference: Bool = false, _ read: (CurriculumMoment) -> Double?
  ) -> Scene.Item {
    let last = groups.flatMap(\.runs).compactMap(\.snapshots.last?.step).max() ?? 1
    let panel = Panel(in: frame, x: 0...Double(max(1, last)), y: range, theme: theme)
    let reference = ChartLine(
      points: [Point(0, 1), Point(Double(last), 1)], color: theme.ink, width: 1.25, style: .dashed,
      name: "ArcFace")
    let curves = zip(groups, trainingColors).flatMap { group, color in
      group.runs.enumerated().map { seed, run in
        ChartLine(
          points: CurriculumMoment.all(run).map { Point(Double($0.step), read($0) ?? .nan) },
          color: color, width: 1.4, name: groups.count > 1 && seed == 0 ? text(group.label) : nil)
      }
    }
    let lines = (hasReference ? [reference] : []) + curves
    return panel.chart(
      "steps", x: Axis(text("step", zh: "步"), count: 4), y: Axis(title, grid: true),
      inside: panel.lines(lines), heading: heading, over: [panel.endLabels(lines)])
  }
}
