extension Panel {
  /// A box of that size inside the frame with as little of the lines in it as there can be, the
  /// lower right corner first.
  ///
  /// - Parameter lines: in points of the scene.
  package func freePlace(
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
