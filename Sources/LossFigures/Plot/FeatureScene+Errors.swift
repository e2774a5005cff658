extension FeatureScene {
  /// Both kinds of error at every threshold, on normal axes.
  func errorPanel(in frame: Rectangle) -> Scene.Item {
    let floor = max(1e-6, min(0.01, 3 / Double(most { $0.negative })))
    let least = max(1e-4, min(0.01, 1 / Double(most { $0.positive })))
    // Half as far from all as the last of the dots.
    let highest = max(0.5, min(0.999, 1 - (1 - largestRefused) / 2))
    let panel = Panel(
      in: frame, x: Probit.value(of: floor)...Probit.value(of: 0.5),
      y: Probit.value(of: least)...Probit.value(of: highest), theme: theme)
    let equal = [max(floor, least), 0.5].map(Probit.value).map { Point(x: $0, y: $0) }
    var items = [panel.line(equal, color: theme.faint, width: 1, style: .dashed)]
    for (file, look) in drawn {
      let rates = file.measurement.verification
      let points = rates.curve.map { Point(x: $0.falseAccept, y: 1 - $0.trueAccept) }
      items += line(probits(stepped(points), floor, least), look, panel)
      let measured = rates.operatingPoints.compactMap { $0 }.filter { $0.achieved > 0 }
      let dots = measured.map { Point(x: $0.achieved, y: 1 - $0.trueAccept) }
      items.append(
        .dots(
          panel.points(probits(dots, floor, least)), shape: look.shape, radius: 2.8,
          fill: look.color))
      items += measured.compactMap { point in
        file.measurement.intervals?.trueAccept[-point.exponent - 1].map { range in
          let ends = [range.lowerBound, range.upperBound].map {
            Point(x: point.achieved, y: 1 - $0)
          }
          return panel.line(probits(ends, floor, least), color: look.color, width: 1)
        }
      }
    }
    return panel.chart(
      "det",
      x: Axis(
        text("pairs of two classes taken for one, %", zh: "异类对被误作同类，%"),
        ticks: panel.apart(Probit.ticks(in: floor...0.5)), grid: true),
      y: Axis(
        text("pairs of one class refused, %", zh: "同类对被拒绝，%"),
        ticks: Probit.ticks(in: least...highest), grid: true),
      inside: panel.clipped("curves", items), heading: heading(.det))
  }

  /// Thresholds that refuse most pairs are shown, too.
  private var largestRefused: Double {
    files.flatMap { $0.measurement.verification.operatingPoints }.compactMap { $0 }
      .map { 1 - $0.trueAccept }.max() ?? 0
  }

  /// Pairs of a kind that a file has, at most.
  private func most(_ kind: (Verification) -> PairAngles) -> Int {
    max(1, files.map { kind($0.measurement.verification).count }.max() ?? 1)
  }

  private func probits(_ points: [Point], _ floor: Double, _ least: Double) -> [Point] {
    points.map {
      Point(x: Probit.value(of: max($0.x, floor / 3)), y: Probit.value(of: max($0.y, least / 3)))
    }
  }

  /// Searches for people who are not enrolled against searches for those who are.
  func openSetPanel(in frame: Rectangle) -> Scene.Item {
    let known = files.compactMap { $0.measurement.openSet }
    let least = known.map { 1 / Double($0.unmated) }.min() ?? 1e-3
    let highest = known.flatMap { $0.curve.map { $0.falseNegative } }.max() ?? 1
    let floor = max(1e-4, min(0.1, least))
    let panel = Panel(
      in: frame, x: floor...1, y: 0...max(0.05, min(1, highest * 1.05)), theme: theme,
      xKind: .logarithmic)
    var items: [Scene.Item] = []
    var curves: [[Point]] = []
    for (file, look) in drawn {
      guard let set = file.measurement.openSet else { continue }
      let points = stepped(
        set.curve.map { Point(x: max($0.falsePositive, floor), y: $0.falseNegative) })
      curves.append(panel.points(points))
      items += line(points, look, panel)
      items.append(
        .dots(
          panel.points(set.points.map { Point(x: $0.falsePositive, y: $0.falseNegative) }),
          shape: look.shape, radius: 2.8, fill: look.color))
    }
    if known.isEmpty {
      items.append(missing(text("needs people with two samples", zh: "需要有两个样本的人"), panel))
    }
    let words = lines(openSetWords, panel, avoiding: curves)
    return panel.chart(
      "open-set",
      x: Axis(text("others found though not enrolled: FPIR", zh: "未注册而被找到：FPIR"), grid: true),
      y: Axis(text("enrolled and not found: FNIR", zh: "已注册而未找到：FNIR"), grid: true),
      inside: panel.clipped("curves", items), heading: heading(.openset), over: words)
  }

  /// How many were sought, and at each rate the threshold and what is not found there.
  private var openSetWords: [(words: RichText, color: Color)] {
    // Several files are compared at the smallest rate that all of them can tell.
    let shared = files.compactMap { $0.measurement.openSet?.points.map(\.exponent).min() }.max()
    return drawn.flatMap { file, look -> [(words: RichText, color: Color)] in
      guard let set = file.measurement.openSet else { return [] }
      let facts = FeatureFacts(file, in: language)
      let color = isComparison ? look.color : theme.ink
      let points = isComparison ? set.points.filter { $0.exponent == shared } : set.points
      let said = points.map { (words: RichText(plain: facts.openSetText($0)), color: color) }
      return isComparison ? said : searched(set).map { ($0, theme.muted) } + said
    }
  }

  private func searched(_ set: OpenSet) -> [RichText] {
    let (enrolled, own) = (groupedText(set.enrolled), groupedText(set.mated))
    let others = groupedText(set.unmated)
    return [
      text("\(enrolled) people enrolled; searches:", zh: "注册 \(enrolled) 人；查询："),
      text("\(own) for them, \(others) for others", zh: "本人 \(own) 次，他人 \(others) 次"),
    ]
  }

  /// Errors among pairs of one class where the shortest features are rejected first.
  func qualityPanel(in frame: Rectangle) -> Scene.Item {
    let known = files.compactMap { $0.measurement.quality }
    let highest = known.flatMap { $0.falseRejects.filter { !$0.isNaN } }.max() ?? 1
    let panel = Panel(
      in: frame, x: 0...50, y: 0...100 * max(0.01, min(1, highest * 1.15)), theme: theme)
    var items: [Scene.Item] = []
    var curves: [[Point]] = []
    for (file, look) in drawn {
      guard let quality = file.measurement.quality else { continue }
      let points = zip(quality.rejected, quality.falseRejects).filter { !$1.isNaN }.map {
        Point(x: 100 * $0, y: 100 * $1)
      }
      curves.append(panel.points(points))
      items += line(points, look, panel)
    }
    if known.isEmpty {
      items.append(missing(text("all features are of one length", zh: "所有特征长度相同"), panel))
    }
    let words = lines(lengthWords, panel, avoiding: curves)
    let rate = "1e\(known.first?.exponent ?? -1)"
    return panel.chart(
      "lengths", x: Axis(text("shortest features rejected, %", zh: "剔除的最短特征，%"), grid: true),
      y: Axis(
        text("pairs of one class refused at FAR \(rate), %", zh: "FAR \(rate) 下被拒绝的同类对，%"),
        grid: true), inside: panel.clipped("curves", items),
      heading: heading(.lengths), over: words)
  }

  /// At which lengths one would cut.
  private var lengthWords: [(words: RichText, color: Color)] {
    drawn.flatMap { file, look -> [(words: RichText, color: Color)] in
      guard let quality = file.measurement.quality else { return [] }
      let steps = (isComparison ? [2] : [2, 4]).filter { quality.lengths[$0].isFinite }
      return steps.map { step in
        let share = step * 100 / NormQuality.steps
        let length = lengthText(quality.lengths[step])
        return (
          text("\(share) % rejected: length below \(length)", zh: "剔除 \(share) %：长度小于 \(length)"),
          isComparison ? look.color : theme.ink
        )
      }
    }
  }

  /// With three digits.
  private func lengthText(_ length: Double) -> String {
    var (places, digits) = (0, length)
    while digits < 100, digits > 0, places < 12 {
      digits *= 10
      places += 1
    }
    return decimalText(length, places: places)
  }

  /// Words in a free place of a panel, a line each.
  func lines(
    _ texts: [(words: RichText, color: Color)], _ panel: Panel, avoiding curves: [[Point]]
  ) -> [Scene.Item] {
    guard !texts.isEmpty else { return [] }
    let leading = theme.smallSize * 1.4
    let widest = texts.map { $0.words.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0
    let box = panel.freePlace(
      width: widest, height: leading * Double(texts.count), avoiding: curves)
    return texts.enumerated().map { place, text in
      theme.words(
        text.words, at: Point(x: box.maxX, y: box.y + (Double(place) + 0.8) * leading),
        color: theme.label(text.color), anchor: .end, baseline: .alphabetic, halo: true)
    }
  }

  private func missing(_ words: RichText, _ panel: Panel) -> Scene.Item {
    panel.label(
      first.comparesAll ? words : text(TableRow.notCompared),
      at: Point(x: panel.x.value(at: panel.frame.midX), y: panel.y.value(at: panel.frame.midY)),
      color: theme.muted, anchor: .middle)
  }
}
