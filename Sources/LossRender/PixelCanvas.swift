import CCairo

/// A scene drawn as pixels.
struct PixelCanvas: ~Copyable {
  let size: PixelSize
  let warnings: [String]
  private let isOpaque: Bool
  private let pixelsPerPoint: Double
  private let surface: OpaquePointer

  init(_ scene: Scene, pixelsPerPoint: Double) throws(RenderError) {
    let size = try PixelSize(of: scene, pixelsPerPoint: pixelsPerPoint)
    try size.checkMemory()
    let isOpaque = scene.background?.opacity == 1
    guard
      let surface = cairo_image_surface_create(
        isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(size.width),
        Int32(size.height))
    else { throw .failed("no surface") }
    let warnings: [String]
    do {
      warnings = try Self.draw(scene, on: surface, scale: pixelsPerPoint)
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    self.size = size
    self.isOpaque = isOpaque
    self.pixelsPerPoint = pixelsPerPoint
    self.surface = surface
    self.warnings = warnings
  }

  deinit {
    cairo_surface_destroy(surface)
  }

  private static func draw(
    _ scene: Scene, on surface: OpaquePointer, scale: Double
  ) throws(RenderError) -> [String] {
    try check(cairo_surface_status(surface))
    guard let cairo = cairo_create(surface) else { throw .failed("no drawing context") }
    defer { cairo_destroy(cairo) }
    cairo_scale(cairo, scale, scale)
    var painter = ScenePainter(on: cairo)
    try painter.paint(scene)
    try check(cairo_status(cairo))
    cairo_surface_flush(surface)
    return painter.missing.warnings
  }

  /// The picture as a PNG file; the pixels are used up by it.
  consuming func png(
    title: String, description: String, metadata: PictureMetadata?
  ) throws(RenderError) -> Picture {
    var file = PNGFile(width: size.width, height: size.height, hasOpacity: !isOpaque)
    file.addDensity(pixelsPerPoint: pixelsPerPoint)
    if let metadata { file.addTexts(title, description, metadata) }
    guard let data = cairo_image_surface_get_data(surface) else { throw .failed("no pixels") }
    let compressed: [UInt8]
    if isOpaque {
      packRows(data)
      compressed = PNGFile.compress(
        UnsafeRawBufferPointer(start: data, count: (1 + 3 * size.width) * size.height))
    } else {
      compressed = PNGFile.rows(of: pixelsWithOpacity(), columns: size.width)
        .withUnsafeBytes { PNGFile.compress($0) }
    }
    guard !compressed.isEmpty else { throw .failed("no memory to compress the pixels") }
    return Picture(bytes: file.finished(compressed: compressed), warnings: warnings)
  }

  /// Red, green, blue in turn, top row first.
  func pixels() -> [UInt8] {
    guard let data = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return Array(unsafeUninitializedCapacity: size.width * size.height * 3) { bytes, count in
      var to = 0
      for row in 0..<size.height {
        for from in Swift.stride(from: row * stride, to: row * stride + 4 * size.width, by: 4) {
          bytes[to] = data[from + 2]
          bytes[to + 1] = data[from + 1]
          bytes[to + 2] = data[from]
          to += 3
        }
      }
      count = to
    }
  }

  /// Turns Cairo's words into PNG's rows in place, a filter byte and then red, green, blue.
  ///
  /// Writing never overtakes reading, because a row does not get longer; only the filter byte
  /// must wait until the pixel under it is read.
  private func packRows(_ data: UnsafeMutablePointer<UInt8>) {
    let stride = Int(cairo_image_surface_get_stride(surface))
    var to = data
    for row in 0..<size.height {
      var from = data + row * stride
      for column in 0..<size.width {
        let blue = from[0]
        let green = from[1]
        let red = from[2]
        if column == 0 {
          to[0] = 0
          to += 1
        }
        to[0] = red
        to[1] = green
        to[2] = blue
        to += 3
        from += 4
      }
    }
  }

  /// Red, green, blue and opacity in turn, not premultiplied, top row first.
  func pixelsWithOpacity() -> [UInt8] {
    guard let data = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt8] = []
    pixels.reserveCapacity(4 * size.width * size.height)
    for row in 0..<size.height {
      for column in 0..<size.width {
        let from = data + row * stride + column * 4
        let opacity = isOpaque ? 255 : Int(from[3])
        for channel in [2, 1, 0] {
          pixels.append(
            opacity == 0 ? 0 : UInt8(min(255, (Int(from[channel]) * 255 + opacity / 2) / opacity)))
        }
        pixels.append(UInt8(opacity))
      }
    }
    return pixels
  }
}
