extension TerminalGraphics {
  /// Rows of six pixels, as DEC's terminals and printers had them.
  ///
  /// - Parameter colors: how many the terminal can show at once.
  package static func sixel(colors: Int) -> TerminalGraphics {
    TerminalGraphics("sixel \(colors)", isLimited: true) { (scene, room) throws(RenderError) in
      let image = try renderPixels(scene, pixelsPerPoint: room.scale(of: scene))
      return Picture(bytes: SixelImage.bytes(image, colors: colors), warnings: image.warnings)
    }
  }
}

/// Pixels as sixels: DEC, "VT330/VT340 Programmer Reference Manual", volume 2, chapter 14.
enum SixelImage {
  static func bytes(_ image: PixelImage, colors: Int) -> [UInt8] {
    var palette = GIFPalette(
      counts: image.colorCounts, size: max(2, min(colors, GIFPalette.largest)))
    let entries = image.entries(in: &palette)
    // Square pixels, and the size, so that the terminal makes room once.
    var bytes = Array("\u{1B}Pq\"1;1;\(image.width);\(image.height)".utf8)
    for (number, color) in palette.colors.enumerated() {
      let parts = [16, 8, 0].map { (Int(color >> UInt32($0) & 255) * 100 + 127) / 255 }
      bytes += Array("#\(number);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8)
    }
    for top in stride(from: 0, to: image.height, by: 6) {
      let rows = min(6, image.height - top)
      let band = Band(
        entries[top * image.width..<(top + rows) * image.width], width: image.width,
        colors: palette.colors.count)
      band.append(to: &bytes)
      bytes.append(newBand)
    }
    return bytes + Array("\u{1B}\\\n".utf8)
  }

  private static let newBand = UInt8(ascii: "-")
  private static let backToStart = UInt8(ascii: "$")

  /// Six rows of pixels, or what is left of them.
  private struct Band {
    /// For each color that occurs, by its number, a bit for each pixel of each column.
    private var columns: [[UInt8]]
    private let width: Int

    init(_ entries: ArraySlice<UInt8>, width: Int, colors: Int) {
      self.width = width
      columns = Array(repeating: [], count: colors)
      for (place, entry) in entries.enumerated() {
        let color = Int(entry)
        if columns[color].isEmpty { columns[color] = Array(repeating: 0, count: width) }
        columns[color][place % width] |= 1 << UInt8(place / width)
      }
    }

    func append(to bytes: inout [UInt8]) {
      var isFirst = true
      for color in columns.indices where !columns[color].isEmpty {
        if !isFirst { bytes.append(SixelImage.backToStart) }
        isFirst = false
        bytes += Array("#\(color)".utf8)
        append(columns[color], to: &bytes)
      }
    }

    private func append(_ bits: [UInt8], to bytes: inout [UInt8]) {
      var start = 0
      while start < width {
        var end = start + 1
        while end < width, bits[end] == bits[start] { end += 1 }
        // What is empty up to the end need not be said.
        if end == width, bits[start] == 0 { return }
        let letter = bits[start] + UInt8(ascii: "?")
        let count = end - start
        if count > 3 {
          bytes += Array("!\(count)".utf8)
          bytes.append(letter)
        } else {
          for _ in 0..<count { bytes.append(letter) }
        }
        start = end
      }
    }
  }
}
