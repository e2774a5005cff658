extension Figure {
  /// The plane of cosines under a margin on their difference, and under circle loss.
  static let circleBoundary = Figure(
    name: "circle-boundary",
    title: Wording("Circle loss: an arc instead of a line", zh: "Circle loss：以圆弧代替直线"),
    source: Wording("Circle loss Fig. 2", zh: "Circle loss 图 2"),
    summary: Wording(
      "The cosine to the own class against that to another one. A margin on their difference is "
        + "content anywhere beyond a line and pulls at both cosines alike; circle loss pulls hardest "
        + "at the one that is farther from where it should be, and its boundary is an arc, near which "
        + "the own cosine is never small.",
      zh: "本类余弦与另一类余弦的平面。对差值加间隔时，直线以外处处满足，对两个余弦的拉力相同；Circle loss 对偏离目标更远的"
        + "余弦拉得更重，其边界是一段圆弧，弧上本类余弦总不小。"),
    formulas: ["cos θ_p − m = cos θ_n", "(1 − cos θ_p)^2 + cos^2 θ_n = 2m^2"],
    citations: [
      "Sun et al. 2020, CVPR, arXiv:2002.10857", "Wang et al. 2018, CVPR, arXiv:1801.09414",
    ]
  ) { _ in
    let rules = CosineRules()
    return FigureResult(claims: rules.claims) { paper in
      paper.gridPage(
        columns: 2, side: 320, gap: 70, bottom: Panel.axisRoom,
        key: [
          paper.keyItem(
            .line(paper.theme.ink, width: 1.75), "where the loss is content", zh: "损失满足之处的边界"),
          paper.keyItem(
            .arrow(paper.theme.muted),
            "how it moves the two cosines (length: root of the strength)", zh: "对两个余弦的拉动（长度：强度的平方根）"
          ),
        ]
      ).scene {
        zip(rules.shown, $0).map { rule, frame in
          paper.cosinePanel(rule.pull, heading: rule.heading, from: CosineRules.best, in: frame)
        }
      }
    }
  }
}

/// The two losses of the figure, and what is measured on them.
private struct CosineRules: Sendable {
  /// (cos θ_n, cos θ_p) that every loss is content with.
  static let best = Point(0, 1)
  static let cosineMargin = 0.35
  static let radius = 0.25

  let shown: [(pull: CosinePull, heading: RichText)]

  init() {
    func pull(_ entry: LossEntry, m: Double) -> CosinePull {
      CosinePull(entry) { ($0["m"], $0["s"]) = (.number(m), 8) }
    }
    shown = [
      (pull(.cosface, m: Self.cosineMargin), "CosFace $m = 0.35$"),
      (pull(.circle, m: Self.radius), "Circle loss $m = 0.25$"),
    ]
  }

  private var line: CosinePull { shown[0].pull }
  private var circle: CosinePull { shown[1].pull }

  /// Places all over the plane where both losses pull.
  private var places: [Point] {
    (1...9).flatMap { column in (1...9).map { Point(Double(column) / 10, Double($0) / 10) } }
  }

  var claims: [Claim] { [arc, meeting, nearness] }

  private var arc: Claim {
    let distances = (0...90).compactMap { degrees -> Double? in
      let direction = Point(angle: -Double(degrees) * .pi / 180)
      let end = Self.best + direction
      return circle.boundary(from: Self.best, to: end).map { ($0 - Self.best).length }
    }
    let error = distances.reduce(0) { max($0, abs($1 - Self.radius * 2.0.squareRoot())) }
    return Claim(
      Wording(
        "the boundary of circle loss is an arc about (0, 1)", zh: "Circle loss 的边界是以 (0, 1) 为心的圆弧"),
      threshold: Wording(
        "found in all 91 directions, √2·m away within 1e-12", zh: "91 个方向上均有，距离与 √2·m 相差 1e-12 以内"),
      measured: [
        .init(Wording("directions", zh: "方向数"), Double(distances.count), places: 0),
        .init(.largestError, error, places: 3),
      ], isReproduced: distances.count == 91 && error < 1e-12)
  }

  private var meeting: Claim {
    let goal = Point(-Self.radius, 1 + Self.radius)
    // How far the line along the pull passes the goal.
    let misses = places.map { place -> Double in
      let (pull, way) = (circle.pull(at: place), goal - place)
      return abs(pull.x * way.y - pull.y * way.x) / pull.length
    }
    func directions(_ rule: CosinePull) -> [Double] {
      places.map { rule.pull(at: $0) }.map { atan2($0.y, $0.x).degrees }
    }
    func spread(_ rule: CosinePull) -> Double {
      let all = directions(rule)
      return (all.max() ?? .nan) - (all.min() ?? .nan)
    }
    let (miss, even, turning) = (misses.max() ?? .nan, spread(line), spread(circle))
    return Claim(
      Wording(
        "it pulls at both cosines as far as each is off, CosFace at both alike",
        zh: "它按各余弦偏离的多少来拉，CosFace 则对两者同样拉"),
      threshold: Wording(
        "all pulls of circle loss pass (−m, 1 + m) within 1e-9 and turn by more than 30°; those of"
          + " CosFace by less than 1e-6°",
        zh: "Circle loss 的拉力均指向 (−m, 1 + m)，误差 1e-9 以内，方向变化超过 30°；CosFace 小于 1e-6°"),
      measured: [
        .init(.largestError, miss, places: 3),
        .init("Circle loss", turning, unit: "°", places: 1),
        .init("CosFace", even, unit: "°", places: 1),
      ], isReproduced: miss < 1e-9 && turning > 30 && even < 1e-6)
  }

  private var nearness: Claim {
    /// The smallest own cosine with which a loss may be content.
    func least(_ rule: CosinePull) -> Double {
      (0...400).compactMap { step -> Double? in
        let x = Double(step) / 400
        return rule.boundary(from: Point(x, 1), to: Point(x, 0))?.y
      }.min() ?? .nan
    }
    let (straight, round) = (least(line), least(circle))
    let expected = 1 - Self.radius * 2.0.squareRoot()
    return Claim(
      Wording("whoever satisfies circle loss is near the own class", zh: "满足 Circle loss 者必靠近本类"),
      threshold: Wording(
        "least own cosine 1 − √2·m within 1e-9, above that of CosFace",
        zh: "最小本类余弦与 1 − √2·m 相差 1e-9 以内，且高于 CosFace"),
      measured: ValueForm(places: 4).measures([
        NamedValue("Circle loss", round), NamedValue("CosFace", straight),
      ]), isReproduced: abs(round - expected) < 1e-9 && round > straight)
  }
}

extension FigurePaper {
  /// cos θ_p against cos θ_n: the part where a loss is content, and its pull elsewhere.
  fileprivate func cosinePanel(
    _ rule: CosinePull, heading: RichText, from best: Point, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(in: frame, x: 0...1, y: 0...1, theme: theme)
    let color = Palette.okabeIto.colors[4]
    let edge = (0...180).compactMap { step -> Point? in
      let direction = Point(angle: -Double(step) * .pi / 360)
      return rule.boundary(from: best, to: best + direction * 1.4)
    }
    let corners = (edge.last?.x ?? 0) < 1e-9 ? [best] : [Point(0, 0), best]
    let places = (0..<10).flatMap { column in
      (0..<10).map { Point(0.05 + Double(column) / 10, 0.05 + Double($0) / 10) }
    }
    let strongest = places.map { rule.pull(at: $0).length }.max() ?? 1
    let arrows = places.map { place -> Scene.Item in
      let pull = rule.pull(at: place)
      let length = 0.075 * (pull.length / strongest).squareRoot()
      let half = pull * (length / max(pull.length, 1e-12) / 2)
      return panel.arrow(from: place - half, to: place + half, color: theme.muted, width: 1)
    }
    return .group(
      "cosines",
      items: [
        panel.clipped(
          "ground",
          [panel.region(edge + corners, color: color)] + arrows
            + [panel.line(edge, width: 1.75)]),
        panel.axes(
          x: Axis(text("cosine to the other class $cos θ_n$", zh: "与另一类的余弦 $cos θ_n$")),
          y: Axis(text("cosine to the own class $cos θ_p$", zh: "与本类的余弦 $cos θ_p$"))),
        panel.border, panel.heading(heading),
      ])
  }
}
