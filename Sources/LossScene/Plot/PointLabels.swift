import LossLab

extension Panel {
  /// Names beside points of data: inside the panel, none over another, and where there is a choice
  /// outwards of the origin and not over dots.
  ///
  /// - Parameter dots: what had better stay visible, in data.
  public func pointLabels(_ labels: [EndLabel], avoiding dots: [Point]) -> Scene.Item {
    let crowd = points(dots)
    let tips = labels.map { point($0.point) }
    var taken: [Rectangle] = []
    var items: [Scene.Item] = []
    for (label, tip) in zip(labels, tips) {
      let box = places(for: label, at: tip).enumerated().map { rank, box in
        (box: box, cost: Double(rank) * 0.3 + cost(of: box, taken, crowd, tips))
      }.min { $0.cost < $1.cost }?.box
      guard let box else { continue }
      taken.append(box)
      items.append(
        .text(
          Scene.Text(
            label.text, at: box.center, size: theme.smallSize, color: theme.label(label.color),
            anchor: .middle, baseline: .middle, halo: theme.paper)))
    }
    return .group(Scene.Group("names", items: items))
  }

  /// Boxes for the words around the point, the best first, all inside the frame.
  private func places(for label: EndLabel, at tip: Point) -> [Rectangle] {
    let width = label.text.width(size: theme.smallSize, by: theme.measure) + 3
    let height = theme.smallSize * 1.2
    let outwards = (tip - point(.zero)).angle
    func box(around middle: Point) -> Rectangle {
      let x = min(frame.maxX - width - 2, max(frame.x + 2, middle.x - width / 2))
      let y = min(frame.maxY - height - 2, max(frame.y + 2, middle.y - height / 2))
      return Rectangle(x: x, y: y, width: width, height: height)
    }
    let around = [5.0, 14, 26].flatMap { distance in
      [0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9].map { turn in
        let unit = Point(angle: outwards + turn)
        // How far the box of words reaches towards the point, as a rounded one.
        let reach = Point(x: unit.x * width / 2, y: unit.y * height / 2).length
        return box(around: tip + unit * (distance + reach))
      }
    }
    // Where many points lie at one place, or at the edge, their names make a list.
    let listed = (2...12).flatMap { step in
      [1.0, -1].map { box(around: tip + Point(x: 0, y: $0 * Double(step) * height)) }
    }
    return around + listed
  }

  /// Other words are worst, then the points that are named, then dots.
  private func cost(
    of box: Rectangle, _ taken: [Rectangle], _ crowd: [Point], _ tips: [Point]
  ) -> Double {
    let words = taken.filter { $0.overlaps(box) }.count
    let near = box.inset(by: -2)
    return 1000 * Double(words) + 20 * Double(tips.filter(near.contains).count)
      + Double(crowd.filter(near.contains).count)
  }

  /// A box of that size inside the frame with as little of the lines in it as there can be, the
  /// lower right corner first.
  ///
  /// - Parameter lines: in points of the scene.
  public func freePlace(
    width: Double, height: Double, avoiding lines: [[Point]]
  ) -> Rectangle {
    let margin = 7.0
    let steps = 6
    let room = Point(
      x: max(0, frame.width - width - 2 * margin), y: max(0, frame.height - height - 2 * margin))
    let dense = lines.flatMap(densely)
    var best = Rectangle(x: frame.x, y: frame.y, width: width, height: height)
    var least = Int.max
    for row in 0...steps {
      for column in 0...steps {
        let box = Rectangle(
          x: frame.maxX - margin - width - room.x * Double(column) / Double(steps),
          y: frame.maxY - margin - height - room.y * Double(row) / Double(steps),
          width: width, height: height)
        let near = box.inset(by: -5)
        let covered = dense.filter(near.contains).count
        if covered < least { (best, least) = (box, covered) }
      }
    }
    return best
  }
}
