/// A line of a chart, and what it is called at its end.
struct ChartLine {
  var points: [Point]
  /// Around the points, where they are means.
  var spread: [SpreadValue] = []
  var color: Color
  var width = 1.6
  var style = LineStyle.solid
  /// `nil` for what is said elsewhere.
  var name: RichText?
}

extension [ChartLine] {
  /// Their names, for a page on which they stand in no other place.
  var key: [KeyItem] {
    map { KeyItem(.line($0.color, width: $0.width, style: $0.style), $0.name ?? "") }
  }
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
  func lines(_ lines: [ChartLine], in group: String = "lines") -> Scene.Item {
    clipped(
      group,
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
