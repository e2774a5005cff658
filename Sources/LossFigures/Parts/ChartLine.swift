/// A line of a chart, and what it is called at its end.
struct ChartLine {
  var points: [Point]
  /// Around the points, where they are means.
  var spread: [SpreadValue] = []
  var color: Color
  var width = 1.6
  var style = LineStyle.solid
  /// `nil` for what a key says.
  var name: RichText?
}

extension ChartLine {
  /// Of means, with what their seeds reach.
  init(_ spread: [SpreadValue], color: Color, style: LineStyle = .solid, name: RichText? = nil) {
    self.init(
      points: spread.map { Point($0.x, $0.mean) }, spread: spread, color: color, style: style,
      name: name)
  }
}

extension Panel {
  func lines(_ lines: [ChartLine]) -> Scene.Item {
    clipped(
      "lines",
      lines.flatMap { one in
        [line(one.points, color: one.color, width: one.width, style: one.style)]
          + (one.spread.isEmpty ? [] : [errorBars(one.spread, color: one.color)])
      })
  }

  func endLabels(_ lines: [ChartLine]) -> Scene.Item {
    endLabels(
      lines.compactMap { line in
        line.name.map { EndLabel($0, at: line.points.last ?? .zero, color: line.color) }
      })
  }
}
