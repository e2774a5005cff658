import LossLab
import LossPlot

/// The scenes of a comparison: the grid and the trend, with their words.
struct StudyFigures: Sendable {
  let outcome: StudyOutcome
  /// Whether `--view` was typed: many settings show one panel each otherwise.
  let hasChosenViews: Bool

  private var study: Study { outcome.study }
  private var picture: PictureOptions { study.options.picture }
  private var wording: SettingWording { SettingWording(study) }
  private static let mostWithAllViews = 12

  func grid(_ theme: Theme) -> Scene {
    var style = picture.figureStyle(theme)
    if !hasChosenViews, outcome.rows.count > Self.mostWithAllViews {
      style.views = Array(style.views.prefix(1))
    }
    let cells = outcome.rows.map { row -> Comparison.Cell in
      guard let run = row.median else {
        return .init(
          title: row.title, content: .failed(row.failures.first?.message ?? "no training"))
      }
      return .init(
        title: row.title, numbers: RichText(plain: numbers(row)), content: .run(run))
    }
    let comparison = Comparison(
      title: title, equal: equal, facts: facts, notes: notes, cells: cells, columns: columns)
    return picture.sized(comparisonScene(comparison, style: style))
  }

  /// `nil` where there are no two settings to go from one to the other.
  var trend: Trend? {
    StudyTrend(outcome, title: title, equal: equal, notes: notes).trend
  }

  /// The two numbers that tell most: with wrong labels the accuracy, else angles.
  private func numbers(_ row: StudyOutcome.Row) -> String {
    let first =
      study.swept.contains("noise") || study.swept.contains("loss") ? "testAccuracy" : "gap"
    let chosen = [first == "gap" ? "intra" : first, first == "gap" ? "gap" : "intra"]
    let short = ["intra": "intra-class", "testAccuracy": "accuracy", "gap": "gap"]
    return chosen.compactMap { key in
      ComparedMetric.named(key).map { "\(short[key] ?? key) \($0.text(row.runs))" }
    }.joined(separator: " · ")
  }

  /// The last swept option goes along a row where the cells make a full table.
  private var columns: Int? {
    guard study.swept.count > 1, !study.options.compare.zips, let last = study.swept.last else {
      return nil
    }
    var values: [Recipe.Value] = []
    for row in outcome.rows {
      guard let value = row.setting.recipe[last] else { return nil }
      if !values.contains(value) { values.append(value) }
    }
    let count = values.count
    return count > 1 && count <= 16 && outcome.rows.count % count == 0 ? count : nil
  }

  private var losses: [LossEntry] {
    var losses: [LossEntry] = []
    for row in outcome.rows where !losses.contains(where: { $0.name == row.setting.entry.name }) {
      losses.append(row.setting.entry)
    }
    return losses
  }

  private var title: RichText {
    if let title = picture.title { return RichText(plain: title) }
    let names =
      losses.count <= 4
      ? losses.map(\.title).joined(separator: ", ") : "\(losses.count) losses"
    let what = study.swept.filter { $0 != "loss" }.map { wording.symbol($0) }
    guard !what.isEmpty else {
      return RichText(plain: losses.count > 1 ? names + " compared" : names)
    }
    return what.enumerated().reduce(RichText(plain: names + " under different ")) {
      $0 + ($1.offset == 0 ? "" : $1.offset == what.count - 1 ? " and " : ", ") + $1.element
    }
  }

  /// What does not vary, said once.
  private var equal: [RichText] {
    var parts: [RichText] = []
    if losses.count == 1, let entry = losses.first {
      parts.append(
        "\(entry.kind == .metric ? "loss" : "target logit")  \(formula: entry.formula)")
    }
    for option in ["m", "s"] where !study.swept.contains(option) {
      let values = outcome.rows.compactMap { $0.setting.recipe[option] }
      guard values.count == outcome.rows.count, let value = values.first,
        values.allSatisfy({ $0 == value }), case .number(let number) = value
      else { continue }
      parts.append(wording.symbol(option) + " = \(numberText(number))")
    }
    if let run = outcome.rows.lazy.compactMap(\.median).first {
      parts.append(RichText(plain: run.facts.dataTitle))
    }
    let steps = study.options.training.steps
    parts.append("\(TypedText.grouped(steps)) steps")
    parts.append(RichText(plain: seeds))
    return parts
  }

  private var seeds: String {
    let seeds = study.seeds
    guard seeds.count > 1, let first = seeds.first, let last = seeds.last else {
      return "seed \(seeds[0])"
    }
    return last - first == seeds.count - 1
      ? "seeds \(first) to \(last)" : "seeds " + seeds.map { "\($0)" }.joined(separator: ", ")
  }

  private var facts: [RichText] {
    var facts: [RichText] = [
      "equal in all panels: data, initial weights, batch order, axes"
    ]
    if study.seeds.count > 1 {
      facts.append(
        "numbers: mean ± standard deviation of \(study.seeds.count) seeds; panels: the median seed")
    }
    return facts
  }

  /// What would mislead if it were not said.
  var notes: [String] {
    var notes = study.scaleNotes
    var warnings: [String] = []
    for row in outcome.rows {
      for warning in row.median?.warnings ?? [] where !warnings.contains(warning) {
        warnings.append(warning)
      }
    }
    notes += warnings.prefix(3)
    if warnings.count > 3 { notes.append("and \(warnings.count - 3) more warnings of this kind") }
    if !outcome.failedNames.isEmpty {
      notes.append(
        "\(outcome.failedNames.count) of \(study.runCount) trainings failed and are left out")
    }
    return notes
  }
}

extension Study {
  /// Where losses with and without s, or with different ones, stand side by side.
  var scaleNotes: [String] {
    guard !swept.contains("s") else { return [] }
    var scales: [(value: Double, losses: [String])] = []
    var without: [String] = []
    for setting in settings {
      let name = setting.entry.title
      guard case .number(let scale) = setting.recipe["s"] else {
        if !without.contains(name) { without.append(name) }
        continue
      }
      if let place = scales.firstIndex(where: { $0.value == scale }) {
        if !scales[place].losses.contains(name) { scales[place].losses.append(name) }
      } else {
        scales.append((scale, [name]))
      }
    }
    var notes: [String] = []
    if scales.count > 1 {
      let parts = scales.map { "\(numberText($0.value)) for \($0.losses.listed)" }
      notes.append("s differs: \(parts.joined(separator: "; ")); --s makes it equal")
    }
    if !scales.isEmpty, !without.isEmpty {
      notes.append(
        "\(without.alternatives.replacing(" or ", with: " and ")) \(without.count == 1 ? "has" : "have")"
          + " no s: the norm of the feature takes its place")
    }
    return notes
  }
}
