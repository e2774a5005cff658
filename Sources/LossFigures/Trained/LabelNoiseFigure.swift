extension Figure {
  static let labelNoise = Figure(
    name: "label-noise",
    title: Wording("Wrong labels: flips and outliers", zh: "标签噪声：翻转与离群"),
    source: Wording(
      "Wang et al. 2018 (Devil of Face Recognition), rank-1 under noise",
      zh: "Wang 等 2018（The Devil of Face Recognition），噪声下的 rank-1"),
    summary: Wording(
      "Accuracy on clean test samples after training with 0, 10, 20 and 50 % of wrong labels: "
        + "labels of another class on the left, samples of strangers on the right. The paper finds "
        + "A-Softmax best on clean data and worst hit by flips; with λ kept at 5 or more, as people "
        + "train it, its margin is mild.",
      zh: "训练标签有 0、10、20、50 % 错误时，在干净测试样本上的准确率：左为翻转成别的类，"
        + "右为外人样本。论文发现 A-Softmax 在干净数据上最好，受翻转影响最大；实际训练常令 λ 不低于 5，间隔则较弱。"),
    caveat: Wording(
      "Follows the paper in kinds and shares of noise; cannot in data and measure: 8 synthetic "
        + "identities of 4,000 samples, so that flips cannot be learned by heart, and their accuracy "
        + "for MegaFace rank-1. The paper has softmax, center loss and A-Softmax; a training that "
        + "collapses counts as chance.",
      zh: "与论文一致：噪声的种类与比例；不能一致：以 8 个合成身份（各 4000 个样本，使翻转标签无法被死记）的准确率代替 "
        + "MegaFace rank-1。论文只含 softmax、Center loss 与 A-Softmax；训练坍塌按随机水平计。"),
    citations: ["Wang et al. 2018, ECCV, arXiv:1807.11649"], data: .any(standard: "identities"),
    ownSettings: .all
  ) { context in
    let outcome = try NoiseOutcome(context)
    return FigureResult(claims: outcome.claims, dataTitle: outcome.dataTitle) { paper in
      let names = outcome.losses.map { paper.text($0.label) }
      let room = Panel.room(for: names, theme: paper.theme)
      return paper.gridPage(
        columns: 2, side: 280, aspect: 1.5, gap: 50, bottom: Panel.axisRoom, reserve: 15 + room
      ).scene {
        zip(outcome.kinds, $0).map { kind, frame in
          paper.noisePanel(outcome, kind, in: frame.inset(left: 15, right: room))
        }
      }
    }
  }
}

/// The accuracy of every loss under every kind and share of noise.
struct NoiseOutcome: Sendable {
  let losses = [
    RunVariant("softmax", "softmax"), RunVariant("Center loss", "center"),
    RunVariant("A-Softmax", "sphereface"),
    RunVariant("A-Softmax, λ ≥ 5", "sphereface", training: { $0.options.annealing.floor = 5 }),
    RunVariant("CosFace", "cosface"), RunVariant("ArcFace", "arcface"),
  ]
  let shares = [0, 0.1, 0.2, 0.5]
  let kinds: [LabelNoise.Kind]
  let dataTitle: Wording?
  /// Percent, one a seed: by kind, loss, share.
  let accuracies: [[[[Double]]]]
  /// How many trainings collapsed, named by loss and noise.
  let collapses: [String]

  /// - Throws: what training throws, but for what noise does to it.
  init(_ context: FigureContext) throws {
    // Eight of ten digits: the others are the strangers that outliers come from.
    let base = context.request(standard: "identities", classes: 8)
    let seeds = context.seeds
    let (kinds, losses, shares) = (LabelNoise.Kind.allCases, self.losses, self.shares)
    func each<Value>(
      _ body: (LabelNoise.Kind, RunVariant, Double, UInt64) throws -> Value
    ) rethrows -> [[[[Value]]]] {
      try kinds.map { kind in
        try losses.map { loss in
          try shares.map { share in try seeds.map { try body(kind, loss, share, $0) } }
        }
      }
    }
    let requests = try each { kind, loss, share, seed in
      var data = base
      // Nothing spoiled is the same training, whatever the kind is called.
      data.options.noise = share == 0 ? LabelNoise() : LabelNoise(share: share, kind: kind)
      return try loss.request(data: data, seed: seed, setup: FigureSetup(samples: 4000))
    }
    var outcomes = try context.outcomes(requests.joined().joined().joined().map { $0 })[...]
    let runs = outcomes.compactMap { if case .success(let run) = $0 { run } else { nil } }
    // A classifier that fell into one direction guesses.
    let chance = 100 / Double(max(1, runs.first?.classCount ?? 1))
    var collapses: [String] = []
    accuracies = try each { kind, loss, share, _ in
      switch outcomes.removeFirst() {
      case .success(let run): return run.metrics.testAccuracy.percent
      case .failure(let failure):
        guard case .collapsed? = failure.cause, share > 0 else { throw failure.error }
        collapses.append("\(loss.label.en) \(percentText(share)) \(kind.rawValue)")
        return chance
      }
    }
    self.kinds = kinds
    self.collapses = collapses
    dataTitle = runs.first?.figureTitle(seeds: seeds.count)
  }

  /// Percent, over seeds.
  func accuracy(_ kind: LabelNoise.Kind, loss: Int, share: Int) -> Double {
    kinds.firstIndex(of: kind).map { mean(accuracies[$0][loss][share]) } ?? 0
  }

  func spread(_ kind: LabelNoise.Kind, loss: Int) -> [SpreadValue] {
    guard let place = kinds.firstIndex(of: kind) else { return [] }
    return shares.indices.map { share in
      let values = accuracies[place][loss][share]
      return SpreadValue(x: shares[share].percent, seeds: values)
    }
  }
}
