import CDeflate

/// The chunks of a PNG file, in order.
struct PNGFile {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private var bytes = signature

  init(width: Int, height: Int, hasOpacity: Bool) {
    let colorType: UInt8 = hasOpacity ? 6 : 2
    addChunk("IHDR", Self.bigEndian(width) + Self.bigEndian(height) + [8, colorType, 0, 0, 0])
    addChunk("sRGB", [0])
  }

  /// So that documents show the picture in its size.
  mutating func addDensity(pixelsPerPoint: Double) {
    // Pixels per meter; a point is 1/72 inch.
    let density = Self.bigEndian(Int((pixelsPerPoint * 72 / 0.0254).rounded()))
    addChunk("pHYs", density + density + [1])
  }

  /// Uncompressed international text; nothing where the text is empty.
  mutating func addText(_ keyword: String, _ text: String) {
    guard !text.isEmpty else { return }
    // Keyword, not compressed, no language, no translated keyword.
    addChunk("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.utf8.filter { $0 != 0 }))
  }

  /// What the picture shows and where it comes from.
  mutating func addTexts(_ title: String, _ description: String, _ metadata: PictureMetadata) {
    addText("Title", title)
    addText("Description", description)
    addText("Software", metadata.software)
    addText("lossviz", metadata.recipe)
  }

  /// The whole file, given what `compress` made of its rows.
  consuming func finished(compressed: [UInt8]) -> [UInt8] {
    addChunk("IDAT", compressed)
    return ended()
  }

  consuming func ended() -> [UInt8] {
    addChunk("IEND", [])
    return bytes
  }

  /// Rows as a zlib stream; empty where memory ran out.
  ///
  /// Level 3 without filters is the fastest for plots and no larger than what libpng writes with
  /// its own choice of filters.
  static func compress(_ rows: UnsafeRawBufferPointer) -> [UInt8] { compress(rows, level: 3) }

  static func compress(_ rows: UnsafeRawBufferPointer, level: Int32) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else { return [] }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, rows.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, rows.baseAddress, rows.count, buffer.baseAddress, buffer.count)
    }
  }

  /// A raster by itself, for embedding.
  static func file(_ raster: Scene.Raster) throws(RenderError) -> [UInt8] {
    let compressed = rows(of: raster.pixels, columns: raster.columns).withUnsafeBytes {
      compress($0)
    }
    guard !compressed.isEmpty else { throw .failed("no memory to compress the pixels") }
    return PNGFile(width: raster.columns, height: raster.rows, hasOpacity: true)
      .finished(compressed: compressed)
  }

  /// Pixels with opacity, the byte for "no filter" before each row.
  static func rows(of pixels: [UInt8], columns: Int) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + pixels.count / max(1, columns))
    for start in stride(from: 0, to: pixels.count, by: max(1, columns) * 4) {
      rows.append(0)
      rows += pixels[start..<min(start + columns * 4, pixels.count)]
    }
    return rows
  }

  mutating func addChunk(_ type: String, _ data: [UInt8]) {
    bytes += Self.bigEndian(data.count)
    let start = bytes.count
    bytes += Array(type.utf8)
    bytes += data
    let checksum = bytes.withUnsafeBytes { all in
      libdeflate_crc32(0, all.baseAddress.map { $0 + start }, all.count - start)
    }
    bytes += Self.bigEndian(Int(checksum))
  }

  static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
