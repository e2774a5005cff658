extension Figure {
  static let subcenterNoise = Figure(
    name: "subcenter-noise",
    title: Wording("Sub-centers: a place for wrong labels", zh: "子中心：给错误标签一个去处"),
    source: Wording("Sub-center ArcFace Fig. 1, 4", zh: "Sub-center ArcFace 图 1、4"),
    summary: Wording(
      "ArcFace with three weights a class and with one, on training labels of which a part is "
        + "wrong. Wrong samples may gather at a weight of their own, so that the one most samples "
        + "lie at stays clean. On the left the angles of training samples to the nearest weight of their "
        + "class with 20 % flips.",
      zh: "训练标签部分错误时，每类三个权重与一个权重的 ArcFace。错误样本可聚到自己的权重处，使多数样本所在的权重保持干净。"
        + "左图为 20 % 翻转时训练样本与最近的本类权重的夹角。"),
    caveat: Wording(
      "The paper: 38.5 % of wrong samples, 12.4 % of them left at the dominant sub-center, in 512 "
        + "dimensions; here 16, as a plane has no room for further weights: from 20 % flips on "
        + "trainings with K = 3 collapse there.",
      zh: "论文：512 维中 38.5 % 的样本有误，主子中心处剩 12.4 %。此处为 16 维：平面上容不下更多权重，20 % 翻转起 K = 3 的训练会坍塌。"),
    formulas: ["s cos(θ_y + m),  θ_j = min_k θ_{jk}"],
    citations: ["Deng et al. 2020, ECCV, \"Sub-center ArcFace\""],
    data: .any(standard: "identities")
  ) { context in
    let outcome = try SubcenterOutcome(context)
    return FigureResult(
      claims: outcome.claims.map {
        $0.refuted(Wording("wrong samples that gather nowhere", zh: "不聚集的错误样本"))
      }, dataTitle: outcome.dataTitle
    ) { paper in
      paper.gridPage(
        columns: 3, side: 250, gap: 62, bottom: Panel.axisRoom, canFlatten: true,
        key: paper.wrongLabelKey
      ).scene { frames in
        [0, 1].map { paper.nearestAnglePanel(outcome, variant: $0, in: frames[$0]) } + [
          paper.subcenterPanel(outcome, in: frames[2])
        ]
      }
    }
  }
}

/// ArcFace with one weight a class and with three, under shares of wrong labels.
struct SubcenterOutcome: Sendable {
  static let shares = [0, 0.1, 0.2]
  static let shownShare = 2
  static let dimensions = 16
  /// Weights of a class: two that are compared, and so many that there is one for every wrong class
  /// and more, which only tells why three are too few.
  static let weights = [1.0, 3, 12]
  static let compared = 0..<2

  /// By number of weights, share and seed; `nil` for a training that collapsed, none for a share that
  /// is not looked at.
  let runs: [[[Run?]]]
  let labels: [Wording]
  let dataTitle: Wording

  /// - Throws: what training throws, but for what noise does to it.
  init(_ context: FigureContext) throws {
    let data = context.request(standard: "identities", classes: 6)
    let looked = Self.weights.indices.map { place in
      Self.shares.indices.filter { Self.compared.contains(place) || $0 == Self.shownShare }
    }
    let labels = Self.weights.map { Wording("K = \(Int($0))") }
    let variants = looked.indices.flatMap { place in
      looked[place].map { share in
        RunVariant(labels[place], "subcenter-arcface") {
          $0["k"] = .number(Self.weights[place])
        } training: {
          $0.data.options.noise = LabelNoise(share: Self.shares[share])
          // Room for further weights, which a plane has not.
          $0.options.dimensions = Self.dimensions
        }
      }
    }
    let outcomes = try context.outcomes(context.requests(variants, data: data)).map {
      outcome -> Run? in
      if case .failure(let failure) = outcome, case .collapsed? = failure.cause { return nil }
      return try outcome.run()
    }
    var rest = outcomes[...]
    let runs = looked.map { looked in
      Self.shares.indices.map { share in
        let own = looked.contains(share) ? rest.prefix(context.seeds.count) : []
        rest = rest.dropFirst(own.count)
        return Array(own)
      }
    }
    try self.init(runs: runs, labels: labels)
  }

  /// - Parameter runs: by number of weights (1, 3, and many or not), share and seed.
  /// - Throws: `DataMisuse` where not even clean labels could be trained on.
  init(runs: [[[Run?]]], labels: [Wording]) throws {
    self.runs = runs
    self.labels = labels
    guard runs.allSatisfy({ $0[0].allSatisfy { $0 != nil } }), let first = runs[0][0][0] else {
      throw DataMisuse(
        "sub-centers collapse on these data even with clean labels", hint: "take other data")
    }
    dataTitle = first.dataTitle(seeds: runs[0][0].count)
  }

  /// Percent; one that fell into one direction guesses.
  func accuracies(_ variant: Int, share: Int) -> [Double] {
    let classes = Double(runs[0][0][0]?.classCount ?? 1)
    return runs[variant][share].map { ($0?.metrics.testAccuracy ?? 1 / classes).percent }
  }

  /// Angles of training samples to the nearest weight of their class, radians.
  struct Angles: Sendable {
    /// Those with a right label at the weight that most samples of the class are nearest to.
    var right: [Double] = []
    /// Those with a wrong one there, and at other weights.
    var wrong: [Double] = []
    var wrongElsewhere: [Double] = []
  }

  /// `nil` for a training that collapsed.
  func angles(_ variant: Int, share: Int, seed: Int) -> Angles? {
    guard let run = runs[variant][share][seed], let clean = runs[0][0][seed] else {
      return nil
    }
    let classifier = run.classifier
    let dominant = classifier.dominantRows(in: run.train)
    var angles = Angles()
    for (sample, label) in run.train.labels.enumerated() {
      let feature = run.train.features.row(sample)
      let nearest = classifier.rows(of: label).map {
        (row: $0, angle: angleBetween(feature, run.parameters.weights.row($0)).radians)
      }.min { $0.angle < $1.angle }
      guard let nearest else { continue }
      // The samples are those of the run without noise, in the same order.
      if label == clean.train.labels[sample] {
        if nearest.row == dominant[label] { angles.right.append(nearest.angle) }
      } else if nearest.row == dominant[label] {
        angles.wrong.append(nearest.angle)
      } else {
        angles.wrongElsewhere.append(nearest.angle)
      }
    }
    return angles
  }

  /// The share of wrong labels among the samples at dominant weights, percent, by seed; that of all
  /// samples where a training collapsed.
  func wrongAtDominant(_ variant: Int, share: Int) -> [Double] {
    runs[variant][share].indices.map { seed in
      guard let angles = angles(variant, share: share, seed: seed) else {
        return Self.shares[share].percent
      }
      let (right, wrong) = (Double(angles.right.count), Double(angles.wrong.count))
      return right + wrong > 0 ? 100 * wrong / (right + wrong) : 0
    }
  }

  var claims: [Claim] {
    let shown = Self.shownShare
    func means(_ share: Int) -> [NamedValue] {
      Self.compared.map { NamedValue(labels[$0], seeds: accuracies($0, share: share)) }
    }
    let (clean, noisy) = (means(0), means(shown))
    let overall = Self.shares[shown].percent
    let left = labels.indices.map {
      NamedValue(labels[$0], seeds: wrongAtDominant($0, share: shown))
    }
    return [
      Claim(
        Wording("with wrong labels three weights are better than one", zh: "标签有误时三个权重优于一个"),
        threshold: Wording(
          "test accuracy of K = 3 above K = 1 at 20 % flips", zh: "20 % 翻转时 K = 3 的测试准确率高于 K = 1"),
        measured: ValueForm.percent.measures(noisy), isReproduced: noisy[1].value > noisy[0].value),
      Claim(
        Wording("the dominant weight keeps few of the wrong samples", zh: "主权重处错误样本很少"),
        threshold: Wording(
          "with K = 3 at most half of the 20 % overall", zh: "K = 3 时至多为总体 20 % 的一半"),
        measured: ValueForm.percent.measures(Array(left[Self.compared])),
        isReproduced: left[1].value <= overall / 2
      ).failing(
        because: Wording(
          "wrong samples come from all other classes and lie in as many directions, of which two further "
            + "weights reach a part; more weights reach more",
          zh: "错误样本来自所有其他类，方向各异，两个额外权重只能容纳一部分，权重越多容纳越多"),
        measured: ValueForm.percent.measures(Array(left[Self.compared.upperBound...]))),
      Claim(
        Wording("on clean labels further weights cost nothing", zh: "标签无误时多出的权重没有代价"),
        threshold: Wording(
          "test accuracy of K = 3 at most 1 point below K = 1", zh: "K = 3 的测试准确率至多低 1 个百分点"),
        measured: ValueForm.percent.measures(clean),
        isReproduced: clean[1].value >= clean[0].value - 1),
    ]
  }
}
