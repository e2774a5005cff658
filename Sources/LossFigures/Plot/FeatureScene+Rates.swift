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
    for (file, look) in drawn {
      let rates = file.measurement.verification
      let points = rates.curve.filter { $0.falseAccept > 0 }.map {
        Point(x: $0.falseAccept, y: $0.trueAccept)
      }
      let start = rates.curve.last { $0.falseAccept == 0 }.map { Point(x: floor, y: $0.trueAccept) }
      lines += line(stepped((start.map { [$0] } ?? []) + points), look, panel)
      var power = 1.0
      let dots = rates.acceptance.compactMap { acceptance in
        power /= 10
        return acceptance.rate.map { Point(x: power, y: $0) }
      }
      lines.append(
        .dots(
          panel.points(dots.filter { $0.x >= floor * 0.999 }), shape: look.shape, radius: 2.8,
          fill: look.color))
    }
    return panel.chart(
      "roc", x: Axis(text("false accept rate", zh: "误接受率 FAR"), grid: true),
      y: Axis(text("true accept rate", zh: "正确接受率 TAR"), grid: true),
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
    let lines = curves.flatMap { curve -> [Scene.Item] in
      let steps = stepped(curve.points)
      guard !isComparison else { return line(steps, curve.look, panel) }
      return [
        panel.line(steps, color: curve.look.color, width: curve.width, style: curve.look.line)
      ]
    }
    let none: [Scene.Item] =
      found.isEmpty
      ? [
        panel.label(
          first.comparesAll
            ? text("no class has two samples", zh: "没有类有两个样本") : text(TableRow.notCompared),
          at: panel.domain.center, color: theme.muted)
      ] : []
    return panel.chart(
      "cmc", x: Axis(text("rank", zh: "名次"), grid: true),
      y: Axis(text("share of samples found", zh: "找到的样本占比"), grid: true),
      inside: panel.clipped("curves", lines),
      heading: heading(.cmc, isComparison ? text(", with all distractors", zh: "，含全部干扰项") : ""),
      over: none
        + rankLabels(curves, panel))
  }

  /// A curve of the panel and what it says of rank 1.
  private struct RankCurve {
    var points: [Point]
    var look: SeriesStyle
    var width = 1.75
    var words: RichText
  }

  /// One for each number of distractors, all of them last; of several files that alone.
  private var rankCurves: [RankCurve] {
    drawn.flatMap { file, look -> [RankCurve] in
      guard let found = file.measurement.identification else { return [] }
      let looks = isComparison ? [look] : levelLooks(found.levels.count)
      let all = zip(found.levels, found.ranks).suffix(looks.count)
      return zip(all, looks).map { level, look in
        let (count, rank1) = (groupedText(level.0.distractors), rateText(level.0.rank1))
        return RankCurve(
          points: level.1.enumerated().map { Point(x: Double($0.offset + 1), y: $0.element) },
          look: look, width: look.line == .solid ? 1.75 : 1.4,
          words: text("\(count) distractors: \(rank1)", zh: "\(count) 个干扰项：\(rank1)"))
      }
    }
  }

  /// Curves that lie near one another differ in hue and dashes; the last one is that of its file.
  private func levelLooks(_ count: Int) -> [SeriesStyle] {
    if theme.isGrey { return Palette.grey.series(count, theme: theme).reversed() }
    let lines = LineStyle.allCases
    let hues = [0, 2, 3, 5, 1].map { standingOut(theme.hues[$0]) }
    return (0..<count).map {
      SeriesStyle(color: hues[$0 % hues.count], line: lines[$0 % lines.count])
    }.reversed()
  }

  /// Of whom rank 1 is said.
  private var rankHeading: [RichText] {
    guard !isComparison, let found = first.identification else {
      return [text("found at rank 1, with", zh: "rank 1 命中率：")]
    }
    let (probes, people) = (groupedText(found.probes), groupedText(found.gallery))
    return [
      text("found at rank 1, of \(probes) searches", zh: "\(probes) 次查询的 rank 1 命中率，"),
      text("among \(people) people, with", zh: "库中 \(people) 人，另有"),
    ]
  }

  /// The rank-1 rates, each after a piece of its line, where no curve comes.
  private func rankLabels(_ curves: [RankCurve], _ panel: Panel) -> [Scene.Item] {
    guard !curves.isEmpty else { return [] }
    let leading = theme.smallSize * 1.4
    let sign = 23.0
    func width(_ text: RichText) -> Double {
      text.width(size: theme.smallSize, by: theme.measure)
    }
    let heading = rankHeading
    let widest = max(
      heading.map(width).max() ?? 0, sign + (curves.map { width($0.words) }.max() ?? 0))
    let box = panel.freePlace(
      width: widest, height: leading * Double(heading.count + curves.count),
      avoiding: curves.map { panel.points($0.points) })
    func words(_ text: RichText, x: Double, line: Int, _ color: Color) -> Scene.Item {
      theme.words(
        text, at: Point(x: x, y: box.y + (Double(line) + 0.8) * leading), color: theme.label(color),
        baseline: .alphabetic, halo: true)
    }
    return heading.enumerated().map { words($1, x: box.x, line: $0, theme.muted) }
      + curves.enumerated().flatMap { index, curve -> [Scene.Item] in
        let row = heading.count + index
        let start = Point(x: box.x, y: box.y + (Double(row) + 0.8) * leading)
        let key =
          theme.isGrey && isComparison
          ? KeyItem.Sign.dot(curve.look.shape, fill: curve.look.color, stroke: nil)
          : .line(curve.look.stroke(width: curve.width))
        return KeyItem(key, curve.words).items(at: start, size: theme.smallSize)
          + [words(curve.words, x: box.x + sign, line: row, curve.look.color)]
      }
  }
}
