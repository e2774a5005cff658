extension PixelImage {
  /// The palette's entry for each pixel.
  func entries(in palette: inout GIFPalette) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(width * height)
    for place in stride(from: 0, to: pixels.count, by: 3) {
      result.append(palette.entry(color(at: place)))
    }
    return result
  }

  /// How often each color of 24 bits occurs.
  var colorCounts: [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var place = 0
    while place < pixels.count {
      let color = color(at: place)
      let start = place
      // Neighbours are mostly equal.
      while place < pixels.count, self.color(at: place) == color { place += 3 }
      counts[color, default: 0] += (place - start) / 3
    }
    return counts
  }

  private func color(at place: Int) -> UInt32 {
    UInt32(pixels[place]) << 16 | UInt32(pixels[place + 1]) << 8 | UInt32(pixels[place + 2])
  }
}
