import CCairo
import CPangoCairo

/// Sets lines of rich text in one family through Pango, unhinted, so that widths do not depend on
/// the resolution.
final class TextShaper {
  static let family = "DejaVu Sans"

  private let context: OpaquePointer
  private let family: String

  /// - Parameter family: `nil` for DejaVu Sans; where nobody has it, fontconfig's next best.
  /// - Throws: `RenderError.noFonts`, because Pango would crash.
  init(family: String? = nil) throws(RenderError) {
    self.family = family ?? Self.family
    // Pango keeps one font map per thread and frees it with the thread.
    guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()) else {
      throw .noFonts
    }
    guard Self.hasFont(context) else {
      g_object_unref(UnsafeMutableRawPointer(context))
      throw .noFonts
    }
    self.context = context
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // A line runs from left to right whatever its first letter, as in SVG.
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  private static func hasFont(_ context: OpaquePointer) -> Bool {
    let description = pango_font_description_new()
    pango_font_description_set_family(description, family)
    defer { pango_font_description_free(description) }
    guard let font = pango_context_load_font(context, description) else { return false }
    g_object_unref(UnsafeMutableRawPointer(font))
    return true
  }

  /// The line as it is drawn: with an empty square for each character that no font has.
  ///
  /// Pango counts glyphs that are missing, but does not name them, and draws the numbers of all
  /// letters of the character.
  ///
  /// - Parameter lacking: called with each such character.
  func drawnLine(
    _ text: RichText, size: Double, lacking: (Character) -> Void = { _ in }
  ) -> ShapedLine {
    let line = line(text, size: size)
    guard line.missingGlyphs > 0 else { return line }
    var drawn = text
    for index in drawn.spans.indices {
      drawn.spans[index].text = String(
        drawn.spans[index].text.map { character in
          guard self.line(RichText(plain: String(character)), size: 10).missingGlyphs > 0 else {
            return character
          }
          lacking(character)
          return Self.missingSign
        })
    }
    return self.line(drawn, size: size)
  }

  /// U+25A1, which DejaVu Sans has.
  private static let missingSign: Character = "□"

  /// The line, ready to measure and draw.
  private func line(_ text: RichText, size: Double) -> ShapedLine {
    ShapedLine(text, size: size, family: family, context: context)
  }
}

/// A line of text as Pango laid it out.
struct ShapedLine: ~Copyable {
  private let layout: OpaquePointer

  fileprivate init(_ text: RichText, size: Double, family: String, context: OpaquePointer) {
    layout = pango_layout_new(context)
    let description = pango_font_description_new()
    pango_font_description_set_family(description, family)
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_single_paragraph_mode(layout, 1)
    pango_layout_set_auto_dir(layout, 0)
    // NUL would end the string for Pango.
    let spans = text.spans.map { span in
      var span = span
      span.text = String(span.text.filter { $0 != "\0" })
      return span
    }
    let characters = spans.map(\.text).joined()
    pango_layout_set_text(layout, characters, Int32(clamping: characters.utf8.count))
    let attributes = pango_attr_list_new()
    var start = 0
    for span in spans {
      let end = start + span.text.utf8.count
      Self.add(span, size: size, from: start, to: end, to: attributes)
      start = end
    }
    // Han characters and their punctuation as on the mainland, as in SVG, whatever the locale. Not
    // for other lines: fontconfig would open a font of that language, 8 MB, before it is needed.
    if characters.unicodeScalars.contains(where: { $0.properties.isIdeographic }) {
      let language = pango_attr_language_new(pango_language_from_string("zh-cn"))
      language?.pointee.end_index = guint(characters.utf8.count)
      pango_attr_list_insert(attributes, language)
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(layout))
  }

  private static func add(
    _ span: RichText.Span, size: Double, from start: Int, to end: Int, to list: OpaquePointer?
  ) {
    func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
      attribute?.pointee.start_index = guint(clamping: start)
      attribute?.pointee.end_index = guint(clamping: end)
      pango_attr_list_insert(list, attribute)
    }
    let unit = size * Double(PANGO_SCALE)
    if span.isItalic { insert(pango_attr_style_new(PANGO_STYLE_OBLIQUE)) }
    if span.isBold { insert(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
    if !span.scripts.isEmpty {
      insert(
        pango_attr_size_new_absolute(Int32((Double(PANGO_SCALE) * span.size(in: size)).rounded())))
      insert(pango_attr_rise_new(Int32((unit * span.rise).rounded())))
    }
    if let color = span.color {
      insert(
        pango_attr_foreground_new(
          UInt16(color.red) * 257, UInt16(color.green) * 257, UInt16(color.blue) * 257))
    }
  }

  /// How far the line moves the pen, points.
  var width: Double {
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    return Double(extents.width) / Double(PANGO_SCALE)
  }

  /// How many characters no font has a glyph for.
  var missingGlyphs: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Draws the line with its baseline starting at the current point.
  func show(on cairo: OpaquePointer) {
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
  }

  /// Adds the outlines of the letters to the path, from the current point on.
  func addOutline(to cairo: OpaquePointer) {
    pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(layout, 0))
  }
}
