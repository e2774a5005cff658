extension Figure {
  static let adafaceQuality = Figure(
    name: "adaface-quality",
    title: Wording("AdaFace: noisy samples get less margin", zh: "AdaFace：噪声样本的间隔更小"),
    source: Wording("AdaFace Fig. 1, 4, 5", zh: "AdaFace 图 1、4、5"),
    summary: Wording(
      "Noise is added to test samples that the network has never seen, with brightness and contrast "
        + "kept. Their features get shorter, which AdaFace takes for lower quality: the band between "
        + "neighbours narrows with the length, where that of CosFace stays as it is.",
      zh: "给网络未见过的测试样本加噪声，亮度与对比度不变。其特征变短，AdaFace 视之为质量较低：邻类之间的间隔带随长度变窄，而 CosFace 的不变。"),
    caveat: Wording(
      "The paper shows norm and image quality of faces to correlate; here quality is the share of "
        + "noise.",
      zh: "论文表明人脸特征范数与图像质量相关；此处质量即噪声所占比例。"),
    formulas: ["s (cos(θ_y − m ẑ) − m (1 + ẑ))", "ẑ = [h (‖x‖ − μ)/σ]_{−1}^{1}"],
    citations: ["Kim et al. 2022, CVPR, arXiv:2204.00964"], data: .any(standard: "identities")
  ) { context in
    let outcome = try QualityOutcome(context)
    return FigureResult(
      claims: outcome.claims.map {
        $0.refuted(Wording("margins that do not follow the length", zh: "不随长度变化的间隔"))
      }, dataTitle: outcome.dataTitle
    ) { paper in
      let room = Panel.room(
        for: QualityOutcome.losses.map { paper.text($0.label) }, theme: paper.theme)
      return paper.gridPage(
        columns: 3, side: 240, gap: 70, bottom: Panel.axisRoom, reserve: room, canFlatten: true,
        key: paper.levelKey()
      ).scene { frames in
        [
          paper.lengthHistogram(outcome, in: frames[0]),
          paper.levelPanel(
            [outcome.lengths], in: frames[1].inset(right: room),
            title: paper.text("mean length", zh: "平均长度"), unit: "",
            heading: paper.text("length of features", zh: "特征长度")),
          paper.levelPanel(
            outcome.widths, in: frames[2].inset(right: room),
            title: paper.text("mean width of the bands", zh: "间隔带平均宽度"), unit: "°",
            heading: paper.text("margin at these lengths", zh: "这些长度处的间隔")),
        ]
      }
    }
  }
}

/// Lengths of features of ever noisier samples, and the margin at these lengths.
struct QualityOutcome: Sendable {
  /// Standard deviation of the noise over that of the inputs.
  static let levels = [0, 0.5, 1, 2]
  static let losses = [
    RunVariant("AdaFace", "adaface", m: 0.117), RunVariant("CosFace", "cosface", m: 0.117),
  ]

  /// Of AdaFace, by level and seed.
  let lengths: [[Double]]
  /// Mean width of the bands between neighbours at these lengths, degrees; by loss, level, seed.
  let widths: [[[Double]]]
  /// Of AdaFace and the first seed, by level.
  let samples: [[Double]]
  let dataTitle: Wording

  /// - Throws: what training throws.
  init(_ context: FigureContext) throws {
    let data = context.request(standard: "identities", classes: 8)
    let requests = try context.requests(Self.losses, data: data)
    let runs = try context.runs(requests)
    var shelf = DataShelf()
    // CosFace is measured at the same lengths.
    let features = try context.embeddings(Array(requests.prefix(context.seeds.count))) { request in
      let training = try request.training(&shelf)
      return EmbeddingMaterial(
        training: training,
        samples: Self.levels.map {
          training.data.test.withNoise($0, seed: request.options.seed)
        })
    }
    let norms = features.map { levels in levels.map { matrix in matrix.lengths } }
    self.init(runs: runs, norms: norms, seeds: context.seeds.count)
  }

  /// - Parameters:
  ///   - runs: by loss and seed.
  ///   - norms: lengths under AdaFace by seed and level.
  init(runs: [Run], norms: [[[Double]]], seeds: Int) {
    let lengths = Self.levels.indices.map { level in norms.map { mean($0[level]) } }
    widths = Self.losses.indices.map { loss in
      lengths.map { lengths in
        lengths.enumerated().map { seed, length in
          let bands = runs[loss * seeds + seed].classifier.angularBoundaries(radius: length)
          return mean(bands.compactMap { $0.width?.degrees })
        }
      }
    }
    self.lengths = lengths
    samples = norms[0]
    dataTitle = runs[0].dataTitle(seeds: seeds)
  }

  private func means(_ values: [[Double]]) -> [NamedValue] {
    zip(Self.levels, values).map { level, values in
      NamedValue(Wording("noise \(short(level))", zh: "噪声 \(short(level))"), seeds: values)
    }
  }

  var claims: [Claim] {
    let (first, last) = (mean(widths[0][0]), mean(widths[0][widths[0].count - 1]))
    let fixed = means(widths[1])
    let values = fixed.map(\.value)
    let spread = (values.max() ?? .nan) - (values.min() ?? .nan)
    return [
      .falls(Wording("noise makes features shorter", zh: "噪声使特征变短"), means(lengths)),
      .falls(
        Wording("the margin of AdaFace follows", zh: "AdaFace 的间隔随之变小"), means(widths[0]),
        as: .degrees
      ).with(
        Wording(
          "width of the band each below the one before, at least 20 % in all",
          zh: "间隔带宽度每个都低于前一个，总计至少低 20 %"), where: last <= 0.8 * first),
      Claim(
        Wording("that of CosFace does not", zh: "CosFace 的间隔不变"),
        threshold: Wording(
          "width the same within 1e-9° at all lengths", zh: "所有长度处宽度相同，误差 1e-9° 以内"),
        measured: ValueForm.degrees.measures([
          NamedValue("CosFace", seeds: widths[1][0]),
          NamedValue(Wording("spread", zh: "差"), spread),
        ]), isReproduced: spread < 1e-9),
    ]
  }
}

extension FigurePaper {
  /// None of those that stand for losses.
  private var levelColors: [Color] { [7, 0, 2, 3].map { theme.mark(Palette.okabeIto.colors[$0]) } }

  fileprivate func levelKey() -> [KeyItem] {
    let names = QualityOutcome.levels.map { text("noise \(short($0))", zh: "噪声 \(short($0))") }
    return lineKey(names, levelColors, width: 1.75)
  }

  /// How many features have which length, a line a level.
  fileprivate func lengthHistogram(
    _ outcome: QualityOutcome, in frame: Rectangle
  ) -> Scene.Item {
    let longest = percentile(99.5, of: outcome.samples.flatMap { $0 }) * 1.05
    let parts = 24
    let lines = outcome.samples.map { lengths in
      shares(of: lengths, in: 0...max(longest, 1e-9), parts: parts).enumerated().map {
        Point((Double($0.offset) + 0.5) * longest / Double(parts), $0.element)
      }
    }
    let highest = lines.joined().map(\.y).max() ?? 1
    let panel = Panel(
      in: frame, x: 0...max(longest, 1e-9), y: 0...1.08 * max(highest, 1e-9), theme: theme)
    return panel.chart(
      "lengths", x: Axis(text("length $‖x‖$", zh: "长度 $‖x‖$"), count: 4),
      y: Axis(text("samples", zh: "样本"), grid: true, unit: " %"),
      inside: panel.lines(
        lines.indices.map {
          ChartLine(points: lines[$0], color: levelColors[$0], width: 1.75, style: theme.line($0))
        }),
      heading: text("AdaFace, by noise", zh: "AdaFace，按噪声"))
  }

  /// A value of both losses against the noise.
  fileprivate func levelPanel(
    _ table: [[[Double]]], in frame: Rectangle, title: RichText, unit: String, heading: RichText
  ) -> Scene.Item {
    let highest = table.joined().joined().max() ?? 1
    let panel = Panel(in: frame, x: -0.1...2.1, y: 0...1.15 * max(highest, 1e-9), theme: theme)
    let colors = [4, 5].map { theme.mark(Palette.okabeIto.colors[$0]) }
    let lines = table.enumerated().map { index, levels in
      ChartLine(
        zip(QualityOutcome.levels, levels).map { SpreadValue(x: $0, seeds: $1) },
        color: colors[index], name: text(QualityOutcome.losses[index].label))
    }
    return panel.chart(
      "levels",
      x: Axis(
        text("noise (over the deviation of inputs)", zh: "噪声（相对输入标准差）"),
        ticks: [0, 0.5, 1, 1.5, 2].map { Tick($0, RichText(plain: short($0))) }),
      y: Axis(title, grid: true, unit: unit), inside: panel.lines(lines), heading: heading,
      over: [panel.endLabels(lines)])
  }
}
