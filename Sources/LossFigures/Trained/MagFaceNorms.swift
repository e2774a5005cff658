extension Figure {
  static let magfaceNorms = Figure(
    name: "magface-norms",
    title: Wording("MagFace: the length says how good a sample is", zh: "MagFace：长度说明样本质量"),
    source: Wording("MagFace Fig. 1, 2", zh: "MagFace 图 1、2"),
    summary: Wording(
      "MagFace gives long features a wider margin and rewards length, so that a feature is long "
        + "where the sample is easy and short where it is not. Above, features with the edges of the "
        + "band, which are curves; below, length against the angle to the own class, beside ArcFace "
        + "with one margin for all.",
      zh: "MagFace 给长特征更宽的间隔并奖励长度，于是样本容易时特征长，困难时特征短。上排：特征与间隔带的边缘（曲线）；"
        + "下排：长度与本类夹角的关系，旁为所有样本间隔相同的 ArcFace。"),
    caveat: Wording(
      "The paper measures face quality; here a sample is as good as it is near to its class.",
      zh: "论文测量人脸质量；此处以样本离本类的远近为质量。"),
    formulas: ["s cos(θ_y + m(‖x‖))", "loss + λ (1/a + a/u_a^2)"],
    citations: ["Meng et al. 2021, CVPR, arXiv:2103.06627"], data: .any(standard: "identities")
  ) { context in
    let groups = try context.groups(
      [RunVariant("ArcFace, m = 0.4", "arcface", m: 0.4), RunVariant("MagFace", "magface")],
      data: context.request(standard: "identities", classes: 8))
    return FigureResult(
      lengthClaims(fixed: groups[0], magface: groups[1]).map {
        $0.refuted(Wording("lengths that do not follow the angle", zh: "不随夹角变化的长度"))
      }, of: groups
    ) { paper in
      let scenes = groups.map { RunScene($0.shown, style: paper.style) }
      let key = scenes.last?.caption.key([.features], classes: scenes[0].classes) ?? []
      return paper.gridPage(
        rows: 2, columns: 2, side: 280, gap: 60, bottom: Panel.axisRoom, key: key
      ).scene { frames in
        groups.indices.flatMap { column in
          [
            scenes[column].featurePanel(
              in: frames[column], heading: paper.text(groups[column].label)),
            paper.lengthPanel(groups[column], in: frames[groups.count + column]),
          ]
        }
      }
    }
  }
}

/// Lengths of test features and their angles to the own class, degrees.
struct LengthsAndAngles {
  let lengths: [Double]
  let angles: [Double]
  let isRight: [Bool]

  init(_ run: Run) {
    let set = run.test
    lengths = set.features.lengths
    angles = set.labels.enumerated().map { row, label in
      angleBetween(set.features.row(row), run.parameters.weights.row(label)).radians.degrees
    }
    isRight = zip(set.labels, set.predicted).map { $0 == $1 }
  }

  /// Below 0 where long features lie near their class.
  var correlation: Double { rankCorrelation(lengths, angles) }

  /// The mean length of samples that are told wrong over that of those told right; 1 without either.
  var wrongOverRight: Double {
    let right = zip(lengths, isRight).filter(\.1).map(\.0)
    let wrong = zip(lengths, isRight).filter { !$0.1 }.map(\.0)
    return right.isEmpty || wrong.isEmpty ? 1 : mean(wrong) / mean(right)
  }

  /// The share of lengths in a range, percent.
  func share(in range: ClosedRange<Double>) -> Double {
    100 * Double(lengths.count { range.contains($0) }) / Double(max(1, lengths.count))
  }
}

func lengthClaims(fixed: RunGroup, magface: RunGroup) -> [Claim] {
  let groups = [fixed, magface]
  func values(_ measure: @escaping (LengthsAndAngles) -> Double) -> [NamedValue] {
    groups.map { $0.named { measure(LengthsAndAngles($0)) } }
  }
  let settings = magface.shown.settings
  let range = (settings.number("la") ?? 0)...(settings.number("ua") ?? .infinity)
  let correlations = values(\.correlation)
  let ratios = values(\.wrongOverRight.percent)
  let inside = values { $0.share(in: range) }
  return [
    Claim(
      Wording("long features lie near their class", zh: "长特征靠近本类"),
      threshold: Wording(
        "rank correlation of length and angle below −0.3, and by 0.1 below that of ArcFace",
        zh: "长度与夹角的秩相关低于 −0.3，且比 ArcFace 低 0.1"),
      measured: ValueForm.plain.measures(correlations),
      isReproduced: correlations[1].value < -0.3
        && correlations[1].value < correlations[0].value - 0.1
    ).failing(
      because: Wording(
        "features are long where samples are easy without any reward for it, under ArcFace as well",
        zh: "不加奖励，容易样本的特征本来就长，ArcFace 亦然")),
    Claim(
      Wording("samples told wrong are short", zh: "分错的样本较短"),
      threshold: Wording(
        "mean length at most 90 % of that of samples told right", zh: "平均长度至多为分对样本的 90 %"),
      measured: ValueForm.percent.measures(ratios), isReproduced: ratios[1].value <= 90),
    Claim(
      Wording("lengths end up where the margin grows", zh: "长度落在间隔增长的范围内"),
      threshold: Wording(
        "at least 90 % between l_a and u_a, more than with ArcFace",
        zh: "至少 90 % 在 l_a 与 u_a 之间，且多于 ArcFace"),
      measured: ValueForm.percent.measures(inside),
      isReproduced: inside[1].value >= 90 && inside[1].value > inside[0].value),
  ]
}

extension FigurePaper {
  /// Degrees; smaller ones stand there.
  private static let leastAngle = 0.01

  /// Lengths of test features against their angles to the own class.
  fileprivate func lengthPanel(_ group: RunGroup, in frame: Rectangle) -> Scene.Item {
    let values = LengthsAndAngles(group.shown)
    let longest = percentile(99.5, of: values.lengths) * 1.1
    // Most angles are small: each decade has its room.
    let panel = Panel(
      in: frame, x: Self.leastAngle...220, y: 0...max(1e-9, longest), theme: theme,
      xKind: .logarithmic)
    func place(_ row: Int) -> Point {
      Point(max(values.angles[row], 1.05 * Self.leastAngle), values.lengths[row])
    }
    let rows = thinned(values.lengths.count, to: 1500)
    let radius = 0.78 * Panel.dotRadius(count: rows.count)
    let labels = group.shown.test.labels
    let dots = classStyles(group.shown).enumerated().map { index, style in
      panel.dots(
        rows.filter { labels[$0] == index && values.isRight[$0] }.map(place), style, radius: radius)
    }
    let wrong = values.isRight.indices.filter { !values.isRight[$0] }.map(place)
    // The number is that of the claim: a mean over the seeds.
    let correlation = decimalText(group.mean { LengthsAndAngles($0).correlation }, places: 2)
    return panel.chart(
      "lengths",
      x: Axis(
        ownAngle,
        ticks: [0.01, 0.1, 1, 10, 90].map { Tick($0, RichText(plain: short($0) + "°")) }),
      y: Axis(text("length $‖x‖$", zh: "长度 $‖x‖$"), grid: true),
      inside: panel.clipped("samples", dots + [panel.rings(wrong, radius: radius)]),
      heading: RichText(plain: said("rank correlation ", zh: "秩相关 ") + correlation))
  }
}
