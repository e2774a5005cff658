/// A word of the key and the sign it explains.
package struct KeyItem: Sendable, Equatable {
  package enum Sign: Sendable, Equatable {
    /// Nothing: the words say it all.
    case none
    case dot(MarkerShape, fill: Color?, stroke: Stroke?)
    case line(Stroke)
    case area(Color)
    case arrow(Color)
  }

  package var sign: Sign
  package var words: RichText

  package init(_ sign: Sign = .none, _ words: RichText) {
    self.sign = sign
    self.words = words
  }

  /// Points that the sign takes, its gap included.
  var signWidth: Double {
    switch sign {
    case .none: 0
    case .dot: 11
    case .line, .arrow: 23
    case .area: 17
    }
  }

  /// The sign with its left edge at `origin`, which lies on the baseline of words of that size.
  package func items(at origin: Point, size: Double) -> [Scene.Item] {
    let middle = origin.y - size * 0.33
    switch sign {
    case .none: return []
    case .dot(let shape, let fill, let stroke):
      let dots = Scene.Dots(
        [Point(x: origin.x + 4, y: middle)], shape: shape, radius: 2.8, fill: fill, stroke: stroke)
      return [.dots(dots)]
    case .line(let stroke):
      let line = Path(polyline: [Point(x: origin.x, y: middle), Point(x: origin.x + 18, y: middle)])
      return [.path(line, fill: nil, stroke: stroke)]
    case .area(let color):
      let box = Rectangle(x: origin.x, y: middle - 4, width: 12, height: 8)
      return [.path(Path(rectangle: box), fill: color, stroke: nil)]
    case .arrow(let color):
      return arrowItems(
        from: Point(x: origin.x, y: middle), to: Point(x: origin.x + 18, y: middle), color: color,
        width: 1.25)
    }
  }
}
