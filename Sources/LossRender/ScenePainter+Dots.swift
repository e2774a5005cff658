import CCairo

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
    guard centers.count >= Self.fewestStamped, dots.reach * matrix.xx <= Self.largestStamp,
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
    stamp(dots, path, at: centers, matrix)
  }

  private func stamp(
    _ dots: Scene.Dots, _ path: Path, at centers: [Point], _ matrix: cairo_matrix_t
  ) {
    let scale = matrix.xx
    let fills = DotStamps(radius: dots.reach, scale: scale) { context in
      Self.trace(path, on: context)
      cairo_fill(context)
    }
    let rings = DotStamps(radius: dots.reach, scale: scale) { context in
      Self.trace(path, on: context)
      if let stroke = dots.stroke { Self.set(stroke, on: context) }
      cairo_set_source_rgba(context, 0, 0, 0, 1)
      cairo_stroke(context)
    }
    cairo_save(cairo)
    cairo_identity_matrix(cairo)
    let surface = cairo_get_target(cairo)
    let ground = surface.flatMap { surface in
      clip.flatMap { clip in
        StampGround(
          of: surface,
          clip: Rectangle(
            x: clip.x * scale + matrix.x0, y: clip.y * scale + matrix.y0,
            width: clip.width * scale, height: clip.height * scale))
      }
    }
    let fillColor = dots.fill.map(StampGround.word) ?? 0
    let strokeColor = dots.stroke.map { StampGround.word($0.color) } ?? 0
    for center in centers {
      let place = Point(x: center.x * scale + matrix.x0, y: center.y * scale + matrix.y0)
      if let fill = dots.fill {
        fills.stamp(at: place, on: cairo, ground, color: fillColor) { set(fill) }
      }
      if let stroke = dots.stroke {
        rings.stamp(at: place, on: cairo, ground, color: strokeColor) { set(stroke.color) }
      }
    }
    if ground != nil { cairo_surface_mark_dirty(surface) }
    cairo_restore(cairo)
  }
}
