/// One target logit ψ(θ) of a chart.
struct TargetCurve: Sendable {
  var label: RichText
  var margin: AngularMargin
  var color: Color
  var style = LineStyle.solid
  var width = 1.75
}

extension AngularMargin {
  /// The first angle, to 1e-9 radians, from which ψ rises, jumps up or stays level; `nil` where it
  /// falls throughout.
  ///
  /// A knot of L-Softmax, flat in one point, is none.
  var turningPoint: Double? {
    let count = 7200
    let step = Double.pi / Double(count)
    func value(_ theta: Double) -> Double { evaluate(Angle(radians: theta)).value }
    for index in 0..<count where value(step * Double(index + 1)) >= value(step * Double(index)) {
      // A power of 1 + cos θ is level at π to all digits, and yet falls.
      let start = evaluate(Angle(radians: step * Double(index)))
      if start.slope < 0 && start.slope > -1e-12 { continue }
      // The turn lies in this step or, where ψ fell first, at the end of the one before.
      var low = step * Double(max(0, index - 1))
      var high = step * Double(index + 1)
      for _ in 0..<40 where high - low > 1e-9 {
        let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
        if value(second) >= value(first) { high = second } else { low = first }
      }
      return (low + high) / 2
    }
    return nil
  }
}

extension AngularMargin {
  /// Whether both are the same target logit, at every degree.
  func isSame(as other: AngularMargin) -> Bool {
    (0...180).allSatisfy { degrees in
      let angle = Angle(radians: Double(degrees) * .pi / 180)
      return abs(evaluate(angle).value - other.evaluate(angle).value) < 1e-9
    }
  }
}

/// Target logits, or their slopes, against the angle in degrees; lines end in their names.
struct CurvePanel {
  var curves: [TargetCurve]
  /// Degrees.
  var range = 0.0...180.0
  var showsSlope = false
  /// `nil` for what the lines need.
  var limits: ClosedRange<Double>?
  /// The curves that leave the frame below and go on: their names stand there.
  var leaving: [Int] = []
  var marksTurns = false
  /// Of the angles.
  var title: RichText = "angle $θ$ to the own class"
  var tickStep = 30.0
  /// Whether the lines end in their names; else a key says them.
  var hasEndLabels = true

  /// Room right of the frame that the names need.
  func room(_ theme: Theme) -> Double {
    hasEndLabels ? Panel.room(for: curves.map(\.label), theme: theme) : 0
  }

  /// The names with their lines, for a page too narrow to write them beside.
  func key(_ theme: Theme) -> [KeyItem] {
    curves.map { curve in
      KeyItem(.line(curve.style.stroke(theme.mark(curve.color), width: curve.width)), curve.label)
    }
  }

  func item(in frame: Rectangle, theme: Theme) -> Scene.Item {
    let lines = curves.map(points)
    let values = lines.joined().map(\.y).filter(\.isFinite)
    let (lowest, highest) = (values.min() ?? -1, values.max() ?? 1)
    let limits =
      limits ?? lowest - 0.04 * (highest - lowest)...highest + 0.04 * (highest - lowest)
    let panel = Panel(in: frame, x: range, y: limits, theme: theme)
    let ticks = stride(
      from: (range.lowerBound / tickStep).rounded(.up) * tickStep, through: range.upperBound,
      by: tickStep
    ).map { Tick($0, "\(Int($0))°") }
    let names = curves.indices.filter { !leaving.contains($0) }.map { index in
      EndLabel(
        curves[index].label, at: lines[index].last ?? .zero, color: theme.mark(curves[index].color))
    }
    return .group(
      "curves",
      items: [
        panel.axes(x: Axis(title, ticks: ticks, grid: true), y: Axis(grid: true)),
        panel.clipped(
          "curves",
          zip(curves, lines).map { curve, line in
            panel.line(line, color: theme.mark(curve.color), width: curve.width, style: curve.style)
          }), panel.border,
      ] + (marksTurns ? turns(panel) : []) + leavingNames(lines, panel)
        + (hasEndLabels ? [panel.endLabels(names)] : []))
  }

  /// Beside the place where each leaves the frame, one above the other: left of it where there is
  /// room.
  private func leavingNames(_ lines: [[Point]], _ panel: Panel) -> [Scene.Item] {
    let theme = panel.theme
    return leaving.enumerated().compactMap { row, index in
      let y = panel.frame.maxY - 10 - 1.4 * theme.textSize * Double(row)
      func x(below y: Double) -> Double? {
        lines[index].first { panel.y($0.y) > y }.map { panel.x($0.x) }
      }
      guard let place = x(below: y) else { return nil }
      let name = hasEndLabels ? curves[index].label + RichText(plain: " ↓") : "↓"
      let start = place - 6 - name.width(size: theme.smallSize, by: theme.measure)
      let isLeft = start >= panel.frame.x + 3
      let right = (x(below: y + theme.smallSize / 2) ?? place) + 6
      return theme.words(
        name, at: Point(x: isLeft ? place - 6 : right, y: y),
        color: theme.label(curves[index].color), anchor: isLeft ? .end : .start, halo: true)
    }
  }

  /// Degrees against ψ or dψ/dθ, interrupted at a jump.
  func points(_ curve: TargetCurve) -> [Point] {
    let count = max(1, Int((range.upperBound - range.lowerBound) * 4))
    let width = (range.upperBound - range.lowerBound) / Double(count)
    var points: [Point] = []
    var last: MarginValue?
    for index in 0...count {
      let degrees = range.lowerBound + Double(index) * width
      let value = curve.margin.evaluate(Angle(radians: degrees * .pi / 180))
      let y = showsSlope ? value.slope : value.value
      if let last, isJump(from: last, to: value, width: width * .pi / 180) {
        points.append(Point(degrees, .nan))
      }
      points.append(Point(degrees, y))
      last = value
    }
    return points
  }

  /// More than the slopes at both ends account for; of a slope itself any step is real.
  private func isJump(from: MarginValue, to: MarginValue, width: Double) -> Bool {
    guard !showsSlope else { return abs(to.slope - from.slope) > 0.2 }
    return abs(to.value - from.value - (from.slope + to.slope) / 2 * width) > 0.005
  }

  private func turns(_ panel: Panel) -> [Scene.Item] {
    curves.compactMap { curve in
      guard let turn = curve.margin.turningPoint, range.contains(turn * 180 / .pi) else {
        return nil
      }
      let value = curve.margin.evaluate(Angle(radians: turn))
      let point = Point(turn * 180 / .pi, showsSlope ? value.slope : value.value)
      return .group(
        "turn",
        items: [
          .dots(
            [panel.point(point)], radius: 3.4, fill: panel.theme.paper,
            stroke: Stroke(panel.theme.mark(curve.color), width: 1.6))
        ])
    }
  }
}
