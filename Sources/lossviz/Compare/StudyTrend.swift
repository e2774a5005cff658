import LossPlot

/// The trend of a study: which option goes along x, which ones make lines.
struct StudyTrend {
  let outcome: StudyOutcome
  let wording: SettingWording
  let title: RichText
  let equal: [RichText]
  let notes: [String]
  private var study: Study { outcome.study }

  /// `nil` where there are no two settings to go from one to the other.
  var trend: Trend? {
    guard outcome.rows.filter({ !$0.runs.isEmpty }).count > 1 else { return nil }
    return axis.map { quantity($0) } ?? categories
  }

  /// The swept quantity with the most values; every setting has one.
  private var axis: String? {
    var best: (name: String, count: Int)?
    for name in study.swept {
      let count = outcome.rows.compactMap { number($0, name) }.withoutRepeats.count
      if count > max(1, best?.count ?? 1) { best = (name, count) }
    }
    return best?.name
  }

  private func number(_ row: StudyOutcome.Row, _ name: String) -> Double? {
    row.setting.recipe.number(name)
  }

  private func quantity(_ name: String) -> Trend {
    var (names, lines) = lines(along: name)
    let xs = lines.flatMap { $0.compactMap { number($0, name) } }.withoutRepeats.sorted()
    let isLogarithmic = (xs.first ?? 0) > 0 && (xs.last ?? 0) / max(xs.first ?? 1, 1e-300) >= 16
    let theory = StudyTheory(outcome: outcome, axis: name, lines: lines)
    let levels = outcome.rows.filter { number($0, name) == nil && !$0.runs.isEmpty }
    names += levels.map { title(of: $0, without: name) }
    let ends = [xs.first ?? 0, xs.last ?? 0]
    return Trend(
      title: title, equal: equal, notes: notes + note(on: levels, without: name),
      axis: wording.symbol(name),
      ticks: xs.map { Tick($0, RichText(plain: wording.value($0, of: name))) },
      isQuantity: true, isLogarithmic: isLogarithmic, names: names.count > 1 ? names : [],
      panels: ComparedMetric.all.filter(\.isTelling).map { metric in
        panel(
          metric,
          series: lines.map { line in
            line.map { row in (x: number(row, name) ?? 0, row: row) }
          } + levels.map { row in ends.map { (x: $0, row: row) } },
          references: theory.references(metric, from: xs.first ?? 0, to: xs.last ?? 0))
      }, marks: theory.marks(from: xs.first ?? 0, to: xs.last ?? 0))
  }

  /// Settings that are equal but for x, by growing x.
  private func lines(along name: String) -> (names: [RichText], lines: [[StudyOutcome.Row]]) {
    let lines = outcome.rows.filter { number($0, name) != nil }.grouped {
      title(of: $0, without: name).text
    }.map(\.members)
    return (
      lines.map { title(of: $0[0], without: name) },
      lines.map { line in line.sorted { (number($0, name) ?? 0) < (number($1, name) ?? 0) } }
    )
  }

  /// What a line is called: all that differs but what goes along x.
  private func title(of row: StudyOutcome.Row, without name: String) -> RichText {
    let others = study.values.compare.zips ? [] : row.labels.filter { $0.option != name }
    return others.map(\.text).joined(separator: ", ")
  }

  /// Settings of losses that lack what goes along x are level lines.
  private func note(on levels: [StudyOutcome.Row], without name: String) -> [String] {
    guard !levels.isEmpty else { return [] }
    let losses = levels.map(\.setting.entry.title).withoutRepeats
    let (what, has) = (wording.symbol(name).text, losses.count == 1 ? "has" : "have")
    return [
      Wording(
        "level lines: \(losses.listed) \(has) no \(what)",
        zh: "水平线：\(losses.joined(separator: "、")) 没有 \(what)")[study.values.picture.language]
    ]
  }

  private var categories: Trend {
    let ticks = outcome.rows.enumerated().map { index, row in
      Tick(Double(index), row.labels.first?.text ?? row.title)
    }
    return Trend(
      title: title, equal: equal, notes: notes, axis: "", ticks: ticks, isQuantity: false,
      panels: ComparedMetric.all.filter(\.isTelling).map { metric in
        panel(
          metric,
          series: [outcome.rows.enumerated().map { (x: Double($0.offset), row: $0.element) }],
          references: [])
      })
  }

  private func panel(
    _ metric: ComparedMetric, series: [[(x: Double, row: StudyOutcome.Row)]],
    references: [Trend.Reference]
  ) -> Trend.Panel {
    let words = metric.title.prefix(1).uppercased() + metric.title.dropFirst()
    let language = study.values.picture.language
    return Trend.Panel(
      title: RichText(plain: Wording(words, zh: metric.chinese)[language]),
      unit: metric.unit.rawValue,
      series: series.map { line in
        line.map { place in
          var value = Trend.Value(
            x: place.x, seeds: metric.values(place.row.runs).map { $0 * metric.factor })
          value.isUnfit =
            metric.key == "band" && value.seeds.isEmpty
            && place.row.runs.contains { $0.unfitPairs > 0 }
          return value
        }
      }, references: references)
  }
}

/// What evenly spread classes allow, as thin lines of a trend.
struct StudyTheory: Speaking {
  let outcome: StudyOutcome
  let axis: String
  let lines: [[StudyOutcome.Row]]

  private var classes: Int { outcome.study.settings[0].plans[0].data.classCount }
  var language: PageLanguage { outcome.study.values.picture.language }
  private var isPlane: Bool { outcome.study.training.dimensions == 2 }

  /// The largest m of each loss, where m is what goes along x and the bound is not far outside.
  func marks(from low: Double, to high: Double) -> [Trend.Mark] {
    guard axis == "m" else { return [] }
    let bounds = lines.compactMap(\.first).compactMap { row in
      row.setting.plans[0].bounds.largestMargin.map { (m: $0, loss: row.setting.entry.title) }
    }.filter { $0.m >= low && $0.m <= high + 0.05 * (high - low) }
    return bounds.grouped { $0.m }.map { m, bounds in
      let losses = bounds.map(\.loss).withoutRepeats
      let value = numberText((m * 1000).rounded() / 1000)
      let words = said(
        "bound of \(losses.listed) \(value)", zh: "\(losses.joined(separator: "、")) 的上界 \(value)")
      return .init(x: m, words: RichText(plain: words))
    }
  }

  func references(
    _ metric: ComparedMetric, from low: Double, to high: Double
  ) -> [Trend.Reference] {
    guard isPlane else { return [] }
    switch metric.key {
    case "inter":
      let even = 360 / Double(classes)
      return [
        .init(
          RichText(plain: said("evenly spread", zh: "均匀分布") + " \(decimalText(even, places: 1))°"),
          [Point(x: low, y: even), Point(x: high, y: even)])
      ]
    case "gap", "band":
      return lines.compactMap { line in
        let places = line.compactMap { row -> Point? in
          guard let x = row.setting.recipe.number(axis), let width = width(row) else { return nil }
          return Point(x: x, y: width)
        }
        guard places.count > 1, places.contains(where: { $0.y > 0 }) else { return nil }
        return .init(
          RichText(
            plain: metric.key == "gap" ? said("margin band", zh: "间隔带") : ""),
          places)
      }
    default: return []
    }
  }

  /// The margin band between evenly spread neighbours, degrees; `nil` where it does not fit.
  private func width(_ row: StudyOutcome.Row) -> Double? {
    let plan = row.setting.plans[0]
    let settings = row.median?.settings ?? plan.settings
    guard let head = plan.entry.make(settings).classifier else { return nil }
    let weights = evenDirections(classes: classes, dimensions: 2)
    let classifier = Classifier(
      head: head.withOneRow, parameters: ClassParameters(weights: weights))
    let wedge = classifier.wedges().first
    guard wedge?.fits ?? true else { return nil }
    // On its bound a margin takes all that lies between the weights.
    return (classifier.angularBoundaries().first?.width ?? wedge?.width).map {
      max(0, $0) * 180 / .pi
    }
  }
}
