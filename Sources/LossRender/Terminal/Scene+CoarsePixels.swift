extension Scene {
  /// For pixels so large that letters would be noise and thin lines invisible.
  ///
  /// - Parameter pixel: its side, in points.
  func inCoarsePixels(of pixel: Double) -> Scene {
    var scene = self
    scene.items = items.compactMap { $0.inCoarsePixels(of: pixel) }
    return scene
  }
}

extension Scene.Item {
  fileprivate func inCoarsePixels(of pixel: Double) -> Scene.Item? {
    switch self {
    case .path(let path, let fill, let stroke):
      return .path(path, fill: fill, stroke: stroke?.inCoarsePixels(of: pixel))
    case .dots(var dots):
      dots.radius = max(dots.radius, 0.5 * pixel)
      return .dots(dots)
    case .text: return nil
    case .raster: return self
    case .group(var group):
      group.items = group.items.compactMap { $0.inCoarsePixels(of: pixel) }
      return .group(group)
    }
  }
}

extension Stroke {
  fileprivate func inCoarsePixels(of pixel: Double) -> Stroke {
    var stroke = self
    stroke.width = max(width, (width < Self.mainLine ? 0.45 : 0.9) * pixel)
    return stroke
  }

  /// Points from which on a line is what the picture is about, a curve or a boundary.
  private static var mainLine: Double { 1.25 }
}
