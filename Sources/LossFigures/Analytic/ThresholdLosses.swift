extension Figure {
  /// Losses that decide each class against one threshold.
  static let thresholdLosses = Figure(
    name: "threshold-losses",
    title: Wording(
      "One threshold for all classes: cones instead of lines", zh: "所有类共用一个阈值：以圆锥代替分界线"),
    source: Wording("SphereFace2, UniFace", zh: "SphereFace2、UniFace"),
    summary: Wording(
      "Three classes at unlike distances. CosFace divides the plane between neighbours; SphereFace2 "
        + "and UniFace ask every class the same question with the same threshold, so each has a cone "
        + "of its own. Near neighbours overlap, between far ones lies a no-man's-land.",
      zh: "三个间距不等的类。CosFace 在相邻类之间划分平面；SphereFace2 与 UniFace 用同一阈值问每个类同一问题，于是每类各有一个圆锥："
        + "近邻相互重叠，远邻之间留下无主区。"),
    caveat: Wording(
      "The threshold stands midway between a class and a neighbour 120° away; a training learns it.",
      zh: "阈值取为一个类与相距 120° 的邻类之间的中点；训练中它是学得的。"),
    formulas: ["s (g(cos θ) − m) + b = 0,  g(c) = 2 ((c + 1)/2)^3 − 1", "s (cos θ − m) − b = 0"],
    citations: ["Wen et al. 2022, ICLR, arXiv:2108.01513", "Zhou et al. 2023, ICCV, \"UniFace\""]
  ) { _ in
    let cones = ThresholdCones()
    return FigureResult(claims: cones.claims) { paper in
      let theme = paper.theme
      let names: [RichText] = ["CosFace", "SphereFace2", "UniFace"]
      return paper.gridPage(
        columns: 3, side: 270, gap: 32, bottom: 6, canFlatten: true,
        subtitle: ["$m = 0.25$", "$s = 16$"],
        key: [
          paper.keyItem(
            .area(paper.coneStyles[0].color.withOpacity(ConeRule.opacity)),
            "a class's own rule holds", zh: "满足该类自己的规则"),
          paper.keyItem(
            .line(theme.ink, width: 1, style: .dashed), "samples of others must stay beyond",
            zh: "他类样本须在其外"),
          paper.keyItem(
            .line(theme.ink, width: 1.25), "CosFace: boundary of the classifier",
            zh: "CosFace：分类器的边界"),
        ]
      ).scene {
        zip(zip(cones.shown, names), $0).map { shown, frame in
          paper.conePanel(shown.0, heading: shown.1, in: frame)
        }
      }
    }
  }
}

/// Three weights in the plane, and what each class claims under its own margined rule.
struct ConeRule: Sendable {
  static let opacity = 0.3
  /// Of the weights, radians: neighbours are 60°, 120° and 180° apart.
  static let directions = [20.0, 80, 200].map { $0 * .pi / 180 }

  let head: MarginSoftmax

  /// Whether the rule of a class holds in a direction, against every other class.
  func claims(_ index: Int, _ direction: Double) -> Bool {
    let own = angle(index, direction)
    return Self.directions.indices.allSatisfy { other in
      other == index || head.excess(own: own, other: angle(other, direction)) > 0
    }
  }

  private func angle(_ index: Int, _ direction: Double) -> Angle {
    Angle(radians: abs(signedTurn(direction - Self.directions[index])))
  }

  /// How far a class claims from its weight, counter-clockwise or the other way, radians.
  func reach(_ index: Int, counterclockwise: Bool) -> Double {
    let sign: Double = counterclockwise ? 1 : -1
    return Self.end { claims(index, Self.directions[index] + sign * $0) } ?? .nan
  }

  /// How far samples of other classes must stay from a weight; `nil` where that depends on where
  /// they belong.
  var exclusion: Double? {
    guard head.hasThresholds else { return nil }
    let zero = Angle(radians: 0)
    let scale = head.magnitude.value(featureNorm: 1, weightNorm: 1)
    let offset = head.excess(own: zero, other: zero) - scale * head.target.evaluate(zero).value
    return Self.end { turn in
      let angle = Angle(radians: turn)
      return 0 < scale * (head.other?.evaluate(angle).value ?? angle.cosine) + offset
    }
  }

  /// Up to where something holds that holds at 0 and not at π, radians; `nil` where it is not so.
  private static func end(of holds: (Double) -> Bool) -> Double? {
    guard holds(0), !holds(.pi) else { return nil }
    let ends = halved(0, .pi, times: 60, while: holds)
    return (ends.low + ends.high) / 2
  }

  /// From the end of each class to the beginning of the next, radians: below 0 where they overlap.
  var gaps: [Double] {
    let count = Self.directions.count
    return (0..<count).map { index in
      let next = (index + 1) % count
      let turn = turned(Self.directions[next] - Self.directions[index])
      return turn - reach(index, counterclockwise: true) - reach(next, counterclockwise: false)
    }
  }
}

/// The three losses of the figure, and what is measured on them.
private struct ThresholdCones {
  static let margin = 0.25
  static let scale = 16.0
  static let exponent = 3.0

  let cosface = head(.cosface)
  let sphereface = head(.sphereface2)
  let uniface = head(.uniface)

  var shown: [ConeRule] { [cosface, sphereface, uniface].map { ConeRule(head: $0) } }

  private static func head(_ entry: LossEntry) -> MarginSoftmax {
    entry.namedHead {
      $0["m"] = .number(margin)
      $0["s"] = .number(scale)
      if entry.option(named: "t") != nil { $0["t"] = .number(exponent) }
    }.withThreshold(betweenClassesAt: 2 * .pi / 3)
  }

  var claims: [Claim] { [cones, overlap, independence] }

  private var cones: Claim {
    // The threshold, where the own logit at angle 0 and the other one 120° away are as far from it:
    // over s, and with the sign that the loss's formula gives it.
    let far = 2 * exp(Self.exponent * log(0.25)) - 1
    let b = -(1 + far) / 2
    let first = acos(2 * exp(log((1 + Self.margin - b) / 2) / Self.exponent) - 1)
    let second = acos(Self.margin + (1 - Self.margin - 0.5) / 2)
    let found = [sphereface, uniface].map { ConeRule(head: $0).reach(2, counterclockwise: true) }
    let error = max(abs(found[0] - first), abs(found[1] - second))
    return Claim(
      Wording("each class has its cone, as the formula says", zh: "每个类有自己的圆锥，与公式一致"),
      threshold: Wording(
        "half angle where s (g(cos θ) − m) + b and s (cos θ − m) − b are 0, within 1e-9",
        zh: "半角处 s (g(cos θ) − m) + b 与 s (cos θ − m) − b 为零，误差 1e-9 以内"),
      measured: [
        .init("SphereFace2", found[0].degrees, unit: "°", places: 1),
        .init("UniFace", found[1].degrees, unit: "°", places: 1),
        .init(.largestError, error, places: 3),
      ], isReproduced: error < 1e-9)
  }

  private var overlap: Claim {
    let names: [Wording] = ["CosFace", "SphereFace2", "UniFace"]
    let gaps = shown.map { $0.gaps.map(\.degrees) }
    let values = zip(names, gaps).flatMap { name, gaps in
      [
        NamedValue(Wording("\(name.en) at 60°", zh: "\(name.zh)，60° 处"), gaps[0]),
        NamedValue(Wording("at 180°", zh: "180° 处"), gaps[2]),
      ]
    }
    return Claim(
      Wording("near neighbours overlap, far ones leave a no-man's-land", zh: "近邻重叠，远邻之间留下无主区"),
      threshold: Wording(
        "from one class to the next: CosFace above 0° everywhere, the others below 0° at 60°, and at"
          + " 180° above CosFace",
        zh: "类与类之间：CosFace 处处大于 0°，其余在 60° 处小于 0°，在 180° 处大于 CosFace"),
      measured: ValueForm.degrees.measures(values),
      isReproduced: gaps[0].allSatisfy { $0 > 0 }
        && gaps.dropFirst().allSatisfy { $0[0] < 0 && $0[2] > gaps[0][2] })
  }

  private var independence: Claim {
    /// How far the end of class 1 moves when class 2 comes 40° nearer, degrees.
    func move(_ head: MarginSoftmax) -> Double {
      let reaches = [140.0, 100].map { TwoClasses(head, angle: $0 * .pi / 180).firstReach ?? .nan }
      return abs(reaches[0] - reaches[1]).degrees
    }
    let moves = [cosface, sphereface, uniface].map(move)
    return Claim(
      Wording("a class's cone does not know its neighbours", zh: "类的圆锥与邻类无关"),
      threshold: Wording(
        "with a neighbour 40° nearer the cones end within 1e-9° of where they did, CosFace's region"
          + " by more than 10° earlier",
        zh: "邻类靠近 40° 后圆锥边缘移动小于 1e-9°，CosFace 的区域边缘移动超过 10°"),
      measured: ValueForm(unit: "°", places: 1).measures([
        NamedValue("CosFace", moves[0]), NamedValue("SphereFace2", moves[1]),
        NamedValue("UniFace", moves[2]),
      ]), isReproduced: moves[0] > 10 && moves[1] < 1e-9 && moves[2] < 1e-9)
  }
}
