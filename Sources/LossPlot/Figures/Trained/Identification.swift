import LossLab

extension Figure {
  static let identification = Figure(
    name: "identification",
    title: Wording(
      "Identification among distractors: strangers found again", zh: "干扰者中的识别：找回从未见过的人"),
    source: Wording(
      "the idea of MegaFace (Kemelmacher-Shlizerman et al. 2016)",
      zh: "MegaFace 的思路（Kemelmacher-Shlizerman 等 2016）"),
    summary: Wording(
      "Networks trained on 200 people embed others whom they have never seen. A probe is found when "
        + "its one mate is nearer by angle than every distractor; the line is the share found, "
        + "against the number of distractors.",
      zh: "在 200 人上训练的网络嵌入从未见过的人。若探针与其唯一同伴的角度小于所有干扰者，即为找到；"
        + "曲线为找到的比例随干扰者数量的变化。"),
    caveat: Wording(
      "Synthetic people: one random renderer, the same for all, makes a picture from a person's code "
        + "and from circumstances such as pose and light, so that what is learned on some holds for "
        + "others. Features have 8 dimensions, real ones 512; MegaFace has a million distractors. "
        + "Dashed: chance.",
      zh: "合成的人：同一个随机渲染器由个人编码与姿态、光照等条件生成图像，故在一些人身上学到的对其他人也成立。"
        + "特征为 8 维，真实网络用 512 维；MegaFace 有一百万干扰者。虚线为随机水平。"),
    citations: ["Kemelmacher-Shlizerman et al. 2016, CVPR, arXiv:1512.00596"],
    data: .own("people who share a renderer")
  ) { context in
    let outcome = try IdentificationOutcome(context)
    return FigureResult(claims: outcome.claims, dataTitle: outcome.dataTitle) { paper in
      let key = zip(outcome.losses, paper.lineColors(outcome.losses.count)).map { loss, color in
        KeyItem(.line(Stroke(color, width: 1.6)), RichText(plain: loss.label[paper.language]))
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
    RunVariant("softmax", "softmax", training: Self.inEightDimensions),
    RunVariant("Center loss", "center", training: Self.inEightDimensions),
    RunVariant("A-Softmax", "sphereface", m: 4, training: Self.inEightDimensions),
    RunVariant("CosFace (m = 0.35)", "cosface", m: 0.35, training: Self.inEightDimensions),
    RunVariant("ArcFace (m = 0.5)", "arcface", m: 0.5, training: Self.inEightDimensions),
  ]
  let dataTitle: Wording
  /// The share of probes found, percent: by loss, number of distractors, seed.
  let rates: [[[Double]]]

  @Sendable private static func inEightDimensions(_ request: inout RunRequest) {
    request.options.dimensions = 8
  }

  /// - Throws: what training throws.
  init(_ context: FigureContext) throws {
    let seeds = context.seeds
    let requests = try losses.flatMap { loss in
      try seeds.map { try loss.request(data: DataRequest(), seed: $0) }
    }
    let people = seeds.map(Strangers.init)
    let found = try context.embeddings(requests) { request in
      let strangers =
        people.first { $0.seed == request.options.seed }
        ?? Strangers(seed: request.options.seed)
      return EmbeddingMaterial(
        training: request.training(on: strangers.training), samples: strangers.samples)
    }
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
    dataTitle = Wording(
      "\(Strangers.trained) synthetic people, \(Strangers.people) strangers, \(seedCount) seeds",
      zh: "\(Strangers.trained) 个合成的人，\(Strangers.people) 个陌生人，\(seedCount) 个种子")
  }

  var claims: [Claim] {
    let means = rates.map { $0.map { mean($0) } }
    let most = zip(losses, means).map { NamedValue($0.label, $1.last ?? 0) }
    let fewest = zip(losses, means).map {
      NamedValue(
        Wording("\($0.label.en) at 1 distractor", zh: "\($0.label.zh)，1 个干扰者"), $1.first ?? 0)
    }
    return [
      Claim(
        Wording("every distractor added makes it harder", zh: "干扰者越多越难"),
        threshold: Wording(
          "for every loss the share found never rises with the number of distractors",
          zh: "每种损失的命中率都不随干扰者数量上升"),
        measured: ValueForm.percent.measures(Array(fewest.prefix(1)) + most),
        isReproduced: means.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 >= $1 } }),
      Claim(
        Wording("margins generalise to strangers", zh: "间隔损失对陌生人更好"),
        threshold: Wording(
          "A-Softmax, CosFace and ArcFace above softmax at 1000 distractors",
          zh: "1000 个干扰者时 A-Softmax、CosFace、ArcFace 均高于 softmax"),
        measured: ValueForm.percent.measures(most),
        isReproduced: most.count == 5 && most[2...].allSatisfy { $0.value > most[0].value }),
    ]
  }
}

/// People to train on, and others whom no network has seen: some that are looked for, the rest to
/// hide them among.
struct Strangers: Sendable {
  static let trained = 200
  static let picturesEach = 30
  static let people = 60
  static let probesEach = 5
  static let distractors = 1000

  let seed: UInt64
  let training: Dataset
  let samples: [LabelledSamples]

  init(seed: UInt64) {
    self.seed = seed
    let source = RelatedPeople(seed: seed)
    let end = Self.trained + Self.people
    let known = source.samples(of: 0..<Self.trained, each: Self.picturesEach)
    training = Dataset(
      name: "people", title: "\(Self.trained) people",
      classNames: (0..<Self.trained).map { "\($0)" }, train: known, test: known.rows(at: []))
    // One mate and the probes of each person, in rounds of one picture a person; then one picture
    // a distractor.
    samples = [
      source.samples(of: Self.trained..<end, each: 1 + Self.probesEach),
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
      in: frame, x: 0.85...1180, y: 0...103, theme: theme, xKind: .logarithmic)
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
