import LossLab
import LossScene

extension RunScene {
  /// How the test samples' angles to their own class, and to the nearest other, are spread.
  func histogramPanel(in frame: Rectangle, heading: RichText? = nil) -> Scene.Item {
    let (own, other) = classAngles
    let limit = style.angleLimit ?? angleLimit
    let (near, far) = (shares(own, limit: limit), shares(other, limit: limit))
    let highest = style.shareLimit ?? highestShare(limit: limit)
    let panel = Panel(in: frame, x: 0...limit, y: 0...highest * 1.12, theme: theme)
    let colors = Palette.okabeIto.colors.map { theme.mark($0) }
    func place(_ angles: [Double]) -> Double {
      min(
        max(panel.x(percentile(50, of: angles) * 180 / .pi), frame.x + 50), frame.maxX - 60)
    }
    // Where both spreads lie at one place, their names stand one below the other.
    let isNear = abs(place(own) - place(other)) < 80
    func label(
      _ words: RichText, _ angles: [Double], _ color: Color, line: Double = 0
    ) -> Scene.Item {
      .text(
        Scene.Text(
          words, at: Point(x: place(angles), y: frame.y + 6 + line * 1.4 * theme.smallSize),
          size: theme.smallSize, color: theme.label(color), anchor: .middle, baseline: .top,
          halo: theme.paper))
    }
    return .group(
      Scene.Group(
        "angle-histogram",
        items: [
          panel.axes(
            x: Axis(word("angle to a class direction", zh: "与类方向的夹角"), unit: "°"),
            y: Axis(
              word("share of \(caption.samplesName), %", zh: "\(caption.samplesName)占比，%"),
              grid: true)),
          panel.clipped(
            "bars",
            [
              panel.histogram(far, over: 0...limit, color: colors[4]),
              panel.histogram(near, over: 0...limit, color: colors[0]),
            ]), panel.border,
          panel.heading(
            heading
              ?? word("Angles of \(caption.samplesName)", zh: "\(caption.samplesName)的角度")),
          label(word("own class", zh: "本类"), own, colors[0]),
          label(word("nearest other", zh: "最近的其他类"), other, colors[4], line: isNear ? 1 : 0),
        ] + beyond(own + other, limit: limit, panel)))
  }

  /// What the last bar holds besides its own, where angles lie beyond the axis.
  private func beyond(
    _ angles: [Double], limit: Double, _ panel: Panel
  ) -> [Scene.Item] {
    guard angles.contains(where: { $0 * 180 / .pi > limit }) else { return [] }
    return [
      .text(
        Scene.Text(
          word(
            "last bar: all > \(degreesText(limit * .pi / 180))",
            zh: "末柱：所有 > \(degreesText(limit * .pi / 180))"),
          at: Point(x: panel.frame.maxX, y: panel.frame.y - 7), size: theme.smallSize,
          color: theme.muted, anchor: .end))
    ]
  }

  /// The end of the histogram's axis, degrees: strays on the far side would squeeze all others, so
  /// they count in the last bar.
  package var angleLimit: Double {
    let (own, other) = classAngles
    return min(180, 1.1 * max(20, percentile(99, of: own + other) * 180 / .pi))
  }

  /// The tallest bar, percent.
  package func highestShare(limit: Double) -> Double {
    let (own, other) = classAngles
    return max(1, (shares(own, limit: limit) + shares(other, limit: limit)).max() ?? 1)
  }

  /// The share of the angles in each of the histogram's bars, percent.
  private func shares(_ angles: [Double], limit: Double) -> [Double] {
    var counts = Array(repeating: 0.0, count: Self.histogramBars)
    for angle in angles {
      let place = Int(angle * 180 / .pi / limit * Double(counts.count))
      counts[min(counts.count - 1, place)] += 1
    }
    return counts.map { 100 * $0 / Double(max(1, angles.count)) }
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
    let lowest = min(-1, (film?.ownCurve ?? own).map { $0.y }.filter { $0.isFinite }.min() ?? -1)
    let panel = Panel(in: frame, x: 0...180, y: lowest * 1.06...1.1, theme: theme)
    let color = theme.mark(Palette.okabeIto.colors[0])
    let hasMargin = !classifier.head.target.isCosine
    var items: [Scene.Item] = [
      panel.axes(
        x: Axis(
          word("angle ", zh: "与本类的夹角 ") + "\(formula: "θ")" + word(" to the own class", zh: ""),
          ticks: [0, 45, 90, 135, 180].map { Tick($0, "\(Int($0))°") },
          grid: true), y: Axis(grid: true)),
      panel.border,
      panel.heading(
        heading ?? word("Target logit ", zh: "目标 logit ") + "\(formula: "ψ(θ)")"),
      panel.line(plain, color: theme.muted, width: 1, style: .dashed),
    ]
    if hasMargin { items.append(panel.line(own, color: color, width: 1.75)) }
    let middle = 120
    items.append(
      curveLabel(
        hasMargin ? "\(formula: "cos θ")" : cosineWords,
        size: hasMargin ? theme.textSize : theme.smallSize, above: plain[middle], theme.muted, panel
      ))
    if hasMargin {
      let name = RichText(plain: caption.title + " ") + "\(formula: "ψ(θ)")"
      items.append(curveLabel(name, below: own[middle], color, panel))
    }
    return .group(Scene.Group("target-logit", items: items))
  }

  /// Of a loss without a margin: whose target the cosine is, and what else is free.
  private var cosineWords: RichText {
    let isFree = classifier.head.magnitude.usesWeightNorm
    let words = word(", target of \(caption.title)", zh: "，\(caption.title) 的目标")
    return "\(formula: "cos θ")" + words
      + (isFree ? word("; norms free", zh: "；模长自由") : RichText())
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

  private func curveLabel(
    _ words: RichText, size: Double? = nil, above: Point? = nil, below: Point? = nil,
    _ color: Color, _ panel: Panel
  ) -> Scene.Item {
    let place = panel.point(above ?? below ?? .zero)
    let isAbove = above != nil
    let room =
      isAbove ? panel.frame.maxX - place.x - 10 : max(20, place.x - panel.frame.x - 10)
    let size = size ?? theme.textSize
    let words = words.truncated(width: room, size: size, by: theme.measure)
    return .text(
      Scene.Text(
        words, at: Point(x: place.x + (isAbove ? 6 : -6), y: place.y + (isAbove ? -6 : 8)),
        size: size, color: theme.label(color), anchor: isAbove ? .start : .end,
        baseline: isAbove ? .alphabetic : .top, halo: theme.paper))
  }
}
