/// A file format for films: what its files are, and how a reel becomes one.
///
/// A new format is one file with such a value and one line in `all`.
package struct FilmFormat: Sendable, Equatable {
  package let form: FileForm
  fileprivate let write: Writer

  typealias Writer =
    @Sendable (FilmReel, PictureMetadata?, _ progress: (Int) -> Void) throws(RenderError) -> Picture

  init(_ form: FileForm, write: @escaping Writer) {
    self.form = form
    self.write = write
  }

  /// The registry, in the order of help.
  package static let all: [FilmFormat] = [.gif, .apng]

  package static func == (left: FilmFormat, right: FilmFormat) -> Bool {
    left.form.name == right.form.name
  }

  /// Pixels of all frames together: more take hours to draw, and no reader plays them.
  static let mostPixels = 4_000_000_000

  /// Whether so many frames of that size, in points, can be such a file.
  ///
  /// A side of a GIF has 16 bits, which is more than any picture here may have.
  ///
  /// - Throws: as `PictureFormat.check`, and `RenderError.filmTooLarge`.
  package func check(
    width: Double, height: Double, pixelsPerPoint: Double, frames: Int
  ) throws(RenderError) {
    let size = try PixelSize(
      of: Scene(width: width, height: height), pixelsPerPoint: pixelsPerPoint)
    try size.checkMemory()
    guard size.width * size.height <= Self.mostPixels / max(1, frames) else {
      throw .filmTooLarge(width: size.width, height: size.height, frames: frames)
    }
  }
}

/// Draws a film as a file that repeats for ever.
///
/// - Parameters:
///   - parallel: draws as many frames at once; no more are kept in memory.
///   - progress: called with the number of frames that are done.
/// - Throws: as `render(_:as:metadata:)`.
package func render(
  _ film: Film, as format: FilmFormat, pixelsPerPoint: Double, metadata: PictureMetadata? = nil,
  parallel: ParallelFor = .serial, progress: (Int) -> Void = { _ in }
) throws(RenderError) -> Picture {
  let last = film.scene(film.ticks.count - 1)
  try format.check(
    width: last.width, height: last.height, pixelsPerPoint: pixelsPerPoint,
    frames: film.ticks.count)
  let reel = FilmReel(film: film, pixelsPerPoint: pixelsPerPoint, parallel: parallel)
  return try format.write(reel, metadata, progress)
}
