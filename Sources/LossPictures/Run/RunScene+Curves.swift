import LossScene

extension RunScene {
  /// How the test samples' angles to their own class, and to the nearest other, are spread.
  func histogramPanel(in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    let (own, other) = classAngles
    let limit = style.angleLimit ?? angleLimit
    let (near, far) = (histogram(own, limit: limit), histogram(other, limit: limit))
    // A film has the axes of the still picture: bars that are higher end at the frame.
    let tallest = highestShare(limit: limit)
    let highest = film == nil ? max(style.shareLimit ?? 0, tallest) : style.shareLimit ?? tallest
    let hasBeyond = film?.still.hasBeyond ?? (max(near.beyond, far.beyond) > 0)
    let end = hasBeyond ? limit * Self.beyondEnd : limit
    let panel = Panel(in: frame, x: 0...end, y: 0...highest * 1.12, theme: theme)
    func cut(_ bars: [Double]) -> [Double] { bars.map { min($0, highest * 1.12) } }
    let colors = theme.hues
    return panel.chart(
      "angle-histogram",
      x: Axis(
        text("angle to a class direction", zh: "与类方向的夹角"),
        ticks: angleTicks(limit, hasBeyond: hasBeyond)),
      y: Axis(
        text("share of \(caption.samplesName), %", zh: "\(caption.samplesName)占比，%"),
        grid: true),
      inside: panel.clipped(
        "bars",
        [
          panel.histogram(cut(far.bars), over: 0...limit, color: colors[4]),
          panel.histogram(
            hasBeyond ? cut([far.beyond]) : [], over: beyond(limit), color: colors[4]),
          panel.histogram(cut(near.bars), over: 0...limit, color: colors[0]),
          panel.histogram(
            hasBeyond ? cut([near.beyond]) : [], over: beyond(limit), color: colors[0]),
        ]),
      heading: heading ?? text("Angles of \(caption.samplesName)", zh: "\(caption.samplesName)的角度"),
      over: spreadLabels(
        [(text("own class", zh: "本类"), own), (text("nearest other", zh: "最近的其他类"), other)],
        [colors[0], colors[4]], panel)
        + (film == nil ? [] : beyondWords(max(near.beyond, far.beyond), limit, panel)))
  }

  /// In a film, whose axes may be too short for its beginning: how many samples lie past their end.
  private func beyondWords(_ most: Double, _ limit: Double, _ panel: Panel) -> [Scene.Item] {
    guard most > 0 else { return [] }
    let end = decimalText(limit, places: limit == limit.rounded() ? 0 : 1)
    return [
      theme.words(
        text(
          "\(percentText(most / 100)) beyond \(end)°", zh: "\(percentText(most / 100)) 超出 \(end)°"),
        at: Point(x: panel.x(limit) - 5, y: panel.frame.y + 6 + 2.8 * theme.smallSize),
        anchor: .end, baseline: .top, halo: true)
    ]
  }

  /// The names of two spreads above their middles; where these lie at one place, one below the other.
  private func spreadLabels(
    _ spreads: [(words: RichText, angles: [Double])], _ colors: [Color], _ panel: Panel
  ) -> [Scene.Item] {
    let frame = panel.frame
    let places = spreads.map {
      min(max(panel.x(percentile(50, of: $0.angles) * 180 / .pi), frame.x + 50), frame.maxX - 60)
    }
    let isNear = abs(places[0] - places[1]) < 80
    return spreads.indices.map { index in
      let line = isNear ? Double(index) : 0
      return theme.words(
        spreads[index].words,
        at: Point(x: places[index], y: frame.y + 6 + line * 1.4 * theme.smallSize),
        color: theme.label(colors[index]), anchor: .middle, baseline: .top, halo: true)
    }
  }

  /// The bar of all angles past the axis stands apart from the others.
  private func beyond(_ limit: Double) -> ClosedRange<Double> { limit * 1.02...limit * 1.06 }
  private static let beyondEnd = 1.08

  private func angleTicks(_ limit: Double, hasBeyond: Bool) -> [Tick] {
    let numbers = niceNumbers(in: 0...limit, about: 5)
    let ticks = numbers.values.map {
      Tick($0, RichText(plain: decimalText($0, places: numbers.places) + "°"))
    }
    guard hasBeyond else { return ticks }
    let end = decimalText(limit, places: limit == limit.rounded() ? 0 : 1)
    // The number before would touch it.
    return ticks.filter { $0.value < 0.87 * limit } + [
      Tick(limit * 1.04, RichText(plain: "> \(end)°"))
    ]
  }

  /// The end of the histogram's axis, degrees: that of all angles, or where strays on the far side
  /// would squeeze the others, that of 99 %.
  package var angleLimit: Double {
    let (own, other) = classAngles
    let angles = own + other
    func round(_ angle: Double) -> Double { min(180, (angle / 5).rounded(.up) * 5) }
    let most = (angles.max() ?? 0) * 180 / .pi
    let usual = round(1.1 * max(20, percentile(99, of: angles) * 180 / .pi))
    return most <= 1.25 * usual ? max(20, round(most)) : usual
  }

  /// Whether angles lie past the end of the axis.
  var hasBeyond: Bool {
    let (own, other) = classAngles
    let limit = angleLimit
    return (own + other).contains { $0 * 180 / .pi > limit }
  }

  /// The tallest bar, percent.
  package func highestShare(limit: Double) -> Double {
    let (own, other) = classAngles
    let all = [histogram(own, limit: limit), histogram(other, limit: limit)]
    return max(1, all.map { max($0.beyond, $0.bars.max() ?? 1) }.max() ?? 1)
  }

  /// The share of the angles in each of the histogram's bars, and past all of them, percent.
  private func histogram(
    _ angles: [Double], limit: Double
  ) -> (bars: [Double], beyond: Double) {
    let degrees = angles.map { $0 * 180 / .pi }
    func share(_ count: Int) -> Double { 100 * Double(count) / Double(max(1, angles.count)) }
    return (
      counts(of: degrees, in: 0...limit, parts: Self.histogramBars).map(share),
      share(degrees.filter { $0 > limit }.count)
    )
  }

  private static let histogramBars = 60

  /// Angles of test samples to their own class weight and to the nearest other, radians.
  private var classAngles: (own: [Double], other: [Double]) {
    let weights = (0..<run.parameters.weights.rows).map { run.parameters.weights.row($0) }
    var own: [Double] = []
    var other: [Double] = []
    for (row, label) in run.test.labels.enumerated() {
      let feature = run.test.features.row(row)
      let angles = weights.map { angleBetween(feature, $0).radians }
      let rows = classifier.rows(of: label)
      own.append(angles[rows].min() ?? .pi)
      other.append(angles.indices.filter { !rows.contains($0) }.map { angles[$0] }.min() ?? .pi)
    }
    return (own, other)
  }

  /// ψ(θ), the target logit without its magnitude, beside cos θ.
  func curvePanel(in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    let plain = curve(of: .none)
    let own = ownCurve
    let lowest = min(
      -1, (film?.still.ownCurve ?? own).map { $0.y }.filter { $0.isFinite }.min() ?? -1)
    let panel = Panel(in: frame, x: 0...180, y: lowest * 1.06...1.1, theme: theme)
    let color = theme.hues[0]
    let hasMargin = !classifier.head.target.isCosine
    var items: [Scene.Item] = [
      panel.axes(
        x: Axis(
          text("angle ", zh: "与本类的夹角 ") + "\(formula: "θ")" + text(" to the own class", zh: ""),
          ticks: [0, 45, 90, 135, 180].map { Tick($0, "\(Int($0))°") },
          grid: true), y: Axis(grid: true)),
      panel.border,
      panel.heading(heading ?? text("Target logit ", zh: "目标 logit ") + "\(formula: "ψ(θ)")"),
      hasMargin
        ? panel.line(plain, color: theme.muted, width: 1, style: .dashed)
        : panel.line(own, color: color, width: 1.75),
    ]
    if hasMargin { items.append(panel.line(own, color: color, width: 1.75)) }
    items.append(
      curveLabel(
        hasMargin ? "\(formula: "cos θ")" : cosineWords,
        size: hasMargin ? theme.textSize : theme.smallSize, above: plain,
        hasMargin ? theme.muted : color, panel))
    if hasMargin {
      let name = RichText(plain: caption.title + " ") + "\(formula: "ψ(θ)")"
      items.append(curveLabel(name, below: own, color, panel))
    }
    return .group("target-logit", items: items)
  }

  /// Of a loss without a margin: whose target the cosine is, and what else is free.
  private var cosineWords: RichText {
    let isFree = classifier.head.magnitude.usesWeightNorm
    let words = text(", target of \(caption.title)", zh: "，\(caption.title) 的目标")
    return "\(formula: "cos θ")" + words + (isFree ? text("; norms free", zh: "；模长自由") : RichText())
  }

  /// The target logit that the loss has, against degrees.
  package var ownCurve: [Point] { curve(of: classifier.head.target) }

  private func curve(of margin: AngularMargin) -> [Point] {
    var points = (0...360).map { half in
      Point(x: Double(half) / 2, y: margin.evaluate(Angle(radians: Double(half) * .pi / 360)).value)
    }
    // A step of ψ is no slope: the line stops there and goes on below.
    for index in points.indices.dropFirst().reversed()
    where abs(points[index].y - points[index - 1].y) > 0.08 {
      points.insert(Point(x: points[index].x, y: .nan), at: index)
    }
    return points
  }

  /// Words at the right of a falling line or at its left, at 60° or as near to it as they have room.
  private func curveLabel(
    _ words: RichText, size: Double? = nil, above: [Point]? = nil, below: [Point]? = nil,
    _ color: Color, _ panel: Panel
  ) -> Scene.Item {
    let size = size ?? theme.textSize
    let isAbove = above != nil
    let width = words.width(size: size, by: theme.measure)
    let line = (above ?? below ?? []).filter { $0.isFinite && (30...120).contains($0.x) }
    func room(_ place: Point) -> Double {
      (isAbove ? panel.frame.maxX - panel.x(place.x) : panel.x(place.x) - panel.frame.x) - 10
    }
    let places = line.sorted { abs($0.x - 60) < abs($1.x - 60) }
    let best = places.first { room($0) >= width } ?? places.max { room($0) < room($1) }
    let place = panel.point(best ?? .zero)
    let shown = words.truncated(width: best.map(room) ?? 20, size: size, by: theme.measure)
    return .text(
      shown, at: Point(x: place.x + (isAbove ? 6 : -6), y: place.y + (isAbove ? -6 : 8)),
      size: size, color: theme.label(color), anchor: isAbove ? .start : .end,
      baseline: isAbove ? .alphabetic : .top, halo: theme.paper)
  }
}
