import LossPlot

/// The scenes of a comparison: the grid and the trend, with their words.
struct StudyFigures: Sendable, Speaking {
  let outcome: StudyOutcome

  private var study: Study { outcome.study }
  private var picture: PictureOptions { study.values.picture }
  private var wording: SettingWording { SettingWording(study) }

  /// All settings on one page, as a film has them.
  func grid(_ theme: Theme) -> Scene {
    comparisonScene(comparison, style: style(theme))
  }

  /// The settings on pages on which they can be seen.
  func pages(_ theme: Theme) -> [Comparison] {
    comparison.pages(style(theme))
  }

  func style(_ theme: Theme) -> FigureStyle {
    var style = picture.figureStyle(theme)
    if !study.values.hasChosenViews { style.views = comparison.shownViews(style.views) }
    return style
  }

  /// Whether a plane that looks larger is larger; losses differ so much in the length of their
  /// features that the smaller ones would vanish.
  var hasEqualAxes: Bool {
    switch picture.axes {
    case .equal: true
    case .own: false
    case nil: losses.count < 2 || picture.featureLimit != nil
    }
  }

  var comparison: Comparison {
    let arrangement = StudyArrangement(outcome)
    let cells = arrangement.order.map { index -> Comparison.Cell in
      let row = outcome.rows[index]
      let title = arrangement.title(row)
      guard let run = row.median else {
        return .init(
          title: title,
          content: .failed(row.failures.first?.message ?? said("no training", zh: "没有训练")))
      }
      var cell = Comparison.Cell(
        title: title, numbers: RichText(plain: numbers(row.runs)), content: .run(run))
      cell.warnings = warnings(row)
      return cell
    }
    var comparison = Comparison(
      title: title, equal: equal, facts: facts, notes: ownNotes, cells: cells,
      columns: arrangement.columns)
    comparison.blocks = arrangement.blocks
    comparison.list = arrangement.list
    comparison.name = name
    comparison.hasEqualAxes = hasEqualAxes
    return comparison
  }

  var language: PageLanguage { picture.language }

  /// `nil` where there are no two settings to go from one to the other.
  var trend: Trend? {
    var trend = StudyTrend(
      outcome: outcome, wording: wording, title: title, equal: equal, notes: notes
    ).trend
    trend?.name = name
    return trend
  }

  /// The two numbers that tell most: with wrong labels the accuracy, else angles.
  func numbers(_ runs: [Run]) -> String {
    let first =
      study.swept.contains("noise") || study.swept.contains("loss") ? "testAccuracy" : "gap"
    let chosen = [first == "gap" ? "intra" : first, first == "gap" ? "gap" : "intra"]
    let short = [
      "intra": said("intra-class", zh: "类内角"), "testAccuracy": said("accuracy", zh: "准确率"),
      "gap": said("gap", zh: "间隙"),
    ]
    return chosen.compactMap { key in
      ComparedMetric.named(key).map { "\(short[key] ?? key) \($0.text(runs))" }
    }.joined(separator: " · ")
  }

  private var losses: [LossEntry] {
    var losses: [LossEntry] = []
    for row in outcome.rows where !losses.contains(where: { $0.name == row.setting.entry.name }) {
      losses.append(row.setting.entry)
    }
    return losses
  }

  private var title: RichText { picture.title.map { RichText(plain: $0) } ?? name }

  /// What is compared.
  private var name: RichText {
    let names =
      losses.count <= 4
      ? losses.map(\.title).joined(separator: said(", ", zh: "、"))
      : said("\(losses.count) losses", zh: "\(losses.count) 种损失")
    let what = study.swept.filter { $0 != "loss" }.map { wording.symbol($0) }
    guard !what.isEmpty else {
      return RichText(
        plain: losses.count > 1 ? said(names + " compared", zh: names + "的比较") : names)
    }
    let and = RichText(plain: said(" and ", zh: " 与 "))
    let listed = what.enumerated().reduce(RichText()) {
      $0 + ($1.offset == 0 ? "" : $1.offset == what.count - 1 ? and : ", ") + $1.element
    }
    return RichText(plain: said(names + " under different ", zh: names + "，不同的 ")) + listed
  }

  /// What does not vary, said once.
  private var equal: [RichText] {
    var parts: [RichText] = []
    if losses.count == 1, let entry = losses.first {
      let what =
        entry.kind == .metric ? said("loss", zh: "损失") : said("target logit", zh: "目标 logit")
      parts.append("\(what)  \(formula: entry.formula)")
    }
    for option in ["m", "s"] where !study.swept.contains(option) {
      let values = outcome.rows.compactMap { $0.setting.recipe[option] }
      guard values.count == outcome.rows.count, values.withoutRepeats.count == 1,
        let number = outcome.rows[0].setting.recipe.number(option)
      else { continue }
      parts.append(wording.symbol(option) + " = \(numberText(number))")
    }
    if let run = outcome.rows.lazy.compactMap(\.median).first {
      parts.append(RichText(plain: run.dataTitle(seeds: 1)[language]))
    }
    let steps = groupedText(study.training.steps)
    parts.append(RichText(plain: said("\(steps) steps", zh: "\(steps) 步")))
    parts.append(RichText(plain: seeds))
    return parts
  }

  private var seeds: String {
    let seeds = study.seeds
    guard seeds.count > 1, let first = seeds.first, let last = seeds.last else {
      return said("seed \(seeds[0])", zh: "种子 \(seeds[0])")
    }
    return last - first == seeds.count - 1
      ? said("seeds \(first) to \(last)", zh: "种子 \(first) 至 \(last)")
      : said("seeds ", zh: "种子 ") + seeds.map { "\($0)" }.joined(separator: ", ")
  }

  private var facts: [RichText] {
    var facts = [
      hasEqualAxes
        ? said(
          "equal in all panels: data, initial weights, batch order, axes",
          zh: "各图相同：数据、初始权重、批次顺序、坐标轴")
        : said("equal in all panels: data, initial weights, batch order", zh: "各图相同：数据、初始权重、批次顺序"),
      hasEqualAxes ? "" : said("each panel has axes of its own", zh: "各图坐标轴独立"),
    ]
    if study.seeds.count > 1 {
      let count = study.seeds.count
      facts.append(
        said(
          "numbers: mean ± standard deviation of \(count) seeds; panels: the median seed",
          zh: "数字：\(count) 个种子的均值 ± 标准差；图：中位种子"))
    }
    return facts.filter { !$0.isEmpty }.map { RichText(plain: $0) }
  }

  /// What would mislead if it were not said.
  var notes: [String] {
    ownNotes
      + Comparison.said(outcome.rows.flatMap { warnings($0) }, in: language)
  }

  /// Of the study as a whole.
  private var ownNotes: [String] {
    var notes = study.scaleNotes(language)
    if !outcome.failedNames.isEmpty {
      let (failed, all) = (outcome.failedNames.count, study.runCount)
      notes.append(
        said(
          "\(failed) of \(all) trainings failed and are left out",
          zh: "\(all) 次训练中 \(failed) 次失败，未计入"))
    }
    return notes
  }

  /// Of a setting; where several losses are compared each says of which it is.
  private func warnings(_ row: StudyOutcome.Row) -> [String] {
    let name = row.setting.entry.title
    let head = losses.count > 1 ? said("\(name): ", zh: "\(name)：") : ""
    return (row.median?.warnings ?? []).map { head + $0.words[language] }
  }
}

extension Study {
  /// Where losses with and without s, or with different ones, stand side by side.
  func scaleNotes(_ language: PageLanguage = .en) -> [String] {
    guard !swept.contains("s") else { return [] }
    let groups = settings.grouped { $0.recipe.number("s") }.map {
      (scale: $0.key, losses: $0.members.map(\.entry.title).withoutRepeats)
    }
    let without = groups.first { $0.scale == nil }?.losses ?? []
    let scales = groups.compactMap { group in
      group.scale.map { (value: $0, losses: group.losses) }
    }
    var notes: [String] = []
    if scales.count > 1 {
      let parts = scales.map { scale in
        let (number, names) = (numberText(scale.value), scale.losses)
        return Wording(
          "\(number) for \(names.listed)", zh: "\(names.joined(separator: "、")) 为 \(number)"
        )[language]
      }
      let list = parts.joined(separator: language == .zh ? "；" : "; ")
      notes.append(
        Wording("s differs: \(list); --s makes it equal", zh: "s 不同：\(list)；--s 可使其相等")[language])
    }
    if !scales.isEmpty, !without.isEmpty {
      let names = without.joined(last: " and ")
      notes.append(
        Wording(
          "\(names) \(without.count == 1 ? "has" : "have") no s: the norm of the feature takes its"
            + " place", zh: "\(without.joined(separator: "、")) 没有 s：由特征的模长代替")[language])
    }
    return notes
  }
}
