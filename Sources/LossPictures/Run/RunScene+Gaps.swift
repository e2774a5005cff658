import LossScene

extension RunScene {
  /// The room between neighbouring classes: what is left of the circle of directions where classes
  /// are too many to be shown one by one.
  func gapPanel(in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    let range = style.gapRange ?? gapRange
    let highest = max(style.gapShare ?? 0, highestGapShare(range))
    let room = Self.room(hasBeyond: style.gapRange != nil || hasBeyond(range))
    let top = highest * frame.height / max(frame.height / 2, frame.height - room)
    let panel = Panel(in: frame, x: range, y: 0...top, theme: theme)
    let shares = gapShares(range)
    let colors = theme.hues
    let free = shares.enumerated().map { place, share in isFree(place, in: range) ? share : 0 }
    let overlapping = zip(shares, free).map { $0 - $1 }
    return panel.chart(
      "gap-histogram", x: Axis(text("gap between neighbouring classes", zh: "相邻类之间的间隙"), unit: "°"),
      y: Axis(text("share of neighbours, %", zh: "相邻对占比，%"), grid: true),
      inside: panel.clipped(
        "bars",
        [
          panel.histogram(overlapping, over: range, color: colors[4]),
          panel.histogram(free, over: range, color: colors[0]),
          .path(panel.verticalLine(at: 0), fill: nil, stroke: Stroke(theme.ink, width: 1)),
          panel.line(
            median.map { [Point($0, 0), Point($0, top)] } ?? [], width: 1,
            style: .dashed),
        ]), heading: heading ?? text("Gaps between neighbours", zh: "相邻类的间隙"),
      over: medianWords(panel) + beyondWords(panel, range)
        + sideWords(panel))
  }

  /// What the two sides of 0 are, in the colors of their bars.
  private func sideWords(_ panel: Panel) -> [Scene.Item] {
    let (frame, zero, colors) = (panel.frame, panel.x(0), theme.hues)
    func side(_ words: RichText, at x: Double, _ anchor: Scene.Text.Anchor, _ color: Color)
      -> Scene.Item
    {
      theme.words(
        words, at: Point(x: x, y: frame.y + 6), color: theme.label(color), anchor: anchor,
        baseline: .top, halo: true)
    }
    var items: [Scene.Item] = []
    if zero - frame.x > 50 {
      items.append(side(overlapWords(panel), at: overlapEnd(panel), .end, colors[4]))
    }
    if frame.maxX - zero > 35 {
      let isAll = zero < frame.x && !gaps.contains { $0 < 0 }
      items.append(
        side(
          isAll ? text("all free", zh: "全部空出") : text("free", zh: "空出"),
          at: max(zero, frame.x) + 5, .start, colors[0]))
    }
    return items
  }

  /// Where the axis ends before 0, whether that is so of all neighbours.
  private func overlapWords(_ panel: Panel) -> RichText {
    panel.x(0) > panel.frame.maxX && !gaps.contains { $0 > 0 }
      ? text("all overlap", zh: "全部重叠") : text("overlap", zh: "重叠")
  }

  /// Above the tallest bar, for three lines of words or two; units.
  private static func room(hasBeyond: Bool) -> Double { hasBeyond ? 48 : 34 }

  private func hasBeyond(_ range: ClosedRange<Double>) -> Bool {
    gaps.contains { $0 < range.lowerBound - 1e-9 || $0 > range.upperBound + 1e-9 }
  }

  /// Where the word for gaps below 0 ends: left of the line of 0, and of the dashed one where that
  /// would strike it through.
  private func overlapEnd(_ panel: Panel) -> Double {
    let end = min(panel.x(0), panel.frame.maxX) - 5
    let width = overlapWords(panel).width(size: theme.smallSize, by: theme.measure)
    guard let median else { return end }
    let line = panel.x(median)
    let isStruck = line > end - width - 3 && line < end + 3
    return isStruck && line - 5 - width > panel.frame.x ? line - 5 : end
  }

  /// Beside the dashed line, on the side that has room.
  private func medianWords(_ panel: Panel) -> [Scene.Item] {
    guard let median else { return [] }
    let words = text("median ", zh: "中位数 ") + RichText(plain: degreesText(median * .pi / 180))
    let width = words.width(size: theme.smallSize, by: theme.measure)
    let x = panel.x(median)
    let right = x + width + 8
    let meetsZero = median < 0 && right > panel.x(0)
    let isLeft = right > panel.frame.maxX || (meetsZero && x - width - 8 > panel.frame.x)
    return [
      theme.words(
        words, at: Point(x: x + (isLeft ? -5 : 5), y: panel.frame.y + 6 + 1.5 * theme.smallSize),
        color: theme.ink, anchor: isLeft ? .end : .start, baseline: .top, halo: true)
    ]
  }

  /// Degrees, as `RunMetrics.gap` has them.
  private var gaps: [Double] {
    ClassDirections(run.test, classes: classes.count).gaps(run.test).map { $0 * 180 / .pi }
  }

  private var median: Double? {
    let gaps = gaps
    return gaps.isEmpty ? nil : percentile(50, of: gaps)
  }

  private static let gapBars = 40
  /// Of the axis, the most that is empty between 0 and the nearest gap.
  private static let emptyShare = 0.2

  /// From the widest overlap to the widest gap, degrees; where a few would squeeze the others,
  /// without the outer 2 % of either end.
  package var gapRange: ClosedRange<Double> {
    let gaps = gaps
    guard var least = gaps.min(), var most = gaps.max() else { return Self.gapRange(0, 0) }
    let usual = (low: percentile(2, of: gaps), high: percentile(98, of: gaps))
    let room = 0.1 * (usual.high - usual.low)
    if least < usual.low - room { least = usual.low }
    if most > usual.high + room { most = usual.high }
    return Self.gapRange(least, most)
  }

  /// With 0 at the edge of a bar, or without it where all lie so far on one side that most of the
  /// way there would be empty.
  package static func gapRange(_ least: Double, _ most: Double) -> ClosedRange<Double> {
    let (nearest, farthest) = (max(least, -most), max(-least, most))
    if nearest > emptyShare * farthest {
      let middle = (least + most) / 2
      let half = max((most - least) / 2, 1e-3)
      return middle - half...middle + half
    }
    let (least, most) = (min(0, least), max(0, most))
    let (low, high) = (min(least, -0.02 * most), max(most, -0.02 * least, 1e-3))
    let bar = (high - low) / Double(gapBars - 1)
    let below = (-low / bar).rounded(.up)
    return -below * bar...(Double(gapBars) - below) * bar
  }

  /// The tallest bar, percent.
  package func highestGapShare(_ range: ClosedRange<Double>) -> Double {
    max(1, gapShares(range).max() ?? 1)
  }

  private func gapShares(_ range: ClosedRange<Double>) -> [Double] {
    let gaps = gaps
    var counts = Array(repeating: 0.0, count: Self.gapBars)
    let width = (range.upperBound - range.lowerBound) / Double(counts.count)
    for gap in gaps {
      let place = Int(((gap - range.lowerBound) / width + 1e-9).rounded(.down))
      // The ends of the range themselves lie in the first and the last bar.
      let isInside = gap >= range.lowerBound - 1e-9 && gap <= range.upperBound + 1e-9
      if isInside { counts[max(0, min(counts.count - 1, place))] += 1 }
    }
    return counts.map { 100 * $0 / Double(max(1, gaps.count)) }
  }

  /// How many lie beyond the ends of the axis, in the upper corners.
  private func beyondWords(_ panel: Panel, _ range: ClosedRange<Double>) -> [Scene.Item] {
    let gaps = gaps
    func words(_ count: Int, _ anchor: Scene.Text.Anchor, _ sign: (String, String)) -> [Scene.Item]
    {
      guard count > 0 else { return [] }
      let share = percentText(Double(count) / Double(gaps.count))
      let words = text("\(sign.0)\(share) beyond\(sign.1)", zh: "\(sign.0)\(share) 在轴外\(sign.1)")
      var end = panel.frame.maxX - 5
      // Left of the line of 0, where that would strike it through.
      let zero = panel.x(0)
      let width = words.width(size: theme.smallSize, by: theme.measure)
      if zero > end - width - 3 && zero < end + 3 { end = zero - 5 }
      return [
        theme.words(
          words,
          at: Point(
            x: anchor == .start ? panel.frame.x + 5 : end,
            y: panel.frame.y + 6 + 3 * theme.smallSize), anchor: anchor, baseline: .top, halo: true)
      ]
    }
    let below = gaps.filter { $0 < range.lowerBound - 1e-9 }.count
    let above = gaps.filter { $0 > range.upperBound + 1e-9 }.count
    return words(below, .start, ("← ", "")) + words(above, .end, ("", " →"))
  }

  private func isFree(_ place: Int, in range: ClosedRange<Double>) -> Bool {
    let width = (range.upperBound - range.lowerBound) / Double(Self.gapBars)
    return range.lowerBound + (Double(place) + 0.5) * width > 0
  }
}
