import CCairo

extension PictureFormat {
  /// One page, of the size of the scene; no longer than PDF readers are bound to show.
  public static let pdf = PictureFormat(
    FileForm("pdf", .pdf, in: [.latex]), longestSide: 14_400,
    write: { (scene, _, metadata) throws(RenderError) in
      try PDFWriter.pdf(scene, metadata: metadata)
    })
}

/// A scene as a PDF of one page.
private enum PDFWriter {
  static func pdf(_ scene: Scene, metadata: PictureMetadata?) throws(RenderError) -> Picture {
    try PictureFormat.pdf.check(width: scene.width, height: scene.height)
    let sink = ByteSink()
    let write: cairo_write_func_t = { closure, data, count in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        .append(UnsafeBufferPointer(start: data, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        write, Unmanaged.passUnretained(sink).toOpaque(), scene.width, scene.height)
    else { throw .failed("no surface") }
    defer { cairo_surface_destroy(surface) }
    // Without object streams, so that the document information stays readable as it stands.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    describe(scene, metadata, on: surface)
    let warnings = try draw(scene, on: surface)
    cairo_surface_finish(surface)
    try check(cairo_surface_status(surface))
    return Picture(bytes: sink.bytes, warnings: warnings)
  }

  private static func describe(
    _ scene: Scene, _ metadata: PictureMetadata?, on surface: OpaquePointer
  ) {
    // Cairo would write the time of day.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    guard let metadata else { return }
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, scene.title),
      (CAIRO_PDF_METADATA_SUBJECT, scene.description),
      (CAIRO_PDF_METADATA_CREATOR, metadata.software),
      (CAIRO_PDF_METADATA_KEYWORDS, metadata.recipe),
    ]
    for (key, text) in entries where !text.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, text)
    }
  }

  private static func draw(
    _ scene: Scene, on surface: OpaquePointer
  ) throws(RenderError) -> [String] {
    guard let cairo = cairo_create(surface) else { throw .failed("no drawing context") }
    defer { cairo_destroy(cairo) }
    var painter = ScenePainter(on: cairo)
    try painter.paint(scene)
    cairo_show_page(cairo)
    try check(cairo_status(cairo))
    return painter.missing.warnings
  }
}
