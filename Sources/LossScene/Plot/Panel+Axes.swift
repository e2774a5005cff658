extension Panel {
  /// Room that ticks and titles take outside the frame.
  package static let tickRoom = 16.0
  package static let titleRoom = 15.0

  /// Ticks, their numbers and the titles of two axes, and grid lines; `nil` for no axis there.
  ///
  /// Numbers that would touch their neighbours are left out.
  package func axes(x xAxis: Axis?, y yAxis: Axis?) -> Scene.Item {
    var items: [Scene.Item] = []
    var grid = Path()
    if let xAxis {
      let ticks = xAxis.ticks(on: x)
      if xAxis.hasGrid { ticks.forEach { grid.append(verticalLine(at: $0.value)) } }
      items += xLabels(ticks)
      items += xTitle(xAxis.title)
    }
    if let yAxis {
      let ticks = yAxis.ticks(on: y)
      if yAxis.hasGrid { ticks.forEach { grid.append(horizontalLine(at: $0.value)) } }
      items += ticks.map { tick in
        theme.words(tick.label, at: Point(x: frame.x - 5, y: y(tick.value)), anchor: .end)
      }
      items += yTitle(yAxis.title, ticks)
    }
    if !grid.segments.isEmpty {
      items.insert(.path(grid, fill: nil, stroke: Stroke(theme.faint, width: 0.75)), at: 0)
    }
    return .group("axes", items: items)
  }

  /// A line across the panel at one value of x.
  package func verticalLine(at value: Double) -> Path {
    Path(polyline: [Point(x: x(value), y: frame.maxY), Point(x: x(value), y: frame.y)])
  }

  /// A line across the panel at one value of y.
  package func horizontalLine(at value: Double) -> Path {
    Path(polyline: [Point(x: frame.x, y: y(value)), Point(x: frame.maxX, y: y(value))])
  }

  private func xLabels(_ ticks: [Tick]) -> [Scene.Item] {
    clear(ticks).map { tick in
      theme.words(
        tick.label, at: Point(x: x(tick.value), y: frame.maxY + 6), anchor: .middle, baseline: .top)
    }
  }

  /// Ticks whose numbers do not touch: of evenly spaced ones every second, third and so on; of
  /// others each that has room after the one before.
  private func clear(_ ticks: [Tick]) -> [Tick] {
    var taken = -Double.infinity
    let fitting = ticks.filter { tick in
      let half = tick.label.width(size: theme.smallSize, by: theme.measure) / 2
      guard x(tick.value) - half > taken else { return false }
      taken = x(tick.value) + half + 4
      return true
    }
    let steps = zip(ticks, ticks.dropFirst()).map { x($1.value) - x($0.value) }
    let isEven = steps.allSatisfy { abs($0 - steps[0]) < 1e-6 * frame.width }
    guard isEven, fitting.count < ticks.count, ticks.count > 2 else { return fitting }
    let widest = ticks.map { $0.label.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0
    let step = max(2, Int(((widest + 4) / steps[0]).rounded(.up)))
    return stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
  }

  private func xTitle(_ title: RichText) -> [Scene.Item] {
    guard !title.isEmpty else { return [] }
    return [
      theme.words(
        title, at: Point(x: frame.midX, y: frame.maxY + Self.tickRoom + 5), anchor: .middle,
        baseline: .top)
    ]
  }

  private func yTitle(_ title: RichText, _ ticks: [Tick]) -> [Scene.Item] {
    guard !title.isEmpty else { return [] }
    let width = ticks.map { $0.label.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0
    return [
      .text(
        title, at: Point(x: max(10.5, frame.x - width - 13), y: frame.midY),
        size: theme.smallSize,
        color: theme.muted, anchor: .middle, rotation: .pi / 2)
    ]
  }
}
