/// A film and how its frames become pixels.
struct FilmReel {
  let film: Film
  let pixelsPerPoint: Double
  let parallel: ParallelFor

  /// The pixels of some frames, in that order, a few at a time.
  func frames(
    _ indices: [Int], each: (_ index: Int, PixelImage) throws(RenderError) -> Void
  ) throws(RenderError) {
    var start = 0
    while start < indices.count {
      let chunk = Array(indices[start..<min(start + max(1, parallel.width), indices.count)])
      start += chunk.count
      for (index, image) in zip(chunk, try drawn(chunk)) { try each(index, image) }
    }
  }

  private func drawn(_ indices: [Int]) throws(RenderError) -> [PixelImage] {
    let results = parallel.map(indices.count) { place in
      Result { () throws(RenderError) in
        try renderPixels(film.scene(indices[place]), pixelsPerPoint: pixelsPerPoint)
      }
    }
    return try results.map { result throws(RenderError) in try result.get() }
  }
}

/// The part of a frame that differs from the one before, in whole pixels.
struct ChangedBox: Equatable {
  var left: Int
  var top: Int
  var width: Int
  var height: Int

  /// - Parameters:
  ///   - old: empty before the first frame, all of which is new.
  ///   - bytes: of each pixel; rows follow one another without gaps.
  /// - Returns: `nil` where nothing differs.
  init?(_ old: [UInt8], _ new: [UInt8], _ size: PixelSize, bytes: Int) {
    guard !old.isEmpty else {
      (left, top, width, height) = (0, 0, size.width, size.height)
      return
    }
    let stride = size.width * bytes
    func differs(_ row: Int) -> Bool {
      old[row * stride..<(row + 1) * stride] != new[row * stride..<(row + 1) * stride]
    }
    guard let top = (0..<size.height).first(where: differs),
      let bottom = (0..<size.height).last(where: differs)
    else { return nil }
    var first = stride
    var last = 0
    for row in top...bottom {
      let start = row * stride
      var place = 0
      while place < first, old[start + place] == new[start + place] { place += 1 }
      first = min(first, place)
      place = stride - 1
      while place > last, old[start + place] == new[start + place] { place -= 1 }
      last = max(last, place)
    }
    left = first / bytes
    self.top = top
    width = last / bytes - left + 1
    height = bottom - top + 1
  }
}
