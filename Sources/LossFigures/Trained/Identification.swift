extension Figure {
  static let identification = Figure(
    name: "identification",
    title: Wording("Strangers found again: what a margin does for them", zh: "找回从未见过的人：间隔的作用"),
    source: Wording(
      "the idea of MegaFace (Kemelmacher-Shlizerman et al. 2016)",
      zh: "MegaFace 的思路（Kemelmacher-Shlizerman 等 2016）"),
    summary: Wording(
      "Networks trained on 1,000 people embed 500 others whom they have never seen. Left: a probe is "
        + "found when its one mate is nearer by angle than every distractor. Right: the share of "
        + "probes that one threshold for all takes for their mate, against the share of distractors "
        + "that it takes for it too. Solid: s = 10, about the least scale for 1,000 classes; dashed: "
        + "s = 64, as the papers have it for 10,000 classes and more.",
      zh: "在 1000 人上训练的网络嵌入 500 个从未见过的人。左：若探针与其唯一同伴的角度小于所有干扰者，即为找到。"
        + "右：所有人共用一个阈值时，探针被认作其同伴的比例随干扰者被误认的比例的变化。"
        + "实线：s = 10，约为 1000 类所需的最小尺度；虚线：s = 64，论文用于上万个类别。"),
    caveat: Wording(
      "Synthetic people: one random renderer, the same for all, makes a picture from a person's code "
        + "and from two strong circumstances such as pose and light, so that what is learned on some "
        + "holds for others. Features have 64 dimensions, real ones 512; MegaFace has a million "
        + "distractors.",
      zh: "合成的人：同一个随机渲染器由个人编码与姿态、光照等两个强条件生成图像，故在一些人身上学到的对其他人也成立。"
        + "特征为 64 维，真实网络用 512 维；MegaFace 有一百万干扰者。"),
    citations: ["Kemelmacher-Shlizerman et al. 2016, CVPR, arXiv:1512.00596"],
    data: .own("people who share a renderer"), ownSettings: [.steps, .samples, .seeds],
    usualSeeds: 5
  ) { context in
    let outcome = try IdentificationOutcome(context)
    return FigureResult(claims: outcome.claims, dataTitle: outcome.dataTitle) { paper in
      paper.gridPage(
        columns: 2, side: 280, aspect: 1.25, gap: 60, bottom: Panel.axisRoom,
        key: paper.identificationKey
      ).scene {
        let frames = $0.map { $0.inset(left: 20) }
        return [
          paper.foundPanel(outcome, in: frames[0]), paper.acceptedPanel(outcome, in: frames[1]),
        ]
      }
    }
  }
}

/// How often strangers are found among so many others, and taken for themselves at one threshold.
struct IdentificationOutcome: Sendable {
  static let distractorCounts = [1, 3, 10, 30, 100, 300, 1000]
  static let falseRates = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2]
  /// One false accept of ten thousand.
  private static let usualRate = 2
  /// One of 1,000, about as strict as to be found among so many, and the strictest.
  private static let toldRates = [4, 0]

  enum Setting: Int, CaseIterable {
    case softmax, normSoftmax, cosface, arcface, normSoftmaxSaturated, arcfaceSaturated

    /// Just above ln(999 · 0.9 / 0.1) = 9.1, the least for a posterior of 0.9 among 1,000 classes.
    static let scale = 10.0
    static let saturatingScale = 64.0

    var isSaturated: Bool { rawValue >= Self.normSoftmaxSaturated.rawValue }

    var variant: RunVariant {
      let scale = isSaturated ? Self.saturatingScale : Self.scale
      let name = isSaturated ? ", s = 64" : ""
      func variant(_ label: Wording, _ loss: String, m: Double? = nil) -> RunVariant {
        RunVariant(
          Wording(label.en + name, zh: label.zh + name), loss,
          change: { settings in
            if loss != "softmax" { settings["s"] = .number(scale) }
            if let m { settings["m"] = .number(m) }
          }, training: IdentificationOutcome.train)
      }
      switch self {
      case .softmax: return variant("softmax", "softmax")
      case .normSoftmax, .normSoftmaxSaturated:
        return variant(Wording("norm-softmax", zh: "归一化 softmax"), "normface")
      case .cosface: return variant("CosFace (m = 0.35)", "cosface", m: 0.35)
      case .arcface, .arcfaceSaturated: return variant("ArcFace (m = 0.5)", "arcface", m: 0.5)
      }
    }
  }

  let dataTitle: Wording
  /// Percent, one a seed: by setting, number of distractors.
  let found: [[[Double]]]
  /// Percent, one a seed: by setting, false accept rate.
  let accepted: [[[Double]]]

  @Sendable private static func train(_ request: inout RunRequest) {
    request.options.dimensions = 64
    request.options.network = .mlp([256])
    request.steps = 800
  }

  /// - Throws: what training throws.
  init(_ context: FigureContext) throws {
    let seeds = context.seeds
    let likeness = try context.likeness(
      context.requests(Setting.allCases.map(\.variant), data: DataRequest()))
    let perSetting = Setting.allCases.map { setting in
      seeds.indices.map { likeness[setting.rawValue * seeds.count + $0] }
    }
    found = perSetting.map { ofSeeds in
      Self.distractorCounts.map { count in ofSeeds.map { $0.found(among: count).percent } }
    }
    accepted = perSetting.map { ofSeeds in
      Self.falseRates.map { rate in ofSeeds.map { $0.accepted(atFalseRate: rate).percent } }
    }
    dataTitle = Wording(
      "1,000 synthetic people, 500 strangers, \(seeds.count) seeds",
      zh: "1000 个合成的人，500 个陌生人，\(seeds.count) 个种子")
  }

  private func accepted(_ setting: Setting, _ place: Int) -> NamedValue {
    NamedValue(setting.variant.label, seeds: accepted[setting.rawValue][place])
  }

  private func rankOne(_ setting: Setting) -> NamedValue {
    NamedValue(
      setting.variant.label, seeds: found[setting.rawValue][Self.distractorCounts.count - 1])
  }

  /// What is accepted more than by softmax, from mild to strict.
  private var gains: [NamedValue] {
    Self.toldRates.flatMap { place in
      [Setting.cosface, .arcface].map { setting in
        let gain = accepted(setting, place).minus(accepted(.softmax, place))
        let chance = Int((1 / Self.falseRates[place]).rounded())
        return NamedValue(
          Wording("\(gain.name.en) at 1 in \(chance)", zh: "\(gain.name.zh)，误识率 1/\(chance)"),
          seeds: gain.seeds)
      }
    }
  }

  var claims: [Claim] { strangerClaims + [scaleClaim] }

  private var strangerClaims: [Claim] {
    let usual = Self.usualRate
    return [
      Claim.surelyAbove(
        Wording("margins find more strangers than softmax", zh: "带间隔的损失比 softmax 找回更多陌生人"),
        threshold: Wording(
          "found among 1,000: CosFace and ArcFace above softmax, the 95 % interval of the paired "
            + "difference above 0",
          zh: "1000 个干扰者中：CosFace、ArcFace 高于 softmax，配对差的 95 % 区间大于 0"),
        [rankOne(.cosface), rankOne(.arcface)].map { $0.minus(rankOne(.softmax)) }
      ).failing(
        because: Wording(
          "to be found among 1,000 is about as strict as one false accept in 1,000, and what a margin "
            + "gains over softmax grows with strictness; accepted more than by softmax",
          zh: "千人中首位命中的严格程度约为误识率 1/1000，而间隔超出 softmax 的收益随严格程度增大；比 softmax 多通过"),
        measured: ValueForm.points.measures(gains)
      ).refuted(.withOneLoss),
      .surelyAbove(
        Wording(
          "at one threshold for all, the margin takes in more strangers",
          zh: "所有人共用一个阈值时，间隔让更多陌生人通过"),
        threshold: Wording(
          "accepted at 1 false accept in 10,000: CosFace and ArcFace above norm-softmax, the 95 % "
            + "interval of the paired difference above 0",
          zh: "误识率 1/10000 时：CosFace、ArcFace 高于归一化 softmax，配对差的 95 % 区间大于 0"),
        [Setting.cosface, .arcface].map { accepted($0, usual).minus(accepted(.normSoftmax, usual)) }
      ).refuted(.withoutMargin),
    ]
  }

  private var scaleClaim: Claim {
    let unsaturated = rankOne(.arcface).minus(rankOne(.normSoftmax), "s = 10")
    let saturated = rankOne(.arcfaceSaturated).minus(rankOne(.normSoftmaxSaturated), "s = 64")
    return Claim(
      Wording("a margin helps more where s is no larger than need be", zh: "s 不过大时间隔更有用"),
      threshold: Wording(
        "found among 1,000: what ArcFace has more than norm-softmax is more at s = 10 than at "
          + "s = 64, the 95 % interval above 0",
        zh: "1000 个干扰者中：ArcFace 超出归一化 softmax 的量在 s = 10 时大于 s = 64 时，95 % 区间大于 0"),
      measured: ValueForm.points.measures([unsaturated, saturated]),
      isReproduced: Claim.isSurelyPositive(unsaturated.minus(saturated))
    ).failing(
      because: Wording(
        "too large an s costs the loss without margin as much as the one with it, found at s = 10 "
          + "less at s = 64",
        zh: "过大的 s 对有无间隔的损失代价相同：s = 10 与 s = 64 的命中率之差"),
      measured: ValueForm.points.measures([
        rankOne(.normSoftmax).minus(rankOne(.normSoftmaxSaturated)),
        rankOne(.arcface).minus(rankOne(.arcfaceSaturated)),
      ])
    ).refuted(.withoutMargin)
  }
}

extension FigureContext {
  /// How like strangers are to the networks of these requests.
  ///
  /// - Throws: what training throws.
  fileprivate func likeness(_ requests: [RunRequest]) throws -> [StrangerLikeness] {
    var people: [UInt64: Strangers] = [:]
    let features = try embeddings(requests) { request in
      let (seed, pictures) = (request.options.seed, request.data.options.samplesPerClass)
      let strangers =
        people[seed] ?? Strangers(seed: seed, pictures: pictures ?? Strangers.usualPictures)
      people[seed] = strangers
      return EmbeddingMaterial(
        training: request.training(on: strangers.training), samples: strangers.samples)
    }
    return try trainings.each(features.count) { place, _ in
      let (known, others) = (features[place][0], features[place][1])
      return StrangerLikeness(known, among: others)
    }
  }
}
