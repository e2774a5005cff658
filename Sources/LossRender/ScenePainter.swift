import CCairo

/// Draws a scene's items on a Cairo context whose unit is the point.
struct ScenePainter: ~Copyable {
  let cairo: OpaquePointer
  /// Made for the first text: fonts cost most of the start-up.
  private var shaper: TextShaper?
  /// Of the words; `nil` for DejaVu Sans.
  private var font: String?
  private(set) var missing = MissingGlyphs()
  /// The rectangle that all clips leave, in points; `nil` where one of them is no rectangle.
  private(set) var clip: Rectangle? = Rectangle(x: -1e9, y: -1e9, width: 2e9, height: 2e9)

  init(on cairo: OpaquePointer) {
    self.cairo = cairo
  }

  mutating func paint(_ scene: Scene) throws(RenderError) {
    font = scene.font
    if let background = scene.background {
      set(background)
      cairo_paint(cairo)
    }
    for item in scene.items { try paint(item) }
  }

  private mutating func paint(_ item: Scene.Item) throws(RenderError) {
    switch item {
    case .path(let path, let fill, let stroke):
      Self.trace(path, on: cairo)
      finish(fill: fill, stroke: stroke)
    case .dots(let dots): paint(dots)
    case .text(let text): try paint(text)
    case .raster(let raster): try paint(raster)
    case .group(let group):
      cairo_save(cairo)
      let outer = clip
      if let path = group.clip {
        Self.trace(path, on: cairo)
        cairo_clip(cairo)
        clip = outer.flatMap { outer in path.rectangle.map { $0.intersection(outer) } }
      }
      for item in group.items { try paint(item) }
      clip = outer
      cairo_restore(cairo)
    }
  }

  static func trace(_ path: Path, on cairo: OpaquePointer) {
    cairo_new_path(cairo)
    // An arc after a closed part stands alone. Begun at its arc and not at once: a path that ends
    // without a current point is an empty clip to Cairo's PDF.
    var isClosed = false
    for segment in path.segments where segment.isFinite {
      defer { isClosed = segment == .close }
      switch segment {
      case .move(let point): cairo_move_to(cairo, point.x, point.y)
      case .line(let point) where isClosed: cairo_move_to(cairo, point.x, point.y)
      case .line(let point): cairo_line_to(cairo, point.x, point.y)
      case .arc(let center, let radius, let start, let end):
        if isClosed { cairo_new_sub_path(cairo) }
        // Cairo's angles grow clockwise, because y points down.
        if end >= start {
          cairo_arc_negative(cairo, center.x, center.y, radius, -start, -end)
        } else {
          cairo_arc(cairo, center.x, center.y, radius, -start, -end)
        }
      case .close: cairo_close_path(cairo)
      }
    }
  }

  func finish(fill: Color?, stroke: Stroke?) {
    if let fill {
      set(fill)
      cairo_fill_preserve(cairo)
    }
    if let stroke {
      set(stroke)
      cairo_stroke_preserve(cairo)
    }
    cairo_new_path(cairo)
  }

  private mutating func textShaper() throws(RenderError) -> TextShaper {
    if let shaper { return shaper }
    let shaper = try TextShaper(family: font)
    self.shaper = shaper
    return shaper
  }

  private mutating func paint(_ text: Scene.Text) throws(RenderError) {
    guard text.isDrawn else { return }
    let shaper = try textShaper()
    let line = shaper.drawnLine(text.content, size: text.size) { missing.add($0) }
    let shift =
      switch text.anchor {
      case .start: 0.0
      case .middle: -line.width / 2
      case .end: -line.width
      }
    cairo_save(cairo)
    cairo_translate(cairo, text.position.x, text.position.y)
    if text.rotation != 0 { cairo_rotate(cairo, -text.rotation) }
    cairo_move_to(cairo, shift, text.baseline.drop * text.size)
    if let halo = text.halo {
      line.addOutline(to: cairo)
      set(Stroke(halo, width: text.size * Scene.Text.haloWidth))
      cairo_stroke(cairo)
      cairo_move_to(cairo, shift, text.baseline.drop * text.size)
    }
    set(text.color)
    line.show(on: cairo)
    cairo_restore(cairo)
  }

  private func paint(_ raster: Scene.Raster) throws(RenderError) {
    guard raster.isDrawn else { return }
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(clamping: raster.columns), Int32(clamping: raster.rows))
    defer { cairo_surface_destroy(surface) }
    try check(cairo_surface_status(surface))
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for row in 0..<raster.rows {
      for column in 0..<raster.columns {
        let from = (row * raster.columns + column) * 4
        let to = row * stride + column * 4
        let opacity = Int(raster.pixels[from + 3])
        // Cairo keeps blue, green, red, opacity on little-endian machines, premultiplied.
        for channel in 0..<3 {
          data[to + channel] = UInt8((Int(raster.pixels[from + 2 - channel]) * opacity + 127) / 255)
        }
        data[to + 3] = UInt8(opacity)
      }
    }
    cairo_surface_mark_dirty(surface)
    cairo_save(cairo)
    cairo_translate(cairo, raster.frame.x, raster.frame.y)
    cairo_scale(
      cairo, raster.frame.width / Double(raster.columns),
      raster.frame.height / Double(raster.rows))
    cairo_set_source_surface(cairo, surface, 0, 0)
    let source = cairo_get_source(cairo)
    cairo_pattern_set_filter(source, raster.isSmooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_NEAREST)
    // Else the edge of a magnified image fades out.
    cairo_pattern_set_extend(source, CAIRO_EXTEND_PAD)
    cairo_rectangle(cairo, 0, 0, Double(raster.columns), Double(raster.rows))
    cairo_fill(cairo)
    cairo_restore(cairo)
  }

  func set(_ color: Color) {
    cairo_set_source_rgba(
      cairo, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      color.opacity)
  }

  func set(_ stroke: Stroke) {
    set(stroke.color)
    Self.set(stroke, on: cairo)
  }

  /// All but the color.
  static func set(_ stroke: Stroke, on cairo: OpaquePointer) {
    cairo_set_line_width(cairo, stroke.width)
    cairo_set_dash(cairo, stroke.dash, Int32(clamping: stroke.dash.count), 0)
    cairo_set_line_join(
      cairo, stroke.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_line_cap(cairo, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
  }
}

/// - Throws: `RenderError.failed` with Cairo's own words.
func check(_ status: cairo_status_t) throws(RenderError) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .failed(cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown reason")
}
