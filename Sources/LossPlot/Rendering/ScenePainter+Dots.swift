import CCairo
import LossLab

extension ScenePainter {
  /// Fewer dots are not worth sixteen stamps.
  private static let fewestStamped = 32
  /// Pixels from the center; larger dots are rare.
  private static let largestStamp = 64.0

  func paint(_ dots: Scene.Dots) {
    let outline = dots.shape.outline(radius: dots.radius).map { Path(polygon: $0) }
    let path = outline ?? Path(circle: .zero, radius: dots.radius)
    let centers = dots.drawnCenters
    var matrix = cairo_matrix_t()
    cairo_get_matrix(cairo, &matrix)
    let scale = matrix.xx
    let reach = dots.reach
    guard centers.count >= Self.fewestStamped, reach * scale <= Self.largestStamp,
      cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_IMAGE
    else {
      for center in centers {
        cairo_save(cairo)
        cairo_translate(cairo, center.x, center.y)
        Self.trace(path, on: cairo)
        finish(fill: dots.fill, stroke: dots.stroke)
        cairo_restore(cairo)
      }
      return
    }
    let fills = DotStamps(radius: reach, scale: scale) { context in
      Self.trace(path, on: context)
      cairo_fill(context)
    }
    let rings = DotStamps(radius: reach, scale: scale) { context in
      Self.trace(path, on: context)
      if let stroke = dots.stroke { Self.set(stroke, on: context) }
      cairo_set_source_rgba(context, 0, 0, 0, 1)
      cairo_stroke(context)
    }
    cairo_save(cairo)
    cairo_identity_matrix(cairo)
    for center in centers {
      let place = Point(x: center.x * scale + matrix.x0, y: center.y * scale + matrix.y0)
      if let fill = dots.fill {
        set(fill)
        fills.stamp(at: place, on: cairo)
      }
      if let stroke = dots.stroke {
        set(stroke.color)
        rings.stamp(at: place, on: cairo)
      }
    }
    cairo_restore(cairo)
  }
}
