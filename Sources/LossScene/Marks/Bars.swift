extension Panel {
  /// Bars of a histogram standing on the x axis: `heights` over equal parts of a range.
  package func histogram(
    _ heights: [Double], over range: ClosedRange<Double>, color: Color, opacity: Double = 0.7
  ) -> Scene.Item {
    let width = (range.upperBound - range.lowerBound) / Double(max(1, heights.count))
    var path = Path()
    for (index, height) in heights.enumerated() where height > 0 {
      let start = range.lowerBound + Double(index) * width
      path.append(bar(from: start, to: start + width, height: height, gap: 0.05))
    }
    // Two histograms over one another both show; their outlines stand out from the paper.
    return .path(path, fill: color.withOpacity(opacity), stroke: Stroke(color, width: 0.5))
  }

  /// One bar that stands on the x axis; `gap` is the share of its width left free at each side.
  package func bar(
    from start: Double, to end: Double, height: Double, color: Color, gap: Double = 0.1
  ) -> Scene.Item {
    .path(bar(from: start, to: end, height: height, gap: gap), fill: color, stroke: nil)
  }

  private func bar(from start: Double, to end: Double, height: Double, gap: Double) -> Path {
    let margin = (end - start) * gap
    let ground = min(frame.maxY, max(frame.y, y(y.kind == .linear ? 0 : y.domain.lowerBound)))
    let top = y(height)
    return Path(
      rectangle: Rectangle(
        x: x(start + margin), y: min(top, ground), width: x(end - margin) - x(start + margin),
        height: abs(ground - top)))
  }
}
