extension Scene {
  /// The same drawing larger or smaller, type and lines included.
  package func scaled(by factor: Double) -> Scene {
    guard factor != 1 else { return self }
    var scene = self
    scene.width *= factor
    scene.height *= factor
    scene.items = items.map { $0.scaled(by: factor) }
    return scene
  }
}

extension Scene.Item {
  fileprivate func scaled(by factor: Double) -> Scene.Item {
    switch self {
    case .path(let path, let fill, let stroke):
      return .path(path.scaled(by: factor), fill: fill, stroke: stroke?.scaled(by: factor))
    case .dots(var dots):
      dots.radius *= factor
      dots.stroke = dots.stroke?.scaled(by: factor)
      dots.centers = dots.centers.map { $0 * factor }
      return .dots(dots)
    case .text(var text):
      text.position = text.position * factor
      text.size *= factor
      return .text(text)
    case .raster(var raster):
      raster.frame = Rectangle(
        x: raster.frame.x * factor, y: raster.frame.y * factor,
        width: raster.frame.width * factor, height: raster.frame.height * factor)
      return .raster(raster)
    case .group(var group):
      group.clip = group.clip?.scaled(by: factor)
      group.items = group.items.map { $0.scaled(by: factor) }
      return .group(group)
    }
  }
}

extension Path {
  fileprivate func scaled(by factor: Double) -> Path {
    Path(
      segments.map { segment in
        switch segment {
        case .move(let point): .move(point * factor)
        case .line(let point): .line(point * factor)
        case .arc(let center, let radius, let start, let end):
          .arc(center: center * factor, radius: radius * factor, start: start, end: end)
        case .close: .close
        }
      })
  }
}

extension Stroke {
  fileprivate func scaled(by factor: Double) -> Stroke {
    var stroke = self
    stroke.width *= factor
    stroke.dash = dash.map { $0 * factor }
    return stroke
  }
}
