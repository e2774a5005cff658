/// A film as an APNG: a PNG of the last frame, then of each frame what changed.
///
/// W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025. Who does not know
/// films shows the still picture.
enum APNGWriter {
  /// Of the frames that move; the last one has every color of the still picture.
  ///
  /// With all of their colors, the shades along edges are more than half of the file; with fewer
  /// than these, classes of like hue become one.
  private static let movingColors = 48

  static func apng(
    _ reel: FilmReel, _ metadata: PictureMetadata?, progress: (Int) -> Void
  ) throws(RenderError) -> Picture {
    let film = reel.film
    let count = film.ticks.count
    let still = try renderPixels(film.scene(count - 1), pixelsPerPoint: reel.pixelsPerPoint)
    let size = PixelSize(width: still.width, height: still.height)
    var palette = try reel.palette(size: movingColors)
    let unchanged = unusedColor(Set(still.colorCounts.keys).union(palette.colors))
    // The whole still picture first, which is no part of the film.
    var frames = [Frame(from: [], to: still.pixels, unchanged, size: size, ticks: 0)]
      .compactMap { $0 }
    var finished = 0
    var shown: [UInt8] = []
    try reel.frames(Array(0..<count)) { (index, image) throws(RenderError) in
      let pixels = index == count - 1 ? image.pixels : image.pixels(in: &palette)
      if let frame = Frame(from: shown, to: pixels, unchanged, size: size, ticks: film.ticks[index])
      {
        if frames.count - finished >= reel.parallel.width {
          try Frame.compress(&frames, from: finished, reel.parallel)
          finished = frames.count
        }
        frames.append(frame)
      } else {
        frames[frames.count - 1].ticks += film.ticks[index]
      }
      shown = pixels
      progress(index + 1)
    }
    try Frame.compress(&frames, from: finished, reel.parallel)
    return Picture(
      bytes: file(of: frames, unchanged, reel, size, metadata), warnings: still.warnings)
  }

  private static func file(
    of frames: [Frame], _ unchanged: [UInt8], _ reel: FilmReel, _ size: PixelSize,
    _ metadata: PictureMetadata?
  ) -> [UInt8] {
    let film = reel.film
    var file = PNGFile(width: size.width, height: size.height, hasOpacity: false)
    // The color that nothing is painted in.
    file.addChunk("tRNS", unchanged.flatMap { [0, $0] })
    // Number of frames; 0 for as often as anybody watches.
    file.addChunk("acTL", PNGFile.bigEndian(frames.count - 1) + PNGFile.bigEndian(0))
    file.addDensity(pixelsPerPoint: reel.pixelsPerPoint)
    if let metadata { file.addTexts(film.title, film.description, metadata) }
    file.addChunk("IDAT", frames[0].compressed)
    var sequence = 0
    for frame in frames.dropFirst() { frame.add(to: &file, sequence: &sequence, fps: film.fps) }
    return file.ended()
  }

  /// A color that does not occur; red, green, blue.
  private static func unusedColor(_ colors: Set<UInt32>) -> [UInt8] {
    let color = (0...UInt32(colors.count)).first { !colors.contains($0) } ?? 0
    return [16, 8, 0].map { UInt8(color >> $0 & 255) }
  }

  /// One frame as its chunks have it.
  private struct Frame {
    let box: ChangedBox
    /// Empty once they are compressed.
    private var rows: [UInt8]
    private(set) var compressed: [UInt8] = []
    var ticks: Int

    /// - Parameters:
    ///   - old: empty before the first frame.
    ///   - unchanged: the color of pixels that are as they were.
    /// - Returns: `nil` where the two are equal.
    init?(
      from old: [UInt8], to new: [UInt8], _ unchanged: [UInt8], size: PixelSize, ticks: Int
    ) {
      guard let box = ChangedBox(old, new, size, bytes: 3) else { return nil }
      self.box = box
      self.ticks = ticks
      rows = Self.rows(box, from: old, to: new, unchanged, width: size.width)
    }

    /// Compresses all frames from that one on, as many at once as `parallel` does.
    static func compress(
      _ frames: inout [Frame], from start: Int, _ parallel: ParallelFor
    ) throws(RenderError) {
      let waiting = Array(frames[start...])
      let results = parallel.map(waiting.count) { place in
        // A tenth smaller than the level before, which keeps usual films below 2 MB; the next ones
        // take two and eight times as long for little more.
        waiting[place].rows.withUnsafeBytes { PNGFile.compress($0, level: 10) }
      }
      for (place, compressed) in results.enumerated() {
        guard !compressed.isEmpty else { throw .failed("no memory to compress the pixels") }
        frames[start + place].compressed = compressed
        frames[start + place].rows = []
      }
    }

    /// The box's pixels, the byte for "no filter" before each row.
    private static func rows(
      _ box: ChangedBox, from old: [UInt8], to new: [UInt8], _ unchanged: [UInt8], width: Int
    ) -> [UInt8] {
      var rows: [UInt8] = []
      rows.reserveCapacity((1 + 3 * box.width) * box.height)
      for row in box.top..<box.top + box.height {
        rows.append(0)
        let start = 3 * (row * width + box.left)
        for place in stride(from: start, to: start + 3 * box.width, by: 3) {
          let (red, green, blue) = (new[place], new[place + 1], new[place + 2])
          if !old.isEmpty, old[place] == red, old[place + 1] == green, old[place + 2] == blue {
            rows.append(unchanged[0])
            rows.append(unchanged[1])
            rows.append(unchanged[2])
          } else {
            rows.append(red)
            rows.append(green)
            rows.append(blue)
          }
        }
      }
      return rows
    }

    func add(to file: inout PNGFile, sequence: inout Int, fps: Int) {
      let place = [box.width, box.height, box.left, box.top].flatMap(PNGFile.bigEndian)
      let delay = [ticks, fps].flatMap { PNGFile.bigEndian($0).suffix(2) }
      // Left standing; laid over what stands there.
      file.addChunk("fcTL", PNGFile.bigEndian(sequence) + place + delay + [0, 1])
      file.addChunk("fdAT", PNGFile.bigEndian(sequence + 1) + compressed)
      sequence += 2
    }
  }
}
