import LossScene

/// What a picture of a run says in words: under it, and to those who cannot see it.
package struct RunCaption: Speaking {
  let run: Run
  let entry: LossEntry?
  package let classNames: [String]
  let theme: Theme
  package let language: PageLanguage
  private let ownNotes: [Wording]
  /// One for each of the boundaries.
  let bands: [NeighbourBand?]
  /// Neighbours between which the margin is larger than what lies between them.
  package let unfitPairs: Int
  /// The median width of the margin bands, radians; `nil` where there is none, or no room for it.
  package let bandWidth: Double?
  /// The share of test samples whose direction lies in a margin band.
  let shareInBand: Double

  package init(_ run: Run, style: FigureStyle) {
    self.run = run
    entry = run.entry
    theme = style.theme
    language = style.language
    ownNotes = style.notes
    bands = run.bands
    unfitPairs = bands.unfit
    bandWidth = run.bandWidth(unfitPairs: unfitPairs)
    shareInBand = Self.shareInBands(bands.compactMap { $0 }, run)
    let names = style.classNames ?? run.facts.classNames
    classNames = names.count == run.facts.classNames.count ? names : run.facts.classNames
  }

  var isMetric: Bool { entry?.kind == .metric }

  /// Whether the samples of the plane are drawn as a density: so many that a few thousand dots would
  /// not stand for them, or of so many classes that neither color nor shape says whose a dot is.
  var isDense: Bool {
    isPlane && (run.train.labels.count + run.test.labels.count >= Self.mostDotted || hasManyClasses)
  }
  var hasManyClasses: Bool { classNames.count > Self.mostColored }

  private static let mostDotted = 100_000
  private static let mostColored = 100

  /// A run without a loss is of features that came without one.
  package var title: String {
    entry?.title ?? (run.facts.loss.isEmpty ? said("Features", zh: "特征") : run.facts.loss)
  }

  /// "target logit s (cos θ_y − m)", "m = 0.35", "s = 16", "6 identities", "seed 1".
  var subtitle: [RichText] {
    var parts: [RichText] = []
    if let entry {
      let what = isMetric ? said("loss", zh: "损失") : said("target logit", zh: "目标 logit")
      parts.append("\(what)  \(formula: entry.formula)")
    }
    parts += parameters
    parts.append(RichText(plain: run.dataTitle(seeds: 1)[language]))
    // Nothing was drawn by lot for features that came from elsewhere.
    if run.options.steps > 0 {
      let seed = "\(run.options.seed)"
      parts.append(text("seed \(seed)", zh: "种子 \(seed)"))
    }
    return parts
  }

  /// "m = 0.35", "s = 16"; what the loss learned in the place of where it started.
  var parameters: [RichText] {
    let state = zip(entry?.stateNames ?? [], run.parameters.scalars + run.parameters.means)
    let learned = state.map { (name: $0, text: decimalText($1, places: 2)) }
    let given = (entry?.options ?? []).filter(isWorthSaying).compactMap { option -> RichText? in
      guard let value = run.settings.number(option.name),
        !learned.contains(where: { $0.name == option.symbol })
      else { return nil }
      return "\(formula: option.symbol) = \(short(value))"
    }
    let end = said(" at the end", zh: "（结束时）")
    return given + learned.map { "\(formula: $0.name) = \($0.text)\(end)" }
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
  package var facts: [String] { facts(asOf: self) }

  /// Whether the loss has a margin that shows.
  package var hasBand: Bool { (bandWidth ?? 0) > 1e-6 || unfitPairs > 0 }

  /// Whether there are two sets; features from elsewhere may be one.
  var isSplit: Bool { run.facts.trainCount > 0 }

  /// What the samples are called that count: of the test set where there is one.
  var samplesName: String { isSplit ? said("test samples", zh: "测试样本") : said("samples", zh: "样本") }

  /// The numbers, as many and of the same things as those of another moment of the training.
  ///
  /// - Parameter isShort: whether angles are whole degrees.
  func facts(asOf still: RunCaption, isShort: Bool = false) -> [String] {
    let metrics = run.metrics
    let accuracy =
      isSplit ? said("test accuracy", zh: "测试准确率") : said("accuracy", zh: "准确率")
    func degrees(_ angle: Double) -> String {
      isShort ? decimalText(angle * 180 / .pi, places: 0) + "°" : degreesText(angle)
    }
    var facts = [
      "\(accuracy) \(percentText(metrics.testAccuracy))",
      said("intra-class", zh: "类内角") + " " + degrees(metrics.intra),
      said("nearest class", zh: "最近类") + " " + degrees(metrics.inter),
      said("gap", zh: "间隙") + " " + degrees(metrics.gap),
    ]
    if still.hasBand {
      let samples =
        hasThresholds ? said("samples in it", zh: "其中样本") : said("samples in the band", zh: "带内样本")
      facts.append(
        still.unfitPairs > 0 ? fitFact : bandName + " " + (bandWidth.map(degrees) ?? "–"))
      facts.append("\(samples) \(percentText(shareInBand))")
    }
    return facts
  }

  private var bandName: String {
    hasThresholds ? said("no-man's-land", zh: "无主区") : said("margin band", zh: "间隔带")
  }

  /// Of how many pairs of neighbours the margin is not larger than what lies between them.
  private var fitFact: String {
    let all = run.boundaries.count
    return said(
      "margin fits \(all - unfitPairs) of \(all) pairs",
      zh: "\(all) 对相邻类中 \(all - unfitPairs) 对容得下间隔")
  }

  /// Of some facts those that the sentence under the panels does not say.
  static func besideSentence(_ facts: [String]) -> [String] {
    facts.indices.filter { $0 == 0 || $0 == 4 }.map { facts[$0] }
  }

  private static func shareInBands(_ bands: [NeighbourBand], _ run: Run) -> Double {
    guard !bands.isEmpty, run.test.features.rows > 0 else { return 0 }
    let rows = 0..<run.test.features.rows
    let inside = rows.count { row in
      let direction = run.test.features.point(row).angle
      return bands.contains { turned(direction - $0.start) < $0.width }
    }
    return Double(inside) / Double(rows.count)
  }

  /// What an honest picture must add, each one clause.
  var notes: [String] {
    var notes = (run.warnings.map { $0.words } + ownNotes).map { $0[language] }
    if isMetric {
      notes.append(
        said(
          "no class layer: arrows are class mean directions, boundaries lie midway between them",
          zh: "没有类别层：箭头是类均值方向，边界在其中间"))
    }
    notes += headNotes
    if entry?.isAnnealed == true && run.settings.annealing > 0.01 {
      notes.append(
        said(
          "annealing floor λ = \(short(run.settings.annealing)): the margin is not fully on",
          zh: "退火下限 λ = \(short(run.settings.annealing))：间隔未完全生效"))
    }
    if let option = entry?.option(named: "variant"), case .words(_, let usual) = option.values,
      let own = run.settings.word(option.name), usual != own
    {
      notes.append(said("variant", zh: "变体") + " \(own)")
    }
    if run.settings[.gradient] == .detached {
      notes.append(
        said(
          "gradient detached: the margin is treated as a constant", zh: "梯度截断：间隔视为常数"))
    }
    if run.facts.noise > 0 {
      let share = percentText(run.facts.noise)
      notes.append(
        said(
          "\(share) of the training labels are wrong (\(run.facts.noiseKind))",
          zh: "\(share) 的训练标签是错的（\(run.facts.noiseKind)）"))
    }
    return notes
  }
}
