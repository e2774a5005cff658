import LossLab
import LossScene

/// What a picture of a run says in words: under it, and to those who cannot see it.
package struct RunCaption {
  let run: Run
  let entry: LossEntry?
  package let classNames: [String]
  let theme: Theme
  private let language: PageLanguage

  package init(_ run: Run, style: FigureStyle) {
    self.run = run
    entry = run.entry
    theme = style.theme
    language = style.language
    let names = style.classNames ?? run.facts.classNames
    classNames = names.count == run.facts.classNames.count ? names : run.facts.classNames
  }

  var isMetric: Bool { entry?.kind == .metric }

  /// Whether the samples of the plane are drawn as a density.
  var isDense: Bool {
    run.options.dimensions == 2 && run.train.labels.count + run.test.labels.count >= 100_000
  }

  /// A run without a loss is of features that came without one.
  package var title: String {
    entry?.title ?? (run.facts.loss.isEmpty ? "Features" : run.facts.loss)
  }

  /// "target logit s (cos θ_y − m)", "m = 0.35", "s = 16", "6 identities", "seed 1".
  var subtitle: [RichText] {
    var parts: [RichText] = []
    if let entry {
      parts.append("\(isMetric ? "loss" : "target logit")  \(formula: entry.formula)")
    }
    parts += parameters
    parts.append(RichText(plain: run.facts.dataTitle))
    // Nothing was drawn by lot for features that came from elsewhere.
    if run.options.steps > 0 { parts.append(RichText(plain: "seed \(run.options.seed)")) }
    return parts
  }

  /// "m = 0.35", "s = 16"; what the loss learned in the place of where it started.
  private var parameters: [RichText] {
    let state = zip(entry?.stateNames ?? [], run.parameters.scalars + run.parameters.means)
    let learned = state.map { (name: $0, text: decimalText($1, places: 2)) }
    let given = (entry?.options ?? []).filter(isWorthSaying).compactMap { option -> RichText? in
      guard let value = run.settings.number(option.name),
        !learned.contains(where: { $0.name == option.symbol })
      else { return nil }
      return "\(formula: option.symbol) = \(short(value))"
    }
    return given + learned.map { "\(formula: $0.name) = \($0.text) at the end" }
  }

  /// Additions such as γ are said where they are on; what belongs to the loss always.
  private func isWorthSaying(_ option: LossOption) -> Bool {
    guard let value = run.settings.number(option.name) else { return false }
    switch option.name {
    case "gamma": return value != 0
    case "keep": return value != 1
    default: return true
    }
  }

  /// The numbers under the panels.
  package var facts: [String] { facts(withBand: hasBand) }

  /// Whether the loss has a margin that shows.
  var hasBand: Bool { (bandWidth ?? 0) > 1e-6 }

  /// Whether there are two sets; features from elsewhere may be one.
  private var isSplit: Bool { run.facts.trainCount > 0 }

  /// What the samples are called that count: of the test set where there is one.
  var samplesName: String { isSplit ? "test samples" : "samples" }

  /// The numbers, with those of the margin band or without.
  func facts(withBand: Bool) -> [String] {
    let metrics = run.metrics
    var facts = [
      "\(isSplit ? "test " : "")accuracy \(percentText(metrics.testAccuracy))",
      "intra-class \(degreesText(metrics.intra))",
      "nearest class \(degreesText(metrics.inter))", "gap \(gapText)",
    ]
    if withBand {
      facts.append(
        "\(hasThresholds ? "no-man's-land" : "margin band") \(degreesText(bandWidth ?? 0))")
      facts.append(
        "samples in \(hasThresholds ? "it" : "the band") \(percentText(shareInBand))")
    }
    return facts
  }

  /// In whole degrees where classes lie across one another, as they do when a film begins: there
  /// is no room for more.
  private var gapText: String {
    let gap = run.metrics.gap
    return gap > -99 * .pi / 180
      ? degreesText(gap) : decimalText(gap * 180 / .pi, places: 0) + "°"
  }

  /// The median width of the margin bands, radians; `nil` where there is none.
  package var bandWidth: Double? {
    let widths = run.boundaries.compactMap { $0.width }
    return widths.isEmpty ? nil : percentile(50, of: widths)
  }

  /// The share of test samples whose direction lies in a margin band.
  var shareInBand: Double {
    let bands = run.boundaries.compactMap { $0.band }
    guard !bands.isEmpty, run.test.features.rows > 0 else { return 0 }
    var inside = 0
    for row in 0..<run.test.features.rows {
      let direction = atan2(run.test.features[row, 1], run.test.features[row, 0])
      if bands.contains(where: { turned(direction - $0.start) < $0.width }) { inside += 1 }
    }
    return Double(inside) / Double(run.test.features.rows)
  }

  /// What an honest picture must add, each one clause.
  var notes: [String] {
    var notes = run.warnings
    if isMetric {
      notes.append(
        "no class layer: arrows are class mean directions, boundaries lie midway between them")
    }
    notes += headNotes
    if entry?.isAnnealed == true && run.settings.annealing > 0.01 {
      notes.append(
        "annealing floor λ = \(short(run.settings.annealing)): the margin is not fully on")
    }
    if let option = entry?.option(named: "variant"), case .words(_, let usual) = option.values,
      let own = run.settings.word(option.name), usual != own
    {
      notes.append("variant \(own)")
    }
    if run.settings[.gradient] == .detached {
      notes.append("gradient detached: the margin is treated as a constant")
    }
    if run.facts.noise > 0 {
      notes.append(
        "\(percentText(run.facts.noise)) of the training labels are wrong (\(run.facts.noiseKind))")
    }
    return notes
  }

  private func word(_ en: String, zh: String) -> RichText {
    RichText(plain: Wording(en, zh: zh)[language])
  }

  private var arrowWords: RichText {
    if isMetric { return word("class mean direction", zh: "类均值方向") }
    return entry == nil ? word("class direction", zh: "类方向") : word("class weight", zh: "类权重")
  }

  /// What each sign of the picture means, for the panels that are there.
  package func key(_ views: [RunView], classes: [ClassStyle]) -> [KeyItem] {
    let sample = classes.first?.color ?? theme.ink
    let drawsPlane = views.contains(.features) || views.contains(.angles)
    let isPlane = run.options.dimensions == 2
    var items: [KeyItem] = []
    if drawsPlane && isPlane {
      items.append(
        KeyItem(
          .line(Stroke(theme.ink, width: 1)), word("decision boundary", zh: "决策边界")))
      if hasBand {
        items.append(
          KeyItem(
            .area(theme.band),
            hasThresholds
              ? word("no-man's-land (dashed: the cones of the classes)", zh: "无主区（虚线：各类的锥）")
              : word("margin band (dashed: the two margined rules)", zh: "间隔带（虚线：两条带间隔的规则）")))
      }
      items.append(KeyItem(.arrow(theme.ink), arrowWords))
    }
    if views.contains(.features) && isDense {
      items.append(
        KeyItem(
          .area(sample),
          "\(groupedText(run.train.labels.count + run.test.labels.count)) samples: stronger where"
            + " there are more"))
    } else if views.contains(.features) {
      let test = isSplit ? word("test", zh: "测试") : word("sample", zh: "样本")
      items.append(
        KeyItem(
          .dot(.circle, fill: sample, stroke: nil),
          isPlane ? test : test + word(", near half", zh: "，近半球")))
      if isSplit || !isPlane {
        items.append(
          KeyItem(
            .dot(.circle, fill: sample.withOpacity(0.3), stroke: nil),
            isPlane ? word("train", zh: "训练") : test + word(", far half", zh: "，远半球")))
      }
      items.append(
        KeyItem(
          .dot(.circle, fill: nil, stroke: Stroke(theme.ink, width: 0.8)),
          word("misclassified", zh: "误分类")))
    }
    if views.contains(.angles) && isPlane {
      items.append(
        KeyItem(
          .none,
          isSplit
            ? word("rose: test samples by angle", zh: "玫瑰图：测试样本的角度分布")
            : word("rose: samples by angle", zh: "玫瑰图：样本的角度分布")))
    }
    return items
  }

  /// One paragraph for people who cannot see the picture, and for search engines.
  var description: String {
    let metrics = run.metrics
    let dimensions = run.options.dimensions == 3 ? "three" : "two"
    let parameters = parameters.map { $0.terminalText }.joined(separator: ", ")
    var text =
      "\(title)\(parameters.isEmpty ? "" : " (\(parameters))") on \(run.facts.dataTitle): "
      + "\(dimensions)-dimensional features of \(run.facts.testCount) "
      + (isSplit ? "test and \(run.facts.trainCount) training " : "")
      + "samples in \(classNames.count) classes. "
      + "\(isSplit ? "Test accuracy" : "Accuracy") \(percentText(metrics.testAccuracy)). Features lie \(degreesText(metrics.intra)) from "
      + "their class direction on average; the nearest other class is \(degreesText(metrics.inter)) away."
    if let width = bandWidth, width > 1e-6 {
      text +=
        hasThresholds
        ? " Between the cones of neighbouring classes \(degreesText(width)) belong to none."
        : " The margin band between neighbouring classes is \(degreesText(width)) wide."
    }
    for note in notes { text += " Note: \(note)." }
    return text
  }
}

extension Run {
  /// The title and what was trained, then what was measured: two lines for a terminal.
  public func factLines(style: FigureStyle) -> [String] {
    let caption = RunCaption(self, style: style)
    let head = [caption.title] + caption.subtitle.map { $0.terminalText }
    return [head, caption.facts].map { $0.joined(separator: "   ") }
  }

  /// One paragraph of the run's facts, for people who cannot see its picture.
  public func altText(style: FigureStyle) -> String {
    RunCaption(self, style: style).description
  }
}
