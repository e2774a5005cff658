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
    let bottom = rateFloor(measured.min() ?? 0)
    let panel = Panel(
      in: frame, x: floor...1, y: bottom...1 + (1 - bottom) * 0.02, theme: theme,
      xKind: .logarithmic)
    var lines: [Scene.Item] = []
    for (file, color) in colored {
      let rates = file.measurement.verification
      let points = rates.curve.filter { $0.falseAccept > 0 }.map {
        Point(x: $0.falseAccept, y: $0.trueAccept)
      }
      let start = rates.curve.last { $0.falseAccept == 0 }.map { Point(x: floor, y: $0.trueAccept) }
      lines.append(
        panel.line(stepped((start.map { [$0] } ?? []) + points), color: color, width: 1.75))
      var power = 1.0
      let dots = rates.acceptance.compactMap { acceptance in
        power /= 10
        return acceptance.rate.map { Point(x: power, y: $0) }
      }
      lines.append(
        .dots(panel.points(dots.filter { $0.x >= floor * 0.999 }), radius: 2.8, fill: color))
    }
    return panel.chart(
      "roc", x: Axis(said("false accept rate", zh: "误接受率 FAR"), grid: true),
      y: Axis(said("true accept rate", zh: "正确接受率 TAR"), grid: true),
      inside: panel.clipped("curves", lines), heading: heading(.roc))
  }

  /// The curve as thresholds make it: up to the next one's false accept rate nothing more is
  /// accepted.
  ///
  /// A straight line between tied pairs is none on a logarithmic axis, and would pass above the true
  /// accept rates of the table.
  func stepped(_ points: [Point]) -> [Point] {
    var steps: [Point] = []
    for point in points {
      if let last = steps.last, last.x != point.x, last.y != point.y {
        steps.append(Point(x: point.x, y: last.y))
      }
      steps.append(point)
    }
    return steps
  }

  /// How often the class sought is among the first k, with more and more distractors.
  func rankPanel(in frame: Rectangle) -> Scene.Item {
    let found = files.compactMap { $0.measurement.identification }
    let ranks = found.flatMap { $0.ranks.map { $0.count } }.max() ?? 1
    let bottom = rateFloor(found.flatMap { $0.ranks.compactMap { $0.first } }.min() ?? 0)
    let panel = Panel(
      in: frame, x: 1...Double(max(10, ranks)), y: bottom...1 + (1 - bottom) * 0.02, theme: theme,
      xKind: .logarithmic)
    let curves = rankCurves
    let lines = curves.map {
      panel.line(stepped($0.points), color: $0.label.color, width: $0.isLast ? 1.75 : 1.25)
    }
    let none: [Scene.Item] =
      found.isEmpty
      ? [
        panel.label(
          first.comparesAll
            ? said("no class has two samples", zh: "没有类有两个样本")
            : RichText(plain: TableRow.notCompared[style.language]),
          at: panel.domain.center, color: theme.muted)
      ] : []
    return panel.chart(
      "cmc", x: Axis(said("rank", zh: "名次"), grid: true),
      y: Axis(said("share of samples found", zh: "找到的样本占比"), grid: true),
      inside: panel.clipped("curves", lines),
      heading: heading(.cmc)
        + (isComparison ? said(", with all distractors", zh: "，含全部干扰项") : ""),
      over: none
        + rankLabels(curves.map(\.label), curves.map { panel.points($0.points) }, panel))
  }

  /// One for each number of distractors; of several files the last ones.
  private var rankCurves: [(points: [Point], label: EndLabel, isLast: Bool)] {
    colored.flatMap { file, color in
      let levels = file.measurement.identification?.levels ?? []
      let ranks = file.measurement.identification?.ranks ?? []
      return zip(levels, ranks).enumerated().dropFirst(isComparison ? max(0, levels.count - 1) : 0)
        .map {
          index, level in
          let (count, rank1) = (groupedText(level.0.distractors), rateText(level.0.rank1))
          let share = Double(index + 1) / Double(levels.count)
          return (
            points: level.1.enumerated().map { Point(x: Double($0.offset + 1), y: $0.element) },
            label: EndLabel(
              said("\(count) distractors: \(rank1)", zh: "\(count) 个干扰项：\(rank1)"),
              at: Point(x: 1, y: level.1.first ?? 0),
              color: isComparison ? color : theme.paper.mixed(with: ownColor, 0.35 + 0.65 * share)),
            isLast: index == levels.count - 1
          )
        }
    }
  }

  /// The rank-1 rates, where no curve comes.
  private func rankLabels(
    _ labels: [EndLabel], _ curves: [[Point]], _ panel: Panel
  ) -> [Scene.Item] {
    guard !labels.isEmpty else { return [] }
    let leading = theme.smallSize * 1.4
    let heading = EndLabel(said("rank 1 with", zh: "rank 1："), at: .zero, color: theme.muted)
    let lines = [heading] + labels
    let width = lines.map { $0.text.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0
    let box = panel.freePlace(
      width: width, height: leading * Double(lines.count), avoiding: curves)
    return lines.enumerated().map { place, line in
      .text(
        line.text, at: Point(x: box.maxX, y: box.y + (Double(place) + 0.8) * leading),
        size: theme.smallSize, color: theme.label(line.color), anchor: .end, halo: theme.paper)
    }
  }
}
