import LossLab

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
        .text(
          tick.label, at: Point(x: frame.x - 5, y: y(tick.value)), size: theme.smallSize,
          color: theme.muted, anchor: .end, baseline: .middle)
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
    var taken = -Double.infinity
    var items: [Scene.Item] = []
    for tick in ticks {
      let half = tick.label.width(size: theme.smallSize, by: theme.measure) / 2
      guard x(tick.value) - half > taken else { continue }
      taken = x(tick.value) + half + 4
      items.append(
        .text(
          tick.label, at: Point(x: x(tick.value), y: frame.maxY + 6), size: theme.smallSize,
          color: theme.muted, anchor: .middle, baseline: .top))
    }
    return items
  }

  private func xTitle(_ title: RichText) -> [Scene.Item] {
    guard !title.isEmpty else { return [] }
    return [
      .text(
        title, at: Point(x: frame.midX, y: frame.maxY + Self.tickRoom + 5),
        size: theme.smallSize, color: theme.muted, anchor: .middle, baseline: .top)
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
