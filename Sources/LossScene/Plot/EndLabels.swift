/// The words for a line, beside the place where it ends.
package struct EndLabel: Sendable, Equatable {
  package var text: RichText
  /// End of the line, in data.
  package var point: Point
  package var color: Color

  package init(_ text: RichText, at point: Point, color: Color) {
    self.text = text
    self.point = point
    self.color = color
  }
}

extension Panel {
  /// Labels right of the frame at the height of their lines' ends, moved apart as little as keeps
  /// them readable, with a thin line to the end where one was moved.
  package func endLabels(_ labels: [EndLabel]) -> Scene.Item {
    let order = labels.indices.sorted { (y(labels[$0].point.y), $0) < (y(labels[$1].point.y), $1) }
    let wanted = order.map { min(frame.maxY, max(frame.y, y(labels[$0].point.y))) }
    let places = spread(wanted, gap: theme.smallSize * 1.3)
    var items: [Scene.Item] = []
    for (index, place) in zip(order, places) {
      let label = labels[index]
      let end = point(label.point)
      let start = frame.maxX + 9
      if abs(place - end.y) > 1.5 {
        items.append(
          .path(
            Path(polyline: [
              Point(x: frame.maxX + 1.5, y: min(frame.maxY, max(frame.y, end.y))),
              Point(x: start - 2, y: place),
            ]), fill: nil, stroke: Stroke(label.color.withOpacity(0.6), width: 0.6)))
      }
      items.append(
        theme.words(label.text, at: Point(x: start, y: place), color: theme.label(label.color)))
    }
    return .group("labels", items: items)
  }

  /// Whether labels right of the frame leave enough of a page so wide to the frame; else they
  /// stand in the key.
  ///
  /// In a column of print the lines need the room.
  package static func hasRoom(for labels: [RichText], pageWidth: Double, theme: Theme) -> Bool {
    room(for: labels, theme: theme) < (pageWidth < Page.narrow ? 0.25 : 0.33) * pageWidth
  }

  /// Room that the labels need right of the frame.
  package static func room(for labels: [RichText], theme: Theme) -> Double {
    11 + (labels.map { $0.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0)
  }
}

/// Places at least `gap` apart, in the order given, as near to the wanted ones as possible (least
/// squares: neighbours that are too close move as one block).
package func spread(_ wanted: [Double], gap: Double) -> [Double] {
  /// Neighbours at exact distance; `sum` of what the first of them is wanted at.
  struct Block {
    var sum: Double
    var count: Int
    var start: Double { sum / Double(count) }
  }
  var blocks: [Block] = []
  for place in wanted {
    var block = Block(sum: place, count: 1)
    while let last = blocks.last, last.start + Double(last.count) * gap > block.start {
      blocks.removeLast()
      block = Block(
        sum: last.sum + block.sum - Double(last.count * block.count) * gap,
        count: last.count + block.count)
    }
    blocks.append(block)
  }
  return blocks.flatMap { block in (0..<block.count).map { block.start + Double($0) * gap } }
}
