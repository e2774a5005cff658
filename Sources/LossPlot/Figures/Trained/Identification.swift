import LossLab

extension Figure {
  static let identification = Figure(
    name: "identification",
    title: Wording(
      "Identification among distractors: strangers found again", zh: "干扰者中的识别：找回从未见过的人"),
    source: "the idea of MegaFace (Kemelmacher-Shlizerman et al. 2016)",
    summary: Wording(
      "Networks trained on 40 identities embed people they have never seen. A probe is found when "
        + "its one mate is nearer by angle than every distractor; the line is the share found, "
        + "against the number of distractors.",
      zh: "在 40 个身份上训练的网络嵌入从未见过的人。若探针与其唯一同伴的角度小于所有干扰者，即为找到；"
        + "曲线为找到的比例随干扰者数量的变化。"),
    caveat: Wording(
      "The identities of this toy share nothing that could be learned from others, and features "
        + "of three dimensions hold few people: real networks use 512, and faces are alike. Dashed: "
        + "chance. The margins are those which 40 classes on a sphere leave room for.",
      zh: "本玩具数据的身份之间没有可迁移的共性，三维特征也容不下很多人；真实网络用 512 维，且人脸有共性。"
        + "虚线为随机水平。间隔取球面上 40 类所允许的值。"),
    citations: ["Kemelmacher-Shlizerman et al. 2016, CVPR, arXiv:1512.00596"],
    data: .only("identities")
  ) { context in
    let outcome = try IdentificationOutcome(context)
    return FigureResult(claims: outcome.claims, dataTitle: outcome.dataTitle) { paper in
      let key = zip(outcome.losses, paper.lineColors(outcome.losses.count)).map { loss, color in
        KeyItem(.line(Stroke(color, width: 1.6)), RichText(plain: loss.label))
      }
      let layout = paper.gridPage(
        columns: 1, side: 320, aspect: 1.8, bottom: Panel.tickRoom + Panel.titleRoom, key: key)
      var frame = layout.grid.frames[0]
      frame.x = layout.page.body.x + 30
      frame.width = layout.page.body.width - 30
      return paper.scene(layout.page, [paper.identificationPanel(outcome, in: frame)])
    }
  }
}

/// How often strangers are found among so many others, for each loss.
struct IdentificationOutcome: Sendable {
  static let distractorCounts = [1, 3, 10, 30, 100, 300, 1000]

  let losses = [
    RunVariant("softmax", "softmax", training: Self.onSphere),
    RunVariant("center loss", "center", training: Self.onSphere),
    RunVariant("A-Softmax", "sphereface", training: Self.onSphere),
    RunVariant(
      "CosFace, m = 0.1", "cosface",
      change: {
        $0.margin = 0.1
        $0.scale = 32
      }, training: Self.onSphere),
    RunVariant(
      "ArcFace, m = 0.3", "arcface",
      change: {
        $0.margin = 0.3
        $0.scale = 32
      }, training: Self.onSphere),
  ]
  let dataTitle: String
  /// The share of probes found, percent: by loss, number of distractors, seed.
  let rates: [[[Double]]]

  @Sendable private static func onSphere(_ request: inout RunRequest) {
    request.options.dimensions = 3
  }

  /// - Throws: what training throws.
  init(_ context: FigureContext) throws {
    var data = context.request(standard: "identities", classes: 40)
    data.options.samplesPerClass = data.options.samplesPerClass ?? 125
    let seeds = context.seeds
    let requests = try losses.flatMap { loss in
      try seeds.map { try loss.request(data: data, seed: $0) }
    }
    let found = try context.embeddings(requests) { Strangers(seed: $0).samples }
    let seedCount = seeds.count
    rates = losses.indices.map { loss in
      Self.distractorCounts.map { count in
        (0..<seedCount).map { seed in
          let features = found[loss * seedCount + seed]
          return Strangers.rankOne(
            features[0], among: features[1], distractors: count, people: Strangers.people
          ).percent
        }
      }
    }
    let title = try data.load().dataset.title
    dataTitle =
      "\(title), \(Strangers.people) strangers, "
      + "\(Strangers.distractors) distractors"
  }

  var claims: [Claim] {
    let means = rates.map { $0.map { mean($0) } }
    let most = zip(losses, means).map { NamedValue($0.label, $1.last ?? 0) }
    let fewest = zip(losses, means).map { NamedValue("\($0.label) at 1", $1.first ?? 0) }
    return [
      Claim(
        Wording("every distractor added makes it harder", zh: "干扰者越多越难"),
        threshold: "for every loss the share found never rises with the number of distractors",
        measured: ValueForm.percent.measures(Array(fewest.prefix(1)) + most),
        isReproduced: means.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 >= $1 } }),
      Claim(
        Wording("margins generalise to strangers", zh: "间隔损失对陌生人更好"),
        threshold: "A-Softmax, CosFace and ArcFace above softmax at 1000 distractors",
        measured: ValueForm.percent.measures(most),
        isReproduced: most.count == 5 && most[2...].allSatisfy { $0.value > most[0].value }),
    ]
  }
}

/// People whom no network was trained on: some that are looked for, others to hide them among.
struct Strangers: Sendable {
  static let people = 60
  static let probesEach = 5
  static let distractors = 1000
  /// Identities of training are counted from 0; these begin far beyond.
  private static let first = 10_000

  let seed: UInt64

  /// One mate and the probes of each person, in rounds of one sample a person; then one sample a
  /// distractor.
  var samples: [LabelledSamples] {
    let source = Identities(seed: seed)
    let end = Self.first + Self.people
    return [
      source.samples(of: Self.first..<end, each: 1 + Self.probesEach),
      source.samples(of: end..<end + Self.distractors, each: 1),
    ]
  }

  /// The share of probes whose mate is nearer by angle than each of the first distractors.
  ///
  /// - Parameters:
  ///   - known: features of the people, in the order of `samples`.
  ///   - others: features of the distractors.
  ///   - people: how many people `known` has, a mate each before the probes.
  static func rankOne(
    _ known: Matrix<Double>, among others: Matrix<Double>, distractors count: Int, people: Int
  ) -> Double {
    let rows = (0..<min(count, others.rows)).map { others.row($0) }
    var found = 0
    for probe in people..<max(people, known.rows) {
      let own = angleBetween(known.row(probe), known.row(probe % people)).cosine
      if rows.allSatisfy({ angleBetween(known.row(probe), $0).cosine < own }) { found += 1 }
    }
    return Double(found) / Double(max(1, known.rows - people))
  }
}

extension FigurePaper {
  fileprivate func identificationPanel(
    _ outcome: IdentificationOutcome, in frame: Rectangle
  ) -> Scene.Item {
    let counts = IdentificationOutcome.distractorCounts.map(Double.init)
    let panel = Panel(
      in: frame, x: 1...1000, y: 0...100, theme: theme, xKind: .logarithmic)
    let colors = lineColors(outcome.losses.count)
    var lines: [Scene.Item] = []
    for index in outcome.losses.indices {
      let values = zip(counts, outcome.rates[index]).map { count, rates in
        SpreadValue(
          x: count, mean: mean(rates), low: rates.min() ?? 0, high: rates.max() ?? 0)
      }
      let points = values.map { Point(x: $0.x, y: $0.mean) }
      lines.append(panel.line(points, color: colors[index], width: 1.6))
      lines.append(panel.errorBars(values, color: colors[index]))
    }
    // One of the distractors and the mate, each as likely.
    let chance = counts.map { Point(x: $0, y: 100 / ($0 + 1)) }
    return .group(
      Scene.Group(
        "identification",
        items: [
          panel.axes(
            x: Axis(RichText(plain: word("distractors", zh: "干扰者数量"))),
            y: Axis(RichText(plain: word("found at rank 1", zh: "首位命中率")), grid: true, unit: " %")),
          panel.clipped(
            "lines", [panel.line(chance, color: theme.muted, width: 1, style: .dashed)] + lines),
          panel.border,
        ]))
  }
}
