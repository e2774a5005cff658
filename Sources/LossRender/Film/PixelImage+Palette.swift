extension FilmReel {
  /// Made of frames from all of the film, of which the last one counts most.
  func palette(size: Int) throws(RenderError) -> GIFPalette {
    let last = film.ticks.count - 1
    var indices: [Int] = []
    for part in 0...6 where !indices.contains(last * part / 6) { indices.append(last * part / 6) }
    var counts: [UInt32: Int] = [:]
    try frames(indices) { (index, image) throws(RenderError) in
      let weight = index == last ? 4 : 1
      for (color, count) in image.colorCounts { counts[color, default: 0] += count * weight }
    }
    return GIFPalette(counts: counts, size: size)
  }
}

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

  /// The pixels in the colors of the palette.
  func pixels(in palette: inout GIFPalette) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(pixels.count)
    for entry in entries(in: &palette) {
      let color = palette.colors[Int(entry)]
      result.append(UInt8(color >> 16 & 255))
      result.append(UInt8(color >> 8 & 255))
      result.append(UInt8(color & 255))
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
