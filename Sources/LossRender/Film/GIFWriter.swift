/// A film as a GIF: one palette for all frames, and of each frame only what changed.
enum GIFWriter {
  static func gif(
    _ reel: FilmReel, _ metadata: PictureMetadata?, progress: (Int) -> Void
  ) throws(RenderError) -> Picture {
    let count = reel.film.ticks.count
    var palette = try reel.palette(size: GIFPalette.largest)
    var warnings: [String] = []
    let size = try PixelSize(of: reel.film.scene(count - 1), pixelsPerPoint: reel.pixelsPerPoint)
    let file = try GIFFile(size: size, palette: palette)
    try file.putLoop()
    if let metadata {
      try file.putComment("\(reel.film.title)\n\(reel.film.description)")
      try file.putComment("\(metadata.software) \(metadata.recipe)")
    }
    var shown: [UInt8] = []
    var clock = FilmClock(fps: reel.film.fps)
    var held: HeldFrame?
    try reel.frames(Array(0..<count)) { (index, image) throws(RenderError) in
      warnings = image.warnings
      let entries = image.entries(in: &palette)
      let delay = clock.delay(ticks: reel.film.ticks[index])
      if let next = HeldFrame(from: shown, to: entries, size: size, delay: delay) {
        // A frame is written when it is known how long it stands.
        if let held { try file.put(held) }
        held = next
      } else {
        held?.delay += delay
      }
      shown = entries
      progress(index + 1)
    }
    if let held { try file.put(held) }
    return Picture(bytes: try file.finished(), warnings: warnings)
  }
}

/// What a frame changes, waiting for its delay.
struct HeldFrame {
  let box: ChangedBox
  /// Of the box; transparent where nothing changes.
  let entries: [UInt8]
  /// Hundredths of a second.
  var delay: Int

  /// - Parameter old: empty before the first frame.
  /// - Returns: `nil` where the two are equal.
  init?(from old: [UInt8], to new: [UInt8], size: PixelSize, delay: Int) {
    guard let box = ChangedBox(old, new, size, bytes: 1) else { return nil }
    var entries: [UInt8] = []
    entries.reserveCapacity(box.width * box.height)
    for row in box.top..<box.top + box.height {
      let start = row * size.width + box.left
      for place in start..<start + box.width {
        let isOld = !old.isEmpty && old[place] == new[place]
        entries.append(isOld ? GIFPalette.unknown : new[place])
      }
    }
    self.box = box
    self.entries = entries
    self.delay = delay
  }
}

/// Turns whole pictures into hundredths of a second, without adding up what rounding loses.
private struct FilmClock {
  let fps: Int
  var ticks = 0

  mutating func delay(ticks count: Int) -> Int {
    let start = 100 * ticks / fps
    ticks += count
    return 100 * ticks / fps - start
  }
}
