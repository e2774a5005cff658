import LossLab

extension FeatureScene {
  /// The ROC curve over a logarithmic false accept rate.
  func ratePanel(in frame: Rectangle) -> Scene.Item {
    let pairs = files.map { Double($0.measurement.verification.negative.count) }.max() ?? 1
    var floor = 1e-1
    while floor > 1e-6 && floor * pairs > 10 { floor /= 10 }
    let measured = files.flatMap { file in
      file.measurement.verification.acceptance.compactMap { $0.rate }
    }
    let lowest = measured.min() ?? 0
    let bottom = lowest > 0.9 ? 0.9 : lowest > 0.5 ? 0.5 : 0
    let panel = Panel(
      in: frame, x: floor...1, y: bottom...1 + (1 - bottom) * 0.02, theme: theme,
      xKind: .logarithmic)
    var lines: [Scene.Item] = []
    for (index, file) in files.enumerated() {
      let color = isComparison ? color(index) : ownColor
      let rates = file.measurement.verification
      let points = rates.curve.filter { $0.falseAccept > 0 }.map {
        Point(x: $0.falseAccept, y: $0.trueAccept)
      }
      let start = rates.curve.last { $0.falseAccept == 0 }.map { Point(x: floor, y: $0.trueAccept) }
      lines.append(panel.line((start.map { [$0] } ?? []) + points, color: color, width: 1.75))
      var power = 1.0
      var dots: [Point] = []
      for acceptance in rates.acceptance {
        power /= 10
        if let rate = acceptance.rate { dots.append(Point(x: power, y: rate)) }
      }
      lines.append(
        .dots(
          Scene.Dots(
            panel.points(dots.filter { $0.x >= floor * 0.999 }), radius: 2.8, fill: color)))
    }
    return .group(
      Scene.Group(
        "roc",
        items: [
          panel.axes(
            x: Axis("false accept rate", grid: true), y: Axis("true accept rate", grid: true)),
          panel.clipped("curves", lines), panel.border,
          panel.heading("Verification: ROC"),
        ]))
  }

  /// How often the class sought is among the first k, with more and more distractors.
  func rankPanel(in frame: Rectangle) -> Scene.Item {
    let found = files.compactMap { $0.measurement.identification }
    let ranks = found.flatMap { $0.ranks.map { $0.count } }.max() ?? 1
    let lowest = found.flatMap { $0.ranks.compactMap { $0.first } }.min() ?? 0
    let bottom = lowest > 0.9 ? 0.9 : lowest > 0.5 ? 0.5 : 0
    let panel = Panel(
      in: frame, x: 1...Double(max(10, ranks)), y: bottom...1 + (1 - bottom) * 0.02, theme: theme,
      xKind: .logarithmic)
    var lines: [Scene.Item] = []
    var labels: [EndLabel] = []
    for (index, file) in files.enumerated() {
      guard let identification = file.measurement.identification else { continue }
      let levels = identification.levels.count
      for (level, shares) in identification.ranks.enumerated() {
        let isLast = level == levels - 1
        if isComparison && !isLast { continue }
        let share = Double(level + 1) / Double(levels)
        let color =
          isComparison ? color(index) : theme.paper.mixed(with: ownColor, 0.35 + 0.65 * share)
        lines.append(
          panel.line(
            shares.enumerated().map { Point(x: Double($0.offset + 1), y: $0.element) },
            color: color, width: isLast ? 1.75 : 1.25))
        let count = identification.levels[level].distractors
        labels.append(
          EndLabel(
            RichText(
              plain:
                "\(groupedText(count)) distractors: \(rateText(identification.levels[level].rank1))"
            ), at: Point(x: 1, y: shares.first ?? 0), color: color))
      }
    }
    let none: [Scene.Item] =
      found.isEmpty
      ? [panel.label("no class has two samples", at: panel.domain.center, color: theme.muted)] : []
    return .group(
      Scene.Group(
        "cmc",
        items: [
          panel.axes(
            x: Axis("rank", grid: true), y: Axis("share of samples found", grid: true)),
          panel.clipped("curves", lines), panel.border,
          panel.heading(
            isComparison ? "Identification with all distractors: CMC" : "Identification: CMC"),
        ] + none + rankLabels(labels, panel)))
  }

  /// The rank-1 rates in the lower right corner, where curves do not come.
  private func rankLabels(_ labels: [EndLabel], _ panel: Panel) -> [Scene.Item] {
    guard !labels.isEmpty else { return [] }
    let leading = theme.smallSize * 1.4
    let bottom = panel.frame.maxY - 10
    let lines = labels.reversed().enumerated().map { place, label in
      Scene.Item.text(
        Scene.Text(
          label.text, at: Point(x: panel.frame.maxX - 8, y: bottom - Double(place) * leading),
          size: theme.smallSize, color: theme.label(label.color), anchor: .end,
          halo: theme.paper))
    }
    let heading = Scene.Item.text(
      Scene.Text(
        "rank 1 with",
        at: Point(x: panel.frame.maxX - 8, y: bottom - Double(labels.count) * leading),
        size: theme.smallSize, color: theme.muted, anchor: .end, halo: theme.paper))
    return lines + [heading]
  }
}
